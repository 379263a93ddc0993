import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { signAs, signerGiven } from '../acting/signer.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import { recordName } from '../record/name.ts';
import { recordUnknown } from '../record/refusals.ts';
import type { ArchivalStatus } from '../record/state.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import type { loanEvents } from './loan-events.ts';
import { loanReturned, recordLent } from './loan-events.ts';
import { recordRefs } from './transfer.ts';

/*
 * Stream: `<org>.loan-<kind>.<key of the record>`. The loans of one record, one after the other, so
 * that it is never lent twice at once. D18.
 */

export type LoanEvent = EventOf<(typeof loanEvents)[number]>;

/** One loan of the record. */
export interface Loan {
  readonly on: string;
  readonly until: string;
  readonly borrower: string;
  readonly unit: string;
  returnedOn: string | null;
}

export interface LoanState {
  /** In the order of their days. */
  readonly loans: Loan[];
}

export const loanDecider: Decider<LoanState, LoanEvent> = {
  kind: 'loan',
  initial: () => ({ loans: [] }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'RecordLent') {
      const { until, borrower, unit } = event.data;
      state.loans.push({ on, until, borrower, unit, returnedOn: null });
      return;
    }
    const last = state.loans.at(-1);
    if (last !== undefined) last.returnedOn = on;
  },
};

/**
 * The loan of a record on a day; null: it is in its place.
 * @example
 * loanOn(state, '2027-03-01')?.unit; // => 'Учебный отдел'
 */
export function loanOn(state: LoanState, on: string): Loan | null {
  const holds = ({ on: from, returnedOn }: Loan): boolean =>
    from <= on && (returnedOn === null || returnedOn > on);
  return state.loans.find(holds) ?? null;
}

/* Commands */

const signed = { ...signerGiven, on: localDate };

/** Lends an archived record to a person of a unit, until a day. */
export const lendRecord = command(
  'lend-record',
  z.strictObject({
    record: recordName,
    borrower: identifier,
    unit: shortText(200),
    purpose: shortText(300),
    until: localDate,
    ...signed,
  }),
);

/** Takes a lent record back, with the defects that were found. */
export const returnLoan = command(
  'return-loan',
  z.strictObject({
    record: recordName,
    defects: z.array(shortText(500)).max(50).default([]),
    ...signed,
  }),
);

/* Refusals */

/** Only what the archive holds is lent by it. */
export const notInArchive = refusal('not-in-archive', (d: { record: string }) => ({
  ru: `${d.record} не принято архивом: выдавать нечего, запись в подразделении`,
  en: `${d.record} is not in the archive: it stands in its department and needs no loan`,
}));

/** It is lent already. */
export const recordIsLent = refusal(
  'record-lent',
  (d: { record: string; borrower: string; since: string }) => ({
    ru: `${d.record} выдано ${d.since} (${d.borrower}): сначала примите возврат`,
    en: `${d.record} is lent to ${d.borrower} since ${d.since}: take it back first`,
  }),
);

/** It is not lent. */
export const recordNotLent = refusal('record-not-lent', (d: { record: string }) => ({
  ru: `${d.record} не выдано: возвращать нечего`,
  en: `${d.record} is not lent: there is nothing to take back`,
}));

/* Decide */

/** What a loan needs from elsewhere; a record that was accepted once stays so. */
export interface LoanContext extends ActDay {
  readonly official: OfficialState;
  /** Null where there is no such record. */
  readonly status: ArchivalStatus | null;
}

/** Decides {@link lendRecord}, in an office of the archive. D18. */
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

/** Decides {@link returnLoan}, in an office of the archive. D18. */
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
