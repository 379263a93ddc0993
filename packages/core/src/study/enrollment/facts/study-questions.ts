import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { StudyAspect } from './form-questions.ts';
import { formsHeldOn } from './form-questions.ts';
import type { EnrollmentState } from './state.ts';
import type { StudyState, YearDecision } from './study-state.ts';
import { attestationOnly } from './study-unknown.ts';

/* How a learner studies on a day. 273-FZ art. 17, 34, 58. */

/** A form of education or study, or an arrangement, as the regulation describes it. */
export type StudyFormRule = Edition['enrollment']['arrangements'][number];

/** Where the regulation lists the forms of an aspect. */
const LISTS = {
  education: 'educationForms',
  study: 'studyForms',
  arrangement: 'arrangements',
} as const;

/** The forms of an aspect that an edition has. */
export function formsOf(edition: Edition, aspect: StudyAspect): readonly StudyFormRule[] {
  return edition.enrollment[LISTS[aspect]];
}

/** How a learner studies on a day: ids of the regulation. */
export interface StudyFormsOn {
  readonly education: string;
  readonly study: string;
  /** In the order in which they began. */
  readonly arrangements: readonly string[];
}

/**
 * The forms in which a learner studies on a day: of education and of study the one set last, else
 * the first of the regulation; and all arrangements that hold. 273-FZ art. 17.
 */
export function studyFormsOn(state: EnrollmentState, day: string, edition: Edition): StudyFormsOn {
  const one = (aspect: StudyAspect): string =>
    formsHeldOn(state.study, aspect, day).at(-1)?.form ?? formsOf(edition, aspect)[0]?.id ?? '';
  const arrangements = formsHeldOn(state.study, 'arrangement', day).map(({ form }) => form);
  const [education, study] = [one('education'), one('study')];
  return { education, study, arrangements: [...new Set(arrangements)] };
}

const LESSONS = ['class', 'individual', 'none'] as const;

/** Which lessons list the learner, which results are recorded, and by which form. */
export interface StudyLimits {
  readonly lessons: StudyFormRule['lessons'];
  readonly results: StudyFormRule['results'];
  /** Id of the form that limits most; null: none limits. */
  readonly form: string | null;
}

/** What the forms of a day allow together: the narrowest of them counts. 273-FZ art. 34 part 3. */
export function studyLimitsOn(state: EnrollmentState, day: string, edition: Edition): StudyLimits {
  const { education, study, arrangements } = studyFormsOn(state, day, edition);
  const rules = [
    ...formsOf(edition, 'education').filter(({ id }) => id === education),
    ...formsOf(edition, 'study').filter(({ id }) => id === study),
    ...formsOf(edition, 'arrangement').filter(({ id }) => arrangements.includes(id)),
  ];
  const narrowest = rules.toSorted((a, b) => rankOf(b) - rankOf(a))[0];
  if (narrowest === undefined || rankOf(narrowest) === 0) {
    return { lessons: 'class', results: 'all', form: null };
  }
  const results = rules.some((one) => one.results === 'attestation') ? 'attestation' : 'all';
  return { lessons: narrowest.lessons, results, form: narrowest.id };
}

const rankOf = (rule: StudyFormRule): number =>
  2 * LESSONS.indexOf(rule.lessons) + (rule.results === 'attestation' ? 1 : 0);

/** The study year that a learner ends, as far as the groups say it. */
export interface YearEnded {
  /** Null: the groups do not say their study year. */
  readonly studyYear: string | null;
  /** The group that is left, and those parallel to it in which the learner was. */
  readonly groups: readonly string[];
}

/**
 * The decision on the study year that a learner ends, as it stands on a day; null: none. It is the
 * learner's, whichever parallel group they were in when it was made. Groups that do not say their
 * year may have seen several decisions: the latest counts. 273-FZ art. 58 part 8.
 */
export function yearDecisionOf(
  { decisions }: StudyState,
  { studyYear, groups }: YearEnded,
  day: string,
): YearDecision | null {
  const own = decisions.filter(
    (one) =>
      one.on <= day &&
      (studyYear === null ? groups.includes(one.group) : one.studyYear === studyYear),
  );
  const latest = own
    .map((one) => one.studyYear)
    .toSorted()
    .at(-1);
  return own.findLast((one) => one.studyYear === latest) ?? null;
}

/**
 * The second decision on a study year, made of a learner who was promoted by the first and did not
 * settle the debts that it names, as it stands on a day; null: none was made while they were in one
 * of these groups. 273-FZ art. 58 part 9.
 */
export function secondDecisionIn(
  { lifeFacts, study: { decisions } }: EnrollmentState,
  groups: readonly string[],
  day: string,
): YearDecision | null {
  const found = decisions.findLast(({ studyYear, on }, at) => {
    const isSecond = decisions.slice(0, at).some((one) => one.studyYear === studyYear);
    const then = lifeFacts.findLast((fact) => fact.on < on)?.group;
    return on <= day && isSecond && groups.some((group) => group === then);
  });
  return found ?? null;
}

/** Refuses `attestation-only`: a current result of who passes attestation only. 273-FZ art. 34. */
export function refuseIfAttestationOnly(
  state: EnrollmentState,
  { kind, on }: { readonly kind: string; readonly on: string },
  edition: Edition,
): Refusal | null {
  const { results, form } = studyLimitsOn(state, on, edition);
  if (results === 'all') return null;
  const kinds = edition.assessment.kinds.filter((one) => one.attestation).map((one) => one.id);
  return kinds.includes(kind) ? null : attestationOnly({ kind, form: form ?? '', on, kinds });
}
