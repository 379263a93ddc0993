import { codec, coreEvents, must, order } from '@letopis/core';
import { journalHtml, personalFileHtml } from '@letopis/forms';
import {
  coreProjections,
  journalPage,
  openReader,
  openViews,
  personalFileReport,
} from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { expect, test } from 'vitest';
import type { YearSchool } from '../domain/worlds/year-school.ts';
import {
  decision,
  promotionOrder,
  protocol,
  pupil,
  yearMark,
  yearSchool,
} from '../domain/worlds/year-school.ts';

async function readerOf({ store }: YearSchool) {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });
  return openReader(views, {});
}

test('RK 1.6: the personal file shows a year’s decision, debts, the annulled one', async () => {
  const school = await yearSchool();
  const { enrollments } = school;
  const debt = await yearMark(school, 'algebra', '2', '2027-05-27');
  const { eventId: entry } = must(await enrollments.decideYear(decision));
  must(
    await enrollments.correctYearDecision({
      enrollment: pupil,
      entry,
      signer: 'p-1',
      reason: 'Не та дата',
      decision: 'promoted-conditionally',
      debts: [debt],
      debtsUntil: '2027-10-01',
      protocol,
      decidedOn: '2027-05-28',
      ground: promotionOrder,
    }),
  );
  const page = await personalFileReport(await readerOf(school), { learner: 'l-1' });
  const [enrollment] = page.enrollments;
  expect(enrollment?.course).toMatchObject([
    {
      fact: { type: 'YearDecided', on: '2027-05-25', data: { decision: 'promoted' } },
      annulled: { data: { actedOn: '2027-06-10' } },
      annulledBy: { name: { person: 'p-1' } },
    },
    {
      fact: { type: 'YearDecided', on: '2027-05-28', data: { debtsUntil: '2027-10-01' } },
      title: { ru: 'Переведён условно' },
      annulled: null,
    },
  ]);
  const html = personalFileHtml(page, { language: 'ru', organisation: { name: 'Школа' } } as never);
  expect(html).toContain('2026 учебный год: Переведён условно');
  expect(html).toContain('задолженности: algebra: interim');
});

test('RK 3 C1: the journal shows mode, order, substitute, a lesson that moved', async () => {
  const school = await yearSchool();
  const lesson = { group: '10a', module: 'algebra', hours: 1, teacher: 'p-8', present: ['l-1'] };
  const ground = order('7-уч', '2026-10-01');
  const remote = { ...lesson, topic: 'Т1', mode: 'remote', substituteFor: 'p-9', ground };
  must(await school.journals.holdLesson({ ...remote, on: '2026-10-06' }));
  const held = must(await school.journals.holdLesson({ ...lesson, topic: 'Т2', on: '2026-10-12' }));
  const { group: _group, module: _module, ...entry } = lesson;
  const where = { journal: held.journal, lesson: held.lesson, signer: 'p-9', reason: 'День' };
  must(
    await school.journals.correctLesson({
      ...entry,
      ...where,
      topic: 'Т2',
      lessonOn: '2026-10-13',
    }),
  );
  const page = await journalPage(await readerOf(school), { group: '10a', module: 'algebra' });
  expect(page.hoursHeld).toBe(2);
  expect(page.lessons).toMatchObject([
    {
      on: '2026-10-06',
      modeTitle: { ru: 'Дистанционно' },
      modeGround: { number: '7-уч' },
      teacher: { person: 'p-8' },
      substituteFor: { person: 'p-9' },
      annulled: null,
    },
    { on: '2026-10-12', annulled: { moved: true } },
    { on: '2026-10-13', annulled: null, modeTitle: null, substituteFor: null },
  ]);
});

test('RK 1.5, 1.8: the journal shows the order of the lesson, not of its correction', async () => {
  const school = await yearSchool();
  const lesson = { topic: 'Т', hours: 1, teacher: 'p-9', present: ['l-1'], mode: 'remote' };
  const ground = order('15-од', '2026-10-05');
  const place = { group: '10a', module: 'algebra', on: '2026-10-06' };
  const { journal, lesson: id } = must(
    await school.journals.holdLesson({ ...lesson, ...place, ground }),
  );
  const right = { ...lesson, journal, lesson: id, signer: 'p-9', reason: 'Описка' };
  const by = { ground: order('88-од', '2026-10-20') };
  must(await school.journals.correctLesson({ ...right, topic: 'Т2', ...by }));
  const orders = async () => {
    const page = await journalPage(await readerOf(school), { group: '10a', module: 'algebra' });
    return page.lessons.map(({ on, modeGround }) => [on, modeGround?.number]);
  };
  expect(await orders()).toEqual([['2026-10-06', '15-од']]);
  must(await school.journals.correctLesson({ ...right, lessonOn: '2026-10-07', ...by }));
  expect(await orders()).toEqual([
    ['2026-10-06', '15-од'],
    ['2026-10-07', '15-од'],
  ]);
});

test('273-FZ art. 17: hours of a lesson for one learner alone are none of the class', async () => {
  const school = await yearSchool();
  const lesson = { group: '10a', module: 'algebra', topic: 'Т', teacher: 'p-9', present: ['l-1'] };
  must(await school.journals.holdLesson({ ...lesson, hours: 2, on: '2026-10-06' }));
  const alone = { ...lesson, hours: 1, individual: 'l-1', teacher: 'p-8' };
  must(await school.journals.holdLesson({ ...alone, on: '2026-10-07' }));
  const page = await journalPage(await readerOf(school), { group: '10a', module: 'algebra' });
  expect([page.hoursHeld, page.heldAlone]).toEqual([2, { lessons: 1, hours: 1 }]);
  expect(page.lessons).toMatchObject([
    { individual: null },
    { individual: { person: 'l-1' }, hours: 1 },
  ]);
  const html = journalHtml(page, { organisation: { name: 'Школа' }, timeZone: 'Europe/Moscow' });
  expect(html).toContain('проведено занятий: 1, часов: 2); индивидуально занятий: 1, часов: 1');
  expect(html).toContain('индивидуально: ');
});

test('RK 1.8: pages are headed by the title that was put right', async () => {
  const school = await yearSchool();
  const [opened] = await school.events('academy.group-10a');
  const to = { as: 'opening', title: '10 «А»', stage: 10, studyYear: '2026' } as const;
  const correct = { group: '10a', entry: opened?.id ?? '', signer: 'p-1', reason: 'Описка', to };
  must(await school.groups.correctEntry(correct));
  const page = await journalPage(await readerOf(school), { group: '10a', module: 'algebra' });
  expect(page.group.title).toBe('10 «А»');
  expect(page.rows).toHaveLength(2);
});
