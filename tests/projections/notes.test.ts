import { must } from '@letopis/core';
import { manyTimes } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { giftedRegister, notesReport, personalFileReport, journalPage } from '@letopis/projections';
import { journal, journalKey, people, portfolio, portfolioKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { listing, openGifted, withOlympiad } from '../domain/worlds/gifted-school.ts';
import { readerOver } from './school-reader.ts';

/* R4 §4.2: diagnostics and notes are for teachers. R5 §3.4, §1.2: the register of the gifted. */

const cut = {
  ...manyTimes,
  id: 'cut',
  title: { ru: 'Диагностический срез', en: 'Cut' },
  diagnostic: true,
};
const rules = { ...r2.assessment, kinds: [...r2.assessment.kinds, cut] };
const note = { title: 'Срез октября', locator: 'папка 2-7', signer: 'p-9', on: '2026-10-30' };
const mark = { enrollment: 'l-1.mentor.1', module: 'safety', value: '5', assessor: 'p-9' };

async function world() {
  const school = await openGifted({ assessment: rules });
  const { assessments, learners, notes } = school;
  must(await learners.change({ learner: 'l-1', birthDate: '2012-03-15', on: '2026-09-01' }));
  const mother = { learner: 'l-1', representative: 'r-1', relation: 'parent' as const };
  must(await learners.nameRepresentative({ ...mother, name: 'Ильина Ольга', on: '2026-09-01' }));
  must(await assessments.record({ ...mark, kind: 'current', on: '2026-10-05' }));
  must(await assessments.record({ ...mark, kind: 'cut', value: '2', on: '2026-10-06' }));
  must(await notes.write({ ...note, id: 'n-1', about: { learner: 'l-1', group: 'm-1' } }));
  must(await notes.write({ ...note, id: 'n-2', about: { group: 'm-1' }, title: 'Группа' }));
  must(await notes.read({ note: 'n-1', signer: 'p-1', on: '2026-11-02' }));
  const as = async (kind: 'learner' | 'representative' | 'teacher', person: string) =>
    (await readerOver(school.store)).for({ kind, person, on: '2026-11-22', purpose: 'study' });
  return { ...school, as };
}

const kindsOf = (results: readonly { readonly kind: string }[]) => results.map(({ kind }) => kind);

describe('R4 §4.2: a result of a kind that the regulation calls diagnostic', () => {
  test('is in no card, diary and portfolio of the learner or a representative', async () => {
    const { as } = await world();
    for (const reader of [await as('learner', 'l-1'), await as('representative', 'r-1')]) {
      const card = await personalFileReport(reader, { learner: 'l-1' });
      const modules = card.enrollments.flatMap((one) => one.modules);
      expect(kindsOf(modules.flatMap(({ results }) => results))).toEqual(['current']);
      const diary = await reader.get(journal, journalKey.marks('m-1', 'safety', 'l-1'));
      const marks = diary?.kind === 'marks' ? diary.results : [];
      expect(marks.map(({ first }) => first.data.kind)).toEqual(['current']);
      const items = await reader.get(portfolio, portfolioKey.learner('l-1'));
      const all = JSON.stringify([card, diary, items, await reader.get(people, 'l-1')]);
      expect(all).not.toContain('"cut"');
      expect(all).not.toContain('Срез октября');
    }
  });

  test('is shown to the teacher', async () => {
    const { as } = await world();
    const page = await journalPage(await as('teacher', 'p-9'), { group: 'm-1', module: 'safety' });
    const cells = page.rows.flatMap((row) => row.cells).flatMap(({ results }) => results);
    expect(kindsOf(cells)).toEqual(['current', 'cut']);
  });

  test('follows the edition in force on its own day', async () => {
    const { as, regulation } = await world();
    const kinds = rules.kinds.map((one) => ({ ...one, diagnostic: false }));
    const sections = { assessment: { ...rules, kinds } };
    const from = '2026-11-01';
    must(await regulation.amend({ from, sections, title: r2.title, change: 'edition' }));
    const reader = await as('learner', 'l-1');
    const diary = await reader.get(journal, journalKey.marks('m-1', 'safety', 'l-1'));
    expect(diary?.kind === 'marks' ? diary.results : []).toHaveLength(1);
  });
});

describe('R1 §4/5.5.1, R4 §4.2: analytical notes', () => {
  test('are listed with author and readers, of all, a learner or a group', async () => {
    const { store } = await world();
    const page = await notesReport(await readerOver(store));
    expect(page.lines).toMatchObject([
      {
        note: 'n-1',
        title: { text: 'Срез октября' },
        author: { person: 'p-9' },
        learner: { person: 'l-1' },
        readers: [{ reader: { person: 'p-1' }, on: '2026-11-02' }],
      },
      { note: 'n-2', title: { text: 'Группа' }, learner: null, group: { id: 'm-1' }, readers: [] },
    ]);
    const of = async (asked: object) =>
      (await notesReport(await readerOver(store), asked)).lines.map((line) => line.note);
    expect(await of({ learner: 'l-1' })).toEqual(['n-1']);
    expect(await of({ group: 'm-1' })).toEqual(['n-1', 'n-2']);
    expect(await of({ group: 'g-9' })).toEqual([]);
  });

  test('are for teachers of the group, with titles; for a learner there are none', async () => {
    const { as } = await world();
    const page = await notesReport(await as('teacher', 'p-9'));
    expect(page.lines.map((line) => [line.note, line.title.text])).toEqual([
      ['n-1', 'Срез октября'],
      ['n-2', 'Группа'],
    ]);
    expect((await notesReport(await as('teacher', 'p-6'))).lines).toEqual([]);
    for (const reader of [await as('learner', 'l-1'), await as('representative', 'r-1')]) {
      await expect(notesReport(reader)).rejects.toMatchObject({ code: 'refused' });
    }
  });
});

describe('R5 §1.2, §3.4: the register of gifted learners', () => {
  test('has number, days, evidence, conditions granted and achievements credited', async () => {
    const school = await withOlympiad();
    const { assessments, credits, learners, store } = school;
    const evidence = { title: 'Выписка из ресурса', number: '12', date: '2026-09-14' };
    const conditions = 'индивидуальные сроки';
    const earlier = { learner: 'l-1', entry: 'ГИР-2025-3', on: '2026-09-02' };
    must(await learners.listAsGifted({ ...earlier, until: '2026-09-10' }));
    must(await learners.listAsGifted({ ...listing, evidence, conditions, until: '2027-08-31' }));
    const exam = { ...mark, kind: 'interim', conditions: ['more-time'], on: '2026-10-20' };
    must(await assessments.record(exam));
    const wanted = [{ module: 'practice', kind: 'final' }];
    const wish = { id: 'c-2', enrollment: 'l-1.mentor.1', applicant: 'learner' as const, wanted };
    const source = { kind: 'achievement' as const };
    must(await credits.apply({ ...wish, source, achievement: 'a-1', on: '2026-11-04' }));
    const granted = [{ module: 'practice', kind: 'final', value: '5' }];
    const decision = { credit: 'c-2', granted, decidedBy: 'p-1', controlledBy: 'p-2' };
    must(await credits.decide({ ...decision, on: '2026-11-06' }));
    const page = await giftedRegister(await readerOver(store, { on: '2026-11-22' }));
    expect(page).toMatchObject({
      listed: 1,
      entries: [
        // What was granted and credited later is none of an entry that had ended by then.
        { entry: { text: 'ГИР-2025-3' }, standing: 'ended', granted: [], credited: [] },
        {
          learner: { person: 'l-1' },
          entry: { text: 'ГИР-2026-77' },
          from: '2026-09-15',
          until: '2027-08-31',
          standing: 'listed',
          evidence: { documents: [evidence] },
          conditions: { text: conditions },
          granted: [{ module: 'safety', kind: 'interim', conditions: ['more-time'] }],
          credited: [{ credit: 'c-2', achievement: 'a-1', granted: wanted }],
        },
      ],
    });
    const before = await giftedRegister(await readerOver(store, { on: '2026-09-14' }));
    expect(before.entries.map(({ entry }) => entry.text)).toEqual(['ГИР-2025-3']);
  });

  test('as of a day: ended ones are told apart, annulled ones left out', async () => {
    const { learners, store } = await openGifted();
    const { eventId: entry } = must(await learners.listAsGifted(listing));
    must(await learners.listAsGifted({ ...listing, learner: 'l-2', entry: 'ГИР-2' }));
    const end = { learner: 'l-1', status: 'gifted' as const, on: '2026-11-01' };
    must(await learners.endSpecialStatus(end));
    const on = async (day: string) => {
      const { entries, listed } = await giftedRegister(await readerOver(store, { on: day }));
      return [listed, entries.map(({ learner, standing }) => [learner.person, standing])];
    };
    expect(await on('2026-10-31')).toEqual([
      2,
      [
        ['l-1', 'listed'],
        ['l-2', 'listed'],
      ],
    ]);
    expect(await on('2026-11-01')).toEqual([
      1,
      [
        ['l-1', 'ended'],
        ['l-2', 'listed'],
      ],
    ]);
    const right = { learner: 'l-1', entry, reason: 'описка', signer: 'p-5', on: '2026-11-10' };
    const evidence = { title: 'Диплом' };
    const { replacedBy } = must(await learners.correct({ ...right, to: { evidence } }));
    const reader = await readerOver(store, { on: '2026-11-22' });
    const [corrected] = (await giftedRegister(reader)).entries;
    expect(corrected?.evidence.documents).toEqual([{ title: 'Диплом', number: null, date: null }]);
    must(await learners.annul({ ...right, entry: replacedBy }));
    expect(await on('2026-11-22')).toEqual([1, [['l-2', 'listed']]]);
  });

  test('D3: linked ids that are both listed are one person in the number', async () => {
    const { learners, links, store } = await openGifted();
    must(await learners.listAsGifted(listing));
    must(await learners.listAsGifted({ ...listing, learner: 'l-2', entry: 'ГИР-2' }));
    must(await links.link({ learner: 'l-1', other: 'l-2', signer: 'p-5', on: '2026-10-01' }));
    const on = async (day: string) => {
      const { entries, listed } = await giftedRegister(await readerOver(store, { on: day }));
      return [listed, entries.length];
    };
    expect(await on('2026-09-30')).toEqual([2, 2]);
    expect(await on('2026-10-01')).toEqual([1, 2]);
  });
});
