import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* RK 1.5: an order is no later than its effect, and has one date, one title, one signer. */

const first = { number: '7-з', date: '2026-09-01', title: 'О зачислении', signer: 'p-1' };
const about = { year: '2026', number: '7-з', signer: 'p-1' };
const amending = { year: '2026', number: '7-з', on: '2026-10-05' };
const enrolling = { learner: 'l-1', group: 'm-1', from: '2026-09-01' };

async function open() {
  const school = await openSchool(regulation());
  const { store } = school;
  return { ...school, ...letopis({ store, organisation: 'academy' }).as('u-9') };
}

describe('RK 1.5: a paper later than its effect', () => {
  test('is refused: enrolled from 1 September by an order of 10 November', async () => {
    const { enrollments } = await open();
    const late = await enrollments.enroll({ ...enrolling, ground: order('7-з', '2026-11-10') });
    expectRefused(late, 'paper-after-effect', '7-з', '2026-11-10', '2026-09-01', 'application-day');
    must(await enrollments.enroll({ ...enrolling, ground: order('7-з', '2026-09-01') }));
  });

  test('is accepted for a reason listed for the command, and says it', async () => {
    const { enrollments, events } = await open();
    const ground = order('7-з', '2026-11-10', 'application-day');
    must(await enrollments.enroll({ ...enrolling, ground }));
    const [enrolled] = await events('enrollment-l-1.mentor.1');
    expect(enrolled?.ground).toEqual(ground);
  });

  test('is refused for a reason that is listed for another command', async () => {
    const { enrollments, officials } = await open();
    const other = await enrollments.enroll({
      ...enrolling,
      ground: order('7-з', '2026-11-10', 'death'),
    });
    expectRefused(other, 'paper-after-effect', '7-з');
    const ground = order('8-к', '2026-11-10', 'application-day');
    const from = '2026-10-01';
    const appointed = await officials.appoint({ person: 'p-8', office: 'teacher', from, ground });
    expectRefused(appointed, 'paper-after-effect', '8-к');
  });

  test('is accepted where the act itself has the reason: discharge by death', async () => {
    const school = await openSchool();
    const { enrollments } = school;
    const { id } = must(await enrollments.enroll(enrolling));
    const left = { enrollment: id, on: '2026-11-01', ground: order('9-о', '2026-11-05') };
    expectRefused(
      await enrollments.discharge({ ...left, reason: 'own-wish' }),
      'paper-after-effect',
    );
    must(await enrollments.discharge({ ...left, reason: 'death' }));
  });

  test('of a court is no order, and needs no reason', async () => {
    const { learners } = await open();
    const ground = { kind: 'court', number: '2-77/26', date: '2026-11-10' } as const;
    must(await learners.register({ id: 'l-7', on: '2026-09-01', ground }));
  });

  test('an order of the same day is in time', async () => {
    const { officials } = await open();
    const ground = order('7-з', '2026-09-02');
    const teacher = { office: 'teacher', ground };
    must(await officials.appoint({ ...teacher, person: 'p-71', from: '2026-09-02' }));
    const later = { ...teacher, person: 'p-72', from: '2026-09-01' };
    expectRefused(await officials.appoint(later), 'paper-after-effect', '2026-09-01');
  });

  test('a name that an order only notes may be older than the order', async () => {
    const { learners } = await open();
    const ground = order('7-з', '2026-09-10');
    must(await learners.register({ id: 'l-7', on: '2026-09-01', ground }));
    const change = { learner: 'l-7', name: 'Сидорова Анна', on: '2026-09-02', ground };
    must(await learners.change(change));
  });
});

