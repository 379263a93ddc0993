import type { Position } from './event-store.ts';

/**
 * All partitions of one projection (name and version), folded up to its checkpoint. A rebuild fills
 * a new generation beside the old one and switches to it when it has caught up.
 */
export interface Generation {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly state: 'building' | 'live';
  readonly checkpoint: Position;
}

/** What one commit changes in one generation. */
export interface GenerationChange {
  readonly id: number;
  /** The checkpoint that the generation must have now (compare-and-set). */
  readonly expected: Position;
  readonly next: Position;
  /** Partition key → JSON text. */
  readonly puts: ReadonlyMap<string, string>;
  readonly deletes: readonly string[];
}

/**
 * The end of the log at an instant. The runtime saves one now and then, so that finding the
 * position of an instant is quick.
 */
export interface TimeMark {
  readonly recordedAt: string;
  readonly position: Position;
}

/** One transaction: every change of every generation, or nothing. */
export interface ViewCommit {
  readonly logId: string;
  readonly changes: readonly GenerationChange[];
  readonly timeMarks: readonly TimeMark[];
}

/**
 * The port of a view store. Views live in their own file, beside the log and never in it;
 * everything in them can be thrown away and rebuilt. The suite `viewStoreContract` tests every
 * implementation.
 */
export interface ViewStore {
  /** All generations, oldest first. */
  generations(): Promise<readonly Generation[]>;

  /** Opens a new, empty generation in state `building`, at the start of the log. */
  open(name: string, version: number): Promise<Generation>;

  /**
   * Makes a generation the live one of its name and version and drops the former one, in one
   * transaction. Throws `no-generation`.
   */
  switchTo(id: number): Promise<void>;

  /** Drops a generation with all its partitions. Throws `no-generation`. */
  drop(id: number): Promise<void>;

  /**
   * The JSON text of one partition. Throws `no-generation`, so that nobody reads a dropped view.
   */
  get(id: number, key: string): Promise<string | undefined>;

  /**
   * Partitions whose keys begin with `prefix`, in plain order of keys, those after `after`, at most
   * `limit`. Throws `no-generation`.
   */
  scan(
    id: number,
    prefix: string,
    after: string,
    limit: number,
  ): Promise<readonly (readonly [key: string, value: string])[]>;

  /**
   * Writes partitions and checkpoints in one transaction. The first commit binds the store to the
   * log. Throws `foreign-log`, `checkpoint-moved` and `no-generation`; then nothing is written.
   */
  commit(commit: ViewCommit): Promise<void>;

  /** The log that these views belong to; null before the first commit. */
  logId(): Promise<string | null>;

  /** The latest time mark at or before an instant; null where there is none. */
  timeMark(instant: string): Promise<TimeMark | null>;

  close(): Promise<void>;
}
