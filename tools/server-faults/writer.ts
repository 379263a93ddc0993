import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@letopis/core';
import { isLetopisError } from '@letopis/core';
import type { AppendItem, AppendResult } from '@letopis/core/store';
import { LATE, within } from './within.ts';

/** What the writers of a round were answered, and what they counted. */
export interface Tally {
  readonly acknowledged: AppendResult[];
  readonly failures: string[];
  readonly errors: Map<string, number>;
  conflicts: number;
  /** Longest time that one call took, in milliseconds. */
  longestMs: number;
}

export const emptyTally = (): Tally => ({
  acknowledged: [],
  failures: [],
  errors: new Map(),
  conflicts: 0,
  longestMs: 0,
});

/** A batch that is not settled within this many times the limit of one call is a failure. */
const SETTLINGS_MAX = 2;

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');

/** An item whose event id is made of its writer's number and its own. */
function itemOf(writer: number, number: number): AppendItem {
  const id = `01990000-0000-7000-8${hex(writer, 3)}-${hex(number, 12)}`;
  const event = {
    id,
    type: number % 3 === 0 ? 'Rare' : 'Common',
    schema: 1,
    occurredOn: '2026-09-01',
    actor: 'u-1',
    onBehalfOf: null,
    ground: null,
    commandId: id,
    commandDigest: '0'.repeat(32),
    causationId: null,
    refs: {},
    data: { text: 'Работа выполнена в срок' },
    sealed: null,
  };
  return { event };
}

/** One writer of a round: its stream may be its own, or shared with others. */
export interface Writer {
  readonly store: EventStore;
  readonly stream: string;
  readonly number: number;
  readonly chance: () => number;
  /** A call that takes longer than this many milliseconds is a failure. */
  readonly settledMs: number;
}

/**
 * Appends one to three events at a time until it is stopped. An unknown outcome is settled by the
 * very same call; after a conflict, which means that nothing was written, the batch goes to the
 * stream's new end. So whatever was begun is stored in the end, once.
 */
export async function write(writer: Writer, tally: Tally, stopped: () => boolean): Promise<void> {
  const { number, chance } = writer;
  let written = 0;
  let revision = -1;
  while (!stopped()) {
    const length = chance() % 3 === 0 ? 2 + (chance() % 2) : 1;
    const first = written;
    const items = Array.from({ length }, (_, at) => itemOf(number, first + at));
    written += length;
    for (;;) {
      const answer = await attempt(writer, items, revision, tally);
      if (answer === null) return;
      if (typeof answer === 'number') {
        revision = answer;
        continue;
      }
      tally.acknowledged.push(answer);
      revision = answer.events.at(-1)?.revision ?? revision;
      break;
    }
    await pause(chance() % 20);
  }
}

/** The answer; after a conflict the stream's revision; null after a failure. */
async function attempt(
  { store, stream, settledMs }: Writer,
  items: readonly AppendItem[],
  expected: number,
  tally: Tally,
): Promise<AppendResult | number | null> {
  for (const until = performance.now() + SETTLINGS_MAX * settledMs; ;) {
    const startedAt = performance.now();
    try {
      const answer = await within(store.append(stream, items, expected), settledMs);
      if (answer !== LATE) return answer;
      tally.failures.push(`pending: an append to ${stream} after ${settledMs} ms`);
      return null;
    } catch (error) {
      if (isLetopisError(error, 'conflict') && typeof error.fields['actual'] === 'number') {
        tally.conflicts += 1;
        return error.fields['actual'];
      }
      const code = isLetopisError(error) ? error.code : 'no error of Letopis';
      tally.errors.set(code, (tally.errors.get(code) ?? 0) + 1);
      const mayPass = code === 'outcome-unknown' || code === 'unreachable';
      if (!mayPass || performance.now() > until) {
        tally.failures.push(`an append to ${stream} at ${expected} throws ${String(error)}`);
        return null;
      }
    } finally {
      tally.longestMs = Math.max(tally.longestMs, performance.now() - startedAt);
    }
  }
}
