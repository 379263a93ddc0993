import { faultOf } from './client-fault.ts';
import type {
  ClientFilter,
  ClientItem,
  ClientStream,
  EventStoreClient,
  LogPlace,
} from './client.ts';
import { Feed } from './feed.ts';
import type { Gate } from './gate.ts';
import { longStreams, openScans, shortReads } from './gate.ts';
import type { Settings } from './options.ts';
import type { Asking } from './retries.ts';
import { Retries } from './retries.ts';

export interface LogRead {
  readonly from: 'start' | 'end' | LogPlace;
  readonly count: number;
}

export interface StreamRead {
  readonly from: 'end' | number;
  readonly step: 1 | -1;
  readonly count: number;
}

/** A call that is held open while its reader works. It has one of the process's places. */
export interface HeldRead {
  readonly feed: Feed;
  /** Gives the call and its place back; once, however often it is called. */
  readonly release: () => Promise<void>;
}

/** All reads of one store from its server: bounded in number and time. */
export class Reads {
  readonly #client: EventStoreClient;
  readonly #settings: Settings;
  readonly #asking: Asking;
  readonly #held = new Set<HeldRead>();
  /** Can the client cancel a read? Its first one shows it. */
  #readsCancel = false;

  constructor(client: EventStoreClient, settings: Settings, asking: Asking) {
    this.#client = client;
    this.#settings = settings;
    this.#asking = asking;
  }

  /** A few events of a stream, each as `take` makes it; none for a stream that is not there. */
  readStream<Taken>(
    stream: string,
    asked: StreamRead,
    take: (item: ClientItem, index: number) => Taken,
  ): Promise<Taken[]> {
    return this.#page(() => this.#streamCall(stream, asked), take);
  }

  /**
   * The same, one item after another, by a call that is held open. Null where that is not to be
   * had: where no place is free for it, since a reader that waited for one could wait for itself;
   * and where the client cannot cancel a read, as KurrentDB's cannot. What such a read leaves
   * unread stays in the connection's window, and a few of them block everybody's reads.
   */
  holdStream(stream: string, asked: StreamRead): HeldRead | null {
    if (!this.#readsCancel || !longStreams.tryEnter()) return null;
    return this.#hold(longStreams, () => this.#streamCall(stream, asked));
  }

  /** A few events of the whole server's log, newest first. */
  readLogBackward({ from, count }: LogRead): Promise<ClientItem[]> {
    const { requiresLeader } = this.#settings;
    const options = { fromPosition: from, direction: 'backwards', maxCount: count, requiresLeader };
    return this.#page(() => this.#client.readAll(options), asItIs);
  }

  /** A filtered subscription to the log after a place, once a place is free for it. */
  async subscribe(
    after: LogPlace,
    filter: Omit<ClientFilter, 'checkpointReached'>,
  ): Promise<HeldRead> {
    await openScans.enter();
    let feed: Feed | null = null;
    const checkpointReached: ClientFilter['checkpointReached'] = (subscription, place) =>
      feed?.checkpointReached(subscription, place);
    const { requiresLeader } = this.#settings;
    const options = {
      fromPosition: after,
      filter: { ...filter, checkpointReached },
      requiresLeader,
    };
    const held = this.#hold(openScans, () => this.#client.subscribeToAll(options));
    feed = held.feed;
    return held;
  }

  /** Ends all that is under way, also what its reader has forgotten. */
  fail(error: Error): void {
    for (const { feed, release } of this.#held) {
      feed.fail(error);
      void release();
    }
  }

  async #page<Taken>(
    call: () => ClientStream,
    take: (item: ClientItem, index: number) => Taken,
  ): Promise<Taken[]> {
    const retries = new Retries(this.#asking, null);
    for (;;) {
      this.#asking.assertOpen();
      try {
        return await this.#collect(call, take);
      } catch (error) {
        if (faultOf(error) === 'no-stream') return [];
        await retries.pause(error, null);
      }
    }
  }

  /** Each item is taken as it comes: while the server is at the next ones. */
  async #collect<Taken>(
    call: () => ClientStream,
    take: (item: ClientItem, index: number) => Taken,
  ): Promise<Taken[]> {
    await shortReads.enter();
    const { feed, release } = this.#hold(shortReads, call);
    const items: Taken[] = [];
    try {
      // The server ends it by itself at the count that was asked for.
      while (!feed.ended) {
        const item = feed.read();
        if (item !== null) items.push(take(item, items.length));
        else if (!feed.ended) await feed.more(this.#settings.answerMs);
      }
      return items;
    } finally {
      await release();
    }
  }

  #streamCall(stream: string, { from, step, count }: StreamRead): ClientStream {
    const fromRevision = from === 'end' ? from : BigInt(from);
    const direction = step < 0 ? 'backwards' : 'forwards';
    const { requiresLeader } = this.#settings;
    const options = { fromRevision, direction, maxCount: count, requiresLeader };
    const source = this.#client.readStream(stream, options);
    this.#readsCancel = source.cancel !== undefined;
    return source;
  }

  /** Makes a call for which a place was taken, and gives the place back with it. */
  #hold(gate: Gate, call: () => ClientStream): HeldRead {
    try {
      this.#asking.assertOpen();
      const feed = new Feed(call());
      const release = async (): Promise<void> => {
        if (!this.#held.delete(held)) return;
        await feed.release().finally(() => gate.leave());
      };
      const held: HeldRead = { feed, release };
      this.#held.add(held);
      return held;
    } catch (error) {
      gate.leave();
      throw error;
    }
  }
}

/** For reads whose items nobody needs as lines. */
export const asItIs = (item: ClientItem): ClientItem => item;
