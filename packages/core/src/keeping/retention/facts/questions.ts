import * as z from 'zod';
import { isStreamName } from '../../../kernel/event.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { carrierUnknown } from '../../../papers/carrier/facts/unknown.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { RetentionRules } from '../../../rules/regulation/sections/retention.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays, addYears, localDate } from '../../../values/local-date.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import type { holdScope } from './events.ts';
import { refuseIfNotAtHand } from './presence-fitting-questions.ts';
import { anyRecordRefs } from './record-refs-questions.ts';
import type { Hold, RetentionState } from './state.ts';
import {
  carrierIsReleased,
  startDiffers,
  termMissing,
  termNotBegun,
  underHold,
} from './unknown.ts';

/** The kind in a record's name: `journal` of `journal-m-1.safety.2026`. */
export const recordKindOf = (record: string): string => record.slice(0, record.indexOf('-'));

/**
 * Schema of the name of any record: a stream without its organisation, `journal-…`, `enrollment-…`,
 * `file-…`, `learner-…`, `register-…`.
 * @example
 * anyRecordName.parse('learner-l-1'); // => 'learner-l-1'
 */
export const anyRecordName = z
  .string({ error: ({ input }) => noName(input) })
  .max(170)
  .refine((name) => isStreamName(`o.${name}`));

function noName(input: unknown): string {
  return complaint(
    `${shown(input)} не имя записи: нужен вид и ключ, например file-l-1.1`,
    `${shown(input)} is no record's name: give kind and key, such as file-l-1.1`,
  );
}

/** What a hold covers: everything, a learner's records, one record, or a carrier of all records. */
export type HoldScope = z.infer<typeof holdScope>;

/** By name of a record, the learners whom it is about beside others: those in a journal. */
export type LearnersIn = ReadonlyMap<string, ReadonlySet<string>>;

/** The state of retention, with the learners in the records that are asked about. */
export type RetentionOver = RetentionState & {
  readonly learnersIn?: LearnersIn | undefined;
};

/** A hold in force: its id, and who asks for it. */
export interface HoldInForce {
  readonly hold: string;
  readonly authority: string | null;
}

/**
 * Id of the hold in force that covers a record, or null: of {@link holdInForce}.
 *
 * @example
 * holdOn(state, 'file-l-1.1'); // => 'audit-2027'
 */
export function holdOn(
  state: RetentionOver,
  record: string,
  carrier: string | null = null,
  day: string | null = null,
): string | null {
  return holdInForce(state, record, carrier, day)?.hold ?? null;
}

/**
 * The hold in force that covers a record, with who asks for it; null: there is none. A hold on a
 * learner covers every record that the learner is in: those with the learner's id in their names,
 * and those that `learnersIn` says. A hold on a carrier covers that carrier of any record. RK 1.11.
 * @param carrier the carrier to be destroyed, or null for the record's facts themselves.
 * @param day the day of the destruction, or null for any hold that was not lifted.
 */
export function holdInForce(
  state: RetentionOver,
  record: string,
  carrier: string | null = null,
  day: string | null = null,
): HoldInForce | null {
  for (const [hold, { authority, ...own }] of state.holds) {
    if (!isInForce(own, day)) continue;
    const within = state.learnersIn?.get(record);
    if (covers(own.scope, record, carrier, within)) return { hold, authority };
  }
  return null;
}

function isInForce(
  { placedOn, liftedOn }: Pick<Hold, 'placedOn' | 'liftedOn'>,
  day: string | null,
): boolean {
  if (day === null) return liftedOn === null;
  return placedOn <= day && (liftedOn === null || day < liftedOn);
}

function covers(
  scope: HoldScope,
  record: string,
  carrier: string | null,
  within: ReadonlySet<string> | undefined,
): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'record') return scope.record === record;
  if (scope.kind === 'carrier') return scope.carrier === carrier;
  if (within?.has(scope.learner) === true) return true;
  return anyRecordRefs(record).learner?.includes(scope.learner) === true;
}

/**
 * Refuses `under-hold` where a hold covers the carrier of the record, `carrier-released` where an
 * act released it already, and `carrier-sought` or `carrier-seized` where nobody knows yet whether
 * it can be destroyed.
 */
export function refuseUnlessReleasable(
  state: RetentionOver,
  item: { readonly carrier: string; readonly record: string },
): Refusal | null {
  const { carrier, record } = item;
  const hold = holdInForce(state, record, carrier);
  if (hold !== null) return underHold({ record, ...hold });
  const release = state.released.get(itemTarget(item));
  if (release !== undefined) return carrierIsReleased({ carrier, record, act: release.act });
  return refuseIfNotAtHand(state, item);
}

/** The days that a record shows, by the `from` of a start rule: `closing`, `departure`, … */
export type StartDays = Readonly<Record<string, string>>;

/** Kinds of record that show their days themselves, so that a command cannot give others. */
const KINDS_SHOWING_DAYS = ['enrollment', 'file', 'journal'];

/**
 * The day that starts a carrier's term: the one that the record shows, or the one given where the
 * record cannot show it; null where the term has no start. Refuses `start-differs` and
 * `term-not-begun`.
 */
export function startOf(
  term: CarrierTerm,
  item: { readonly record: string; readonly startedOn: string | null },
  days: StartDays,
): string | Refusal | null {
  if (term.start === null) return null;
  const { record, startedOn: given } = item;
  const { id: start, from } = term.start;
  const known = days[from];
  const kind = record.slice(0, record.indexOf('-'));
  if (known === undefined) {
    // These records show all their days but that of an order, which only the command can state.
    const isShown = KINDS_SHOWING_DAYS.includes(kind) && from !== 'order';
    if (given !== null && !isShown) return given;
    return termNotBegun({ carrier: term.carrier, record, start });
  }
  return given !== null && given !== known ? startDiffers({ record, given, known }) : known;
}

