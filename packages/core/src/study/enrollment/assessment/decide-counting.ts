import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import { findResult } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { plannedKey } from '../facts/assessment-state.ts';
import type { Failure, ResultSubject } from '../facts/counting-questions.ts';
import { inDayOrder, isFailing, resultSubjectKey } from '../facts/counting-questions.ts';
import type { DebtRules } from '../facts/debt-questions.ts';
import { excusedBy } from '../facts/debt-questions.ts';
import type { RetakeState } from '../facts/debt-state.ts';
import { failuresOfSubject, waitingRetake } from '../facts/result-questions.ts';
import { mayBeRetaken } from '../facts/retake-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { limitOf } from '../facts/term-questions.ts';
import { resultAnnulled } from '../facts/unknown.ts';
import type { RecordInput } from './commands.ts';
import type { ResultGiven } from './decide-assessed.ts';
import type { CountedInput } from './decide-subject.ts';
import {
  appealNeedsProtocol,
  appealOfReplaced,
  laterResultStands,
  retakeNeeded,
  retakeOrYear,
  secondResult,
} from './refusals.ts';

/*
 * What a new result counts for, and whether a second result of the same thing is lawful: as a
 * retake, as the decision on an appeal, of another study year, or of the state attestation. A
 * correction is no new result. RK 1.3.
 */

/** The subject of a new result, and the group in which it is given. */
export interface CountedSubject {
  readonly subject: {
    readonly module: string | null;
    readonly kind: string;
    readonly planned: string | null;
  };
  readonly group: string;
}

/**
 * What a new result or a credit counts for. Where the command names no study year, it is that of
 * the day, or the earlier one of {@link earlierYear}. RK 1.2, RK 1.3.
 */
export function countedAs(
  state: EnrollmentState,
  { on, period, studyYear }: CountedInput,
  { subject: { module, kind, planned }, group }: CountedSubject,
  edition: Edition,
  rules: DebtRules,
): ResultSubject {
  const own = {
    module,
    kind,
    studyYear: studyYear ?? studyYearOf(on),
    period: period ?? null,
    planned: planned === null ? null : plannedKey(group, planned),
  };
  if (studyYear !== undefined) return own;
  return { ...own, studyYear: earlierYear(state, own, on, edition, rules) ?? own.studyYear };
}

/**
 * The latest earlier study year in which the same thing is failed still, or for the final kind was
 * assessed at all, so that a new result is a second one of that year. A year that was decided
 * (promoted, repeated) is over: what comes after it counts for the year of its day. Null: none. RK
 * 1.3, RK 1.6.
 */
function earlierYear(
  state: EnrollmentState,
  subject: ResultSubject,
  on: string,
  edition: Edition,
  rules: DebtRules,
): string | null {
  const { finalKind } = edition.assessment;
  const { kind } = subject;
  const found = undecidedYears(state, subject, edition, rules).filter(({ studyYear, key }) => {
    if (studyYear >= subject.studyYear) return false;
    const valued = validOf(state, key).some((one) => one.mark !== null && one.on <= on);
    const again = kind === finalKind && valued;
    return again || openFailure(state, key, rules, on) !== null;
  });
  return (
    found
      .map(({ studyYear }) => studyYear)
      .toSorted()
      .at(-1) ?? null
  );
}

/**
 * Refuses `retake-or-year` for a result that names neither, where a retake of the same thing waits
 * from an earlier study year that was decided on: it could be either. RK 1.3, RK 1.6.
 */
export function refuseIfRetakeWaits(
  state: EnrollmentState,
  { on, studyYear }: CountedInput,
  subject: ResultSubject,
  edition: Edition,
  rules: DebtRules,
): Refusal | null {
  if (studyYear !== undefined) return null;
  for (const year of assessedYears(state, subject, edition, rules)) {
    if (year.studyYear >= subject.studyYear) continue;
    const waiting = waitingRetake(state, year.key);
    if (waiting === null || openFailure(state, year.key, rules, on) === null) continue;
    const { event: retake, plannedOn } = waiting;
    return retakeOrYear({ retake, plannedOn, of: year.studyYear, studyYear: subject.studyYear });
  }
  return null;
}

interface AssessedYear {
  readonly studyYear: string;
  /** Key of the subject in that year. */
  readonly key: string;
}

/** The study years without a decision in which a kind that has retakes was assessed. */
const undecidedYears = (
  state: EnrollmentState,
  subject: ResultSubject,
  edition: Edition,
  rules: DebtRules,
): readonly AssessedYear[] =>
  assessedYears(state, subject, edition, rules).filter(
    ({ studyYear }) => !state.study.years.has(studyYear),
  );

/** The study years in which the same thing, of a kind that has retakes, was assessed. */
function assessedYears(
  state: EnrollmentState,
  subject: ResultSubject,
  edition: Edition,
  { programme }: DebtRules,
): readonly AssessedYear[] {
  const { kind } = subject;
  const repeatable = limitOf(edition.retakes, kind, programme.programmeType) !== null;
  if (!isAttestation(edition, kind) || !repeatable) return [];
  const yearless = resultSubjectKey({ ...subject, studyYear: '' });
  const found: AssessedYear[] = [];
  for (const [key, [first]] of state.subjects) {
    if (first === undefined) continue;
    const { studyYear } = first.countsFor;
    const same = resultSubjectKey({ ...first.countsFor, studyYear: '' }) === yearless;
    if (same) found.push({ studyYear, key });
  }
  return found;
}

