import type { CoreEvent } from '@letopis/core';
import { coreEvents } from '@letopis/core';
import type { Projection } from '@letopis/projections';
import { coreProjections } from '@letopis/projections';
import { brokenLaws } from '@letopis/projections/runtime';
import { journal, personalFile } from '@letopis/projections/views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLog } from './any-events.ts';
import { digitsOf, playedLog, someDay } from './event-arbitraries.ts';
import { foldViews, readerOver } from './event-log.ts';

type AnyView = Projection<object, unknown>;

const views = coreProjections as unknown as readonly AnyView[];

const RUNS = { numRuns: 60 };

/** The same events in any order: positions say the new one. */
const shuffled = fc
  .tuple(playedLog, fc.infiniteStream(fc.nat(1_000_000)))
  .map(([{ events }, chance]) =>
    events
      .map((event) => ({ event, at: Number(chance.next().value) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ event }, index) => ({ ...event, position: String(index).padStart(12, '0') })),
  );

describe.each(views.map((view) => [view.name, view] as const))('the view %s', (_name, view) => {
  it('reads the whole fold on a day as it reads the fold of what holds on that day', async () => {
    const days = fc.array(someDay, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(playedLog, days, async ({ events }, on) => {
        expect(await brokenLaws(view, events, on)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('takes events in any order, and the law of days still holds', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, someDay, async (events, day) => {
        expect(await brokenLaws(view, events as CoreEvent[], [day])).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the law of days over any events of its types, whatever their order', async () => {
    const days = fc.array(someDay, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyLog(view.types), days, async (events, on) => {
        expect(await brokenLaws(view, events, on)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('has a key for every type that it asks for, whatever the event says', () => {
    for (const type of view.types) {
      const made = fc.sample(anyLog([type]), { numRuns: 20, seed: 7 }).flat();
      expect([type, made.some((event) => view.keysOf(event).length > 0)]).toEqual([type, true]);
      for (const key of made.flatMap((event) => view.keysOf(event))) {
        expect(key).toMatch(/^[\x20-\x7e]+$/);
      }
    }
  });

  it('names every type that it has keys for, and keys that a view store takes', () => {
    fc.assert(
      fc.property(playedLog, ({ events }) => {
        for (const event of events) {
          const keys = view.keysOf(event);
          expect(keys.length === 0 || view.types.includes(event.type)).toBe(true);
          for (const key of keys) expect(key).toMatch(/^[\x20-\x7e]+$/);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      RUNS,
    );
  });

  it('asks only for types that there are', () => {
    const names = coreEvents.map(({ type }) => type as string);
    expect(view.types.filter((type) => !names.includes(type))).toEqual([]);
    expect(new Set(view.types).size).toBe(view.types.length);
  });
});

describe('what the views say of generated logs', () => {
  it('agrees with a plain model: the journal holds every result with the value in force', () => {
    fc.assert(
      fc.property(playedLog, ({ events, results }) => {
        const found = new Map<string, string | null>();
        for (const view of foldViews(journal as unknown as AnyView, events).values()) {
          const answer = journal.read(view as never, null);
          if (answer.kind !== 'marks') continue;
          for (const one of answer.results) found.set(one.result, digitsOf(one.value));
        }
        const foretold = results.map(({ first, digits }) => [first.id, digits] as const);
        expect(found).toEqual(new Map(foretold));
      }),
      RUNS,
    );
  });

  it('agrees with it on marks: corrected values count, annulled and credited ones do not', () => {
    fc.assert(
      fc.property(playedLog, ({ events, results }) => {
        const found: string[] = [];
        for (const view of foldViews(personalFile as unknown as AnyView, events).values()) {
          const answer = personalFile.read(view as never, null);
          if (answer.kind !== 'results') continue;
          for (const { first, value } of answer.results) {
            if (value?.outcome === 'mark') found.push(`${first.data.group} ${value.mark.points}`);
          }
        }
        const foretold = results
          .filter(({ credited, digits }) => !credited && digits !== null)
          .map(({ group, digits }) => `${group} ${digits}`);
        expect(found.toSorted()).toEqual(foretold.toSorted());
      }),
      RUNS,
    );
  });

  it('gives the same results in the personal file as in the journal', async () => {
    await fc.assert(
      fc.asyncProperty(playedLog, someDay, async ({ events }, on) => {
        const reader = readerOver(events, { on });
        const inJournal = new Set<string>();
        for await (const [, answer] of reader.scan(journal, 'marks/')) {
          if (answer.kind !== 'marks') continue;
          for (const one of answer.results) inJournal.add(JSON.stringify(one));
        }
        const inFiles = new Set<string>();
        for await (const [, answer] of reader.scan(personalFile, 'results/')) {
          if (answer.kind !== 'results') continue;
          for (const one of answer.results) inFiles.add(JSON.stringify(one));
        }
        expect(inFiles).toEqual(inJournal);
      }),
      RUNS,
    );
  });

  it('holds personal values in the view of people alone', () => {
    fc.assert(
      fc.property(playedLog, ({ events }) => {
        const others = views.filter(({ name }) => name !== 'people');
        const texts = others.map((view) => JSON.stringify([...foldViews(view, events)]));
        for (const secret of ['Ёлкин', 'Имя ', 'Орлова', 'ошибка', 'за учёбу', 'не тот слуш']) {
          for (const text of texts) expect(text).not.toContain(secret);
        }
      }),
      { numRuns: 20 },
    );
  });
});
