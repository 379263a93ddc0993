import type { Beside, NewEvent } from './event.ts';
import type { JsonObject } from './json.ts';
import type { Ports } from './ports.ts';

/** A place in the log. Opaque; plain string order is log order. {@link START} is before all. */
export type Position = string;
/** The position before the first event. */
export const START: Position = '';

/** One event to append, with what lies beside its line and free metadata outside it. */
export interface AppendItem {
  readonly event: NewEvent;
  readonly beside?: Beside | null;
  /** A user's own trace ids and the like: stored, never hashed, never read by Letopis. */
  readonly metadata?: JsonObject | null;
}

/** A stored line as every reader gets it. */
export interface StoredLine {
  readonly position: Position;
  readonly line: string;
  /** `'emptied'`: erased on purpose; `null`: there never was anything. */
  readonly beside: Beside | 'emptied' | null;
  readonly metadata: JsonObject | null;
}

/** Where one appended event came to stand. */
export interface Appended {
  readonly id: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
}

/** The answer to an append: the same for the first time and for every repetition. */
export interface AppendResult {
  readonly stream: string;
  readonly events: readonly Appended[];
}

/** A page of the log: some lines, and how far the scan has come (also past what a filter hid). */
export interface LogPage {
  readonly lines: readonly StoredLine[];
  readonly scannedTo: Position;
}

/** A page of `follow`; `caughtUp` says that nothing lay beyond it when it was read. */
export interface FollowPage extends LogPage {
  readonly caughtUp: boolean;
}

/** Which part of the log to read; all of it where nothing is said. */
export interface LogFilter {
  readonly types?: readonly string[] | null;
  /** Streams whose names begin so, `academy.` for one organisation. */
  readonly streamPrefix?: string | null;
}

export interface ReadStreamOptions {
  /** First revision to read; default 0, or the stream's end when reading backward. */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  /** Lines a page at the most; default 1,000. */
  readonly pageSize?: number;
}

export interface ReadAllOptions extends LogFilter {
  readonly pageSize?: number;
}

export interface FollowOptions extends ReadAllOptions {
  /** Ends the loop. */
  readonly signal?: AbortSignal;
  /** Longest wait between two looks at the log, in milliseconds; default 250. */
  readonly pollMs?: number;
}

/** Where kinds of stores differ, said by each store itself; the contract holds it to its word. */
export interface StoreGuarantees {
  /**
   * How far `recordedAt` never goes back among what this store appends. `log`: in the whole log;
   * `stream`: in a stream, while several writers' times may cross in the log.
   */
  readonly timesRise: 'log' | 'stream';
  /** `in-place`: `emptyBeside` does it; `by-key`: it throws `misuse`, erase the subject's key. */
  readonly erasure: 'in-place' | 'by-key';
}

/**
 * The port of an event store. One suite, `eventStoreContract` in `@letopis/core/testing`, holds
 * every implementation to what stands here.
 */
export interface EventStore {
  /** Clock, chance and hash that this store was opened with. */
  readonly ports: Ports;
  readonly guarantees: StoreGuarantees;

  /**
   * Appends a batch whole or not at all, at exactly `expectedRevision` (−1: no stream yet).
   *
   * The same batch (by event ids) already standing at `expectedRevision + 1` gets its first result.
   * Throws `invalid-append` before I/O, `conflict` with the actual revision, `outcome-unknown`
   * where the answer was lost: then sending the very same again is safe and settles it; and
   * `unreachable` where there was no answer and surely nothing was written.
   */
  append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult>;

  /** The lines of one stream in pages; nothing for a stream that is not there. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<readonly StoredLine[]>;

  /** The log after a position, to its present end, in pages. */
  readAll(after: Position, options?: ReadAllOptions): AsyncIterable<LogPage>;

  /**
   * The log after a position, and then for ever what comes: one loop from the last page's end, in
   * which wake-ups only shorten the wait. Ends when the signal is aborted.
   */
  follow(after: Position, options?: FollowOptions): AsyncIterable<FollowPage>;

  /** Position of the last event; {@link START} for an empty log. */
  head(): Promise<Position>;

  /**
   * End of the longest prefix of the log in which every `recordedAt` is at or before the instant.
   */
  positionAt(instant: string): Promise<Position>;

  /** Names this log; views keep it, so that they are never fed from another one. */
  logId(): Promise<string>;

  /**
   * Writes whole lines, in log order, into a log that is empty or holds exactly a prefix of them,
   * and gives the log a new id. An interrupted restore is finished by the next one. Lines are
   * checked (form, chain, revisions, times that rise in each stream) before they are written; what
   * was emptied here stays so.
   * @returns how many lines were written (those already there are not counted).
   */
  restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number>;

  /**
   * Empties what lies beside these events for good and marks it *emptied*; the lines stay. Throws
   * `misuse` for an event that the stream does not hold, and where erasure is `by-key`.
   */
  emptyBeside(stream: string, eventIds: readonly string[]): Promise<void>;

  /**
   * Waits for what is under way and lets go of everything. A closed store throws `store-closed`.
   */
  close(): Promise<void>;
}

/** A line to restore: what {@link EventStore.readAll} gave, less the position. */
export type RestoredLine = Omit<StoredLine, 'position'>;
