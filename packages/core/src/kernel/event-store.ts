import type { Beside, NewEvent } from './event.ts';
import type { JsonObject } from './json.ts';
import type { Ports } from './ports.ts';

/**
 * A place in the log. Opaque: only compare it; plain string order is log order. {@link START} comes
 * before every other.
 */
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
  /** `'emptied'`: erased on purpose; `null`: the event has no personal values. */
  readonly beside: Beside | 'emptied' | null;
  readonly metadata: JsonObject | null;
}

/** Where one appended event was stored. */
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

/**
 * A page of the log: some lines, and the position up to which the log was read. A filter may have
 * left out lines after the last one of the page, so that position may be further on.
 */
export interface LogPage {
  readonly lines: readonly StoredLine[];
  readonly scannedTo: Position;
}

/** A page of `follow`; `caughtUp` says that the log had nothing beyond it when it was read. */
export interface FollowPage extends LogPage {
  readonly caughtUp: boolean;
}

/** Which part of the log to read; by default all of it. */
export interface LogFilter {
  readonly types?: readonly string[] | null;
  /** Only streams whose names begin with this: `academy.` for one organisation. */
  readonly streamPrefix?: string | null;
}

/** Which part of a stream to read, in which direction, and in pages of which size. */
export interface ReadStreamOptions {
  /** First revision to read; default 0, or the stream's end when reading backward. */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  /** Most lines in one page; default 1,000. */
  readonly pageSize?: number;
}

/** Which part of the log to read, and in pages of which size. */
export interface ReadAllOptions extends LogFilter {
  readonly pageSize?: number;
}

/** Which part of the log to follow, until when, and how often to look at it. */
export interface FollowOptions extends ReadAllOptions {
  /** Ends the loop when it is aborted. */
  readonly signal?: AbortSignal;
  /** Longest wait between two looks at the log, in milliseconds; default 250. */
  readonly pollMs?: number;
}

/**
 * Where stores differ in what they guarantee. Each store states it, and the contract tests what it
 * states.
 */
export interface StoreGuarantees {
  /**
   * In which scope `recordedAt` never goes back among what this store appends. `log`: in the whole
   * log; `stream`: in each stream, while the times of several writers may cross in the log.
   */
  readonly timesRise: 'log' | 'stream';
  /**
   * `in-place`: `emptyBeside` erases; `by-key`: `emptyBeside` throws `misuse`, and a value is
   * erased with its subject's key.
   */
  readonly erasure: 'in-place' | 'by-key';
}

/**
 * The port of an event store. The suite `eventStoreContract` in `@letopis/core/testing` tests every
 * implementation against what these comments say.
 */
export interface EventStore {
  /** The clock, random bytes and hash that this store was opened with. */
  readonly ports: Ports;
  readonly guarantees: StoreGuarantees;

  /**
   * Appends a batch whole or not at all, at exactly `expectedRevision` (−1: the stream does not
   * exist yet).
   *
   * Where the same batch (by event ids) is already stored from `expectedRevision + 1` on, it gives
   * the first result again. Throws `invalid-append` before any I/O; `conflict` with the actual
   * revision; `outcome-unknown` where the answer was lost, in which case sending the very same
   * again is safe and settles it; `unreachable` where there was no answer and nothing was written.
   */
  append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult>;

  /** The lines of one stream in pages; none for a stream that does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<readonly StoredLine[]>;

  /** The log after a position and up to its present end, in pages. */
  readAll(after: Position, options?: ReadAllOptions): AsyncIterable<LogPage>;

  /**
   * The log after a position, and then whatever is appended, without end: one loop that reads on
   * from the end of the last page, and wake-ups only shorten its wait. Ends when the signal is
   * aborted.
   */
  follow(after: Position, options?: FollowOptions): AsyncIterable<FollowPage>;

  /** Position of the last event; {@link START} for an empty log. */
  head(): Promise<Position>;

  /**
   * End of the longest prefix of the log in which every `recordedAt` is at or before the instant.
   */
  positionAt(instant: string): Promise<Position>;

  /** The id of this log. View stores remember it, so that they are never fed from another log. */
  logId(): Promise<string>;

  /**
   * Writes whole lines, in log order, into a log that is empty or already has exactly a prefix of
   * them, and gives the log a new id. The next restore finishes one that was interrupted. Lines are
   * checked (form, chain, revisions, times that rise in each stream) before they are written; what
   * was emptied in this log stays emptied. Throws `restore-mismatch` and `corrupt`.
   *
   * @returns how many lines were written (those already there are not counted).
   */
  restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number>;

  /**
   * Erases for good what lies beside these events and marks it *emptied*; the lines stay. Throws
   * `misuse` for an event that the stream does not have, and where erasure is `by-key`.
   */
  emptyBeside(stream: string, eventIds: readonly string[]): Promise<void>;

  /**
   * Waits for calls under way and releases every resource. A closed store throws `store-closed`.
   */
  close(): Promise<void>;
}

/** A line to restore: what {@link EventStore.readAll} gives, without the position. */
export type RestoredLine = Omit<StoredLine, 'position'>;
