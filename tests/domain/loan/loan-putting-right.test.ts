import { must } from '@letopis/core';
import { loanFold, loanOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { archivedSchool, schoolWithRecords } from '../worlds/transfer-school.ts';

const record = 'file-l-1.1';
const loan = {
  record,
  borrower: 'p-5',
  unit: 'Учебный отдел',
  purpose: 'выдача справки',
  until: '2026-12-01',
  signer: 'p-7',
  on: '2026-11-21',
};
const back = { record, signer: 'p-7', on: '2026-11-22' };
const wrong = { record, reason: 'не то дело', signer: 'p-1', office: 'head', on: '2026-11-22' };
const strange = '01990000-0000-7000-8000-000000000001';

/** A school whose archive took the records over on 21 November. */
async function school() {
  const world = await archivedSchool('2026-11-21');
  const annul = async (entry: string, more = {}) =>
    world.loans.annulEntry({ entry, ...wrong, ...more });
  const state = async () => (await world.session.load(loanFold, 'file', 'l-1.1')).state;
  const last = async () => (await world.events('loan-file.l-1.1')).at(-1);
  return { ...world, annul, state, last };
}

describe('D18: a record is lent from the day on which the archive took it over', () => {
  test('on that day, and not the day before', async () => {
    const { loans } = await school();
    const early = await loans.lend({ ...loan, on: '2026-11-20' });
    expectRefused(early, 'not-in-archive', record, '2026-11-20');
    must(await loans.lend({ ...loan, on: '2026-11-21' }));
  });

  test('never, where the archive has not taken it over', async () => {
    const { loans } = await schoolWithRecords();
    expectRefused(await loans.lend(loan), 'not-in-archive', record, '2026-11-21');
  });
});

describe('D18, RK 1.8: a loan and its return are annulled', () => {
  test('the return never was, by whom and why stays on record', async () => {
    const { loans, annul, state, last } = await school();
    must(await loans.lend(loan));
    const { eventId: entry } = must(await loans.takeBack(back));
    must(await annul(entry));
    expect(await last()).toMatchObject({
      type: 'LoanEntryAnnulled',
      occurredOn: '2026-11-22',
      refs: { file: ['l-1.1'], learner: ['l-1'], official: ['p-1', 'p-7'] },
      ground: null,
      data: {
        record,
        corrects: entry,
        entry: 'LoanReturned',
        actedOn: '2026-11-22',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        edition: 1,
        reason: 'не то дело',
      },
    });
    expect(loanOn(await state(), '2026-11-22')).toMatchObject({ borrower: 'p-5' });
    must(await loans.takeBack({ ...back, on: '2026-11-21' }));
    expect(loanOn(await state(), '2026-11-21')).toBeNull();
  });

  test('the loan after its return and after the next loan; then it is lent anew', async () => {
    const { loans, annul, state } = await school();
    const first = must(await loans.lend(loan)).eventId;
    const returned = must(await loans.takeBack({ ...back, on: '2026-11-21' })).eventId;
    const second = must(await loans.lend({ ...loan, borrower: 'p-6', on: '2026-11-22' })).eventId;
    expectRefused(await annul(first), 'entry-rested-on', first, 'LoanReturned', returned);
    expectRefused(await annul(returned), 'entry-rested-on', returned, 'RecordLent', second);
    for (const entry of [second, returned, first]) must(await annul(entry));
    expect(await state()).toMatchObject({ loans: [] });
    expectRefused(await loans.takeBack(back), 'record-not-lent', record);
    must(await loans.lend({ ...loan, borrower: 'p-6' }));
    expect(await state()).toMatchObject({ loans: [{ borrower: 'p-6' }] });
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { loans, annul } = await school();
    const { eventId: entry } = must(await loans.lend(loan));
    const silent = await annul(entry, { reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-loan-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-22');
    expectRefused(await annul(strange), 'entry-unknown', strange, record);
  });
});

describe('D18, RK 1.5: a loan or a return that is entered late', () => {
  test('a loan before another one waits until that one is annulled', async () => {
    const { loans, annul, state } = await school();
    const late = { ...loan, borrower: 'p-6' };
    const next = { ...loan, on: '2026-11-22' };
    const { eventId } = must(await loans.lend(next));
    const beside = await loans.lend(late);
    expectRefused(beside, 'entry-contradicted', '2026-11-21', 'RecordLent', eventId);
    must(await annul(eventId));
    must(await loans.lend(late));
    expectRefused(await loans.lend(next), 'record-lent', 'p-6', '2026-11-21');
    must(await loans.takeBack({ ...back, on: '2026-11-21' }));
    must(await loans.lend(next));
    expect((await state()).loans.map(({ borrower }) => borrower)).toEqual(['p-6', 'p-5']);
  });

  test('a return before its loan, or a second one, is none', async () => {
    const { loans } = await school();
    must(await loans.lend({ ...loan, on: '2026-11-22' }));
    const before = await loans.takeBack({ ...back, on: '2026-11-21' });
    expectRefused(before, 'act-out-of-order', '2026-11-21', '2026-11-22');
    must(await loans.takeBack(back));
    expectRefused(await loans.takeBack(back), 'record-not-lent', record);
  });

  test('a second return beside a later one contradicts it', async () => {
    const { loans } = await school();
    must(await loans.lend(loan));
    const { eventId } = must(await loans.takeBack(back));
    const twice = await loans.takeBack({ ...back, on: '2026-11-21' });
    expectRefused(twice, 'entry-contradicted', '2026-11-21', 'LoanReturned', eventId);
  });
});
