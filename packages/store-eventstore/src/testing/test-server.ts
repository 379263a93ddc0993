import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Fault, FaultPlan } from './faults.ts';
import type { ServerState } from './server-state.ts';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { appendCall, batchAppendCall } from './append-calls.ts';
import { features, streamsService, supported } from './generated.ts';
import { readCall } from './read-call.ts';
import { ServerLog } from './server-log.ts';
import { brokenCall, failure, noFaults } from './server-state.ts';

export interface TestServerOptions {
  /** Offers BatchAppend, as servers since 21.10 do; default true. Without it clients use Append. */
  readonly batchAppend?: boolean;
  /** Says when a subscription has caught up, as servers since 23.10 do; default true. */
  readonly sendsCaughtUp?: boolean;
  /** How far the server's clock is ahead of this one, in milliseconds; default 0. */
  readonly clockOffsetMs?: number;
  /** Calls of one connection at a time; default 100, as the real server's. */
  readonly callsMax?: number;
}

/**
 * A server that speaks enough of EventStoreDB's protocol for this store and for tests: appends with
 * the real server's rules, reads, subscriptions with filters. **A test tool**: it keeps its log in
 * memory, has no users, no cluster, no deletion, and is as fast as it likes.
 */
export interface TestServer {
  /** Where it is, for `EventStoreDBClient.connectionString`. */
  readonly url: string;
  readonly log: ServerLog;
  /** How many calls of reading and subscribing are open. */
  readonly openReads: number;
  /** From now on this decides what goes wrong; `null` for nothing. */
  inject(plan: FaultPlan | null): void;
  /** Cuts every connection at once, as the end of the process would; the log stays. */
  kill(): Promise<void>;
  /** Listens again on the same port, with the same log. */
  restart(): Promise<void>;
  /** Ends it for good. */
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

const HOST = '127.0.0.1';

class RunningServer implements TestServer, ServerState {
  readonly log = new ServerLog();
  readonly sendsCaughtUp: boolean;
  readonly clockOffsetMs: number;
  readonly #batchAppend: boolean;
  readonly #callsMax: number;
  #server: Server | null = null;
  #port = 0;
  #plan: FaultPlan = noFaults;
  openReads = 0;

  constructor(options: TestServerOptions) {
    this.sendsCaughtUp = options.sendsCaughtUp ?? true;
    this.clockOffsetMs = options.clockOffsetMs ?? 0;
    this.#batchAppend = options.batchAppend ?? true;
    this.#callsMax = options.callsMax ?? 100;
  }

  get url(): string {
    return `esdb://${HOST}:${this.#port}?tls=false`;
  }

  get address(): ServerState['address'] {
    return { host: HOST, port: this.#port };
  }

  readonly fault: FaultPlan = (call) => this.#plan(call);

  readonly failureOf = (fault: Fault | null): ReturnType<typeof failure> =>
    brokenCall(fault, this.address);

  inject(plan: FaultPlan | null): void {
    this.#plan = plan ?? noFaults;
  }

  async kill(): Promise<void> {
    this.#server?.forceShutdown();
    this.#server = null;
  }

  async restart(): Promise<void> {
    const server = new Server({
      'grpc.max_concurrent_streams': this.#callsMax,
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
    });
    this.#addServices(server);
    this.#server = server;
    this.#port = await new Promise((resolve, reject) => {
      const insecure = ServerCredentials.createInsecure();
      server.bindAsync(`${HOST}:${this.#port}`, insecure, (error, port) => {
        if (error === null) resolve(port);
        else reject(error);
      });
    });
  }

  stop(): Promise<void> {
    return this.kill();
  }

  #addServices(server: Server): void {
    server.addService(streamsService.StreamsService, {
      read: (call: Parameters<typeof readCall>[1]) => {
        this.openReads += 1;
        let open = true;
        const ends = (): void => {
          if (open) this.openReads -= 1;
          open = false;
        };
        call.on('cancelled', ends).on('close', ends).on('finish', ends);
        void readCall(this, call);
      },
      append: (...call: [Parameters<typeof appendCall>[1], Parameters<typeof appendCall>[2]]) =>
        appendCall(this, ...call),
      batchAppend: (call: Parameters<typeof batchAppendCall>[1]) => batchAppendCall(this, call),
      delete: unserved,
      tombstone: unserved,
    });
    server.addService(features.ServerFeaturesService, {
      getSupportedMethods: (
        _call: ServerUnaryCall<unknown, SupportedMethods>,
        reply: sendUnaryData<SupportedMethods>,
      ) => this.#tellFeatures(reply),
    });
  }

  #tellFeatures(reply: sendUnaryData<SupportedMethods>): void {
    const fault = this.fault('features');
    if (fault === 'silence') return;
    if (fault === 'too-busy') return reply(failure(status.INTERNAL, 'broken for a moment'));
    if (fault !== null) return reply(this.failureOf(fault));
    const answer = new supported.SupportedMethods().setEventStoreServerVersion('24.10.0-test');
    const names = ['Read', 'Append', ...(this.#batchAppend ? ['BatchAppend'] : [])];
    for (const name of names) {
      const method = new supported.SupportedMethod();
      method.setServiceName('event_store.client.streams.Streams').setMethodName(name);
      answer.addMethods(method);
    }
    reply(null, answer);
  }
}

function unserved(_call: unknown, reply: sendUnaryData<never>): void {
  reply(failure(status.UNIMPLEMENTED, 'the test server deletes nothing'));
}
