import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import {
  coreProjections,
  laterPapersReport,
  lateEntriesReport,
  openReader,
  openViews,
  orderRegister,
} from '@letopis/projections';
import { annulledFacts } from '@letopis/projections/views';
import { openMemoryViews } from '@letopis/store-memory';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { withLearner } from '../domain/worlds/enrollment-academy.ts';
import { openSchool } from '../domain/worlds/records-school.ts';

/* RK 1.5: what was done by which order, and the three days of a fact. */

async function world() {
  const school = await openSchool();
  const { store } = school;
  const { orders, enrollments, learners } = letopis({ store, organisation: 'academy' }).as('u-9');
  const registered = { number: '10-з', date: '2026-09-01', title: 'О зачислении', signer: 'p-1' };
  must(await orders.register(registered));
  const enrolling = { group: 'm-1', from: '2026-09-01' };
  for (const learner of ['l-2', 'l-1']) {
    const ground = order('10-з', '2026-09-01');
    must(await enrollments.enroll({ ...enrolling, learner, ground }));
  }
  const ground = order('9-з', '2026-11-10', 'application-day');
  must(await enrollments.enroll({ ...enrolling, learner: 'l-3', ground }));
  must(
    await learners.register({ id: 'l-8', on: '2026-11-22', ground: order('9-з', '2026-11-12') }),
  );
  must(
    await orders.annul({
      year: '2026',
      number: '10-з',
      from: null,
      signer: 'p-1',
      on: '2026-11-20',
    }),
  );
  return readerOf(store);
}

async function readerOf(store: Awaited<ReturnType<typeof openSchool>>['store']) {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });
  return openReader(views);
}

test('RK 1.5, P7, C19: each order, what was done by it, and a number twice', async () => {
  const { lines } = await orderRegister(await world(), { year: '2026' });
  expect(lines.map(({ number, dates, conflict }) => [number, dates, conflict])).toEqual([
    ['9-з', ['2026-11-10', '2026-11-12'], true],
    ['10-з', ['2026-09-01'], false],
    ['12-од', ['2026-08-25'], false],
  ]);
  expect(lines[1]).toMatchObject({
    registered: { date: '2026-09-01', title: 'О зачислении', signer: 'p-1' },
    annulled: { on: '2026-11-20', from: null },
    uses: [
      { date: '2026-09-01', type: 'Enrolled', count: 2, learners: ['l-1', 'l-2'], annulled: [] },
    ],
  });
  expect(lines[0]?.registered).toBeNull();
});

/** What was done by an order of 2026: type, count, learners, and what was annulled. */
async function usesOf({ store }: Awaited<ReturnType<typeof withLearner>>, number: string) {
  const { lines } = await orderRegister(await readerOf(store), { year: '2026' });
  const uses = lines.find((line) => line.number === number)?.uses ?? [];
  return uses.map((use) => [
    use.type,
    use.count,
    use.learners,
    use.annulled.map(({ learners, actedOn, replaced }) => [learners, actedOn, replaced]),
  ]);
}

test('RK 1.8: what was corrected counts once, and what stood before is shown', async () => {
  const academy = await withLearner();
  const { enrollments, id: enrollment } = academy;
  const ground = order('30-уч', '2026-09-30');
  const leave = { enrollment, reason: 'illness', on: '2026-10-01', ground };
  const { eventId: entry } = must(await enrollments.suspend(leave));
  const right = { enrollment, entry, signer: 'p-1', reason: 'Не тот день', on: '2026-11-10' };
  const by = order('60-уч', '2026-11-10');
  must(await enrollments.correct({ ...right, instead: { on: '2026-10-02' }, ground: by }));
  expect(await usesOf(academy, '30-уч')).toEqual([
    ['Suspended', 1, ['l-1'], [[['l-1'], '2026-11-10', true]]],
  ]);
  expect(await usesOf(academy, '60-уч')).toEqual([['EnrollmentEntryAnnulled', 1, ['l-1'], []]]);
});

