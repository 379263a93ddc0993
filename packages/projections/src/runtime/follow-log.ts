import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { LogPage } from '@letopis/core/kernel';
import { logFilter } from '../projection/any-projection.ts';
import type { RuntimeContext, Runner } from './runner.ts';

/** Runs work after all work given before it has ended. */
export type RunInTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Brings all live generations to the current end of the log. */
export async function readOn(
  context: RuntimeContext,
  runner: Runner,
  exclusive: RunInTurn,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (;;) {
    await exclusive(() => runner.load());
    const from = runner.checkpoint;
    if (from === null) return;
    const filter = logFilter(runner.projections, context.streamPrefix);
    const pages = context.store.readAll(from, { ...filter, pageSize: context.pageSize });
    if (await stepped(pages, from, runner, exclusive, signal)) return;
  }
}

/** How to follow the log, and what may interrupt it. */
export interface FollowTerms {
  readonly signal: AbortSignal;
  readonly pollMs: number;
  /** Awaited while there is no live generation at all. */
  readonly first: Promise<unknown>;
  /** Gives a signal that is aborted when another generation becomes live. */
  readonly switched: () => AbortSignal;
}

/**
 * Keeps all live generations at the end of the log until the signal is aborted. Events come in one
 * way only: the log is read from the checkpoint, also after an error or a switch.
 */
export async function follow(
  context: RuntimeContext,
  runner: Runner,
  exclusive: RunInTurn,
  { signal, pollMs, first, switched }: FollowTerms,
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
    const { store, streamPrefix, pageSize } = context;
    const filter = logFilter(runner.projections, streamPrefix);
    const pages = store.follow(from, { ...filter, pageSize, pollMs, signal: either });
    await stepped(pages, from, runner, exclusive, either, false);
  }
}

/**
 * Folds pages. Returns false if another process has moved the views, so that they must be loaded
 * again.
 */
async function stepped(
  pages: AsyncIterable<LogPage>,
  from: Position,
  runner: Runner,
  exclusive: RunInTurn,
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
