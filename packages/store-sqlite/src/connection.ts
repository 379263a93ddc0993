import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { BusyWait } from './busy-wait.ts';
import { isBusy, isSqliteError, storeFailed } from './sqlite-fault.ts';

/** A prepared statement whose rows are arrays, in the order of its columns. */
export interface Query<Row extends readonly unknown[]> {
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
}

/** A statement that gives no rows. */
export type Command = Pick<StatementSync, 'run'>;

/** Says that the file was locked: nothing was done. */
export const BUSY = Symbol('busy');

/** Gives everything else in this process a turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * One connection to one file: its transactions, its waits for a locked file, and its state after a
 * failure.
 *
 * A transaction begins, writes and commits within one turn of the event loop, so no reader of this
 * process ever sees rows that are not committed: readers and writer share the connection, and with
 * it one warm page cache. No statement stays open between turns, so none keeps a snapshot.
 */
export class Connection {
  readonly file: string;
  readonly ports: Ports;
  readonly busyTimeoutMs: number;
  readonly #db: DatabaseSync;
  readonly #begin: Command;
  readonly #commit: Command;
  readonly #underWay = new Set<Promise<unknown>>();
  #failure: LetopisError | null = null;
  #closed = false;

  constructor(db: DatabaseSync, file: string, ports: Ports, busyTimeoutMs: number) {
    this.#db = db;
    this.file = file;
    this.ports = ports;
    this.busyTimeoutMs = busyTimeoutMs;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
  }

  query<Row extends readonly unknown[]>(sql: string): Query<Row> {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    // The types of node:sqlite describe rows as objects only, also after setReturnArrays.
    return statement as unknown as Query<Row>;
  }

  command(sql: string): Command {
    return this.#db.prepare(sql);
  }

  wait(): BusyWait {
    return new BusyWait(this.ports, this.busyTimeoutMs, this.file);
  }

  /** Runs reading statements; waits where the file is locked for readers too. */
  async read<T>(work: () => T): Promise<T> {
    return this.patiently(() => {
      this.assertOpen();
      return work();
    });
  }

  /** Begins, works and commits; waits for the lock, at most for the stated time. */
  transact<T>(work: () => T): Promise<T> {
    return this.#tracked(this.patiently(() => this.tryTransact(work)));
  }

  /** Moves the whole WAL into the file and truncates it, as soon as no reader uses it. */
  truncateWal(): Promise<void> {
    const cut = this.query<[busy: number]>('PRAGMA wal_checkpoint(TRUNCATE)');
    return this.#tracked(this.patiently(() => (cut.get()?.[0] === 0 ? undefined : BUSY)));
  }

  /**
   * Begins, works and commits at once, or gives {@link BUSY}. If `work` throws, all of it is
   * undone. Throws `outcome-unknown` for an error of COMMIT, `store-failed` for one of SQLite
   * before it; after both the connection refuses all work.
   */
  tryTransact<T>(work: () => T): T | typeof BUSY {
    this.assertOpen();
    try {
      this.#begin.run();
    } catch (error) {
      if (isBusy(error)) return BUSY;
      throw this.#shut(error);
    }
    let value: T;
    try {
      value = work();
    } catch (error) {
      this.#undo();
      if (isBusy(error)) return BUSY;
      throw isSqliteError(error) ? this.#shut(error) : error;
    }
    try {
      this.#commit.run();
    } catch (error) {
      this.#undo();
      if (isBusy(error)) return BUSY;
      throw this.#unknown(error);
    }
    return value;
  }

  /** Tries again, after a pause, as long as the file is locked. Translates SQLite's errors. */
  async patiently<T>(attempt: () => T | typeof BUSY): Promise<T> {
    let wait: BusyWait | null = null;
    for (;;) {
      try {
        const value = attempt();
        if (value !== BUSY) return value;
      } catch (error) {
        if (!isBusy(error)) throw isSqliteError(error) ? this.#readFailed(error) : error;
      }
      wait ??= this.wait();
      wait.check();
      await wait.pause();
    }
  }

  /** Throws `store-failed` or `store-closed` where the connection can no longer be used. */
  assertOpen(): void {
    if (this.#failure !== null) {
      const { message, fields } = this.#failure;
      throw new LetopisError('store-failed', `shut after: ${message}`, fields, this.#failure);
    }
    if (this.#closed) throw new LetopisError('store-closed', 'this was closed: open it again');
  }

  /**
   * Waits for transactions under way and closes. The last process to close moves the WAL into the
   * file.
   */
  async close(): Promise<void> {
    if (this.#closed) return;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    this.#closed = true;
    if (this.#db.isOpen) this.#db.close();
  }

  /** Counts a run as under way, so that {@link close} waits for it. */
  #tracked<T>(run: Promise<T>): Promise<T> {
    this.#underWay.add(run);
    const done = (): void => void this.#underWay.delete(run);
    run.then(done, done);
    return run;
  }

  #undo(): void {
    if (!this.#db.isTransaction) return;
    try {
      this.#db.exec('ROLLBACK');
    } catch (error) {
      this.#shut(error);
    }
  }

  /**
   * The error of a failed read. Damage in one place leaves the rest readable; after any other
   * failure the connection refuses all work.
   */
  #readFailed(error: unknown): LetopisError {
    const failed = storeFailed(error, this.file);
    return failed.code === 'corrupt' ? failed : this.#shut(error);
  }

  #shut(error: unknown): LetopisError {
    this.#failure ??= storeFailed(error, this.file);
    return this.#failure;
  }

  #unknown(cause: unknown): LetopisError {
    const { message, fields } = this.#shut(cause);
    const say = `the commit to ${this.file} may or may not stand (${message})`;
    return new LetopisError('outcome-unknown', say, fields, cause);
  }
}