/**
 * The result on which an appeal was decided; null: the command names none. Its basis must be the
 * protocol of the appeal, with number and day. Refuses `result-unknown`, `result-annulled`,
 * `appeal-needs-protocol`, `act-out-of-order` where it was decided before the result, and
 * `appeal-of-replaced` where another result of the same thing is in force. RK 1.3.
 */
export function findAppealed(
  state: EnrollmentState,
  { appealOf, basis, on }: Pick<RecordInput, 'appealOf' | 'basis' | 'on'>,
): ResultState | null | Refusal {
  if (appealOf === undefined) return null;
  const result = findResult(state, appealOf);
  if (isRefusal(result)) return result;
  const { event, annulledOn, countsFor } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  const named = basis?.id !== null || (basis.number !== null && basis.date !== null);
  if (basis?.kind !== 'protocol' || !named) return appealNeedsProtocol({ result: event });
  if (on < result.on) return actOutOfOrder({ on, after: result.on });
  const own = validOf(state, resultSubjectKey(countsFor));
  const last = own.findLast((one) => one.mark !== null || one.credited) ?? own.at(-1);
  if (last !== undefined && last !== result && last.on <= on) {
    return appealOfReplaced({ result: event, inForce: last.event });
  }
  return result;
}

/** A result that is neither a retake nor the decision on an appeal. */
export interface PlainResult {
  readonly on: string;
  readonly countsFor: ResultSubject;
  readonly result: ResultGiven;
  readonly basisKind: string | null;
  /** Does the command name the study year? Then other years are another thing. */
  readonly yearNamed: boolean;
}

/**
 * The granted retake that a plain result over a failure takes: the one that waits to be taken by
 * then. Null: the result stands over no failure, or no retake waits. RK 1.3, D9.
 */
export function retakeTakenUnnamed(
  state: EnrollmentState,
  { on, countsFor }: Pick<PlainResult, 'on' | 'countsFor'>,
  edition: Edition,
  rules: DebtRules,
): RetakeState | null {
  if (!isAttestation(edition, countsFor.kind)) return null;
  const key = resultSubjectKey(countsFor);
  if (openFailure(state, key, rules, on) === null) return null;
  const waiting = waitingRetake(state, key);
  return waiting !== null && waiting.plannedOn <= on ? waiting : null;
}

/**
 * Refuses a second result that is not lawful: `retake-needed` over a failure, `second-result`
 * beside a passing one of a kind that is given once, and `later-result-stands` where a failing
 * result is entered before a later one that no retake was granted for. RK 1.3, 273-FZ art. 58.
 */
export function refuseUnlessLawfulSecond(
  state: EnrollmentState,
  { on, countsFor, result, basisKind, yearNamed }: PlainResult,
  edition: Edition,
  rules: DebtRules,
): Refusal | null {
  const { kind, module } = countsFor;
  if (!isAttestation(edition, kind)) return null;
  // The state commission decides on second results of its own, which its protocol names.
  const byState = edition.assessment.stateFinal?.kind === kind && basisKind === 'protocol';
  if (byState) return null;
  const key = resultSubjectKey(countsFor);
  const open = openFailure(state, key, rules, on);
  if (open !== null) {
    const retaken = mayBeRetaken(state, open, rules, edition.retakes, on);
    const byCommission = edition.assessment.stateFinal?.kind === kind;
    const way = byCommission ? 'state-commission' : retaken ? 'retake' : 'none';
    return retakeNeeded({ module, kind, failed: open.failed.event, way });
  }
  const own = validOf(state, key);
  const valued = own.find((one) => one.mark !== null && !one.credited);
  const once = edition.assessment.kinds.some((one) => one.id === kind && one.once);
  if (once && valued !== undefined && result.outcome === 'mark') {
    return secondResult({ module, kind, result: valued.event, on: valued.on });
  }
  const years = yearNamed ? [] : undecidedYears(state, countsFor, edition, rules);
  const later = [key, ...years.map((one) => one.key)]
    .flatMap((one) => validOf(state, one))
    .find((one) => one.on > on && one.mark !== null && one.retake === null);
  if (later === undefined || later.credited || !failsAs(result, on, rules)) return null;
  return laterResultStands({ module, kind, result: later.event, on: later.on });
}

/** Is a kind of assessment an attestation, by the edition? */
export const isAttestation = ({ assessment }: Edition, kind: string): boolean =>
  assessment.kinds.some((one) => one.id === kind && one.attestation);

/** The results of a subject that are not annulled, in day order. */
export function validOf(state: EnrollmentState, key: string): readonly ResultState[] {
  const own = state.subjects.get(key) ?? [];
  return inDayOrder(
    own.filter(({ annulledOn }) => annulledOn === null),
    null,
  );
}

/** The failure of a subject that lasts on a day; null: nothing is failed. */
export function openFailure(
  state: EnrollmentState,
  key: string,
  rules: DebtRules,
  on: string,
): Failure<ResultState> | null {
  return (
    failuresOfSubject(state, key, excusedBy(rules), on).find((one) => one.passed === null) ?? null
  );
}

function failsAs(result: ResultGiven, on: string, rules: DebtRules): boolean {
  const none = { mark: null, reason: null };
  return isFailing({ ...none, ...result, on }, excusedBy(rules));
}
