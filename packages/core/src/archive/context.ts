import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import { enrollmentArchive } from '../enrollment/archive.ts';
import { fileArchive } from '../file/file.ts';
import { readGroup } from '../group/reading.ts';
import { journalArchive } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { ArchivalStatus } from '../record/state.ts';
import type { LoanContext } from './loan.ts';
import type { RecordMove } from './record.ts';
import type { TransferContext } from './transfer-acts.ts';
import type { BeginTransfer, SignAct } from './transfer-commands.ts';
import { refuseUnlessAwaited } from './transfer-notes.ts';
import { transferDecider } from './transfer.ts';

/** Reads the day of a transfer's beginning, and who hands over; refuses `group-unknown`. */
export function readBeginning(
  session: Desk,
  { on, handsOver, group }: BeginTransfer,
): Promise<TransferContext | Refusal> {
  return readActing(session, on, handsOver, group);
}

/** Reads the day of an act about a transfer, and who signs it for the transfer's group. */
export async function readSigning(
  session: Desk,
  { transfer, signer, on }: SignAct,
): Promise<TransferContext | Refusal> {
  const { state } = await session.load(transferDecider, transfer);
  return readActing(session, on, signer, state.group);
}

/** The act's day, the official, and what a limited appointment must cover. */
async function readActing(
  session: Desk,
  on: string,
  person: string,
  group: string | null,
): Promise<TransferContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const official = await readOfficial(session, person);
  if (group === null) return { ...day, official, scope: {} };
  const known = await readGroup(session, group);
  if (isRefusal(known)) return known;
  return { ...day, official, scope: { group, programme: known.programme } };
}

/**
 * Asks a transfer, before each attempt to hand a record over, whether it still waits for it.
 * Refuses `transfer-unknown`, `record-not-listed` and `record-not-outstanding`.
 */
export async function readAwaited(session: Desk, move: RecordMove): Promise<Refusal | null> {
  const { state } = await session.load(transferDecider, move.transfer);
  return refuseUnlessAwaited(state, move);
}

/** Reads the day of a loan, who signs for the archive, and where the record stands. */
export async function readLoan(
  session: Desk,
  { record, signer, on }: { readonly record: string; readonly signer: string; readonly on: string },
): Promise<LoanContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const official = await readOfficial(session, signer);
  return { ...day, official, status: await readStatusOf(session, record) };
}

/** Where a record stands on its way to the archive; null: there is no such record. */
async function readStatusOf(session: Desk, record: string): Promise<ArchivalStatus | null> {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  switch (record.slice(0, dash)) {
    case 'enrollment':
      return enrollmentArchive.statusOf((await session.load(enrollmentArchive.decider, key)).state);
    case 'journal':
      return journalArchive.statusOf((await session.load(journalArchive.decider, key)).state);
    default:
      return fileArchive.statusOf((await session.load(fileArchive.decider, key)).state);
  }
}