/*
 * How long a carrier is kept, as pure functions of the rule and the day that starts its term.
 * D19, R1 §7.4, R2 §3.3-3.5, R4 §6.4; 125-FZ and the rules of archives for the count.
 */

/** A rule of the regulation on the day that starts a term. */
export type StartRule = RetentionRules['startRules'][number];

/** A carrier's term, from the regulation or, through it, from the file plan. */
export interface CarrierTerm {
  readonly carrier: string;
  /** Index of its entry in the file plan, or null. */
  readonly index: string | null;
  readonly term: string;
  readonly years: number | null;
  /** Null where no term runs. */
  readonly start: StartRule | null;
}

/**
 * The term of a carrier in an edition. A term `file-plan` is taken from the file plan, by the
 * carrier's index. Refuses `carrier-unknown`, and `term-missing` where the file plan has no such
 * entry. R1 §7.4.
 */
export function termOf(edition: Edition, carrier: string): CarrierTerm | Refusal {
  const { carriers } = edition.carriers;
  const rule = carriers.find(({ id }) => id === carrier);
  if (rule === undefined) return carrierUnknown({ carrier, carriers: carriers.map((c) => c.id) });
  const { filePlanIndex: index, retention: own } = rule;
  const { startRules, filePlan } = edition.retention;
  const planned = filePlan.find((entry) => entry.index === index);
  const said = own.term === 'file-plan' ? planned : own;
  if (said === undefined) return termMissing({ carrier, index });
  const start = startRules.find(({ id }) => id === said.startsAt) ?? null;
  return { carrier, index, term: said.term, years: said.years, start };
}

/**
 * The days that a term is counted from: that of its start, and that of the decision on the need.
 */
export interface TermDays {
  /** Day of the closing, departure, order or end of programme that the start rule names. */
  readonly startedOn: string | null;
  /** Day on which it was decided that the carrier is no longer needed. */
  readonly unneededOn: string | null;
}

/** The first day on which a carrier may be destroyed, or why there is none. */
export type DestructionDay =
  | { readonly kind: 'from'; readonly day: string }
  /** It is kept until somebody decides that it is no longer needed. */
  | { readonly kind: 'until-decided' }
  /** The term has not begun. */
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'permanent' };

/**
 * The first day on which a carrier may be destroyed. A term of n years is counted from 1 January
 * of the year after the day that starts it, or from the next day, as the start rule says.
 * `at-least` is a minimum, so the day is the earliest one. A term `until-no-longer-needed` ends by
 * a recorded decision, and not before its start where it has one (R4 §6.4). R2 §3.3-3.5.
 *
 * @example
 * const year = { carrier: 'lesson-journal', index: '02-01', term: 'exact', years: 1,
 *   start: { id: 'year-end', title, from: 'closing', counts: 'next-year' } };
 * destructionDay(year, { startedOn: '2027-06-30', unneededOn: null });
 * // => { kind: 'from', day: '2029-01-01' }
 */
export function destructionDay(rule: CarrierTerm, days: TermDays): DestructionDay {
  const { term, years, start } = rule;
  if (term === 'permanent') return { kind: 'permanent' };
  const begun =
    start === null || days.startedOn === null ? null : termBegins(start, days.startedOn);
  if (start !== null && begun === null) return { kind: 'not-begun' };
  if (term === 'until-no-longer-needed') {
    const { unneededOn } = days;
    if (unneededOn === null) return { kind: 'until-decided' };
    return { kind: 'from', day: latest([unneededOn, begun ?? '']) };
  }
  if (begun === null || years === null) return { kind: 'not-begun' };
  return { kind: 'from', day: addYears(begun, years) };
}

/**
 * The first day of a term, as archives count it.
 * @example
 * termBegins({ id: 'departure', title, from: 'departure', counts: 'next-year' }, '2026-12-31');
 * // => '2027-01-01'
 */
export function termBegins(start: StartRule, startedOn: string): LocalDate {
  if (start.counts === 'next-day') return addDays(localDate.parse(startedOn), 1);
  return localDate.parse(`${Number(startedOn.slice(0, 4)) + 1}-01-01`);
}

/**
 * How long a fact is kept that is in several carriers: as long as the longest of them. A carrier
 * that is kept permanently, or still needed, is longer than any day. D19, R2 §3.3 against §3.4.
 *
 * @example
 * longestKept([{ kind: 'from', day: '2029-01-01' }, { kind: 'from', day: '2031-01-01' }]);
 * // => { kind: 'from', day: '2031-01-01' }
 */
export function longestKept(days: readonly DestructionDay[]): DestructionDay {
  const kind = WITHOUT_DAY.find((longer) => days.some((one) => one.kind === longer));
  if (kind !== undefined) return { kind };
  return { kind: 'from', day: latest(days.map((one) => (one.kind === 'from' ? one.day : ''))) };
}

/** What names no day, from the longest on. */
const WITHOUT_DAY = ['permanent', 'until-decided', 'not-begun'] as const;

/** The latest of some days; '' where there is none. */
const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';

/**
 * The carriers that contain facts of a kind of record, by what the regulation says each contains.
 * @example
 * carriersOf(edition, 'journal'); // => ['lesson-journal', 'electronic-records']
 */
export function carriersOf(edition: Edition, kind: string): readonly string[] {
  const holding = edition.retention.holdings.filter(({ kinds }) => kinds.includes(kind));
  const records = new Set(holding.map((one) => one.records));
  return edition.carriers.carriers.flatMap((one) => (records.has(one.records) ? [one.id] : []));
}
