import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { enrollmentArchive } from '../enrollment/archive.ts';
import { fileArchive } from '../file/file.ts';
import { journalArchive } from '../journal/journal.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { ArchivalStatus } from '../record/state.ts';
import type { LoanContext } from './loan.ts';
import { decideLend, decideReturnLoan, lendRecord, loanDecider, returnLoan } from './loan.ts';

/** Loans of archived records to a department, and their return. D18. */
export interface LoanRoom {
  lend(raw: Sent<z.input<typeof lendRecord.schema>>): Promise<Result<Receipt>>;
  takeBack(raw: Sent<z.input<typeof returnLoan.schema>>): Promise<Result<Receipt>>;
}

/**
 * The loans of an organisation's archive, for one sender.
 * @example
 * must(await loanRoom(desk).lend({ record: 'file-l-1.1', borrower: 'p-2', unit: 'Учебный отдел',
 *   purpose: 'справка', until: '2027-03-15', signer: 'p-3', on: '2027-03-01' }));
 */
export function loanRoom(desk: Desk): LoanRoom {
  const shared = {
    decider: loanDecider,
    stream: ({ record }: { readonly record: string }) =>
      desk.stream('loan', record.replace('-', '.')),
    context: (input: { readonly record: string; readonly signer: string; readonly on: string }) =>
      readLoan(desk, input),
    answer: receipt,
  };
  return {
    lend: (raw) => desk.run(lendRecord, raw, { ...shared, decide: decideLend }),
    takeBack: (raw) => desk.run(returnLoan, raw, { ...shared, decide: decideReturnLoan }),
  };
}

async function readLoan(
  desk: Desk,
  { record, signer, on }: { readonly record: string; readonly signer: string; readonly on: string },
): Promise<LoanContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const official = await readOfficial(desk, signer);
  return { ...day, official, status: await readStatusOf(desk, record) };
}

/** Where a record stands on its way to the archive; null: there is no such record. */
async function readStatusOf(desk: Desk, record: string): Promise<ArchivalStatus | null> {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  switch (record.slice(0, dash)) {
    case 'enrollment':
      return enrollmentArchive.statusOf((await desk.load(enrollmentArchive.decider, key)).state);
    case 'journal':
      return journalArchive.statusOf((await desk.load(journalArchive.decider, key)).state);
    default:
      return fileArchive.statusOf((await desk.load(fileArchive.decider, key)).state);
  }
}
