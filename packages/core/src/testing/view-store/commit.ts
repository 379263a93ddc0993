import type { ViewCommit, ViewStore } from '../../kernel/view-store.ts';
import { holds, refuses, same } from '../suite/expectation.ts';
import type { ViewStoreConcern } from './bench.ts';
import { change, commitOf, everything, LOG, place } from './sample.ts';

/** Fails unless the commit is refused with this code and nothing of it is stored. */
async function leavesNothing(views: ViewStore, code: string, commit: ViewCommit): Promise<void> {
  const before = await everything(views);
  await refuses(() => views.commit(commit), code);
  same(await everything(views), before, `the views after a commit refused with ${code}`);
}

const mark = { recordedAt: '2026-09-01T08:00:00.000Z', position: place(9) };

/** Committing: partitions and checkpoints change together or not at all. */
export const committing: ViewStoreConcern = {
  name: 'commit',
  cases: {
    'writes pages and checkpoint together': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.commit(commitOf(change(id, [0, 5], { a: '{"n":1}', b: '"Ёж"' })));
      same((await views.generations())[0]?.checkpoint, place(5), 'the checkpoint');
      same([await views.get(id, 'a'), await views.get(id, 'b')], ['{"n":1}', '"Ёж"'], 'the pages');
      await views.commit(commitOf(change(id, [5, 7], { b: '2', c: '3' }, ['a'])));
      same((await views.generations())[0]?.checkpoint, place(7), 'the checkpoint');
      same(
        await views.scan(id, '', '', 9),
        [
          ['b', '2'],
          ['c', '3'],
        ],
        'the pages',
      );
    },
    'moves the checkpoint also where no page changes': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.commit(commitOf(change(id, [0, 5])));
      same((await views.generations())[0]?.checkpoint, place(5), 'the checkpoint');
    },
    'deletes and puts in one commit, and passes over deletes of what is not there': async ({
      views,
    }) => {
      const { id } = await views.open('journal', 1);
      await views.commit(commitOf(change(id, [0, 1], { a: '1', b: '2' })));
      await views.commit(commitOf(change(id, [1, 2], { c: '3' }, ['a', 'none'])));
      same(
        await views.scan(id, '', '', 9),
        [
          ['b', '2'],
          ['c', '3'],
        ],
        'the pages',
      );
      same((await views.get(id, 'a')) ?? null, null, 'a deleted page');
    },
    'is refused where somebody else moved the checkpoint': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.commit(commitOf(change(id, [0, 5], { a: '1' })));
      for (const from of [0, 4, 6]) {
        await leavesNothing(
          views,
          'checkpoint-moved',
          commitOf(change(id, [from, 8], { a: '2' }, ['a'])),
        );
      }
      await views.commit(commitOf(change(id, [5, 8], { a: '2' })));
      same(await views.get(id, 'a'), '2', 'the page after the right commit');
    },
    'lets one of two commits from the same checkpoint through': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      const settled = await Promise.allSettled([
        views.commit(commitOf(change(id, [0, 3], { a: '"one"' }))),
        views.commit(commitOf(change(id, [0, 3], { a: '"two"' }))),
      ]);
      const through = settled.map((one) => one.status === 'fulfilled');
      same(through.filter(Boolean).length, 1, 'commits that went through');
      same(await views.get(id, 'a'), through[0] === true ? '"one"' : '"two"', 'the page');
    },
    'is bound to the log of its first commit': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      same(await views.logId(), null, 'the log before the first commit');
      await views.commit(commitOf(change(id, [0, 1], { a: '1' })));
      same(await views.logId(), LOG, 'the log after it');
      const foreign = {
        ...commitOf(change(id, [1, 2], { a: '2' })),
        logId: 'another',
        timeMarks: [mark],
      };
      await leavesNothing(views, 'foreign-log', foreign);
    },
    'is whole or absent over several generations': async ({ views }) => {
      const [one, two] = [await views.open('journal', 1), await views.open('people', 1)];
      const first = commitOf(
        change(one.id, [0, 2], { a: '1' }),
        change(two.id, [0, 2], { b: '1' }),
      );
      await views.commit(first);
      const rightOne = change(one.id, [2, 3], { a: '2', x: '9' }, ['a']);
      const rightTwo = change(two.id, [2, 3], { b: '2' });
      const halves: readonly (readonly [string, ViewCommit])[] = [
        ['checkpoint-moved', commitOf(rightOne, change(two.id, [1, 3], { b: '2' }))],
        ['checkpoint-moved', commitOf(change(one.id, [1, 3], { a: '2' }), rightTwo)],
        ['no-generation', commitOf(rightOne, change(two.id + 99, [0, 3], { b: '2' }))],
      ];
      for (const [code, half] of halves) {
        await leavesNothing(views, code, { ...half, timeMarks: [mark] });
      }
      await views.commit(
        commitOf(change(one.id, [2, 3], { a: '2' }), change(two.id, [2, 3], { b: '2' })),
      );
      same([await views.get(one.id, 'a'), await views.get(two.id, 'b')], ['2', '2'], 'both pages');
    },
    'binds to no log when its first commit is refused': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await leavesNothing(views, 'checkpoint-moved', commitOf(change(id, [1, 2], { a: '1' })));
      same(await views.logId(), null, 'the log');
    },
    'keeps none of the caller’s objects': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      const puts = new Map([['a', '1']]);
      const deletes: string[] = [];
      const marks = [{ ...mark }];
      const pending = views.commit({
        logId: LOG,
        changes: [{ id, expected: '', next: place(1), puts, deletes }],
        timeMarks: marks,
      });
      await pending;
      puts.set('a', '2').set('b', '3');
      deletes.push('a');
      Object.assign(marks[0] ?? {}, { position: place(1) });
      same(await views.scan(id, '', '', 9), [['a', '1']], 'the pages');
      same(await views.timeMark(mark.recordedAt), mark, 'the time mark');
    },
    'stands after reopening': async ({ views, reopen }) => {
      const { id } = await views.open('journal', 1);
      await views.commit({ ...commitOf(change(id, [0, 5], { a: '1' })), timeMarks: [mark] });
      await views.switchTo(id);
      const before = await everything(views);
      same(await everything(await reopen()), before, 'the views');
    },
    'is a compare-and-set between instances too': async ({ views, second }) => {
      const { id } = await views.open('journal', 1);
      const other = await second();
      await other.commit(commitOf(change(id, [0, 5], { a: '1' })));
      await leavesNothing(views, 'checkpoint-moved', commitOf(change(id, [0, 6], { a: '2' })));
      same(await views.get(id, 'a'), '1', 'the page that the other wrote');
      holds((await other.logId()) === (await views.logId()), 'the log is one for both');
    },
  },
};
