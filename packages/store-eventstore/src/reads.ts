import type {
  ClientFilter,
  ClientItem,
  ClientStream,
  EventStoreClient,
  LogPlace,
} from './client.ts';
import type { Gate } from './gate.ts';
import type { Asking } from './long-read.ts';
import type { Settings } from './options.ts';
import { faultOf } from './client-fault.ts';
import { Feed } from './feed.ts';
import { longStreams, openScans, shortReads } from './gate.ts';
import { LongRead } from './long-read.ts';

export interface LogRead {
  readonly from: 'start' | 'end' | LogPlace;
  readonly count: number;
}

export interface StreamRead {
  readonly from: 'end' | bigint;
  readonly backward: boolean;
  readonly count: number;
}

/** A call that is held open while its reader works. It has one of the process's places. */
export interface HeldRead {
  readonly feed: Feed;
  readonly release: () => Promise<void>;
}

/** All reads of one store from its server: bounded in number and time. */
export class Reads {
  readonly #client: EventStoreClient;
  readonly #settings: Settings;
  readonly #asking: Asking;
  readonly #feeds = new Set<Feed>();

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
    const options = this.#streamOptions(asked);
    return this.#page(() => this.#client.readStream(stream, options), take);
  }

  /**
   * The same, one item after another, by a call that is held open. Null where no place is free for
   * it: a reader that waited for one could wait for itself.
   */
  holdStream(stream: string, asked: StreamRead): HeldRead | null {
    if (!longStreams.tryEnter()) return null;
    const options = this.#streamOptions(asked);
    return this.#hold(longStreams, () => this.#client.readStream(stream, options));
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

  /** Ends all that is under way. */
  fail(error: Error): void {
    for (const feed of this.#feeds) feed.fail(error);
  }

  async #page<Taken>(
    call: () => ClientStream,
    take: (item: ClientItem, index: number) => Taken,
  ): Promise<Taken[]> {
    const read = new LongRead(this.#asking, null);
    for (;;) {
      this.#asking.assertOpen();
      try {
        return await this.#collect(call, take);
      } catch (error) {
        if (faultOf(error) === 'no-stream') return [];
        await read.pause(error, null);
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

  #streamOptions({ from, backward, count }: StreamRead): object {
    const { requiresLeader } = this.#settings;
    const direction = backward ? 'backwards' : 'forwards';
    return { fromRevision: from, direction, maxCount: count, requiresLeader };
  }

  /** Makes a call for which a place was taken, and gives the place back with it. */
  #hold(gate: Gate, call: () => ClientStream): HeldRead {
    try {
      this.#asking.assertOpen();
      const feed = new Feed(call());
      this.#feeds.add(feed);
      const release = async (): Promise<void> => {
        this.#feeds.delete(feed);
        await feed.release();
        gate.leave();
      };
      return { feed, release };
    } catch (error) {
      gate.leave();
      throw error;
    }
  }
}

/** For reads whose items nobody needs as lines. */
export const asItIs = (item: ClientItem): ClientItem => item;
