import type { Ports } from '@letopis/core';
import type {
  ClientAppendResult, ClientEvent, ClientFilter, ClientItem, ClientStream, EventStoreClient,
  LogPlace,
} from './client.ts'; // prettier-ignore
import type { Settings } from './options.ts';
import { LetopisError } from '@letopis/core';
import { AnswerTimes } from './answer-times.ts';
import { faultOf } from './client-fault.ts';
import { Feed, settledWithin, Silence } from './feed.ts';
import { Gate, openScans, shortReads } from './gate.ts';
import { Patience } from './patience.ts';
import { quiet } from './quiet.ts';
import { mayPass, readFailed, unreachable } from './read-fault.ts';

/** A client, or a function that makes one: then the store owns it, and may make another. */
export type ClientSource = EventStoreClient | (() => EventStoreClient);

export interface LogRead {
  readonly from: 'start' | 'end' | LogPlace;
  readonly count: number;
}

export interface StreamRead {
  readonly from: 'end' | bigint;
  readonly backward: boolean;
  readonly count: number;
}

/** All calls of one store to its server: bounded in number and time, and let go of at the end. */
export class Connection {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly #make: (() => EventStoreClient) | null;
  readonly #appends: Gate;
  readonly #answers: AnswerTimes;
  readonly #feeds = new Set<Feed>();
  #client: EventStoreClient;
  /** The last client that has answered an append. */
  #answered: EventStoreClient | null = null;
  readonly #retired: EventStoreClient[] = [];
  /**
   * A client of its own for reads, where the store may make one. A read that breaks makes its
   * client open another batch call beside the one in use, and the end of either loses the other's
   * appends: their answers then throw where nobody can catch it.
   */
  readonly #reader: EventStoreClient;
  #closed = false;
  /** Has the server ever said that a subscription has caught up? Old ones never do. */
  tellsCaughtUp = false;

  constructor(source: ClientSource, ports: Ports, settings: Settings) {
    this.ports = ports;
    this.settings = settings;
    this.#make = typeof source === 'function' ? source : null;
    this.#client = typeof source === 'function' ? source() : source;
    this.#reader = typeof source === 'function' ? source() : source;
    this.#appends = new Gate(settings.appendsInFlight);
    this.#answers = new AnswerTimes(settings.answerMs);
  }

  /** The client at work; another one after {@link renew}. */
  get client(): EventStoreClient {
    return this.#client;
  }

