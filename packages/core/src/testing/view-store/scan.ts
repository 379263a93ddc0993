import type { ViewStore } from '../../kernel/view-store.ts';
import { same, tryTo } from '../suite/expectation.ts';
import type { ViewStoreConcern } from './bench.ts';
import { change, commitOf, place } from './sample.ts';

const KEYS = ['b', 'a/2', 'a/10', 'a/1', 'A/1', 'a', 'a0', 'a_1', 'a%1', 'ab', 'я/1', 'Ё'];
const SORTED = KEYS.toSorted();

async function filled(views: ViewStore): Promise<number> {
  const { id } = await views.open('journal', 1);
  const puts = Object.fromEntries(KEYS.map((key) => [key, JSON.stringify({ key })]));
  await views.commit(commitOf(change(id, [0, 1], puts)));
  return id;
}

const keysOf = (found: readonly (readonly [string, string])[]): readonly string[] =>
  found.map(([key]) => key);

/** Scanning partitions: by prefix, in order, in pages. */
export const scanning: ViewStoreConcern = {
  name: 'scan and get',
  cases: {
    'gives keys in plain order, each with its value': async ({ views }) => {
      const id = await filled(views);
      const found = await views.scan(id, '', '', 99);
      same(
        found,
        SORTED.map((key) => [key, JSON.stringify({ key })]),
        'all pages',
      );
    },
    'gives only keys that begin with the prefix': async ({ views }) => {
      const id = await filled(views);
      for (const prefix of ['a', 'a/', 'a/1', 'a_', 'a%', 'A', 'я', 'Ё', 'zz', 'b']) {
        const expected = SORTED.filter((key) => key.startsWith(prefix));
        same(
          keysOf(await views.scan(id, prefix, '', 99)),
          expected,
          `keys that begin with ${prefix}`,
        );
      }
    },
    'goes on after a key, also after one that is not there': async ({ views }) => {
      const id = await filled(views);
      for (const after of ['a', 'a/1', 'a/1!', 'a/9', 'Z', 'я/1', 'zz']) {
        const expected = SORTED.filter((key) => key > after);
        same(keysOf(await views.scan(id, '', after, 99)), expected, `keys after ${after}`);
        const within = expected.filter((key) => key.startsWith('a/'));
        same(keysOf(await views.scan(id, 'a/', after, 99)), within, `keys of a/ after ${after}`);
      }
    },
    'stops at the limit, so that pages of it make the whole': async ({ views }) => {
      const id = await filled(views);
      for (const limit of [1, 2, 5, SORTED.length]) {
        const all: string[] = [];
        for (;;) {
          const page = keysOf(await views.scan(id, '', all.at(-1) ?? '', limit));
          if (page.length === 0) break;
          same(
            page.length,
            Math.min(limit, SORTED.length - all.length),
            `keys of a page of ${limit}`,
          );
          all.push(...page);
        }
        same(all, SORTED, `keys of all pages of ${limit}`);
      }
      same(await views.scan(id, '', '', 0), [], 'a page of none');
    },
    'sees what a later commit changed': async ({ views }) => {
      const id = await filled(views);
      await views.scan(id, '', '', 99);
      await views.commit(commitOf(change(id, [1, 2], { 'a/3': '3', 'a/1': '1' }, ['a/10'])));
      same(
        await views.scan(id, 'a/', '', 99),
        [
          ['a/1', '1'],
          ['a/2', '{"key":"a/2"}'],
          ['a/3', '3'],
        ],
        'pages of a/',
      );
    },
    'gives values that cannot be changed through what was read': async ({ views }) => {
      const id = await filled(views);
      const found = await views.scan(id, 'b', '', 9);
      tryTo(() => void ((found[0] as unknown as string[])[1] = 'spoilt'));
      tryTo(() => void ((found as unknown[]).length = 0));
      same(await views.scan(id, 'b', '', 9), [['b', '{"key":"b"}']], 'the page');
    },
    'tells a missing page from an empty text': async ({ views }) => {
      const { id } = await views.open('journal', 1);
      await views.commit(commitOf(change(id, [0, 1], { empty: '""' })));
      same(await views.get(id, 'empty'), '""', 'the page');
      same((await views.get(id, 'none')) === undefined, true, 'a missing page is undefined');
    },
  },
};

const day = (time: string): string => `2026-09-01T${time}.000Z`;

/** Time marks: the latest one at or before an instant. */
export const timeMarks: ViewStoreConcern = {
  name: 'time marks',
  cases: {
    'is none before the first': async ({ views }) => {
      same(await views.timeMark(day('08:00:00')), null, 'the mark of empty views');
      await views.commit({
        ...commitOf(),
        timeMarks: [{ recordedAt: day('09:00:00'), position: place(3) }],
      });
      same(await views.timeMark(day('08:59:59')), null, 'the mark before the first');
    },
    'is the latest at or before the instant': async ({ views }) => {
      const marks = [
        ['09:00:00', 3],
        ['10:00:00', 5],
        ['10:00:00', 7],
        ['11:00:00', 9],
      ] as const;
      for (const [time, n] of marks) {
        await views.commit({
          ...commitOf(),
          timeMarks: [{ recordedAt: day(time), position: place(n) }],
        });
      }
      const expected = [
        ['09:00:00', 3],
        ['09:59:59', 3],
        ['10:00:00', 7],
        ['10:59:59', 7],
        ['11:00:00', 9],
        ['23:00:00', 9],
      ] as const;
      for (const [time, n] of expected) {
        same((await views.timeMark(day(time)))?.position, place(n), `the mark at ${time}`);
      }
    },
    'cannot be changed through what was read': async ({ views }) => {
      const mark = { recordedAt: day('09:00:00'), position: place(3) };
      await views.commit({ ...commitOf(), timeMarks: [mark] });
      const read = await views.timeMark(mark.recordedAt);
      tryTo(() => void Object.assign(read ?? {}, { position: 'spoilt' }));
      same(await views.timeMark(mark.recordedAt), mark, 'the mark');
    },
    'may be committed again': async ({ views }) => {
      const marks = [{ recordedAt: day('09:00:00'), position: place(3) }];
      await views.commit({ ...commitOf(), timeMarks: marks });
      await views.commit({ ...commitOf(), timeMarks: marks });
      same(await views.timeMark(day('10:00:00')), marks[0], 'the mark');
    },
  },
};
