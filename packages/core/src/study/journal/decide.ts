import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessReason } from '../../acting/reason.ts';
import { signAs } from '../../acting/signer.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addedAfter } from '../../record/added.ts';
import { refuseIfArchived } from '../../record/refusals.ts';
import type { LessonRules } from '../../rules/regulation/sections/lessons.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { studyYearOf } from '../../values/study-year.ts';
import { moduleUnknown } from '../programme/facts/unknown.ts';
import type { AnnulLesson, HoldLesson } from './commands.ts';
import type { AnnulContext, LessonContext } from './context.ts';
import { refuseUnlessRightable } from './decide-added.ts';
import { listedIn, refuseUnlessAttend } from './decide-attendance.ts';
import {
  officialsOf,
  refuseIfHeldAlready,
  refuseUnlessModeAllowed,
  refuseUnlessSubstitutes,
} from './decide-entry.ts';
import { refuseIfContinued } from './decide-keeping.ts';
import { lessonEntryOf } from './facts/entry-questions.ts';
import { lessonAnnulled, lessonHeld } from './facts/events.ts';
import { journalRecord } from './facts/questions.ts';
import type { JournalState } from './facts/state.ts';
import {
  attendanceCodeUnknown,
  learnerListedTwice,
  lessonAnnulledAlready,
  lessonKindUnknown,
  lessonUnknown,
} from './refusals.ts';

/**
 * Decides `hold-lesson`. Refuses `module-unknown`, `already-exists`, as `refuseIfArchived` and the
 * questions of the siblings do, and as `signAs` does for the teacher. D5.
 */
export function decideHoldLesson(
  state: JournalState,
  input: WithId<HoldLesson>,
  context: LessonContext,
): Decision {
  const { group, module, id: lesson, on, teacher } = input;
  const [, , studyYear] = journalKey(input);
  const journal = journalKey(input).join('.');
  const { edition, programme, programmeState } = context;
  const no =
    refuseIfArchived(state.archival, journalRecord(journal)) ??
    refuseIfContinued(state, journal, on);
  if (no !== null) return no;
  const modules = Object.keys(programmeState.modules);
  if (!modules.includes(module)) return moduleUnknown({ module, programme, modules });
  const taken = state.lessons.get(lesson);
  if (taken !== undefined) return alreadyExists({ kind: 'lesson', id: lesson, standing: taken.on });
  const rules = edition.lessons;
  const kind = lessonKindOf(input, rules);
  const entry = lessonEntryOf({ ...input, kind });
  const unfit =
    refuseIfEntryUnfit({ ...input, lesson, kind }, rules) ??
    refuseUnlessModeAllowed('hold-lesson', input.mode, rules, context.ground) ??
    refuseUnlessAttend(input, { group, on, lesson }, context.attendance) ??
    refuseIfHeldAlready(state, { entry, on }, input);
  if (unfit !== null) return unfit;
  const scope = { programme, group, level: programmeState.level };
  const asked = { person: teacher, office: input.office, on };
  const signs = signAs(context.teacher, asked, rules.teacherOffices, scope);
  if (isRefusal(signs)) return signs;
  const stands = refuseUnlessSubstitutes(input, on, context.substituted, rules, scope);
  if (stands !== null) return stands;
  const refs = {
    journal: [journal],
    group: [group],
    module: [module],
    programme: [programme],
    official: officialsOf(input),
    learner: listedIn(input),
  };
  const where = { journal, group, module, studyYear };
  const data = { ...where, lesson, ...entry, edition: edition.edition };
  return [lessonHeld.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `annul-lesson`. The event carries the lesson's day and refs; the day of the annulment is
 * its `actedOn`. Refuses `lesson-unknown`, `lesson-annulled-already`, `act-out-of-order`,
 * `reason-missing`, as `refuseUnlessRightable` does, and as `signAs` does for the signer. D5.
 */
export function decideAnnulLesson(
  state: JournalState,
  input: AnnulLesson,
  context: AnnulContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { journal, lesson, reason, office } = input;
  const { on: actedOn, edition, programme, level } = context;
  const annulled = state.lessons.get(lesson);
  if (annulled === undefined) return lessonUnknown({ lesson, journal });
  const no = refuseUnlessRightable(state, input, { act: 'annul-lesson', ground }, context);
  if (no !== null) return no;
  if (annulled.annulled) return lessonAnnulledAlready({ lesson });
  if (actedOn < annulled.on) return actOutOfOrder({ on: actedOn, after: annulled.on });
  const { annulmentOffices, annulmentReasonRequired } = edition.correction;
  const unsaid = refuseUnlessReason('annul-lesson', lesson, annulmentReasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const asked = { person: input.signer, office, on: actedOn };
  const scope = { programme, group: state.group, level };
  const signer = signAs(context.signer, asked, annulmentOffices, scope);
  if (isRefusal(signer)) return signer;
  const { group, module, studyYear } = state;
  const { eventId: corrects, on: occurredOn } = annulled;
  const refs = { ...annulled.refs, official: [...(annulled.refs.official ?? []), signer.person] };
  const where = { journal, group, module, studyYear };
  const act = { corrects, actedOn, reason, signer, ...addedAfter(state.archival, input) };
  const data = { ...where, lesson, ...act, edition: edition.edition };
  return [lessonAnnulled.draft({ occurredOn, refs, data })];
}

/** The key of the journal that a lesson belongs to: group, module, study year. */
export function journalKey(input: HoldLesson): readonly [string, string, string] {
  const { group, module, studyYear, on } = input;
  return [group, module, studyYear ?? studyYearOf(on)];
}

/** The kind of a lesson: the one given, or the first of the regulation. */
export const lessonKindOf = (
  { kind }: { readonly kind?: string | undefined },
  rules: LessonRules,
) => kind ?? rules.kinds[0]?.id ?? 'lesson';

/**
 * Refuses an entry that the regulation does not allow: `lesson-kind-unknown`,
 * `attendance-code-unknown`, and `learner-listed-twice` where a learner is listed more than once.
 * D5, R5 §4.3-4.6.
 */
export function refuseIfEntryUnfit(
  entry: Pick<HoldLesson, 'present' | 'absent'> & {
    readonly kind: string;
    readonly lesson: string;
  },
  { kinds, attendanceCodes }: LessonRules,
): Refusal | null {
  const { lesson, kind, present, absent } = entry;
  const known = kinds.map(({ id }) => id);
  if (!known.includes(kind)) return lessonKindUnknown({ kind, kinds: known });
  const codes = attendanceCodes.map(({ code }) => code);
  const unknown = absent.find(({ code }) => !codes.includes(code));
  if (unknown !== undefined) return attendanceCodeUnknown({ code: unknown.code, codes });
  const learners = [...present, ...absent.map(({ learner }) => learner)];
  const twice = learners.find((learner, index) => learners.indexOf(learner) !== index);
  return twice === undefined ? null : learnerListedTwice({ learner: twice, lesson });
}
