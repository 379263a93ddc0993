import { refuseUnlessOrder } from '../../acting/order.ts';
import { notAppointed, signAs } from '../../acting/signer.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ScopeQuery } from '../../rules/official/facts/questions.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { LessonRules } from '../../rules/regulation/sections/lessons.ts';
import type { HoldLesson } from './commands.ts';
import type { LessonEntry } from './facts/entry-questions.ts';
import type { JournalState } from './facts/state.ts';
import { lessonHeldAlready, lessonModeUnknown, substituteSame } from './refusals.ts';

/* What a lesson's entry must satisfy beside kinds, codes and attendance. */

/** Refuses `lesson-mode-unknown`, and `order-required` where the mode needs one. 273-FZ art. 16. */
export function refuseUnlessModeAllowed(
  act: string,
  mode: string | undefined,
  { modes }: LessonRules,
  ground: Ground | null,
): Refusal | null {
  if (mode === undefined) return null;
  const rule = modes.find((one) => one.id === mode);
  if (rule === undefined) return lessonModeUnknown({ mode, modes: modes.map((one) => one.id) });
  return refuseUnlessOrder(`${act} (${mode})`, rule.orderRequired, ground);
}

/**
 * Refuses a substitute for themselves (`lesson-substitute-same`), and for somebody who has never
 * taught here by that day (`not-appointed`): the lessons of a teacher who left go on until they are
 * given to another. RK 3, C1: the substitute is shown; RK 4 no. 4.
 */
export function refuseUnlessSubstitutes(
  { teacher, substituteFor }: Pick<HoldLesson, 'teacher' | 'substituteFor'>,
  on: string,
  substituted: OfficialState | null,
  { teacherOffices }: LessonRules,
  scope: ScopeQuery,
): Refusal | null {
  if (substituted === null || substituteFor === null) return null;
  if (substituteFor === teacher) return substituteSame({ teacher: substituteFor });
  const lastDays = substituted.appointments.flatMap(({ until }) => until ?? []);
  const teaches = (day: string): Refusal | null =>
    refuseUnlessTeaches(substituted, { person: substituteFor, on: day }, teacherOffices, scope);
  const taught = lastDays.some((day) => day < on && teaches(day) === null);
  return taught ? null : teaches(on);
}

/** Refuses `not-appointed`: a person who may not teach on a day, in whichever office. */
export function refuseUnlessTeaches(
  official: OfficialState,
  { person, on }: { readonly person: string; readonly on: string },
  offices: readonly string[],
  scope: ScopeQuery,
): Refusal | null {
  const own = signAs(official, { person, office: null, on }, offices, scope);
  return isRefusal(own) && own.code === notAppointed.code ? own : null;
}

/**
 * Refuses `lesson-held-already` where a lesson of this day, number and learner stands, whatever its
 * kind, and without numbers one of this kind: a lesson that is entered twice is asked about.
 * `another` answers that it is another one. Our default, D5.
 * @param except the lesson that is corrected.
 */
export function refuseIfHeldAlready(
  { lessons }: JournalState,
  { entry, on }: { readonly entry: LessonEntry; readonly on: string },
  { another }: Pick<HoldLesson, 'another'>,
  except: string | null = null,
): Refusal | null {
  if (another === true) return null;
  const { kind, number, individual } = entry;
  for (const [lesson, held] of lessons) {
    if (held.annulled || held.on !== on || lesson === except) continue;
    const sameHour = held.entry.number === number;
    const same = sameHour && (number !== undefined || held.entry.kind === kind);
    if (!same || held.entry.individual !== individual) continue;
    return lessonHeldAlready({ lesson, on, kind, number: number ?? null });
  }
  return null;
}

/** The officials whom an entry names: who taught, and whose lesson it was. */
export function officialsOf({
  teacher,
  substituteFor,
}: Pick<HoldLesson, 'teacher' | 'substituteFor'>): readonly string[] {
  return substituteFor === null ? [teacher] : [teacher, substituteFor];
}