test('RK 1.8: what was annulled from the start counts no more, and is shown', async () => {
  const academy = await withLearner();
  const { enrollments, id: enrollment } = academy;
  const ground = order('31-уч', '2026-09-30');
  const leaves = { enrollment, reason: 'own-wish', on: '2026-10-01', ground };
  const { eventId: entry } = must(await enrollments.discharge(leaves));
  const annul = { enrollment, entry, signer: 'p-1', reason: 'Ошибка', on: '2026-11-10' };
  must(await enrollments.annul({ ...annul, ground: order('61-уч', '2026-11-10') }));
  expect(await usesOf(academy, '31-уч')).toEqual([
    ['Discharged', 0, [], [[['l-1'], '2026-11-10', false]]],
  ]);
});

test('RK 1.8: a number under a wrong date, put right, is no conflict any more', async () => {
  const academy = await withLearner();
  const { enrollments, id: enrollment } = academy;
  const leave = {
    enrollment,
    reason: 'illness',
    on: '2026-10-01',
    ground: order('32-уч', '2026-09-03'),
  };
  const { eventId: entry } = must(await enrollments.suspend(leave));
  const right = { enrollment, entry, signer: 'p-1', reason: 'Дата', on: '2026-11-10' };
  const instead = { ground: order('32-уч', '2026-09-30') };
  must(await enrollments.correct({ ...right, instead, ground: order('62-уч', '2026-11-10') }));
  const { lines } = await orderRegister(await readerOf(academy.store), { year: '2026' });
  expect(lines.find(({ number }) => number === '32-уч')).toMatchObject({
    dates: ['2026-09-30'],
    conflict: false,
  });
});

test('RK 1.8: the order of a lesson that moved counts the true one', async () => {
  const academy = await withLearner();
  const entry = { topic: 'Т', hours: 2, teacher: 'p-9', present: ['l-1'], mode: 'remote' };
  const { journal, lesson } = must(
    await academy.journals.holdLesson({
      ...entry,
      group: 'm-1',
      module: 'safety',
      on: '2026-10-06',
      ground: order('15-од', '2026-10-05'),
    }),
  );
  const right = { ...entry, journal, lesson, signer: 'p-9', reason: 'День', on: '2026-11-10' };
  must(await academy.journals.correctLesson({ ...right, lessonOn: '2026-10-07' }));
  expect(await usesOf(academy, '15-од')).toEqual([
    ['LessonHeld', 1, ['l-1'], [[['l-1'], '2026-11-10', true]]],
  ]);
});

test('RK 1.8: every event that annuls an entry takes it out of the counts', () => {
  const annulling = coreEvents
    .map(({ type }) => type)
    .filter((type) => type.endsWith('EntryAnnulled'));
  expect(annulling.length).toBeGreaterThan(9);
  expect(annulledFacts.types).toEqual(expect.arrayContaining(annulling));
});

const period = { from: '2026-11-22', until: '2026-11-22' };

test('RK 1.5: acts whose paper is later than their effect are on the list of checks', async () => {
  const { lines } = await laterPapersReport(await world(), period);
  expect(lines).toMatchObject([
    { type: 'Enrolled', paperOn: '2026-11-10', effectOn: '2026-09-01', enteredOn: '2026-11-22' },
  ]);
  expect(lines[0]?.ground?.retroactive).toBe('application-day');
});

test('RK 1.5: what is entered late stands, and is marked with its three days', async () => {
  const reader = await world();
  const { lines } = await lateEntriesReport(reader, { ...period, lateEntryDays: 81 });
  expect(lines.filter(({ type }) => type === 'Enrolled')).toMatchObject([
    { effectOn: '2026-09-01', daysLate: 82 },
    { effectOn: '2026-09-01', daysLate: 82 },
    { effectOn: '2026-09-01', daysLate: 82, paperOn: '2026-11-10' },
  ]);
  const none = await lateEntriesReport(reader, { ...period, lateEntryDays: 82 });
  expect(none.lines).toEqual([]);
});

test('RK 1.8: every event that annuls a fact of its stream is known to the counts', () => {
  const annulling = coreEvents.filter(({ type, schemas }) => {
    const { properties = {} } = z.toJSONSchema(schemas.at(-1) ?? z.never(), { io: 'input' });
    return type.endsWith('Annulled') && Object.hasOwn(properties, 'corrects');
  });
  const types = annulling.map(({ type }) => type as string);
  expect([...annulledFacts.types].toSorted()).toEqual(types.toSorted());
});
