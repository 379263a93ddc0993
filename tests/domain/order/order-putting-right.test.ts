import { letopis, must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* RK 1.8: an entry of the register is put right, as far as nothing rests on what would change. */

const first = { number: '7-з', date: '2026-09-11', title: 'О зачислении', signer: 'p-1' };
const about = { year: '2026', number: '7-з', signer: 'p-1' };
const right = { year: '2026', reason: 'описка', signer: 'p-1', on: '2026-11-01' };
const silent = { year: '2026', signer: 'p-1', on: '2026-11-01' };

async function open(rules = regulation()) {
  const school = await openSchool(rules);
  const { orders, officials } = letopis({ store: school.store, organisation: 'academy' }).as('u-9');
  const { eventId: entry } = must(await orders.register(first));
  const correct = (change: object) => orders.correct({ ...right, entry, ...change });
  const last = async (count: number) => (await school.events('orders-2026')).slice(-count);
  return { orders, officials, entry, correct, last };
}

describe('RK 1.8: an order that is annulled or amended', () => {
  test('keeps its number: the acts that end and amend it name it', async () => {
    const { orders, correct } = await open();
    const { eventId: end } = must(
      await orders.annul({ ...about, from: '2026-10-10', on: '2026-10-10' }),
    );
    const by = { number: '12-з', date: '2026-10-05' };
    const { eventId: amended } = must(
      await orders.amend({ year: '2026', number: '7-з', by, on: '2026-10-06' }),
    );
    const told = ['OrderAmended 2026-10-06', amended, 'OrderAnnulled 2026-10-10', end];
    expectRefused(await correct({ number: '8-з' }), 'entry-rested-on', ...told);
    must(await correct({ number: '7-з', title: 'О приёме' }));
  });

  test('lets go of its number where what rests on another order is all there is', async () => {
    const { orders, correct } = await open();
    must(await orders.register({ ...first, number: '9-з' }));
    must(await orders.annul({ ...about, number: '9-з', from: null, on: '2026-10-10' }));
    must(await correct({ number: '8-з' }));
  });

  test('is not moved behind the day on which it ends', async () => {
    const { orders, correct } = await open();
    const { eventId: end } = must(
      await orders.annul({ ...about, from: '2026-10-01', on: '2026-10-10' }),
    );
    const behind = await correct({ date: '2026-10-02' });
    expectRefused(behind, 'entry-contradicted', 'OrderAnnulled 2026-10-10', end);
    must(await correct({ date: '2026-10-01' }));
  });

  test('nor behind the act by which it ends', async () => {
    for (const from of [null, '2026-10-20']) {
      const { orders, correct } = await open();
      const { eventId: end } = must(await orders.annul({ ...about, from, on: '2026-10-10' }));
      expectRefused(await correct({ date: '2026-10-11' }), 'entry-contradicted', end);
      must(await correct({ date: '2026-10-10' }));
    }
  });

  test('nor behind the order that amends it', async () => {
    const { orders, correct } = await open();
    const by = { number: '12-з', date: '2026-10-05' };
    const { eventId: amended } = must(
      await orders.amend({ year: '2026', number: '7-з', by, on: '2026-10-09' }),
    );
    const behind = await correct({ date: '2026-10-06' });
    expectRefused(behind, 'entry-contradicted', 'OrderAmended 2026-10-09', amended);
    must(await correct({ date: '2026-10-05' }));
  });

  test('is not annulled as an entry while it is amended', async () => {
    const { orders, entry } = await open();
    const by = { number: '12-з', date: '2026-10-05' };
    const { eventId: amended } = must(
      await orders.amend({ year: '2026', number: '7-з', by, on: '2026-10-05' }),
    );
    expectRefused(await orders.annulEntry({ ...right, entry }), 'entry-rested-on', amended);
    must(await orders.annulEntry({ ...right, entry: amended }));
    must(await orders.annulEntry({ ...right, entry }));
  });
});

describe('RK 1.8: what a corrected order may be', () => {
  test('it has no number of another order of its year', async () => {
    const { orders, correct } = await open();
    must(await orders.register({ ...first, number: '8-з', title: 'О переводе' }));
    const taken = await correct({ number: '8-з' });
    expectRefused(taken, 'order-number-taken', '8-з', '2026-09-11', 'О переводе');
    must(await correct({ number: '9-з' }));
  });

  test('its true signer is one who held the office on the true day', async () => {
    const { officials, correct, last } = await open();
    const ground = order('3-к', '2026-08-25');
    const scope = { groups: ['m-1'] };
    const head = { person: 'p-30', office: 'head', from: '2026-10-01', scope, ground };
    must(await officials.appoint(head));
    const signedBy = { person: 'p-30' };
    const early = await correct({ signedBy, date: '2026-09-30' });
    expectRefused(early, 'not-appointed', 'p-30', '2026-09-30');
    must(await correct({ signedBy, date: '2026-10-01' }));
    expect(await last(2)).toMatchObject([
      { data: { signer: { person: 'p-1' } } },
      { data: { signer: { person: 'p-30', office: 'head' } }, refs: { official: ['p-30'] } },
    ]);
  });

  test('what is not given stays as it was, and the signer of the order too', async () => {
    const { correct, last } = await open();
    must(await correct({ title: 'О приёме', signer: 'p-5' }));
    const [annulment, entered] = await last(2);
    expect(annulment).toMatchObject({
      occurredOn: '2026-09-11',
      data: { year: '2026', number: '7-з', reason: 'описка', signer: { person: 'p-5' } },
    });
    expect(entered).toMatchObject({
      occurredOn: '2026-09-11',
      data: { number: '7-з', title: 'О приёме', signer: { person: 'p-1', office: 'head' } },
    });
  });

  test('an annulment of an order is no order: it is annulled and entered anew', async () => {
    const { orders } = await open();
    const { eventId: entry } = must(await orders.annul({ ...about, from: null, on: '2026-10-10' }));
    const other = await orders.correct({ ...right, entry, title: 'Х' });
    expectRefused(other, 'entry-of-another-kind', entry, 'OrderAnnulled');
  });
});

describe('RK 1.8: who puts an entry right, and why', () => {
  test('the act that lacks its reason is named', async () => {
    const { orders, entry } = await open();
    const corrected = await orders.correct({ ...silent, entry, title: 'Х' });
    expectRefused(corrected, 'reason-missing', 'correct-order-entry', entry);
    const annulled = await orders.annulEntry({ ...silent, entry });
    expectRefused(annulled, 'reason-missing', 'annul-order-entry', entry);
  });

  test('where the regulation asks for no reason, none is stored', async () => {
    const { correction } = regulation();
    const { orders, entry, last } = await open(
      regulation({ correction: { ...correction, entryReasonRequired: false } }),
    );
    must(await orders.annulEntry({ ...silent, entry }));
    expect((await last(1))[0]?.data).toMatchObject({ corrects: entry, reason: null });
  });

  test('an entry is looked for in the register of its year', async () => {
    const { orders, entry } = await open();
    const elsewhere = await orders.annulEntry({ ...right, year: '2025', entry });
    expectRefused(elsewhere, 'entry-unknown', 'orders-2025', entry);
  });
});
