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

/** Which part of the server's log to read. */
export interface LogRead {
  readonly from: 'start' | 'end' | LogPlace;
  readonly count: number;
}

/** Which part of a stream to read, and in which direction. */
export interface StreamRead {
  readonly from: 'end' | number;
  readonly step: 1 | -1;
  readonly count: number;
}

/** A call that stays open while its reader works. It takes one of the process's places. */
export interface OpenRead {
  readonly feed: Feed;
  /** Ends the call and gives its place back; calling it again does nothing. */
  readonly release: () => Promise<void>;
}

/** All reads of one store from its server: limited in number and time. */
export class Reads {
  readonly #client: EventStoreClient;
  readonly #settings: Settings;
  readonly #asking: Asking;
  readonly #openReads = new Set<OpenRead>();
  /** Can the client cancel a read? Its first read shows it. */
  #readsCancel = false;

  constructor(client: EventStoreClient, settings: Settings, asking: Asking) {
    this.#client = client;
    this.#settings = settings;
    this.#asking = asking;
  }

  /** A few events of a stream, each converted by `take`; none for a stream that does not exist. */
  readStream<Taken>(
    stream: string,
    asked: StreamRead,
    take: (item: ClientItem, index: number) => Taken,
  ): Promise<Taken[]> {
    return this.#page(() => this.#streamCall(stream, asked), take);
  }

  /**
   * The same, one item after another, by a call that stays open. Null where that is not possible:
   * where no place is free, because a reader that waited for one could wait for itself; and where
   * the client cannot cancel a read, as KurrentDB's cannot. What such a read leaves unread stays in
   * the connection's window, and a few of them block all other reads.
   */
  openStream(stream: string, asked: StreamRead): OpenRead | null {
    if (!this.#readsCancel || !longStreams.tryEnter()) return null;
    return this.#openCall(longStreams, () => this.#streamCall(stream, asked));
  }

  /** A few events of the whole server's log, newest first. */
  readLogBackward({ from, count }: LogRead): Promise<ClientItem[]> {
    const { requiresLeader } = this.#settings;
    const options = { fromPosition: from, direction: 'backwards', maxCount: count, requiresLeader };
    return this.#page(() => this.#client.readAll(options), asItIs);
  }

  /**
   * A filtered subscription to the log after a place; waits for a free place among the gates first.
   */
  async subscribe(
    after: LogPlace,
    filter: Omit<ClientFilter, 'checkpointReached'>,
  ): Promise<OpenRead> {
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
    const opened = this.#openCall(openScans, () => this.#client.subscribeToAll(options));
    feed = opened.feed;
    return opened;
  }

  /** Ends everything that is under way, also what its reader has abandoned. */
  fail(error: Error): void {
    for (const { feed, release } of this.#openReads) {
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

  /** Converts each item as it comes, while the server works on the next ones. */
  async #collect<Taken>(
    call: () => ClientStream,
    take: (item: ClientItem, index: number) => Taken,
  ): Promise<Taken[]> {
    await shortReads.enter();
    const { feed, release } = this.#openCall(shortReads, call);
    const items: Taken[] = [];
    try {
      // The server ends the read by itself after the number of events that was asked for.
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

  /** Makes a call for which a place was taken; releasing it gives the place back. */
  #openCall(gate: Gate, call: () => ClientStream): OpenRead {
    try {
      this.#asking.assertOpen();
      const feed = new Feed(call());
      const release = async (): Promise<void> => {
        if (!this.#openReads.delete(opened)) return;
        await feed.release().finally(() => gate.leave());
      };
      const opened: OpenRead = { feed, release };
      this.#openReads.add(opened);
      return opened;
    } catch (error) {
      gate.leave();
      throw error;
    }
  }
}

/** For reads whose items are not converted to lines. */
export const asItIs = (item: ClientItem): ClientItem => item;
