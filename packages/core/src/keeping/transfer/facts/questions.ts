import type { Refs } from '../../../kernel/event.ts';
import type { ArchiveRules } from '../../../rules/regulation/sections/archive.ts';
import { addDays, localDate } from '../../../values/local-date.ts';
import type { Loan } from '../../loan/facts/state.ts';
import type { TransferRecord, TransferState } from './state.ts';

/**
 * The listed records with one status, in the order of the list.
 * @example
 * recordsAt(state, 'noted'); // => ['journal-m-1.safety.2026']
 */
export function recordsAt(
  state: TransferState,
  standing: TransferRecord['standing'],
): readonly string[] {
  return [...state.records].flatMap(([name, one]) => (one.standing === standing ? [name] : []));
}

/*
 * What is due for the archive on any day, and where a record is kept: pure functions of rules,
 * events and a day. D18, R1 §7.1-7.2; P12.
 */

/**
 * The last day for the hand-over after an order on expulsion, or null where the regulation sets no
 * deadline. R1 §7.2 (N days, which the organisation fills in); the other four set none.
 *
 * @example
 * transferDueOn({ ...rules, deadlineDays: 30 }, '2026-11-20'); // => '2026-12-20'
 */
export function transferDueOn(
  rules: Pick<ArchiveRules, 'deadlineDays'>,
  orderDate: string,
): string | null {
  const { deadlineDays } = rules;
  return deadlineDays === null ? null : addDays(localDate.parse(orderDate), deadlineDays);
}

/** The status of a hand-over against its deadline. */
export type TransferStanding = 'no-deadline' | 'waiting' | 'in-time' | 'late' | 'overdue';

/**
 * The status of the hand-over of records on a day: `overdue` from the day after the deadline until
 * the archive accepts, `late` once it accepted after that. An acceptance after the day asked about
 * does not count yet. R1 §7.2.
 *
 * @example
 * transferStanding({ dueOn: '2026-12-20', acceptedOn: null }, '2026-12-21'); // => 'overdue'
 */
export function transferStanding(
  facts: { readonly dueOn: string | null; readonly acceptedOn: string | null },
  on: string,
): TransferStanding {
  const { dueOn } = facts;
  if (dueOn === null) return 'no-deadline';
  const acceptedOn = facts.acceptedOn !== null && facts.acceptedOn <= on ? facts.acceptedOn : null;
  if (acceptedOn === null) return on > dueOn ? 'overdue' : 'waiting';
  return acceptedOn > dueOn ? 'late' : 'in-time';
}

/**
 * The status of a transfer on a day. A transfer that was refused or called off is still due: its
 * records are open again, and a new transfer is due by the same day.
 */
export function standingOfTransfer(state: TransferState, on: string): TransferStanding {
  return transferStanding({ dueOn: state.dueOn, acceptedOn: state.acceptedOn }, on);
}

/** Where a record is kept: in the department that made it, in the archive, or lent by it. */
export interface Keeping {
  readonly place: 'department' | 'archive' | 'lent';
  /** The unit that has the record. */
  readonly unit: string;
}

/**
 * Where a record is kept on a day: in the department until the archive accepts it, then in the
 * archive, or in the borrowing unit while it is lent. R1 §7.1, R2 §3.4.
 *
 * @example
 * placeOfKeeping(rules, { acceptedOn: '2026-12-10', loan: null }, '2027-01-01').place;
 * // => 'archive'
 */
export function placeOfKeeping(
  rules: Pick<ArchiveRules, 'fromUnit' | 'toUnit'>,
  facts: { readonly acceptedOn: string | null; readonly loan: Loan | null },
  on: string,
): Keeping {
  const { acceptedOn, loan } = facts;
  if (acceptedOn === null || acceptedOn > on) return { place: 'department', unit: rules.fromUnit };
  const lent = loan !== null && loan.on <= on && (loan.returnedOn === null || loan.returnedOn > on);
  return lent ? { place: 'lent', unit: loan.unit } : { place: 'archive', unit: rules.toUnit };
}

/**
 * Whether a loan is overdue on a day, that is, not returned by its last day.
 * @example
 * isLoanOverdue({ until: '2027-03-15', returnedOn: null }, '2027-03-16'); // => true
 */
export function isLoanOverdue(
  { until, returnedOn }: Pick<Loan, 'until' | 'returnedOn'>,
  on: string,
): boolean {
  return on > until && (returnedOn === null || returnedOn > on);
}

/**
 * The ids in a record's name, as refs.
 * @example
 * recordRefs('file-l-1.2'); // => { file: ['l-1.2'], learner: ['l-1'] }
 */
export function recordRefs(record: string): Refs {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  const [first = '', second = ''] = key.split('.');
  switch (record.slice(0, dash)) {
    case 'enrollment':
      return { enrollment: [key], learner: [first], programme: [second] };
    case 'journal':
      return { journal: [key], group: [first], module: [second] };
    default:
      return { file: [key], learner: [first] };
  }
}
