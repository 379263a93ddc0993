import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { LogPage } from '@letopis/core/kernel';
import { logFilter } from '../projection/any-projection.ts';
import type { Bench, Runner } from './runner.ts';

/** Runs work after what was given before is done. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Brings all live generations to the present end of the log. */
export async function readOn(
  bench: Bench,
  runner: Runner,
  exclusive: Turns,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (;;) {
    await exclusive(() => runner.load());
    const from = runner.checkpoint;
    if (from === null) return;
    const filter = logFilter(runner.projections, bench.streamPrefix);
    const pages = bench.store.readAll(from, { ...filter, pageSize: bench.pageSize });
    if (await stepped(pages, from, runner, exclusive, signal)) return;
  }
}

/** How to follow, and what may interrupt it. */
export interface Following {
  readonly signal: AbortSignal;
  readonly pollMs: number;
  /** What to wait for while there is no live generation at all. */
  readonly first: Promise<unknown>;
  /** Is aborted when another generation becomes live. */
  readonly switched: () => AbortSignal;
}

/**
 * Keeps all live generations at the end of the log until the signal is aborted. There is one way
 * for events: the log read from the checkpoint; whatever happens, it is read from there again.
 */
export async function follow(
  bench: Bench,
  runner: Runner,
  exclusive: Turns,
  { signal, pollMs, first, switched }: Following,
): Promise<void> {
  for (let built = false; !signal.aborted;) {
    const either = AbortSignal.any([signal, switched()]);
    await exclusive(() => runner.load());
    const from = runner.checkpoint;
    if (from === null) {
      if (built) throw new LetopisError('no-generation', 'the views were dropped: follow again');
      await first;
      built = true;
      continue;
    }
    const { store, streamPrefix, pageSize } = bench;
    const filter = logFilter(runner.projections, streamPrefix);
    const pages = store.follow(from, { ...filter, pageSize, pollMs, signal: either });
    await stepped(pages, from, runner, exclusive, either, false);
  }
}

/** Folds pages; false where the views were moved by somebody else, and must be read from anew. */
async function stepped(
  pages: AsyncIterable<LogPage>,
  from: Position,
  runner: Runner,
  exclusive: Turns,
  signal: AbortSignal | undefined,
  throws = true,
): Promise<boolean> {
  let after = from;
  for await (const page of pages) {
    if (throws) signal?.throwIfAborted();
    const start = after;
    if (!(await exclusive(() => runner.step(page, start)))) return false;
    after = page.scannedTo;
  }
  return true;
}
