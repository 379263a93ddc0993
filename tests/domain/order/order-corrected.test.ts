import { letopis, must, order } from '@letopis/core';
import { orderFold, unfitOrderEntries } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* RK 1.5, 1.8: who signed a corrected order, and which of its annulments and amendments fit. */

const first = { number: '7-з', date: '2026-09-11', title: 'О зачислении', signer: 'p-30' };
const about = { year: '2026', number: '7-з', signer: 'p-1' };
const right = { year: '2026', reason: 'описка', signer: 'p-1', on: '2026-11-01' };
const ground = order('3-к', '2026-08-25');
const head = { person: 'p-30', office: 'head', ground };

/** A school whose head p-30 signed the order 7-з; from October on their position is another. */
async function open() {
  const school = await openSchool(regulation());
  const { orders, officials } = letopis({ store: school.store, organisation: 'academy' }).as('u-9');
  const autumn = { ...head, from: '2026-09-01', until: '2026-09-30', position: 'Директор' };
  must(await officials.appoint(autumn));
  must(await officials.appoint({ ...head, from: '2026-10-01', position: 'Ректор' }));
  const { eventId: entry } = must(await orders.register(first));
  const correct = (change: object) => orders.correct({ ...right, entry, ...change });
  const signer = async () => (await school.events('orders-2026')).at(-1)?.data;
  const register = async () => (await school.handler.load(orderFold, 'academy.orders-2026')).state;
  const amend = async (date: string) => {
    const by = { number: '12-з', date };
    return must(await orders.amend({ year: '2026', number: '7-з', by, on: date })).eventId;
  };
  return { orders, officials, correct, signer, register, amend };
}

describe('RK 1.8: the signer of an order that is corrected', () => {
  test('is asked for no office where neither signer nor date is corrected', async () => {
    const { officials, correct, signer } = await open();
    must(await officials.relieve({ person: 'p-30', office: 'head', on: '2026-09-05', ground }));
    expectRefused(await correct({ date: '2026-09-12' }), 'not-appointed', 'p-30', '2026-09-12');
    must(await correct({ title: 'О приёме' }));
    const stays = { person: 'p-30', office: 'head', position: 'Директор' };
    expect(await signer()).toMatchObject({ title: 'О приёме', signer: stays });
  });

  test('keeps the position that stands on the order, whatever it is on the true day', async () => {
    const { correct, signer } = await open();
    must(await correct({ date: '2026-10-01' }));
    expect(await signer()).toMatchObject({ signer: { person: 'p-30', position: 'Директор' } });
  });

  test('is corrected without its date too, and has a position of their own', async () => {
    const { correct, signer } = await open();
    must(await correct({ signedBy: { person: 'p-1' } }));
    const other = { person: 'p-1', office: 'head', position: null };
    expect(await signer()).toMatchObject({ number: '7-з', signer: other });
  });
});

describe('RK 1.5: an annulment that is entered after an amendment', () => {
  test('leaves it where the order still had force on the day of the amendment', async () => {
    const { orders, amend, register } = await open();
    await amend('2026-10-10');
    must(await orders.annul({ ...about, from: '2026-10-20', on: '2026-10-01' }));
    expect(unfitOrderEntries(await register())).toEqual([]);
  });

  test('contradicts it where the order lost its force before, or never had any', async () => {
    for (const from of ['2026-10-10', null]) {
      const { orders, amend } = await open();
      const amended = await amend('2026-10-10');
      const ended = await orders.annul({ ...about, from, on: '2026-10-01' });
      expectRefused(ended, 'entry-contradicted', 'OrderAmended', amended);
    }
  });

  test('fits no register that lacks its order, as the amendment does not', async () => {
    const { orders, amend, register } = await open();
    await amend('2026-10-10');
    must(await orders.annul({ ...about, from: '2026-10-20', on: '2026-10-20' }));
    const unfit = unfitOrderEntries({ ...(await register()), orders: new Map() });
    expect(unfit.map(({ type }) => type)).toEqual(['OrderAmended', 'OrderAnnulled']);
  });
});
