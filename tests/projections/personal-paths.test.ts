import type { CoreEvent } from '@letopis/core';
import { coreEvents } from '@letopis/core';
import type { Projection } from '@letopis/projections';
import { coreProjections } from '@letopis/projections';
import { people } from '@letopis/projections/views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyData, eventAround } from './any-events.ts';
import { foldViews } from './event-log.ts';

type AnyView = Projection<object, unknown>;

const views = coreProjections as unknown as readonly AnyView[];

const all = coreEvents.flatMap(({ type, personal }) =>
  personal.map(({ path, subject, purpose }) => ({ type: type as string, path, subject, purpose })),
);

/** What rows of imports are known by is for the next import alone. */
const paths = all.filter(({ purpose }) => purpose !== 'import');

/** An event of the type whose personal field at this path is `held`. */
function eventWith({ type, path }: (typeof paths)[number], held: unknown): CoreEvent {
  const [data] = fc.sample(anyData.get(type) ?? fc.constant({}), { numRuns: 1, seed: 11 });
  const whole = structuredClone(data) as Record<string, unknown>;
  const [field = '', ...deeper] = path;
  if (deeper.length > 0) throw new TypeError(`${type}: ${path.join('.')} lies deeper than a field`);
  return eventAround(type, { ...whole, [field]: held }, '2026-10-01');
}

const textOf = (view: AnyView, event: CoreEvent): string =>
  JSON.stringify([...foldViews(view, [event])]);

describe('personal fields of events', () => {
  it('are there to be looked at', () => {
    expect(paths.length).toBeGreaterThan(40);
  });

  it.each(paths.map((one) => [`${one.type}.${one.path.join('.')}`, one] as const))(
    '%s stands with its person in the view of people and in no other, and is gone once erased',
    (_name, one) => {
      const { type, path, subject } = one;
      const event = eventWith(one, { value: 'личное слово' });
      const person = String((event.data as Readonly<Record<string, unknown>>)[subject]);
      expect(people.types).toContain(type);
      const held = foldViews(people as unknown as AnyView, [event]).get(person);
      expect(JSON.stringify(held)).toContain('личное слово');
      const shown = people.read(held as never, null);
      const said = [shown, ...Object.values(shown.notes)] as unknown as readonly object[];
      const field = path[0] ?? '';
      expect(said.map((where) => Reflect.get(where, field)).filter(Boolean)).toContainEqual({
        value: 'личное слово',
      });
      for (const view of views) {
        if (view.name === 'people') continue;
        expect([view.name, textOf(view, event).includes('личное слово')]).toEqual([
          view.name,
          false,
        ]);
      }
      const rebuilt = textOf(people as unknown as AnyView, eventWith(one, { erased: true }));
      expect(rebuilt).not.toContain('личное слово');
      expect(rebuilt).toContain('"erased":true');
    },
  );

  it.each(all.filter(({ purpose }) => purpose === 'import'))(
    '$type.$path of a row of an import stands in no view',
    (one) => {
      const event = eventWith(one, { value: 'личное слово' });
      for (const view of views) expect(textOf(view, event)).not.toContain('личное слово');
    },
  );

  it('of a link stand with the learner that the reason is about', () => {
    const link = paths.filter(({ type }) => type === 'LearnersLinked');
    expect(link.map(({ subject }) => subject)).toEqual(['learner']);
  });
});
