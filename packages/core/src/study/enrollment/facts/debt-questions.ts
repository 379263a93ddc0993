import { editionOn } from '../../../rules/regulation/facts/questions.ts';
import type { Edition, RegulationState } from '../../../rules/regulation/facts/state.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays } from '../../../values/local-date.ts';
import type { ProgrammeState } from '../../programme/facts/state.ts';
import type { ResultState } from './assessment-state.ts';
import type { CountedResult, Failure, ResultSubject } from './counting-questions.ts';
import { bySubject, failuresIn, inDayOrder, resultSubjectKey } from './counting-questions.ts';
import type { Pause, TermPause } from './debt-state.ts';
import type { DebtTerm } from './debt-term-questions.ts';
import { lastRetakeDay, pausesOf, termsOf } from './debt-term-questions.ts';
import type { LifeFact } from './life-state.ts';
import { validResults } from './result-questions.ts';
import type { EnrollmentState } from './state.ts';
import type { RetakeLimit, Suspension } from './term-questions.ts';
import { isExcusedIn, limitOf, suspensionsOf } from './term-questions.ts';

/*
 * Academic debts, derived from the results: a debt is a failure in a planned assessment of a kind
 * that makes debts. Nobody raises, settles or expires one: it arises on the day of the result, is
 * settled by the result in force, and expires with its term. RK 1.2, 273-FZ art. 58.
 */

/** The sections of an edition that debts rest on. */
export type DebtEdition = Pick<
  Edition,
  'assessment' | 'enrollment' | 'general' | 'lessons' | 'retakes'
>;

/** A programme, as far as it says which assessments are planned. */
export interface PlannedProgramme {
  readonly programmeType: string;
  readonly mandatory: readonly string[];
  readonly modules: Readonly<
    Record<
      string,
      {
        readonly forms: readonly { readonly kind: string }[];
        readonly mandatory: readonly string[];
      }
    >
  >;
}

/** What the debts of one enrollment are judged by. */
export interface DebtRules {
  /** The edition in force on a day; null: none. */
  readonly editionOn: (on: string) => DebtEdition | null;
  readonly programme: PlannedProgramme;
}

/** The facts of one enrollment that its debts rest on. */
export interface DebtFacts<R extends CountedResult> {
  /** Results that are not annulled, in the order in which they were recorded. */
  readonly results: Iterable<R>;
  readonly pauses: readonly Pick<TermPause, 'debt' | 'from' | 'until'>[];
  /** The subject of a result, annulled ones too; null: there is no such result. */
  readonly subjectOf: (result: string) => string | null;
  readonly suspensions: readonly Suspension[];
  /** Study years that the learner repeats: what was failed in them is no debt any more. RK 1.6. */
  readonly yearsRepeated: ReadonlySet<string>;
  /** The terms that decisions on a study year set for what they name as debts. RK 1.6. */
  readonly terms: readonly DebtTerm[];
  /** The discharge with which study ended; null: it did not end so. */
  readonly left: { readonly on: string; readonly reason: string } | null;
}

/**
 * The status of a debt on a day. `repeated`: the learner repeats the study year, and `closed`: the
 * learner left for a reason that closes debts, such as death; so that it is owed no more.
 */
export type DebtStatus = 'open' | 'settled' | 'expired' | 'repeated' | 'closed';

/** An academic debt, as it stands on a day. */
export interface Debt<R extends CountedResult = CountedResult> {
  /** Event id of the failed result: commands name the debt by it. */
  readonly debt: string;
  /** The day on which it arose: that of the failed result. */
  readonly on: string;
  readonly countsFor: ResultSubject;
  readonly failed: R;
  readonly status: DebtStatus;
  /** The result or credit that settled it; null: it is not settled. */
  readonly settledBy: R | null;
  /** How many attempts are used up. */
  readonly attemptsUsed: number;
  /** Are they all that the regulation allows? */
  readonly attemptsOver: boolean;
  /** Last day on which it may be settled; null: the regulation sets none. */
  readonly deadline: string | null;
  /** First day on which it could no longer be settled; null: it is not expired. */
  readonly expiredOn: string | null;
  readonly pauses: readonly Pause[];
}

/** The rules of debts for decisions: editions of the regulation, and the programme. */
export function debtRules({
  regulation,
  programme,
}: {
  readonly regulation: RegulationState;
  readonly programme: ProgrammeState;
}): DebtRules {
  const known = new Map<string, Edition | null>();
  return {
    programme,
    editionOn: (on) => {
      const found = known.get(on);
      if (found !== undefined) return found;
      const edition = editionOn(regulation, on);
      known.set(on, edition);
      return edition;
    },
  };
}

/** The facts of an enrollment that its debts rest on. */
export function debtFacts(state: EnrollmentState): DebtFacts<ResultState> {
  return {
    results: validResults(state),
    pauses: state.pauses,
    subjectOf: (event) => {
      const result = state.results.get(event);
      return result === undefined ? null : resultSubjectKey(result.countsFor);
    },
    suspensions: suspensionsOf(state.lifeFacts),
    yearsRepeated: state.study.yearsRepeated,
    terms: termsOf(state.study.decisions),
    left: leftBy(state.lifeFacts.at(-1)),
  };
}

/** The leaving that a step of the life is; null: it is none. */
export const leftBy = (last: LifeFact | undefined): DebtFacts<ResultState>['left'] =>
  last === undefined || last.left === null ? null : { on: last.on, reason: last.left };

/**
 * The debts of an enrollment by the facts up to a day (null: all that is known), each with its
 * status on the day `asOf`. In the order in which they arose.
 */
