import type { AppendResult } from '@letopis/core/store';
import type { BusyWait } from './busy-wait.ts';
import type { Connection } from './connection.ts';
import { BUSY } from './connection.ts';
import { FairShare } from './fair-share.ts';
import type { LogWriter, PreparedAppend } from './log-writer.ts';
import { isSqliteError } from './sqlite-fault.ts';

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (reason: unknown) => void;
  /** Its answer, given to the caller only after COMMIT. */
  result: AppendResult | null;
  refusal: unknown;
  /** When it first found the file locked, in milliseconds of the wait; −1: not yet. */
  busySinceMs: number;
}

/** Most events of one transaction (or one append), so that no lock lasts long. */
const GROUP_EVENTS_MAX = 1024;
/** Number of commits after which the event loop gets a full turn, with its timers and its input. */
const COMMITS_PER_TURN = 16;

/**
 * Group commit: appends that wait in the same turn of the event loop share one transaction, and
 * with it one wait for the disk. Each is stored or refused by itself; none is answered before
 * COMMIT.
 */
export class AppendQueue {
  readonly #connection: Connection;
  readonly #writer: LogWriter;
  readonly #committed: () => void;
  #waiting: Waiting[] = [];
  readonly #share = new FairShare();
  #scheduled = false;
  #commits = 0;
  #whenIdle = Promise.withResolvers<void>();

  /** @param committed is called after every commit that may have written something. */
  constructor(connection: Connection, writer: LogWriter, committed: () => void) {
    this.#connection = connection;
    this.#writer = writer;
    this.#committed = committed;
  }

  add(append: PreparedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      const waiting = { append, resolve, reject, result: null, refusal: null, busySinceMs: -1 };
      this.#waiting.push(waiting);
      if (!this.#scheduled) this.#schedule();
    });
  }

  /** Resolves when no append waits any more. */
  idle(): Promise<void> {
    return this.#scheduled ? this.#whenIdle.promise : Promise.resolve();
  }

  /**
   * Runs in the tick after everything that can still run without input, so that all its appends are
   * grouped.
   */
  #schedule(): void {
    this.#scheduled = true;
    this.#commits += 1;
    if (this.#share.isUsedUp()) void this.#pause();
    else if (this.#commits % COMMITS_PER_TURN === 0) setImmediate(this.#run);
    else process.nextTick(this.#run);
  }

  readonly #run = (): void => {
    if (this.#commitGroup() === BUSY) void this.#waitForLock();
    else this.#goOn();
  };

  #goOn(): void {
    this.#scheduled = false;
    if (this.#waiting.length > 0) return this.#schedule();
    this.#whenIdle.resolve();
    this.#whenIdle = Promise.withResolvers<void>();
  }

  /** Leaves the file to other processes for a moment. */
  async #pause(): Promise<void> {
    await this.#connection
      .wait()
      .pause()
      .catch((error: unknown) => this.#refuseAll(error));
    this.#share.begin();
    this.#run();
  }

  async #waitForLock(): Promise<void> {
    const wait = this.#connection.wait();
    do {
      this.#share.sawOthers();
      this.#refuseLate(wait);
      if (this.#waiting.length === 0) break;
      await wait.pause().catch((error: unknown) => this.#refuseAll(error));
    } while (this.#commitGroup() === BUSY);
    this.#share.begin();
    this.#goOn();
  }

  #commitGroup(): typeof BUSY | undefined {
    const group = this.#nextGroup();
    try {
      const done = this.#connection.tryTransact(() => this.#write(group));
      if (done === BUSY) return BUSY;
    } catch (error) {
      this.#waiting.splice(0, group.length);
      for (const { reject } of group) reject(error);
      return undefined;
    }
    this.#writer.committed();
    this.#waiting.splice(0, group.length);
    for (const { resolve, reject, result, refusal } of group) {
      if (result === null) reject(refusal);
      else resolve(result);
    }
    this.#committed();
    return undefined;
  }

  #nextGroup(): readonly Waiting[] {
    let events = 0;
    const end = this.#waiting.findIndex(({ append }, index) => {
      events += append.items.length;
      return index > 0 && events > GROUP_EVENTS_MAX;
    });
    return end === -1 ? this.#waiting.slice() : this.#waiting.slice(0, end);
  }

  #write(group: readonly Waiting[]): void {
    if (this.#writer.begin()) this.#share.sawOthers();
    for (const waiting of group) {
      try {
        waiting.result = this.#writer.append(waiting.append);
      } catch (error) {
        // A conflict, or a port that failed: nothing of this append is written, and the others go
        // on.
        if (isSqliteError(error)) throw error;
        waiting.result = null;
        waiting.refusal = error;
      }
    }
  }

  #refuseAll(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #refuseLate(wait: BusyWait): void {
    const left: Waiting[] = [];
    for (const waiting of this.#waiting) {
      if (waiting.busySinceMs < 0) waiting.busySinceMs = wait.elapsedMs;
      try {
        wait.check(waiting.busySinceMs);
        left.push(waiting);
      } catch (error) {
        waiting.reject(error);
      }
    }
    this.#waiting = left;
  }
}