describe('RK 1.5: the register of orders', () => {
  test('a number has one date: an act under another is refused', async () => {
    const { orders, learners } = await open();
    must(await orders.register(first));
    const register = (id: string, day: string) =>
      learners.register({ id, on: '2026-10-01', ground: order('7-з', day) });
    expectRefused(
      await register('l-7', '2026-09-02'),
      'order-other-date',
      '7-з',
      '2026-09-02',
      '2026-09-01',
    );
    must(await register('l-7', '2026-09-01'));
    must(await register('l-8', '2025-09-02'));
  });

  test('and one title and signer: the number is given once in a year', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    const twice = await orders.register({ ...first, date: '2026-09-05', title: 'Другой' });
    expectRefused(twice, 'order-number-taken', '7-з', '2026-09-01', 'О зачислении');
    const nobody = await orders.register({ ...first, number: '8-з', signer: 'p-77' });
    expectRefused(nobody, 'not-appointed', 'p-77');
  });

  test('an annulled order bears no act from its day on, or none at all', async () => {
    const { orders, learners } = await open();
    must(await orders.register(first));
    must(await orders.register({ ...first, number: '8-з' }));
    must(await orders.annul({ ...about, from: '2026-10-01', on: '2026-10-01' }));
    must(await orders.annul({ ...about, number: '8-з', from: null, on: '2026-10-01' }));
    const on = (id: string, number: string, day: string) =>
      learners.register({ id, on: day, ground: order(number, '2026-09-01') });
    must(await on('l-7', '7-з', '2026-09-30'));
    expectRefused(await on('l-8', '7-з', '2026-10-01'), 'order-annulled', '7-з', '2026-10-01');
    expectRefused(await on('l-8', '8-з', '2026-09-01'), 'order-annulled', '8-з');
    const again = await orders.annul({ ...about, from: null, on: '2026-10-02' });
    expectRefused(again, 'order-annulled-already', '7-з', '2026-10-01');
    const early = await orders.annul({ ...about, number: '9-з', from: null, on: '2026-10-02' });
    expectRefused(early, 'order-unknown', '9-з', '2026');
  });

  test('where the regulation asks for it, an unregistered order bears nothing', async () => {
    const { orders, learners, regulation: rules } = await open();
    const { sources: _, ...general } = { ...r2.general, ordersRegistered: true };
    const sections = { general: { ...general, timeZone: 'Europe/Moscow', sources: [] } };
    const decided = order('48-од', '2026-09-14');
    must(await rules.amend({ from: '2026-09-15', sections, ground: decided }));
    const ground = order('7-з', '2026-09-01');
    const register = () => learners.register({ id: 'l-7', on: '2026-10-01', ground });
    expectRefused(await register(), 'order-unregistered', '7-з', '2026-09-01');
    must(await orders.register(first));
    must(await register());
  });

  test('an order older than the regulation is signed by the head of that day', async () => {
    const { orders, officials, events } = await open();
    const august = { number: '1-од', date: '2026-08-25', title: 'О приёме', signer: 'p-20' };
    expectRefused(await orders.register(august), 'not-appointed', 'p-20', '2026-08-25');
    const ground = order('3-к', '2015-02-27');
    const head = { person: 'p-20', office: 'head', from: '2015-03-02', ground };
    must(await officials.appoint(head));
    must(await orders.register(august));
    expect(await events('orders-2026')).toMatchObject([
      { type: 'OrderRegistered', occurredOn: '2026-08-25', data: { edition: 1 } },
    ]);
  });

  test('amended by another, from its own day on', async () => {
    const { orders, events } = await open();
    must(await orders.register(first));
    const by = { number: '12-з', date: '2026-10-05' };
    must(await orders.amend({ year: '2026', number: '7-з', by, on: '2026-10-05' }));
    const amended = (await events('orders-2026')).at(-1);
    expect(amended?.data).toMatchObject({ number: '7-з', by });
    const before = { number: '13-з', date: '2026-08-20' };
    const early = await orders.amend({ year: '2026', number: '7-з', by: before, on: '2026-10-06' });
    expectRefused(early, 'act-out-of-order', '2026-08-20', '2026-09-01');
  });

  test('an order is not amended from the day on which it was annulled', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    must(await orders.register({ ...first, number: '8-з' }));
    must(await orders.annul({ ...about, from: '2026-10-05', on: '2026-10-05' }));
    must(await orders.annul({ ...about, number: '8-з', from: null, on: '2026-10-05' }));
    const amend = (number: string, date: string) =>
      orders.amend({ year: '2026', number, by: { number: '12-з', date }, on: '2026-10-06' });
    expectRefused(await amend('7-з', '2026-10-05'), 'order-annulled-already', '7-з', '2026-10-05');
    expectRefused(await amend('8-з', '2026-09-02'), 'order-annulled-already', '8-з');
    must(await amend('7-з', '2026-10-04'));
  });
});

