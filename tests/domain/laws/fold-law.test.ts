import * as events from '@letopis/core/events';
import * as facts from '@letopis/core/facts';
import type { EventType, Fold, RecordedEvent } from '@letopis/core/kernel';
import { foldEvents } from '@letopis/core/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordedEvents } from './stored-event.ts';

/*
 * Laws of every fold. An event that is stored already cannot be refused any more, and a fold may be
 * asked for events of which it never saw the ones before (a stream that was cut, a later version of
 * the rules): so it takes every event of its stream in any order.
 */

type AnyFold = Fold<object, RecordedEvent>;

const folds: readonly (readonly [string, AnyFold])[] = Object.entries(facts)
  .filter(([name, value]) => /^(?!own).*Fold$/u.test(name) && typeof value === 'object')
  .map(([name, value]) => [name.slice(0, -'Fold'.length), value as unknown as AnyFold]);

/** Streams of one aggregate whose events stand in the list of another. */
const LISTS: Readonly<Record<string, readonly EventType[]>> = {
  study: [
    events.yearDecided,
    events.studyFormSet,
    events.studyFormEnded,
    events.studyEntryAnnulled,
  ],
  practice: [events.practiceEvaluated],
  report: [events.reportFiled],
};

/** What some states start with: the first of a few fixed words. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  achievement: ['learner'],
  act: ['order', 'owing'],
  credit: ['own'],
  transfer: ['begun'],
};

/** The event types of a stream: its own, and those of a record that goes to the archive. */
function eventTypes(name: string, fold: AnyFold): readonly EventType[] {
  const named = events as unknown as Readonly<Record<string, readonly EventType[]>>;
  const own = LISTS[name] ?? named[`${name}Events`] ?? [];
  return 'archival' in fold.initial() ? [...own, ...events.recordEvents] : own;
}

/** The values in a state, however deep. */
function* valuesIn(state: unknown): Iterable<unknown> {
  if (typeof state !== 'object' || state === null) yield state;
  else if (state instanceof Map) yield* state.keys();
  else
    for (const value of state instanceof Set ? state : Object.values(state)) yield* valuesIn(value);
}

describe('every fold', () => {
  test('is found with the event types of its stream', () => {
    expect(folds.length).toBeGreaterThan(25);
    expect(folds.filter(([name, fold]) => eventTypes(name, fold).length === 0)).toEqual([]);
  });

  test.each(folds)('%s: knows nothing before the first event', (name, fold) => {
    const words = [...valuesIn(fold.initial())].filter((value) => typeof value === 'string');
    expect(words.filter((word) => word !== '')).toEqual(FIRST[name] ?? []);
  });

  test.each(folds)('%s: takes its events in any order, and never throws', (name, fold) => {
    const history = fc.array(recordedEvents(fold.kind, eventTypes(name, fold)), { maxLength: 12 });
    fc.assert(
      fc.property(history, (some) => {
        expect(() => foldEvents(fold, some)).not.toThrow();
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  // The steps of a transfer are taken in one order only, which its decisions keep.
  const dated = folds.filter(([name, fold]) => 'lastOn' in fold.initial() && name !== 'transfer');

  test.each(dated)('%s: its latest day never goes back', (name, fold) => {
    // The day of an entry that is annulled counts no longer.
    const types = eventTypes(name, fold).filter(({ type }) => !type.endsWith('EntryAnnulled'));
    const [first, ...rest] = types;
    if (first === undefined || rest.length === 0) return;
    const opened = recordedEvents(fold.kind, [first]);
    const later = fc.array(recordedEvents(fold.kind, rest), { maxLength: 8 });
    fc.assert(
      fc.property(opened, later, (start, some) => {
        const state = foldEvents(fold, [start]) as { readonly lastOn: string | null };
        for (const event of some) {
          const { lastOn } = state;
          fold.evolve(state, event);
          expect((state.lastOn ?? '') >= (lastOn ?? '')).toBe(true);
        }
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});
