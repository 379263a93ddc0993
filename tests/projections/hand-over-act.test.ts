import { must } from '@letopis/core';
import { handOverAct } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { countersigned, mark, withLearner } from '../domain/worlds/enrollment-academy.ts';
import { readerOn } from '../domain/worlds/presence-school.ts';

/* RK 4 no. 4: a teacher is dismissed mid-year; one act hands over several journals. */

const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Риски',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1'],
} as const;
const act = { number: '1-пж', date: '2026-11-30' };
const over = { from: 'p-9', to: 'p-8', act, signer: 'p-1', on: '2026-12-01' };

/** The academy with lessons of p-9 in three journals, two of which one act hands over. */
async function handedOver() {
  const academy = await withLearner(countersigned);
  const { journals, officials } = academy;
  must(await journals.holdLesson({ ...lesson, on: '2026-10-06' }));
  must(await journals.holdLesson({ ...lesson, module: 'practice', hours: 4, on: '2026-10-07' }));
  must(await journals.holdLesson({ ...lesson, group: 'm-2', present: [], on: '2026-10-08' }));
  for (const journal of ['m-1.safety.2026', 'm-1.practice.2026']) {
    must(await journals.handOver({ ...over, journal }));
  }
  must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-12-01' }));
  return academy;
}

type Academy = Awaited<ReturnType<typeof handedOver>>;

const page = async ({ store }: Academy, on: string | null = '2026-12-01', named = act) =>
  handOverAct(await readerOn(store, on), named);

describe('RK 4 no. 4: the act by which journals are handed over', () => {
  test('lists each journal with its lessons and hours, from whom and to whom', async () => {
    const { journals } = await page(await handedOver());
    const line = { from: { person: 'p-9' }, to: { person: 'p-8' }, on: '2026-12-01' };
    expect(journals).toMatchObject([
      {
        ...line,
        journal: 'm-1.practice.2026',
        lessons: 1,
        hours: 4,
        lastLesson: '2026-10-07',
        open: [],
        signer: { name: { person: 'p-1' }, office: 'head' },
      },
      { ...line, journal: 'm-1.safety.2026', lessons: 1, hours: 2, lastLesson: '2026-10-06' },
    ]);
  });

  test('shows what the leaving teacher holds still, until it is handed over too', async () => {
    const academy = await handedOver();
    const held = async () =>
      (await page(academy)).teachers.map(({ person, journals }) => [
        person.person,
        journals.map(({ journal }) => journal),
      ]);
    expect(await held()).toEqual([['p-9', ['m-2.safety.2026']]]);
    must(await academy.journals.handOver({ ...over, journal: 'm-2.safety.2026' }));
    expect(await held()).toEqual([['p-9', []]]);
  });

  test('shows open duties: lessons that list nobody, corrections that wait', async () => {
    const academy = await handedOver();
    must(await academy.journals.handOver({ ...over, journal: 'm-2.safety.2026' }));
    const replaces = await mark(academy, '4', '2026-10-05');
    const words = { value: '5', words: 'пять', reason: 'ошибка', signer: 'p-9' };
    const { id: enrollment } = academy;
    const on = '2026-11-30';
    must(await academy.assessments.correct({ enrollment, replaces, ...words, on }));
    const { journals, teachers } = await page(academy);
    const open = journals.map((one) => [one.journal, one.open.map(({ on: day }) => day)]);
    expect(Object.fromEntries(open)).toEqual({
      'm-1.practice.2026': [],
      'm-1.safety.2026': [],
      'm-2.safety.2026': ['2026-10-08'],
    });
    expect(teachers[0]?.waiting).toHaveLength(1);
  });

  test('late lessons are entered with the old teacher named, and counted', async () => {
    const academy = await handedOver();
    must(await academy.journals.holdLesson({ ...lesson, hours: 3, on: '2026-11-24' }));
    const next = { ...lesson, teacher: 'p-8', on: '2026-12-01' };
    must(await academy.journals.holdLesson(next));
    const { journals } = await page(academy);
    expect(journals[1]).toMatchObject({
      journal: 'm-1.safety.2026',
      lessons: 2,
      hours: 5,
      lastLesson: '2026-11-24',
    });
  });

  test('another act, and an entry that was annulled, are not in it', async () => {
    const academy = await handedOver();
    const other = await page(academy, '2026-12-01', { ...act, number: '2-пж' });
    expect(other).toMatchObject({ journals: [], teachers: [] });
    const journal = 'm-1.safety.2026';
    const entry = (await academy.events(`academy.journal-${journal}`)).at(-1)?.id ?? '';
    must(await academy.journals.annulEntry({ journal, entry, signer: 'p-1', reason: 'Не тот' }));
    const { journals } = await page(academy);
    expect(journals.map((one) => one.journal)).toEqual(['m-1.practice.2026']);
    await expect(page(academy, null)).rejects.toThrow('duties depend on the day');
  });
});
