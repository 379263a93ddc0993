import type { Codec } from './codec.ts';
import type { EventStore, LogPage, Position } from './event-store.ts';
import { START } from './event-store.ts';
import type { RecordedEvent } from './event.ts';
import type { ProcessCheckpoint } from './process-checkpoint.ts';
import type { Process, Settlement } from './process.ts';
import { isSettled, settleOwed } from './process.ts';

/** What a runner needs: the log, its codec, and the process. */
export interface ProcessRun<E extends RecordedEvent> {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly process: Process<E>;
  /**
   * How far the process has come; without one it begins at the start, which is slow and harmless.
   */
  readonly checkpoint?: ProcessCheckpoint;
}

/** What a run did; `position` is how far the process has come. */
export interface ProcessReport extends Readonly<Record<Settlement, number>> {
  readonly position: Position;
}

/**
 * Runs a process until it has caught up: every event after the checkpoint has what it owes, and so
 * have the events that came of it. The next run finishes one that was killed.
 *
 * Throws what the store and the hook throw; the checkpoint then stays before the page that was
 * under way. Where the hook denied a command it stays before that page too, and the next run sends
 * it.
 *
 * @example
 * const report = await runProcess({ store, codec, process, checkpoint });
 * report.done; // => 3
 */
export async function runProcess<E extends RecordedEvent>(
  run: ProcessRun<E>,
): Promise<ProcessReport> {
  const counts = noneSettled();
  let position = (await run.checkpoint?.load()) ?? START;
  for (;;) {
    const before = position;
    for await (const page of run.store.readAll(position, filter(run))) {
      await settlePage(run, page, counts);
      position = page.scannedTo;
      if (counts.denied === 0) await run.checkpoint?.save(position);
    }
    if (position === before) return { ...counts, position };
  }
}

/**
 * Runs a process until the signal is aborted: an owed command is sent soon after the event that
 * owes it. The page under way is finished first. Throws what the store throws; call it again to go
 * on.
 */
export async function followProcess<E extends RecordedEvent>(
  run: ProcessRun<E>,
  signal: AbortSignal,
  pollMs = 250,
): Promise<ProcessReport> {
  const counts = noneSettled();
  let position = (await run.checkpoint?.load()) ?? START;
  const options = { ...filter(run), signal, pollMs };
  for await (const page of run.store.follow(position, options)) {
    await settlePage(run, page, counts);
    if (page.scannedTo === position) continue;
    position = page.scannedTo;
    if (counts.denied === 0) await run.checkpoint?.save(position);
  }
  return { ...counts, position };
}

/** A command that is still owed. */
export interface StillOwed<E extends RecordedEvent = RecordedEvent> {
  readonly event: E;
  readonly target: string;
}

/**
 * The commands that are still owed, in log order: neither done nor recorded as not done. With a
 * checkpoint it looks at what comes after it; without one at the whole log.
 */
export async function* listOwed<E extends RecordedEvent>(
  run: ProcessRun<E>,
): AsyncGenerator<StillOwed<E>, void, void> {
  const after = (await run.checkpoint?.load()) ?? START;
  const { store, codec, process } = run;
  for await (const page of store.readAll(after, filter(run))) {
    for (const stored of page.lines) {
      const event = codec.decode(stored, store.ports.hash) as E;
      for (const owed of await process.owes(event)) {
        if (await isSettled(owed, event, store.ports.hash)) continue;
        yield { event, target: owed.target };
      }
    }
  }
}

const noneSettled = (): Record<Settlement, number> => {
  return { settled: 0, done: 0, 'not-done': 0, unrecorded: 0, denied: 0 };
};

async function settlePage<E extends RecordedEvent>(
  { store, codec, process }: ProcessRun<E>,
  page: LogPage,
  counts: Record<Settlement, number>,
): Promise<void> {
  for (const stored of page.lines) {
    const event = codec.decode(stored, store.ports.hash) as E;
    for (const owed of await process.owes(event)) {
      counts[await settleOwed(owed, event, store.ports.hash)] += 1;
    }
  }
}

// Small pages: the checkpoint is saved after each, and one event may owe thousands of commands.
const filter = <E extends RecordedEvent>({ process }: ProcessRun<E>) => {
  return { types: process.types, streamPrefix: process.streamPrefix, pageSize: 100 };
};