export function debtsOf<R extends CountedResult>(
  facts: DebtFacts<R>,
  rules: DebtRules,
  day: string | null,
  asOf: string,
): readonly Debt<R>[] {
  const relevant = [...facts.results].filter(({ countsFor, on }) => {
    const edition = rules.editionOn(on);
    return edition !== null && ruleFor(edition, rules, countsFor.kind) !== null;
  });
  const found: Debt<R>[] = [];
  for (const [key, own] of bySubject(relevant, day)) {
    for (const failure of failuresIn(own, excusedBy(rules))) {
      if (!makesDebt(failure.failed, rules)) continue;
      found.push(debtOf(failure, key, facts, rules, asOf));
    }
  }
  return inDayOrder(found, null);
}

/** The debts of an enrollment on a day, by its state. */
export function debtsOn(
  state: EnrollmentState,
  rules: DebtRules,
  day: string,
): readonly Debt<ResultState>[] {
  return debtsOf(debtFacts(state), rules, day, day);
}

/**
 * The debts that are owed on a day: not settled by then. An expired debt is still owed. 273-FZ art.
 * 58 part 2, art. 59 part 6.
 */
export function debtsOwedOn(
  state: EnrollmentState,
  rules: DebtRules,
  day: string,
): readonly Debt<ResultState>[] {
  return debtsOn(state, rules, day).filter(
    ({ status }) => status === 'open' || status === 'expired',
  );
}

/** Whether an absence is excused, by the edition in force on its day. */
export const excusedBy =
  ({ editionOn: edition }: DebtRules) =>
  (code: string, on: string): boolean => {
    const lessons = edition(on)?.lessons;
    return lessons !== undefined && isExcusedIn(lessons, code);
  };

/**
 * Does a failure of this result make a debt: is it of a kind and a type of programme that make
 * debts, and was the assessment planned: in the group's plan, by a form of the module, as
 * mandatory, or by the regulation itself? A kind that is given once (a year mark) is of the last
 * sort, since each subject has one of it. RK 1.2: the forms of the curriculum and the order of the
 * local act.
 */
export function makesDebt({ countsFor, on }: CountedResult, rules: DebtRules): boolean {
  const edition = rules.editionOn(on);
  if (edition === null) return false;
  const { kind } = countsFor;
  return ruleFor(edition, rules, kind)?.debt === true && isPlanned(countsFor, edition, rules);
}

function ruleFor(edition: DebtEdition, { programme }: DebtRules, kind: string): RetakeLimit | null {
  const attests = edition.assessment.kinds.some((one) => one.id === kind && one.attestation);
  return attests ? limitOf(edition.retakes, kind, programme.programmeType) : null;
}

function isPlanned(
  { module, kind, planned }: ResultSubject,
  { assessment, general }: DebtEdition,
  { programme }: DebtRules,
): boolean {
  const once = assessment.kinds.some((one) => one.id === kind && one.once);
  if (planned !== null || once) return true;
  const { modules } = programme;
  const own = module !== null && Object.hasOwn(modules, module) ? modules[module] : undefined;
  const has = (one: { readonly forms: readonly { readonly kind: string }[] }): boolean =>
    one.forms.some((form) => form.kind === kind);
  if (own !== undefined && (own.mandatory.includes(kind) || has(own))) return true;
  const type = general.programmeTypes.find(({ id }) => id === programme.programmeType);
  const asked = programme.mandatory.includes(kind) || type?.mandatory.includes(kind) === true;
  // A mandatory kind for which no module has a form is taken once, in any module or in the whole.
  return asked && (module === null || !Object.values(modules).some(has));
}

function debtOf<R extends CountedResult>(
  { failed, attempts, passed }: Failure<R>,
  subject: string,
  facts: DebtFacts<R>,
  rules: DebtRules,
  asOf: string,
): Debt<R> {
  const { event: debt, on, countsFor } = failed;
  const edition = rules.editionOn(asOf) ?? rules.editionOn(on);
  const limit = edition === null ? null : ruleFor(edition, rules, countsFor.kind);
  const pauses = pausesOf(facts, subject);
  const term = { subject, on, asOf };
  const deadline =
    edition === null || limit === null
      ? null
      : lastRetakeDay(facts, { ...term, limit, excludedReasons: edition.retakes.excludedReasons });
  const max = limit?.attemptsMax ?? null;
  const usedUp = max !== null && attempts.length >= max ? (attempts.at(-1)?.on ?? on) : null;
  const over = deadline !== null && asOf > deadline ? addDays(deadline as LocalDate, 1) : null;
  const [end = null] = [usedUp ?? [], over ?? []].flat().toSorted();
  const expiredOn = passed === null ? end : null;
  const attemptsUsed = attempts.length;
  const attemptsOver = usedUp !== null;
  const about = { debt, on, countsFor, failed, pauses, deadline, attemptsUsed, attemptsOver };
  if (passed !== null) return { ...about, status: 'settled', settledBy: passed, expiredOn };
  const none = { settledBy: null, expiredOn };
  if (facts.yearsRepeated.has(countsFor.studyYear))
    return { ...about, ...none, status: 'repeated' };
  if (leavingClosesDebts(facts.left, rules, asOf)) return { ...about, ...none, status: 'closed' };
  return { ...about, ...none, status: expiredOn === null ? 'open' : 'expired' };
}

/** Has the learner left by then for a reason that closes debts? RK §4 no. 11. */
export function leavingClosesDebts(
  left: DebtFacts<CountedResult>['left'],
  rules: Pick<DebtRules, 'editionOn'>,
  asOf: string,
): boolean {
  if (left === null || asOf < left.on) return false;
  const reasons = rules.editionOn(left.on)?.enrollment.dischargeReasons;
  return reasons?.some(({ id, closesDebts: closes }) => id === left.reason && closes) === true;
}
