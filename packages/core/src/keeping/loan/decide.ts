import type * as z from 'zod';
import { findAnnulled } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import { fitting } from '../../entry/fitting.ts';
import { stateOn } from '../../entry/fold.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { recordUnknown } from '../../record/refusals.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { recordRefs } from '../transfer/facts/questions.ts';
import type { annulLoanEntry, lendRecord, returnLoan } from './commands.ts';
import type { LoanContext } from './context.ts';
import { loanEntryAnnulled, loanReturned, recordLent } from './facts/events.ts';
import type { LoanEntry, LoanFacts, LoanState } from './facts/state.ts';
import { loanFacts, unfitLoans } from './facts/state.ts';
import { notInArchive, recordIsLent, recordNotLent } from './refusals.ts';

/** How the loans of a record and their returns rest on one another. */
const loanFit: Fit<LoanFacts, LoanEntry> = { own: loanFacts, unfit: unfitLoans };

/**
 * Decides {@link lendRecord}, in an office of the archive, also where it is entered late. Refuses
 * `record-unknown`, `not-in-archive` before the day on which the archive took the record over,
 * `carrier-sought`, `carrier-seized`, `record-lent`, `act-out-of-order`, and `entry-contradicted`
 * beside a later loan. D18, RK 1.5.
 */
export const decideLend = fitting(loanFit, lent);

function lent(
  state: LoanState,
  input: z.output<typeof lendRecord.schema>,
  { edition, official, status, acceptedOn, notAtHand }: LoanContext,
): Decision {
  const { record, borrower, unit, purpose, until, signer: person, office, on } = input;
  if (status === null) return recordUnknown({ record });
  if (acceptedOn === null || on < acceptedOn) return notInArchive({ record, on });
  if (notAtHand !== null) return notAtHand;
  const last = stateOn(loanFacts, state, on).loans.at(-1);
  if (last !== undefined && last.returnedOn === null) {
    return recordIsLent({ record, borrower: last.borrower, since: last.on });
  }
  if (until < on) return actOutOfOrder({ on: until, after: on });
  const signer = signAs(official, { person, office, on }, edition.archive.receiveOffices);
  if (isRefusal(signer)) return signer;
  const said = { record, borrower, unit, purpose, until };
  const data = { ...said, signer, edition: edition.edition };
  const refs = { ...recordRefs(record), official: [person, borrower] };
  return [recordLent.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides {@link returnLoan}, in an office of the archive, also where it is entered late. Refuses
 * `record-not-lent`, `act-out-of-order`, and `entry-contradicted` beside a later return. D18, RK
 * 1.5.
 */
export const decideReturnLoan = fitting(loanFit, returned);

function returned(
  state: LoanState,
  input: z.output<typeof returnLoan.schema>,
  { edition, official }: ActContext,
): Decision {
  const { record, defects, signer: person, office, on } = input;
  if (stateOn(loanFacts, state, on).loans.at(-1)?.returnedOn !== null) {
    const later = state.loans.find(({ returnedOn }) => returnedOn === null);
    return later === undefined ? recordNotLent({ record }) : actOutOfOrder({ on, after: later.on });
  }
  const signer = signAs(official, { person, office, on }, edition.archive.receiveOffices);
  if (isRefusal(signer)) return signer;
  const data = { record, defects, signer, edition: edition.edition };
  const refs = { ...recordRefs(record), official: [person] };
  return [loanReturned.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides {@link annulLoanEntry}: a loan or return that was entered in error never was. Refuses
 * `entry-rested-on` where a return or the next loan could not be without it, and as `findPutRight`
 * does. D18, RK 1.8.
 */
export function decideAnnulLoanEntry(
  state: LoanState,
  input: z.output<typeof annulLoanEntry.schema>,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { record, reason = null } = input;
  const asked = { act: 'annul-loan-entry', of: record, orderRequired: false, ground };
  const found = findAnnulled(loanFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { record, ...annulmentData(found, context, null), reason };
  return [loanEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
