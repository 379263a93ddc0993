import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import {
  coreProjections,
  laterPapersReport,
  lateEntriesReport,
  openReader,
  openViews,
  orderRegister,
} from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { expect, test } from 'vitest';
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
    uses: [{ date: '2026-09-01', type: 'Enrolled', count: 2, learners: ['l-1', 'l-2'] }],
  });
  expect(lines[0]?.registered).toBeNull();
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