describe('RK 1.8: an entry of the register is put right', () => {
  const right = { year: '2026', reason: 'описка', signer: 'p-1', on: '2026-11-01' };

  test('corrected: the true date counts, and the entry of before stays', async () => {
    const { orders, learners, events } = await open();
    const { eventId: entry } = must(await orders.register({ ...first, date: '2026-09-11' }));
    const ground = order('7-з', '2026-09-01');
    const act = () => learners.register({ id: 'l-7', on: '2026-09-20', ground });
    expectRefused(await act(), 'order-other-date', '2026-09-11');
    must(await orders.correct({ ...right, entry, date: '2026-09-01' }));
    must(await act());
    const all = await events('orders-2026');
    expect(all.map(({ type }) => type)).toEqual([
      'OrderRegistered',
      'OrderEntryAnnulled',
      'OrderRegistered',
    ]);
    expect(all[1]?.data).toMatchObject({ corrects: entry, replacedBy: all[2]?.id });
    const again = await orders.correct({ ...right, entry, title: 'Х' });
    expectRefused(again, 'entry-annulled-already', entry);
    const year = await orders.correct({ ...right, entry: all[2]?.id ?? '', date: '2025-09-01' });
    expectRefused(year, 'order-of-other-year', '2025-09-01', '2026');
  });

  test('annulled: the number is free again, unless another entry rests on it', async () => {
    const { orders } = await open();
    const { eventId: entry } = must(await orders.register(first));
    const { eventId: end } = must(await orders.annul({ ...about, from: null, on: '2026-10-01' }));
    expectRefused(await orders.annulEntry({ ...right, entry }), 'entry-rested-on', end);
    must(await orders.annulEntry({ ...right, entry: end }));
    must(await orders.annulEntry({ ...right, entry }));
    must(await orders.register({ ...first, title: 'Другой' }));
    const unknown = '00000000-0000-7000-8000-000000000000';
    expectRefused(await orders.annulEntry({ ...right, entry: unknown }), 'entry-unknown', unknown);
  });

  test('its day stays before what annuls and amends it: these are named', async () => {
    const { orders } = await open();
    const { eventId: entry } = must(await orders.register(first));
    const by = { number: '20-з', date: '2026-10-05' };
    const amended = must(await orders.amend({ ...amending, by })).eventId;
    const ended = must(await orders.annul({ ...about, from: '2026-10-15', on: '2026-10-20' }));
    const correct = (date: string) => orders.correct({ ...right, entry, date });
    expectRefused(await correct('2026-10-06'), 'entry-contradicted', '2026-10-06', amended);
    const late = await correct('2026-10-16');
    expectRefused(late, 'entry-contradicted', amended, ended.eventId, 'OrderAnnulled');
    must(await correct('2026-10-05'));
  });

  test('its signer held the office on the day that it is corrected to', async () => {
    const { orders, officials } = await open();
    const ground = order('3-к', '2026-09-10');
    must(await officials.appoint({ person: 'p-20', office: 'head', from: '2026-09-10', ground }));
    const signed = { ...first, date: '2026-09-11', signer: 'p-20' };
    const { eventId: entry } = must(await orders.register(signed));
    const early = await orders.correct({ ...right, entry, date: '2026-09-09' });
    expectRefused(early, 'not-appointed', 'p-20', '2026-09-09');
    const signedBy = { person: 'p-1', office: 'head' };
    must(await orders.correct({ ...right, entry, date: '2026-09-09', signedBy }));
  });

  test('an annulment entered late names the amendment that came after it', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    const by = { number: '12-з', date: '2026-10-05' };
    const amended = must(await orders.amend({ ...amending, by })).eventId;
    const annul = (from: string, on: string) => orders.annul({ ...about, from, on });
    const before = await annul('2026-10-05', '2026-10-05');
    expectRefused(before, 'entry-contradicted', amended, 'OrderAmended');
    must(await annul('2026-10-01', '2026-10-06'));
  });

  test('an annulment and an amendment are annulled and entered anew', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    const by = { number: '12-з', date: '2026-10-05' };
    const amended = must(await orders.amend({ ...amending, by })).eventId;
    const ended = must(await orders.annul({ ...about, from: null, on: '2026-10-20' })).eventId;
    for (const entry of [amended, ended]) {
      const no = await orders.correct({ ...right, entry, title: 'Другой' });
      expectRefused(no, 'entry-of-another-kind', entry, 'OrderRegistered');
      must(await orders.annulEntry({ ...right, entry }));
    }
    must(await orders.annul({ ...about, from: '2026-10-15', on: '2026-10-20' }));
  });
});
