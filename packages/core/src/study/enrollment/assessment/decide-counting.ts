import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { findResult } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { plannedKey } from '../facts/assessment-state.ts';
import type { Failure, ResultSubject } from '../facts/counting-questions.ts';
import { inDayOrder, isFailing, resultSubjectKey } from '../facts/counting-questions.ts';
import type { DebtRules } from '../facts/debt-questions.ts';
import { excusedBy } from '../facts/debt-questions.ts';
import type { RetakeState } from '../facts/debt-state.ts';
import { failuresOfSubject, waitingRetake } from '../facts/result-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation, resultAnnulled } from '../facts/unknown.ts';
import type { RecordInput } from './commands.ts';
import type { ResultGiven } from './decide-assessed.ts';
import {
  appealNeedsProtocol,
  appealOfReplaced,
  laterResultStands,
  periodMissing,
  retakeNeeded,
  secondResult,
} from './refusals.ts';

/*
 * What a new result counts for, and whether a second result of the same thing is lawful: as a
 * retake, as the decision on an appeal, of another study year, or of the state attestation. A
 * correction is no new result. RK 1.3.
 */

/**
 * What a new result counts for. Refuses `not-in-regulation` for an unknown period, and
 * `period-missing` where its kind is given by period. RK 1.2.
 */
export function subjectOfResult(
  { on, period, studyYear }: Pick<RecordInput, 'on' | 'period' | 'studyYear'>,
  { module, kind, planned }: Subject,
  group: string,
  { assessment }: Edition,
): ResultSubject | Refusal {
  const periods = assessment.periods.map(({ id }) => id);
  if (period !== undefined && !periods.includes(period)) {
    return notInRegulation({ field: 'period', value: period, known: periods });
  }
  const byPeriod = assessment.kinds.some((one) => one.id === kind && one.byPeriod);
  if (byPeriod && period === undefined) return periodMissing({ kind, periods });
  return {
    module: module?.id ?? null,
    kind,
    studyYear: studyYear ?? studyYearOf(on),
    period: period ?? null,
    planned: planned === null ? null : plannedKey(group, planned),
  };
}

/**
 * The result on which an appeal was decided; null: the command names none. Its basis must be the
 * protocol of the appeal. Refuses `result-unknown`, `result-annulled`, `appeal-needs-protocol`, and
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
  if (basis?.kind !== 'protocol') return appealNeedsProtocol({ result: event });
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
  { on, countsFor, result, basisKind }: PlainResult,
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
  if (open !== null) return retakeNeeded({ module, kind, failed: open.failed.event });
  const own = validOf(state, key);
  const valued = own.find((one) => one.mark !== null && !one.credited);
  const once = edition.assessment.kinds.some((one) => one.id === kind && one.once);
  if (once && valued !== undefined && result.outcome === 'mark') {
    return secondResult({ module, kind, result: valued.event, on: valued.on });
  }
  const later = own.find((one) => one.on > on && one.mark !== null && one.retake === null);
  if (later === undefined || later.credited || !failsAs(result, on, rules)) return null;
  return laterResultStands({ module, kind, result: later.event, on: later.on });
}

const isAttestation = ({ assessment }: Edition, kind: string): boolean =>
  assessment.kinds.some((one) => one.id === kind && one.attestation);

function validOf(state: EnrollmentState, key: string): readonly ResultState[] {
  const own = state.subjects.get(key) ?? [];
  return inDayOrder(
    own.filter(({ annulledOn }) => annulledOn === null),
    null,
  );
}

function openFailure(
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
  if (result.outcome === 'mark') return !result.mark.passes;
  const { outcome, reason } = result;
  const countsFor = { module: null, kind: '', studyYear: '', period: null, planned: null };
  const asked = { event: '', on, countsFor, outcome, reason, mark: null, appealOf: null };
  return isFailing(asked, excusedBy(rules));
}