  assertOpen(): void {
    if (this.#closed) throw new LetopisError('store-closed', 'this store was closed: open another');
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
    // Hardly ever is there anything to wait for, and each step of waiting costs every append.
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

  /** The answer, which counts the append out whenever it comes. */
  #appendNow(
    stream: string,
    events: readonly ClientEvent[],
    expectedRevision: number,
  ): Promise<ClientAppendResult> {
    const client = this.#client;
    const expected = expectedRevision < 0 ? 'no_stream' : BigInt(expectedRevision);
    const { answerMs, requiresLeader } = this.settings;
    // One client knows the one name, one the other, and each ignores what it does not know.
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

  /** A few events of a stream, each as `take` makes it; none for a stream that is not there. */
  readStream<Taken>(
    stream: string,
    { from, backward, count }: StreamRead,
    take: (item: ClientItem) => Taken,
  ): Promise<Taken[]> {
    const { requiresLeader } = this.settings;
    const direction = backward ? 'backwards' : 'forwards';
    const options = { fromRevision: from, direction, maxCount: count, requiresLeader };
    return this.#page((client) => client.readStream(stream, options), take);
  }

  /** A few events of the whole server's log, newest first. */
  readLogBackward({ from, count }: LogRead): Promise<ClientItem[]> {
    const { requiresLeader } = this.settings;
    const options = { fromPosition: from, direction: 'backwards', maxCount: count, requiresLeader };
    return this.#page((client) => client.readAll(options), asItIs);
  }

  /**
   * A filtered subscription to the log after a place. It holds one of the process's places until it
   * is released. Throws `busy` where none becomes free in time.
   */
  async subscribe(
    after: LogPlace,
    filter: Omit<ClientFilter, 'checkpointReached'>,
  ): Promise<{ readonly feed: Feed; readonly release: () => Promise<void> }> {
    await openScans.enter();
    let feed: Feed | null = null;
    try {
      this.assertOpen();
      const checkpointReached: ClientFilter['checkpointReached'] = (subscription, place) =>
        feed?.checkpointReached(subscription, place);
      const { requiresLeader } = this.settings;
      const options = {
        fromPosition: after,
        filter: { ...filter, checkpointReached },
        requiresLeader,
      };
      const opened = this.#open(this.#reader.subscribeToAll(options));
      feed = opened;
      return { feed: opened, release: () => this.#letGo(opened).finally(() => openScans.leave()) };
    } catch (error) {
      openScans.leave();
      throw error;
    }
  }

  /**
   * Another client, where the store may make one and this one will never append: it keeps its first
   * failure to learn the server's features, or waits for them for ever. One that has appended
   * before is kept, whatever it says.
   */
  renewIfUseless(client: EventStoreClient, error: unknown, failures: number): void {
    if (this.#make === null || client !== this.#client || client === this.#answered) return;
    const { type, code } = (error ?? {}) as { readonly type?: unknown; readonly code?: unknown };
    const forGood = type === undefined && typeof code === 'number' && !PASSING_CODES.has(code);
    if (!forGood && !(error instanceof Silence && failures >= 2)) return;
    this.#client = this.#make();
    this.#retired.push(client);
  }

  /** No call is made any more; open reads throw `store-closed`. */
  shut(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#failFeeds(new LetopisError('store-closed', 'this store was closed during the read'));
  }

  /** Lets go of the client, if it is the store's own. */
  async dispose(): Promise<void> {
    if (this.#make === null) return;
    const clients = [...this.#retired.splice(0), this.#client, this.#reader];
    const work = async (): Promise<void> => {
      await Promise.all(clients.map((client) => settledWithin(client.dispose(), DISPOSE_MS)));
    };
    await quiet.whenQuiet(work, QUIET_WAIT_MS);
  }

  async #page<Taken>(
    call: (client: EventStoreClient) => ClientStream,
    take: (item: ClientItem) => Taken,
  ): Promise<Taken[]> {
    const patience = this.patience();
    for (;;) {
      this.assertOpen();
      try {
        return await this.#collect(() => call(this.#reader), take);
      } catch (error) {
        if (faultOf(error) === 'no-stream') return [];
        this.assertOpen();
        if (!mayPass(error)) throw readFailed(error);
        if (!(await patience.pause(faultOf(error) === 'not-leader'))) throw unreachable(error);
      }
    }
  }

  /** Each item is taken as it comes: while the server is at the next ones. */
  async #collect<Taken>(
    call: () => ClientStream,
    take: (item: ClientItem) => Taken,
  ): Promise<Taken[]> {
    await shortReads.enter();
    let feed: Feed | null = null;
    const items: Taken[] = [];
    try {
      feed = this.#open(call());
      // The server ends it by itself at the count that was asked for.
      while (!feed.ended) {
        const item = feed.read();
        if (item !== null) items.push(take(item));
        else if (!feed.ended) await feed.more(this.settings.answerMs);
      }
      return items;
    } finally {
      if (feed !== null) await this.#letGo(feed);
      shortReads.leave();
    }
  }

  #open(source: ClientStream): Feed {
    const feed = new Feed(source);
    this.#feeds.add(feed);
    return feed;
  }

  async #letGo(feed: Feed): Promise<void> {
    this.#feeds.delete(feed);
    await feed.release();
  }

  #failFeeds(error: Error): void {
    for (const feed of this.#feeds) feed.fail(error);
  }
}

/** For reads whose items nobody needs as lines. */
export const asItIs = (item: ClientItem): ClientItem => item;

/** Some clients never say that they are disposed. */
const DISPOSE_MS = 1000;
const QUIET_WAIT_MS = 1000;
/** gRPC: cancelled, unavailable. The client asks again after these. */
const PASSING_CODES: ReadonlySet<number> = new Set([1, 14]);
