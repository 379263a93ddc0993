import type { ViewStore } from '@letopis/core';
import type { NewEvent } from '@letopis/core/kernel';
import type { Views } from '@letopis/projections';
import { openViews } from '@letopis/projections';
import type { ProjectionOf } from '@letopis/projections/runtime';
import { brokenLaws, project } from '@letopis/projections/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opened, ToyEvent } from './toy.ts';
import { inFiles, inMemory, points, tags, toyCodec, toyId, ToySchool } from './toy.ts';

/** What a run does, one after another. */
type Step =
  | { readonly does: 'note'; readonly child: number; readonly kind: number; readonly day: number }
  | { readonly does: 'catchUp' | 'rebuild' | 'reopen'; readonly failAt: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('note' as const),
      child: fc.nat(4),
      kind: fc.nat(5),
      day: fc.nat(27),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('catchUp' as const, 'rebuild' as const, 'reopen' as const),
      failAt: fc.nat(6),
    }),
  },
);

const dayOf = (day: number): string => `2026-09-${String(day + 1).padStart(2, '0')}`;

function over(written: number, { kind, day }: Step & { readonly does: 'note' }): Partial<NewEvent> {
  const occurredOn = dayOf(day);
  if (kind === 0) return { occurredOn, type: 'Renamed', data: { title: `t-${day}` } };
  if (kind > 2 || written === 0) return { occurredOn };
  return { occurredOn, type: 'TakenBack', data: { note: toyId((day % written) + 1) } };
}

/** Fails at the n-th call: with commits, sometimes when it is done but nobody hears of it. */
class Fate {
  failAt = 0;
  #after = false;

  over(views: ViewStore): ViewStore {
    return new Proxy(views, {
      get: (target, name) => {
        const held: unknown = Reflect.get(target, name, target);
        if (typeof held !== 'function') return held;
        return async (...given: unknown[]) => {
          const dies = this.failAt > 0 && (this.failAt -= 1) === 0;
          this.#after = !this.#after;
          if (dies && this.#after) throw new Error('killed');
          const answer: unknown = await Reflect.apply(held, target, given);
          if (dies) throw new Error('killed');
          return answer;
        };
      },
    });
  }
}

async function run(opened: Opened, steps: readonly Step[], pageSize: number, room: number) {
  const { store, views: viewStore } = opened;
  const school = new ToySchool(store);
  const fate = new Fate();
  const options = { codec: toyCodec, pageSize, memoryCharactersMax: room };
  const opening = (): Promise<Views> =>
    openViews(store, fate.over(viewStore), [points, tags], options);
  const positions = [''];
  let views = await opening();
  for (const each of steps) {
    if (each.does === 'note') {
      const { position } = await school.note(each.child, over(positions.length - 1, each));
      positions.push(position);
      continue;
    }
    fate.failAt = each.failAt;
    try {
      if (each.does === 'reopen') views = await opening();
      else if (each.does === 'rebuild') await views.rebuild(points);
      await views.catchUp();
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'killed') throw error;
    }
    fate.failAt = 0;
  }
  await views.catchUp();
  return { views, positions };
}

describe.each([
  ['in memory', inMemory, 150],
  ['in files', inFiles, 25],
])('views %s', (_, open, numRuns) => {
  it('are the fold of the log: live, rebuilt, killed anywhere, as of any position', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(0, 1000, 1e6),
        fc.nat(),
        fc.nat(27),
        async (steps, pageSize, room, pick, day) => {
          const opened = await open();
          try {
            const { views, positions } = await run(opened, steps, pageSize, room);
            const known = positions[pick % positions.length] ?? '';
            const on = dayOf(day);
            for (const projection of [points, tags] as readonly ProjectionOf<unknown>[]) {
              const log = await project(opened.store, toyCodec, projection);
              expect((await views.scan(projection, '')).value).toEqual(log.scan(''));
              const then = await project(opened.store, toyCodec, projection, { known });
              const asked = await views.scan(projection, '', { known, on });
              expect(asked.value).toEqual(then.scan('', on));
              for (const { key } of log.scan('')) {
                const one = await views.get(projection, key, { known, on });
                expect(one).toEqual(then.get(key, on));
              }
            }
          } finally {
            await opened.clean();
          }
        },
      ),
      { numRuns },
    ));
});

describe('instants', () => {
  it('become the positions that the log itself names, by whatever marks', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(7_200_000), fc.boolean()), { maxLength: 30 }),
        fc.nat(),
        fc.integer({ min: -1, max: 1 }),
        async (notes, pick, beside) => {
          const opened = await inMemory();
          const school = new ToySchool(opened.store);
          const options = { codec: toyCodec, pageSize: 2 };
          const views = await openViews(opened.store, opened.views, [points], options);
          let now = Date.UTC(2026, 8, 1);
          const until = notes.slice(0, pick % (notes.length + 1));
          const ask = until.reduce((sum, [ms]) => sum + ms, now);
          const instant = new Date(ask + beside).toISOString();
          for (const [ms, catchesUp] of notes) {
            opened.setClock(new Date((now += ms)).toISOString());
            await school.note(1);
            if (catchesUp) await views.catchUp();
          }
          const { position } = await views.get(points, 'l-1', { known: { instant } });
          expect(position).toBe(await opened.store.positionAt(instant));
          await opened.clean();
        },
      ),
    ));
});

describe('brokenLaws', () => {
  const events = async (): Promise<readonly ToyEvent[]> => {
    const opened = await inMemory();
    const school = new ToySchool(opened.store);
    for (let n = 0; n < 9; n += 1) await school.note(n % 2, { occurredOn: dayOf((n * 5) % 9) });
    const found: ToyEvent[] = [];
    for await (const page of opened.store.readAll('')) {
      found.push(...page.lines.map((stored) => toyCodec.decode(stored)));
    }
    return found;
  };
  const days = [dayOf(0), dayOf(4), dayOf(9)];

  it('finds none in a projection that keeps them', async () => {
    expect(await brokenLaws(points, await events(), days)).toEqual([]);
  });

  it('names the key and the day where a view forgets when a fact holds', async () => {
    const forgetful: typeof points = { ...points, read: (view) => view.notes.length };
    const broken = await brokenLaws(forgetful, await events(), days);
    expect(broken).toContain('l-0 on 2026-09-01: 5 with all, 1 as of the day');
  });

  it('sees what JSON does not keep', async () => {
    const losing = { ...tags, initial: () => ({ ...tags.initial(''), lost: undefined }) };
    const broken = await brokenLaws(losing, await events(), []);
    expect(broken).toContain('group/g-0: view.lost is no JSON value, so it cannot be stored');
  });

  it('sees a read that writes', async () => {
    const writing: typeof points = {
      ...points,
      read: (view, on) => {
        view.notes.reverse();
        return points.read(view, on);
      },
    };
    const broken = await brokenLaws(writing, await events(), days);
    expect(broken).toContain('l-0: read changed the view');
  });
});
