import { must } from '@letopis/core';
import { fileFold, loanFold, loanOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { fileItem } from '../worlds/presence-school.ts';
import { archivedSchool } from '../worlds/transfer-school.ts';

const loan = {
  record: 'file-l-1.1',
  borrower: 'p-5',
  unit: 'Учебный отдел',
  purpose: 'выдача справки',
  until: '2026-12-01',
  signer: 'p-7',
  on: '2026-11-22',
};
const back = { record: 'file-l-1.1', signer: 'p-7', on: '2026-11-22' };

describe('D18: the archive lends a record and takes it back', () => {
  test('as facts, one loan after the other, and the record stays closed meanwhile', async () => {
    const { loans, events, files, session } = await archivedSchool();
    must(await loans.lend({ ...loan, commandId: step(70) }));
    const late = { file: 'l-1.1', medium: 'paper', title: 'Справка', sheets: 1 } as const;
    const added = await files.addDocument({ ...late, original: true, on: '2026-11-22' });
    expectRefused(added, 'record-archived', 'file-l-1.1');
    expectRefused(await loans.lend(loan), 'record-lent', 'p-5', '2026-11-22');
    must(await loans.takeBack({ ...back, defects: ['надорван лист 2'] }));
    must(await loans.lend(loan));
    expect((await events('loan-file.l-1.1')).map(({ type }) => type)).toEqual([
      'RecordLent',
      'LoanReturned',
      'RecordLent',
    ]);
    const { state } = await session.load(fileFold, 'l-1.1');
    expect(state.archival).toEqual({ transfer: 't-1', accepted: true });
  });

  test('only from the archive, by its office, and only what is lent comes back', async () => {
    const { loans } = await archivedSchool();
    expectRefused(await loans.takeBack(back), 'record-not-lent', 'file-l-1.1');
    const open = { ...loan, record: 'enrollment-l-2.mentor.1' };
    expectRefused(await loans.lend(open), 'not-in-archive', 'enrollment-l-2.mentor.1');
    expectRefused(
      await loans.lend({ ...loan, record: 'file-l-9.1' }),
      'record-unknown',
      'file-l-9.1',
    );
    expectRefused(await loans.lend({ ...loan, signer: 'p-5' }), 'not-appointed', 'p-5');
    const turned = await loans.lend({ ...loan, until: '2026-11-21' });
    expectRefused(turned, 'act-out-of-order', '2026-11-21');
    must(await loans.lend({ ...loan, record: 'journal-m-1.safety.2026' }));
    must(await loans.lend({ ...loan, record: 'enrollment-l-1.mentor.1' }));
    must(await loans.lend(loan));
    expectRefused(await loans.takeBack({ ...back, on: '2026-11-21' }), 'act-out-of-order');
    expectRefused(await loans.takeBack({ ...back, signer: 'p-9' }), 'not-appointed', 'p-9');
  });
});

describe('RK 4 no. 3: a record that is not at hand', () => {
  test('is not lent while a carrier of it is sought, and is again once it was found', async () => {
    const { loans, presence } = await archivedSchool('2026-11-21');
    const lost = { state: 'lost', circumstances: 'нет на полке' } as const;
    must(await presence.report({ ...fileItem, ...lost, signer: 'p-7', on: '2026-11-21' }));
    expectRefused(await loans.lend(loan), 'carrier-sought', 'file-l-1.1');
    must(await presence.found({ ...fileItem, signer: 'p-7', on: '2026-11-22' }));
    must(await loans.lend(loan));
  });
});

describe('D18: what a loan and its return say', () => {
  const signer = { person: 'p-7', office: 'archivist', position: null };

  test('who has the record, where, for what, until when, and who signed', async () => {
    const { loans, events } = await archivedSchool('2026-11-21');
    must(await loans.lend({ ...loan, on: '2026-11-21' }));
    must(await loans.takeBack({ ...back, defects: ['надорван лист 2'] }));
    const { record, borrower, unit, purpose, until } = loan;
    const whose = { file: ['l-1.1'], learner: ['l-1'] };
    expect(await events('loan-file.l-1.1')).toMatchObject([
      {
        type: 'RecordLent',
        occurredOn: '2026-11-21',
        refs: { ...whose, official: ['p-5', 'p-7'] },
        data: { record, borrower, unit, purpose, until, signer, edition: 1 },
      },
      {
        type: 'LoanReturned',
        occurredOn: '2026-11-22',
        refs: { ...whose, official: ['p-7'] },
        data: { record, defects: ['надорван лист 2'], signer, edition: 1 },
      },
    ]);
  });

  test('each is on the day of the one before it, or later', async () => {
    const { loans } = await archivedSchool('2026-11-21');
    must(await loans.lend({ ...loan, on: '2026-11-22' }));
    const early = await loans.takeBack({ ...back, on: '2026-11-21' });
    expectRefused(early, 'act-out-of-order', '2026-11-21', '2026-11-22');
    must(await loans.takeBack(back));
    expectRefused(await loans.takeBack(back), 'record-not-lent', back.record);
    const before = await loans.lend({ ...loan, on: '2026-11-21' });
    expectRefused(before, 'entry-contradicted', '2026-11-21', 'RecordLent', '2026-11-22');
    must(await loans.lend({ ...loan, on: '2026-11-22' }));
  });

  test('it may end on the day on which it begins, and not before', async () => {
    const { loans } = await archivedSchool('2026-11-21');
    const turned = await loans.lend({ ...loan, until: '2026-11-21' });
    expectRefused(turned, 'act-out-of-order', '2026-11-21', '2026-11-22');
    must(await loans.lend({ ...loan, until: '2026-11-22' }));
  });

  test('on any day it is the one that had begun and was not back yet', async () => {
    const lent = { until: '2026-12-20', borrower: 'p-5', unit: 'Отдел кадров' };
    const first = { ...lent, on: '2026-12-01', returnedOn: '2026-12-10' };
    const second = { ...lent, on: '2026-12-11', returnedOn: null };
    const state = { loans: [first, second] };
    for (const [day, one] of [
      ['2026-11-30', null],
      ['2026-12-01', first],
      ['2026-12-09', first],
      ['2026-12-10', null],
      ['2026-12-11', second],
      ['2027-12-11', second],
    ] as const) {
      expect(loanOn(state, day)).toEqual(one);
    }
    const { loans, session } = await archivedSchool();
    must(await loans.lend(loan));
    must(await loans.takeBack(back));
    const { borrower, unit, until, on } = loan;
    const told = (await session.load(loanFold, 'file', 'l-1.1')).state.loans;
    expect(told).toEqual([{ on, until, borrower, unit, returnedOn: back.on }]);
  });
});
