import type { Ground } from '@letopis/core';
import { letopis, must, order } from '@letopis/core';
import { paperAfterEffect } from '@letopis/core/refusals';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { mother, publication } from '../domain/worlds/learner-academy.ts';
import { openSchool } from '../domain/worlds/records-school.ts';

/* RK 1.5, 273-FZ art. 53, 61: an order is no later than what it orders. */

const date = '2026-11-10';
const late = order('7-з', date);

/** The services of a school for a sender who gave no grounds. */
async function open() {
  const school = await openSchool();
  const { store } = school;
  return { ...school, ...letopis({ store, organisation: 'academy' }).as('u-9') };
}

/** Opens a group of 1 October on a paper. */
const opened = async (ground: Ground) => {
  const { groups } = await open();
  return groups.open({ id: 'm-2', programme: 'mentor', on: '2026-10-01', ground });
};

describe('RK 1.5: what an order only notes may be older than the order', () => {
  test('all that is said of a learner, and the name of an official', async () => {
    const { learners, officials, events } = await open();
    const ground = late;
    const on = '2026-10-01';
    const of = { learner: 'l-7', on, ground };
    must(await learners.register({ id: 'l-7', birthDate: '2010-03-15', on, ground }));
    must(await learners.change({ ...of, name: 'Сидорова Анна' }));
    must(await learners.nameRepresentative({ ...mother, ...of }));
    must(await learners.giveConsent({ ...publication, ...of }));
    must(await learners.withdrawConsent({ ...of, consent: 'c-1', withdrawnBy: 'r-1' }));
    must(await learners.endRepresentative({ ...of, representative: 'r-1', on: '2026-10-02' }));
    must(await learners.recordSpecialNeeds({ ...of, needs: 'слух' }));
    must(await learners.listAsGifted({ ...of, entry: 'ГИР-2026-77' }));
    must(await learners.endSpecialStatus({ ...of, status: 'gifted', on: '2026-10-02' }));
    const noted = await events('learner-l-7');
    expect(noted.map((one) => one.ground)).toEqual(noted.map(() => late));
    expect(noted).toHaveLength(9);
    const teacher = { person: 'p-20', office: 'teacher', from: '2026-09-01' };
    must(await officials.appoint({ ...teacher, ground: order('6-к', '2026-09-01') }));
    must(await officials.rename({ person: 'p-20', name: 'Белова Мария', on, ground }));
  });
});

describe('RK 1.5: which papers order something', () => {
  test('an order and an instruction, each with number and date; no other paper', async () => {
    for (const kind of ['order', 'instruction'] as const) {
      expectRefused(await opened({ ...late, kind }), 'paper-after-effect', '7-з', date);
      must(await opened({ ...order('7-з', '2026-10-01'), kind }));
      must(await opened({ ...late, kind, number: null }));
      must(await opened({ ...late, kind, date: null }));
    }
    must(await opened({ ...late, kind: 'protocol' }));
  });

  test('an instruction is of no register of orders', async () => {
    const { orders, groups } = await open();
    const registered = { number: '7-з', date: '2026-09-01', title: 'О приёме', signer: 'p-1' };
    must(await orders.register(registered));
    const of = { id: 'm-2', programme: 'mentor', on: '2026-10-01' };
    const other = order('7-з', '2026-09-02');
    expectRefused(await groups.open({ ...of, ground: other }), 'order-other-date', '7-з');
    must(await groups.open({ ...of, ground: { ...other, kind: 'instruction' } }));
  });
});

test('the refusal says the reasons that the regulation lists, or none where it lists none', () => {
  const said = { number: '7-з', date, on: '2026-10-01', command: 'appoint-official' };
  expect(paperAfterEffect({ ...said, reasons: [] }).text).toEqual({
    ru: 'Приказ 7-з от 2026-11-10 позже своего действия (2026-10-01): исправьте дату',
    en: 'The order 7-з of 2026-11-10 is later than its effect (2026-10-01): mend the date',
  });
  const { ru, en } = paperAfterEffect({ ...said, reasons: ['court', 'death'] }).text;
  expect(ru).toMatch(/исправьте дату или назовите причину retroactive: court, death$/u);
  expect(en).toMatch(/mend the date, or name the reason retroactive: court, death$/u);
});
