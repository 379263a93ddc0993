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

/** Lets everything else in this process have its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * One connection to one file: transactions, waits for a locked file, and the state after a failure.
 *
 * A transaction begins, writes and commits within one turn of the event loop, so no reader of this
 * process can ever meet rows that are not committed: readers and writer share the connection, and
 * with it one warm page cache. No statement stays open between turns, so nothing holds a snapshot.
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
    // The types of node:sqlite know rows as objects only, also after setReturnArrays.
    return statement as unknown as Query<Row>;
  }

  command(sql: string): Command {
    return this.#db.prepare(sql);
  }

  wait(): BusyWait {
    return new BusyWait(this.ports, this.busyTimeoutMs, this.file);
  }

  /** Runs reading statements; waits where the file is locked even for readers. */
  async read<T>(work: () => T): Promise<T> {
    return this.patiently(() => {
      this.assertOpen();
      return work();
    });
  }

  /** Begins, works, commits, waiting for the lock as long as was stated. */
  transact<T>(work: () => T): Promise<T> {
    return this.#tracked(this.patiently(() => this.tryTransact(work)));
  }

  /** Folds the whole WAL into the file and cuts it to nothing, as soon as no reader is in it. */
  truncateWal(): Promise<void> {
    const cut = this.query<[busy: number]>('PRAGMA wal_checkpoint(TRUNCATE)');
    return this.#tracked(this.patiently(() => (cut.get()?.[0] === 0 ? undefined : BUSY)));
  }

  /**
   * Begins, works and commits at once, or gives {@link BUSY}. What `work` throws undoes all of it.
   * Throws `outcome-unknown` for an error of COMMIT, `store-failed` for one of SQLite before it;
   * both leave the connection shut.
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

  /** Tries again, after a pause, as long as the file is locked. Errors of SQLite are translated. */
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

  /** Throws `store-failed` or `store-closed`. */
  assertOpen(): void {
    if (this.#failure !== null) {
      const { message, fields } = this.#failure;
      throw new LetopisError('store-failed', `shut after: ${message}`, fields, this.#failure);
    }
    if (this.#closed) throw new LetopisError('store-closed', 'this was closed: open it again');
  }

  /** Waits for transactions under way and closes; the last one out folds the WAL into the file. */
  async close(): Promise<void> {
    if (this.#closed) return;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    this.#closed = true;
    if (this.#db.isOpen) this.#db.close();
  }

  /** What {@link close} waits for. */
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

  /** Damage in one place leaves the rest readable; any other failure shuts the file. */
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
