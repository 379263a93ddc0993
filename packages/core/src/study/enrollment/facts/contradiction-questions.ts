import type { ResultState } from './assessment-state.ts';
import type { MissingResult } from './completion-questions.ts';
import { lostResults } from './completion-questions.ts';
import { debtsOwedOn, leavingClosesDebts, leftBy } from './debt-questions.ts';
import { formsHeldOn } from './form-questions.ts';
import { isAnnulled } from './life-questions.ts';
import { studyStepOn } from './questions.ts';
import { validResults } from './result-questions.ts';
import type { StudySeen } from './seen-questions.ts';
import { refuseIfAttestationOnly, studyLimitsOn } from './study-questions.ts';
import { unfitDecision } from './year-questions.ts';

/*
 * Which facts of one enrollment stand and contradict each other. A fact may be entered late, so
 * that one entered before it is not refused any more. Each is found by the question that a command
 * asks in its order. RK 1.5, 1.6, 1.13.
 */

/** A contradiction between two facts of an enrollment, or of it and a journal. */
export interface StudyContradiction {
  readonly kind:
    | 'result-against-form'
    | 'lesson-against-form'
    | 'lesson-outside-study'
    | 'entry-outside-study'
    | 'mark-while-absent'
    | 'absence-against-lesson'
    | 'year-decision-against-result'
    | 'year-debt-without-failure'
    | 'year-debt-spent'
    | 'completion-against-result'
    | 'completion-with-debt'
    | 'step-after-last-discharge';
  readonly enrollment: string;
  /** The day about which they contradict each other. */
  readonly day: string;
  /** Module of the result or lesson; null: the programme as a whole, or neither. */
  readonly module: string | null;
  /** Event ids of both facts; a result and a lesson are named by that of their first record. */
  readonly facts: readonly [string, string];
}

/** The contradictions between facts of one enrollment; an annulled one has none. RK 1.8. */
export function contradictionsIn(seen: StudySeen): readonly StudyContradiction[] {
  if (isAnnulled(seen.state)) return [];
  return [
    ...resultsAgainstForm(seen),
    ...entriesOutsideStudy(seen),
    ...decisionsAgainstResults(seen),
    ...completionAgainstResults(seen),
  ];
}

/**
 * Steps of a learner's enrollments that lead back to study after a discharge of a reason that
 * closes debts, as a death does: one of both is wrong. Other programmes are not asked when a
 * learner is enrolled, so it is found here. RK §4 no. 11.
 */
export function stepsAfterLastDischarge(
  studies: readonly StudySeen[],
): readonly StudyContradiction[] {
  const steps = studies.flatMap(({ enrollment, state, rules }) =>
    state.lifeFacts.map((fact) => ({ ...fact, enrollment, rules })),
  );
  const last = steps.find((step) => leavingClosesDebts(leftBy(step), step.rules, step.on));
  if (last === undefined) return [];
  return steps.flatMap(({ event, on: day, phase, enrollment }): readonly StudyContradiction[] => {
    if (phase !== 'open' || day <= last.on) return [];
    const facts = [last.event, event] as const;
    return [{ kind: 'step-after-last-discharge', enrollment, day, module: null, facts }];
  });
}

/** Event id of the form that limits most on a day; null: none was entered that limits. */
export function limitingForm({ state, rules }: StudySeen, day: string): string | null {
  const edition = rules.editionOn(day);
  if (edition === null) return null;
  const { form } = studyLimitsOn(state, day, edition);
  const held = (['education', 'study', 'arrangement'] as const).flatMap((aspect) =>
    formsHeldOn(state.study, aspect, day).filter((one) => one.form === form),
  );
  return held.at(-1)?.event ?? null;
}

function resultsAgainstForm(seen: StudySeen): readonly StudyContradiction[] {
  const { enrollment, state, rules } = seen;
  return validResults(state).flatMap((result): readonly StudyContradiction[] => {
    const { event, on, kind: of, module, credited } = result;
    const edition = rules.editionOn(on);
    const form = limitingForm(seen, on);
    if (credited || edition === null || form === null) return [];
    if (refuseIfAttestationOnly(state, { kind: of, on }, edition) === null) return [];
    const facts = [form, event] as const;
    return [{ kind: 'result-against-form', enrollment, day: on, module, facts }];
  });
}

/** Decisions and forms that hold from a day after the end of study. */
function entriesOutsideStudy({ enrollment, state }: StudySeen): readonly StudyContradiction[] {
  const entries = [
    ...state.study.decisions.map(({ event, on }) => ({ event, on })),
    ...state.study.forms.map(({ event, from: on }) => ({ event, on })),
  ];
  return entries.flatMap(({ event, on: day }): readonly StudyContradiction[] => {
    const step = studyStepOn(state, day);
    if (step?.phase !== 'ended') return [];
    const facts = [step.event, event] as const;
    return [{ kind: 'entry-outside-study', enrollment, day, module: null, facts }];
  });
}

function decisionsAgainstResults(seen: StudySeen): readonly StudyContradiction[] {
  const { enrollment, state, rules } = seen;
  return state.study.decisions.flatMap((decision) => {
    const edition = rules.editionOn(decision.on);
    if (edition === null) return [];
    const { notFailing, unnamed, spent } = unfitDecision(state, decision, edition, rules);
    const found = (
      kind: StudyContradiction['kind'],
      results: readonly string[],
    ): readonly StudyContradiction[] =>
      results.map((event) => {
        const { on: day = decision.on, module = null } = state.results.get(event) ?? {};
        return { kind, enrollment, day, module, facts: [decision.event, event] };
      });
    const eventsOf = (subjects: typeof unnamed) => subjects.map(({ event }) => event);
    return [
      ...found('year-decision-against-result', eventsOf(unnamed)),
      ...found('year-debt-without-failure', notFailing),
      ...found('year-debt-spent', eventsOf(spent)),
    ];
  });
}

/**
 * A completion and the results that it asks for, judged by the edition of its day; and debts that
 * were open then, where the regulation asks for none.
 */
function completionAgainstResults(seen: StudySeen): readonly StudyContradiction[] {
  const { enrollment, state, rules } = seen;
  const last = state.lifeFacts.at(-1);
  if (last?.type !== 'Completed') return [];
  const edition = rules.editionOn(last.on);
  if (edition === null) return [];
  const lost = lostResults(state, edition, rules.programme);
  const debts = edition.retakes.completionNeedsNoDebts
    ? debtsOwedOn(state, rules, last.on).map(({ failed }) => failed)
    : [];
  const found = (
    kind: StudyContradiction['kind'],
    results: readonly ResultState[],
  ): readonly StudyContradiction[] =>
    results.map(({ event, module }) => ({
      kind,
      enrollment,
      day: last.on,
      module,
      facts: [last.event, event],
    }));
  const others = debts.filter(({ countsFor }) => !isAmong(lost, countsFor));
  return [
    ...found(
      'completion-against-result',
      lost.flatMap(({ results }) => culprit(results) ?? []),
    ),
    ...found('completion-with-debt', others),
  ];
}

const isAmong = (lost: readonly MissingResult[], { module, kind }: MissingResult): boolean =>
  lost.some((one) => one.kind === kind && (one.module === null || one.module === module));

/** Of the records of a result that does not pass, the one that says so: failing, else annulled. */
function culprit(results: readonly ResultState[]): ResultState | undefined {
  const valid = results.filter(({ annulledOn }) => annulledOn === null);
  return valid.findLast(({ mark }) => mark?.passes === false) ?? valid.at(-1) ?? results.at(-1);
}
