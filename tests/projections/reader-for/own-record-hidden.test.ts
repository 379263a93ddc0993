import { must } from '@letopis/core';
import { manyTimes } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { journalPage, personalFileReport } from '@letopis/projections';
import { debtsKey, debts, journal, journalKey } from '@letopis/projections/views';
import { expect, test } from 'vitest';
import { openGifted } from '../../domain/worlds/gifted-school.ts';
import { readerOver } from '../school-reader.ts';
import { listed } from './academy-read.ts';

/* SEC 18: what one's own record does not tell of others, of diagnostics, of an investigation. */

const asLearner = async ({ store }: Awaited<ReturnType<typeof openGifted>>) =>
  (await readerOver(store)).for({
    kind: 'learner',
    person: 'l-1',
    on: '2026-11-22',
    purpose: 'path',
  });

const page = { group: 'm-1', module: 'safety' };

const lesson = { ...page, topic: 'Тема', hours: 2, teacher: 'p-9', on: '2026-10-03' } as const;

test('another guest of a lesson is not named, in no content of it', async () => {
  const school = await openGifted();
  const { journals } = school;
  const present = ['l-1', 'l-2'];
  must(await journals.holdLesson({ ...lesson, id: 'z-1', present, guests: ['l-2'] }));
  const { topic: _topic, group: _group, module: _module, ...rest } = lesson;
  const corrected = { ...rest, topic: 'Другая', present, guests: ['l-2'], on: '2026-10-05' };
  const of = { journal: 'm-1.safety.2026', lesson: 'z-1', lessonOn: lesson.on };
  must(await journals.correctLesson({ ...corrected, ...of, reason: 'описка', signer: 'p-9' }));
  const mine = await asLearner(school);
  const lessons = await mine.get(journal, journalKey.lessons('m-1', 'safety'));
  expect(JSON.stringify(lessons)).toContain('Другая');
  expect(JSON.stringify([lessons, await journalPage(mine, page)])).not.toContain('l-2');
});

test('a learner of the group is listed under a mask in the key too', async () => {
  const mine = await asLearner(await openGifted());
  const keys = (await listed(mine.scan(journal, journalKey.place('m-1')))).map(([key]) => key);
  expect(keys).toEqual([journalKey.place('m-1', 'l-1'), journalKey.place('m-1', '#1')]);
});

const cut = { ...manyTimes, id: 'cut', title: { ru: 'Срез', en: 'Cut' }, diagnostic: true };

test('R4 §4.2: a diagnostic result is not among those that debts come from', async () => {
  const kinds = [...r2.assessment.kinds, cut];
  const school = await openGifted({ assessment: { ...r2.assessment, kinds } });
  const enrollment = 'l-1.mentor.1';
  const mark = { enrollment, module: 'safety', value: '2', assessor: 'p-9', form: 'survey' };
  must(await school.assessments.record({ ...mark, kind: 'current', on: '2026-10-05' }));
  must(await school.assessments.record({ ...mark, kind: 'cut', on: '2026-10-06' }));
  const key = debtsKey.subject('l-1', enrollment, 'safety');
  const found = await (await asLearner(school)).get(debts, key);
  const results = found?.kind === 'subject' ? found.results : [];
  expect(results.map(({ first }) => first.data.kind)).toEqual(['current']);
});

test('RK 4 no. 10: the holds of a seizure do not say who seized the file, and why', async () => {
  const school = await openGifted();
  must(await school.files.open({ learner: 'l-1', number: '02-11/2026-1', on: '2026-09-01' }));
  must(
    await school.seizures.seize({
      number: '7-и',
      authority: 'СО по г. Казани',
      takerPosition: 'следователь',
      paper: { kind: 'order', number: '44', date: '2026-10-10' },
      items: [{ carrier: 'personal-files', record: 'file-l-1.1' }],
      signer: 'p-1',
      office: 'head',
      on: '2026-10-15',
    }),
  );
  const file = await personalFileReport(await asLearner(school), { learner: 'l-1' });
  expect(file.record.holds).toMatchObject([{ placed: { data: { reason: '—', authority: null } } }]);
  expect(JSON.stringify(file)).not.toMatch(/следователь|Казани|7-и/);
});
