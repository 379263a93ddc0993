import { letopis, must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* RK 1.5: what the register says of an order, who signs, and on which days it ends or changes. */

const first = { number: '7-з', date: '2026-09-01', title: 'О зачислении', signer: 'p-1' };
const about = { year: '2026', number: '7-з', signer: 'p-1', office: 'head' };
const by = { number: '12-з', date: '2026-10-05' };

async function open() {
  const school = await openSchool(regulation());
  const services = letopis({ store: school.store, organisation: 'academy' }).as('u-9');
  const last = async () => (await school.events('orders-2026')).at(-1);
  return { ...school, ...services, last };
}

/** A head of group m-1 only: their appointment is limited to it. */
const limited = {
  person: 'p-30',
  office: 'head',
  from: '2026-09-01',
  scope: { groups: ['m-1'] },
  ground: order('3-к', '2026-08-25'),
};

describe('RK 1.5: an entry says what was ordered, by whom, and in which register it stands', () => {
  test('an order', async () => {
    const { orders, last } = await open();
    must(await orders.register({ ...first, kind: 'learners' }));
    const head = { person: 'p-1', office: 'head', position: null };
    expect(await last()).toMatchObject({ type: 'OrderRegistered', occurredOn: '2026-09-01' });
    expect((await last())?.refs).toEqual({ register: ['orders.2026'], official: ['p-1'] });
    expect((await last())?.data).toEqual({
      year: '2026',
      number: '7-з',
      title: 'О зачислении',
      kind: 'learners',
      signer: head,
      edition: 1,
    });
  });

  test('its annulment, with the day from which it has no force and who signed', async () => {
    const { orders, last } = await open();
    must(await orders.register(first));
    must(await orders.annul({ ...about, from: '2026-10-01', on: '2026-10-02' }));
    expect(await last()).toMatchObject({ type: 'OrderAnnulled', occurredOn: '2026-10-02' });
    expect((await last())?.refs).toEqual({ register: ['orders.2026'], official: ['p-1'] });
    expect((await last())?.data).toEqual({
      year: '2026',
      number: '7-з',
      from: '2026-10-01',
      signer: { person: 'p-1', office: 'head', position: null },
      edition: 1,
    });
  });

  test('its amendment, which needs no signature here: the order that amends bears it', async () => {
    const { orders, last } = await open();
    must(await orders.register(first));
    must(await orders.amend({ year: '2026', number: '7-з', by, on: '2026-10-06' }));
    expect(await last()).toMatchObject({ type: 'OrderAmended', occurredOn: '2026-10-06' });
    expect((await last())?.refs).toEqual({ register: ['orders.2026'] });
    expect((await last())?.data).toEqual({ year: '2026', number: '7-з', by, edition: 1 });
  });
});

describe('RK 1.5: an order is signed in any office that the signer holds on its day', () => {
  test('also in one that is limited to a group', async () => {
    const { orders, officials, last } = await open();
    must(await officials.appoint(limited));
    must(await orders.register({ ...first, signer: 'p-30' }));
    expect((await last())?.data).toMatchObject({ signer: { person: 'p-30', office: 'head' } });
    must(await orders.annul({ ...about, signer: 'p-30', from: null, on: '2026-10-01' }));
    expect((await last())?.data).toMatchObject({ signer: { person: 'p-30', office: 'head' } });
  });

  test('nobody without an office annuls one', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    const annulled = { ...about, from: null, on: '2026-10-01' };
    const nobody = await orders.annul({ ...annulled, signer: 'p-77', office: null });
    expectRefused(nobody, 'not-appointed', 'p-77', '2026-10-01');
  });
});

describe('RK 1.5: an order is not annulled or amended before its own day', () => {
  test('no order loses its force before it had any', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    const annul = (from: string) => orders.annul({ ...about, on: '2026-10-01', from });
    const early = await annul('2026-08-31');
    expectRefused(early, 'act-out-of-order', '2026-08-31', '2026-09-01');
    must(await annul('2026-09-01'));
  });

  test('no act annuls what was ordered after it', async () => {
    const { orders } = await open();
    must(await orders.register({ ...first, date: '2026-09-10' }));
    const days = ['2026-09-09', '2026-09-10'] as const;
    const never = await orders.annul({ ...about, on: '2026-09-09', from: null });
    expectRefused(never, 'act-out-of-order', ...days);
    const later = await orders.annul({ ...about, on: '2026-09-09', from: '2026-09-11' });
    expectRefused(later, 'act-out-of-order', ...days);
  });

  test('an amendment is no earlier than the order by which it is made', async () => {
    const { orders } = await open();
    must(await orders.register(first));
    const amend = (on: string) => orders.amend({ year: '2026', number: '7-з', by, on });
    expectRefused(await amend('2026-10-04'), 'act-out-of-order', '2026-10-04', '2026-10-05');
    must(await amend('2026-10-05'));
  });

  test('an amended order goes on bearing acts, and may be annulled', async () => {
    const { orders, learners } = await open();
    must(await orders.register(first));
    must(await orders.amend({ year: '2026', number: '7-з', by, on: '2026-10-05' }));
    const ground = order('7-з', '2026-09-01');
    must(await learners.register({ id: 'l-7', on: '2026-10-06', ground }));
    must(await orders.annul({ ...about, from: '2026-10-07', on: '2026-10-07' }));
  });

  test('an order that the register does not have is not amended', async () => {
    const { orders } = await open();
    const unknown = await orders.amend({ year: '2026', number: '9-з', by, on: '2026-10-05' });
    expectRefused(unknown, 'order-unknown', '9-з', '2026');
  });
});
