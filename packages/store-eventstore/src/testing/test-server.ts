import { Server, ServerCredentials } from '@grpc/grpc-js';
import { Access } from './access.ts';
import { appendCall } from './append-call.ts';
import { batchAppendCall } from './batch-append-call.ts';
import { deleteCall, tombstoneCall } from './delete-calls.ts';
import type { Fault, FaultPlan } from './faults.ts';
import { streamsService } from './generated.ts';
import { clusterService, gossipHandlers } from './gossip.ts';
import type { Listening } from './listening.ts';
import { listen } from './listening.ts';
import { OpenCalls } from './open-calls.ts';
import { readCall } from './read-call.ts';
import { featuresHandlers, featuresService } from './server-features.ts';
import { ServerLog } from './server-log.ts';
import type { Address, CallFailure, ServerState } from './server-state.ts';
import { brokenCall, noFaults } from './server-state.ts';
import type { TestServerOptions } from './test-server-options.ts';

/**
 * A server that speaks as much of EventStoreDB's protocol as this store and tests need: appends
 * with the real server's rules, reads, subscriptions with filters, deletion, stream metadata,
 * users, a leader and its follower. **A test tool, no database**: its log is in memory, it has no
 * elections, projections or scavenging, and its speed says nothing about the real server's.
 */
export interface TestServer {
  /** Its address, for `EventStoreDBClient.connectionString`. */
  readonly url: string;
  readonly address: Address;
  readonly log: ServerLog;
  /** Number of open calls of reading and subscribing. */
  readonly openReads: number;
  /** How far its clock is ahead of this machine's, in milliseconds; may be moved at any time. */
  clockOffsetMs: number;
  /** Sets the plan that decides from now on which calls fail, and how; `null` for no faults. */
  inject(plan: FaultPlan | null): void;
  /** Cuts every connection at once, as the end of the process would; the log is kept. */
  kill(): Promise<void>;
  /** Ends as the real server does when asked to: every open call is reset without a status. */
  shutDown(): Promise<void>;
  /** Listens again on the same port, with the same log. */
  restart(): Promise<void>;
  /** Stops the server for good. */
  stop(): Promise<void>;
}

/**
 * Starts a test server on a free port of this machine.
 *
 * @example
 * const server = await startTestServer();
 * const store = await openEventStore(() => EventStoreDBClient.connectionString(server.url));
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const running = new RunningServer(options);
  await running.restart();
  return running;
}

const LOOPBACK = '127.0.0.1';
const MESSAGE_BYTES_MAX = 17 * 1024 * 1024;
/** How long it takes, in milliseconds, for the resets of all calls to reach the clients. */
const RESET_MS = 50;

class RunningServer implements TestServer, ServerState {
  readonly log: ServerLog;
  readonly access: Access;
  readonly sendsCaughtUp: boolean;
  readonly serverLine: '24.6' | '24.10';
  readonly commitMs: number;
  readonly writeTimeoutMs: number;
  readonly committing = new Set<string>();
  readonly #options: TestServerOptions;
  readonly #reads = new OpenCalls();
  readonly #writes = new OpenCalls();
  clockOffsetMs: number;
  #listening: Listening | null = null;
  #port = 0;
  #plan: FaultPlan = noFaults;

  constructor(options: TestServerOptions) {
    this.#options = options;
    this.sendsCaughtUp = options.sendsCaughtUp ?? true;
    this.clockOffsetMs = options.clockOffsetMs ?? 0;
    this.serverLine = options.serverLine ?? '24.10';
    this.commitMs = options.commitMs ?? 0;
    this.writeTimeoutMs = options.writeTimeoutMs ?? 2000;
    const clock = (): number => Date.now() + this.clockOffsetMs;
    this.log = options.leader?.log ?? new ServerLog(clock, this.serverLine);
    this.access = new Access(options.users ?? null, (stream) => this.log.metadataOf(stream));
  }

  get url(): string {
    const { host, port } = this.address;
    return `esdb://${host}:${port}?tls=${this.#options.tls !== undefined}`;
  }

  get address(): Address {
    // A certificate is for a host name, so the address has one too.
    const host = this.#options.tls === undefined ? LOOPBACK : 'localhost';
    return { host, port: this.#port };
  }

  get leader(): Address {
    return this.#options.leader?.address ?? this.address;
  }

  get isLeader(): boolean {
    return this.#options.leader === undefined;
  }

  get openReads(): number {
    return this.#reads.count;
  }

  readonly fault: FaultPlan = (call) => this.#plan(call);

  readonly failureOf = (fault: Fault | null): CallFailure => brokenCall(fault, this.leader);

  inject(plan: FaultPlan | null): void {
    this.#plan = plan ?? noFaults;
  }

  async kill(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    await listening?.cut();
    if (this.isLeader) this.log.forgetRecentIds();
  }

  async shutDown(): Promise<void> {
    this.#reads.reset();
    this.#writes.reset();
    await new Promise((resolve) => setTimeout(resolve, RESET_MS));
    return this.kill();
  }

  async restart(): Promise<void> {
    const server = new Server({
      'grpc.max_concurrent_streams': this.#options.callsMax ?? 100,
      'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
    });
    this.#addServices(server);
    this.#listening = await listen(server, this.#credentials(), LOOPBACK, this.#port);
    this.#port = this.#listening.port;
  }

  stop(): Promise<void> {
    return this.kill();
  }

  #credentials(): ServerCredentials {
    const { tls } = this.#options;
    if (tls === undefined) return ServerCredentials.createInsecure();
    const pair = { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) };
    return ServerCredentials.createSsl(null, [pair]);
  }

  #addServices(server: Server): void {
    server.addService(streamsService.StreamsService, {
      read: (call: Parameters<typeof readCall>[1]) => {
        this.#reads.add(call);
        void readCall(this, call);
      },
      append: (...call: Rest<typeof appendCall>) => {
        this.#writes.add(call[0]);
        appendCall(this, ...call);
      },
      batchAppend: (call: Parameters<typeof batchAppendCall>[1]) => {
        this.#writes.add(call);
        batchAppendCall(this, call);
      },
      delete: (...call: Rest<typeof deleteCall>) => deleteCall(this, ...call),
      tombstone: (...call: Rest<typeof tombstoneCall>) => tombstoneCall(this, ...call),
    });
    const batchAppend = this.#options.batchAppend ?? true;
    server.addService(featuresService, featuresHandlers(this, batchAppend));
    server.addService(clusterService, gossipHandlers(this));
  }
}

/** The arguments of a handler after the server. */
type Rest<Handler extends (...all: never[]) => unknown> =
  Parameters<Handler> extends [unknown, ...infer Others] ? Others : never;
