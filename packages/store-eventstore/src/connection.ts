import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { storeClosed } from '@letopis/store-node';
import { AnswerTimes } from './answer-times.ts';
import type { ClientAppendResult, ClientEvent, EventStoreClient } from './client.ts';
import { settledWithin, Silence } from './feed.ts';
import { Gate } from './gate.ts';
import type { Settings } from './options.ts';
import { Patience } from './patience.ts';
import { quiet } from './quiet.ts';
import { Reads } from './reads.ts';

/**
 * A client, or a function that makes one. A store that is given a function owns its clients and may
 * make another one.
 */
export type ClientSource = EventStoreClient | (() => EventStoreClient);

/**
 * All calls of one store to its server: limited in number and time, and ended when the store is
 * closed.
 */
export class Connection {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly reads: Reads;
  readonly #make: (() => EventStoreClient) | null;
  readonly #appends: Gate;
  readonly #answers: AnswerTimes;
  #client: EventStoreClient;
  /** The last client that has answered an append. */
  #answered: EventStoreClient | null = null;
  readonly #retired: EventStoreClient[] = [];
  /**
   * A separate client for reads, where the store may make one. A read that breaks makes its client
   * open another batch call beside the one in use, and the end of either loses the other's appends:
   * their answers then throw where nobody can catch it.
   */
  readonly #reader: EventStoreClient;
  #closed = false;
  /** Has the server ever reported that a subscription has caught up? Old servers never do. */
  tellsCaughtUp = false;

  constructor(source: ClientSource, ports: Ports, settings: Settings) {
    this.ports = ports;
    this.settings = settings;
    this.#make = typeof source === 'function' ? source : null;
    this.#client = typeof source === 'function' ? source() : source;
    this.#reader = typeof source === 'function' ? source() : source;
    this.#appends = new Gate(settings.appendsInFlight);
    this.#answers = new AnswerTimes(settings.answerMs);
    this.reads = new Reads(this.#reader, settings, this);
  }

  /** The client in use; another one after {@link renew}. */
  get client(): EventStoreClient {
    return this.#client;
  }

  assertOpen(): void {
    if (this.#closed) throw storeClosed();
  }

  patience(): Patience {
    return new Patience(this.ports, this.settings.timeoutMs);
  }

  /** One append call. Rejects with {@link Silence} where no answer came in time. */
  append(
    stream: string,
    events: readonly ClientEvent[],
    expectedRevision: number,
  ): Promise<ClientAppendResult> {
    // Most appends do not have to wait, and each step of waiting would cost every append.
    if (!this.#appends.tryEnter()) return this.#appendLater(stream, events, expectedRevision);
    if (quiet.tryBegin()) return this.#appendNow(stream, events, expectedRevision);
    this.#appends.leave();
    return this.#appendLater(stream, events, expectedRevision);
  }

  async #appendLater(
    stream: string,
    events: readonly ClientEvent[],
    expectedRevision: number,
  ): Promise<ClientAppendResult> {
    await this.#appends.enter();
    await quiet.begin();
    return this.#appendNow(stream, events, expectedRevision);
  }

  /** Sends an append now; counts it as ended when its answer comes, also if that is late. */
  #appendNow(
    stream: string,
    events: readonly ClientEvent[],
    expectedRevision: number,
  ): Promise<ClientAppendResult> {
    const client = this.#client;
    const expected = expectedRevision < 0 ? 'no_stream' : BigInt(expectedRevision);
    const { answerMs, requiresLeader } = this.settings;
    // Each of the two clients uses one of these names and ignores the other.
    const options = { expectedRevision: expected, streamState: expected, requiresLeader };
    return new Promise((resolve, reject) => {
      const waiting = this.#answers.begin(() => {
        this.#appends.leave();
        reject(new Silence(`no word for ${answerMs} ms`));
      });
      const over = (): boolean => {
        quiet.end();
        const inTime = this.#answers.end(waiting);
        if (inTime) this.#appends.leave();
        return inTime;
      };
      const failed = (error: unknown): void => {
        over();
        reject(error);
      };
      try {
        client.appendToStream(stream, events as never[], options).then((answer) => {
          if (over()) this.#answered = client;
          resolve(answer);
        }, failed);
      } catch (error) {
        failed(error);
      }
    });
  }

  /**
   * Makes another client, where the store may and where this one will never append: it remembers
   * its first failure to learn the server's features, or waits for them for ever. A client that has
   * appended before is not replaced, whatever its error says.
   */
  renewIfUseless(client: EventStoreClient, error: unknown, failures: number): void {
    if (this.#make === null || client !== this.#client || client === this.#answered) return;
    const { type, code } = (error ?? {}) as { readonly type?: unknown; readonly code?: unknown };
    const forGood = type === undefined && typeof code === 'number' && !PASSING_CODES.has(code);
    if (!forGood && !(error instanceof Silence && failures >= 2)) return;
    this.#client = this.#make();
    this.#retired.push(client);
  }

  /** Refuses further calls; open reads throw `store-closed`. */
  shut(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.reads.fail(new LetopisError('store-closed', 'this store was closed during the read'));
  }

  /** Disposes of the client, if the store made it. */
  async dispose(): Promise<void> {
    if (this.#make === null) return;
    const clients = [...this.#retired.splice(0), this.#client, this.#reader];
    const work = async (): Promise<void> => {
      await Promise.all(clients.map((client) => settledWithin(client.dispose(), DISPOSE_MS)));
    };
    await quiet.whenQuiet(work, QUIET_WAIT_MS);
  }
}

/**
 * How long to wait for a client to be disposed of, in milliseconds: some never report that they
 * are.
 */
const DISPOSE_MS = 1000;
const QUIET_WAIT_MS = 1000;
/** gRPC codes: cancelled, unavailable. The call may be made again after these. */
const PASSING_CODES: ReadonlySet<number> = new Set([1, 14]);
