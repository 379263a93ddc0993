import { holds, refuses, same, tryTo } from '../suite/expectation.ts';
import type { ViewStoreConcern } from './bench.ts';
import { change, commitOf, place } from './sample.ts';

/** Generations: opened, switched to, dropped. */
export const generations: ViewStoreConcern = {
  name: 'generations',
  cases: {
    'is none at first': async ({ views }) => {
      same(await views.generations(), [], 'the generations');
    },
    'begins building, empty, at the start of the log': async ({ views }) => {
      const opened = await views.open('journal', 3);
      const { id } = opened;
      const expected = { id, name: 'journal', version: 3, state: 'building', checkpoint: '' };
      same(opened, expected, 'the generation');
      same(await views.generations(), [expected], 'the generations');
      same(await views.scan(id, '', '', 9), [], 'its pages');
    },
    'lies beside the older one, with pages of its own': async ({ views }) => {
      const [old, young] = [await views.open('journal', 1), await views.open('journal', 1)];
      holds(old.id !== young.id, 'two generations have one id');
      await views.commit(commitOf(change(old.id, [0, 9], { a: '"old"' })));
      await views.commit(commitOf(change(young.id, [0, 2], { a: '"young"' })));
      same(
        [await views.get(old.id, 'a'), await views.get(young.id, 'a')],
        ['"old"', '"young"'],
        'the pages',
      );
      same(
        (await views.generations()).map((one) => one.checkpoint),
        [place(9), place(2)],
        'checkpoints',
      );
    },
    'is listed oldest first': async ({ views }) => {
      const ids: number[] = [];
      for (const name of ['z', 'a', 'm']) ids.push((await views.open(name, 1)).id);
      same(
        (await views.generations()).map((one) => one.id),
        ids,
        'the ids',
      );
    },
    'goes live in place of the one of its name and version, which is dropped': async ({
      views,
    }) => {
      const old = await views.open('journal', 1);
      const kept = [await views.open('journal', 2), await views.open('people', 1)];
      for (const { id } of [old, ...kept]) await views.switchTo(id);
      const building = await views.open('journal', 1);
      await views.commit(commitOf(change(building.id, [0, 1], { a: '1' })));
      await views.switchTo(building.id);
      const left = (await views.generations()).map(({ id, state }) => [id, state]);
      same(
        left,
        [...kept, building].map(({ id }) => [id, 'live']),
        'the generations',
      );
      await refuses(() => views.get(old.id, 'a'), 'no-generation');
      same(await views.get(building.id, 'a'), '1', 'a page of the new one');
    },
    'leaves others alone that are still building': async ({ views }) => {
      const [one, two] = [await views.open('journal', 1), await views.open('journal', 1)];
      await views.switchTo(one.id);
      same(
        (await views.generations()).map((g) => [g.id, g.state]),
        [
          [one.id, 'live'],
          [two.id, 'building'],
        ],
        'both',
      );
      await views.switchTo(one.id);
      same((await views.generations()).length, 2, 'generations after switching to the live one');
    },
    'is dropped with all its pages, and its id is not given again': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.commit(commitOf(change(id, [0, 1], { a: '1' })));
      await views.drop(id);
      same(await views.generations(), [], 'the generations');
      const next = await views.open('journal', 1);
      holds(next.id !== id, 'a dropped generation’s id was given again');
      same(await views.scan(next.id, '', '', 9), [], 'pages of the next one');
    },
    'that is not there is refused everywhere': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.drop(id);
      for (const none of [id, id + 100]) {
        await refuses(() => views.get(none, 'a'), 'no-generation');
        await refuses(() => views.scan(none, '', '', 9), 'no-generation');
        await refuses(() => views.switchTo(none), 'no-generation');
        await refuses(() => views.drop(none), 'no-generation');
        await refuses(() => views.commit(commitOf(change(none, [0, 1]))), 'no-generation');
      }
    },
    'cannot be changed through what was read': async ({ views }) => {
      const opened = await views.open('journal', 1);
      const { id } = opened;
      const [read] = await views.generations();
      tryTo(() => void Object.assign(read ?? {}, { checkpoint: 'spoilt', name: 'spoilt' }));
      tryTo(() => void Object.assign(opened, { checkpoint: 'spoilt', name: 'spoilt' }));
      same(
        (await views.generations())[0],
        { id, name: 'journal', version: 1, state: 'building', checkpoint: '' },
        'it',
      );
    },
    'is closed with the store': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.close();
      const calls: readonly (() => Promise<unknown>)[] = [
        () => views.generations(),
        () => views.open('a', 1),
        () => views.switchTo(id),
        () => views.drop(id),
        () => views.get(id, 'a'),
        () => views.scan(id, '', '', 9),
        () => views.commit(commitOf()),
        () => views.logId(),
        () => views.timeMark('2026-09-01T00:00:00.000Z'),
      ];
      for (const call of calls) await refuses(call, 'store-closed');
      await views.close();
    },
  },
};
