import type * as z from 'zod';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { recordUnknown } from '../../record/refusals.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { recordRefs } from '../transfer/facts/questions.ts';
import type { lendRecord, returnLoan } from './commands.ts';
import type { LoanContext } from './context.ts';
import { loanReturned, recordLent } from './facts/events.ts';
import type { LoanState } from './facts/state.ts';
import { notInArchive, recordIsLent, recordNotLent } from './refusals.ts';

/**
 * Decides {@link lendRecord}, in an office of the archive. Refuses `record-unknown`,
 * `not-in-archive`, `record-lent` and `act-out-of-order`. D18.
 */
export function decideLend(
  state: LoanState,
  input: z.output<typeof lendRecord.schema>,
  { edition, official, status }: LoanContext,
): Decision {
  const { record, borrower, unit, purpose, until, signer: person, office, on } = input;
  if (status === null) return recordUnknown({ record });
  if (!status.accepted) return notInArchive({ record });
  const last = state.loans.at(-1);
  if (last !== undefined && last.returnedOn === null) {
    return recordIsLent({ record, borrower: last.borrower, since: last.on });
  }
  const after = last?.returnedOn ?? '';
  if (on < after) return actOutOfOrder({ on, after });
  if (until < on) return actOutOfOrder({ on: until, after: on });
  const signer = signAs(official, { person, office, on }, edition.archive.receiveOffices);
  if (isRefusal(signer)) return signer;
  const said = { record, borrower, unit, purpose, until };
  const data = { ...said, signer, edition: edition.edition };
  const refs = { ...recordRefs(record), official: [person, borrower] };
  return [recordLent.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides {@link returnLoan}, in an office of the archive. Refuses `record-not-lent` and
 * `act-out-of-order`. D18.
 */
export function decideReturnLoan(
  state: LoanState,
  input: z.output<typeof returnLoan.schema>,
  { edition, official }: LoanContext,
): Decision {
  const { record, defects, signer: person, office, on } = input;
  const last = state.loans.at(-1);
  if (last === undefined || last.returnedOn !== null) return recordNotLent({ record });
  if (on < last.on) return actOutOfOrder({ on, after: last.on });
  const signer = signAs(official, { person, office, on }, edition.archive.receiveOffices);
  if (isRefusal(signer)) return signer;
  const data = { record, defects, signer, edition: edition.edition };
  const refs = { ...recordRefs(record), official: [person] };
  return [loanReturned.draft({ occurredOn: on, refs, data })];
}
