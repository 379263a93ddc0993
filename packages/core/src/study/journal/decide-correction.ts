import { refuseUnlessReason } from '../../acting/reason.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseIfArchived } from '../../record/refusals.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { CorrectLesson } from './commands.ts';
import type { LessonCorrectionContext } from './context.ts';
import { lessonKindOf, refuseIfEntryUnfit } from './decide.ts';
import { lessonCorrected } from './facts/events.ts';
import { lessonEntryOf } from './facts/questions.ts';
import type { JournalState } from './facts/state.ts';
import { lessonAnnulledAlready, lessonUnknown } from './refusals.ts';

/**
 * Decides `correct-lesson`. What the entry may contain, and who may have taught, follows the
 * edition of the lesson's own day; who may sign follows that of the correction's day. Refuses
 * `lesson-unknown`, `lesson-annulled-already`, `act-out-of-order`, `reason-missing`, as
 * `refuseIfArchived` and `refuseIfEntryUnfit` do, and as `signAs` does for teacher and signer. D5,
 * D7.
 */
export function decideCorrectLesson(
  state: JournalState,
  input: CorrectLesson,
  context: LessonCorrectionContext,
): Decision {
  const { journal, lesson, teacher, present, absent, reason } = input;
  const { on: actedOn, edition, lessonEdition, programme, level } = context;
  const corrected = state.lessons.get(lesson);
  if (corrected === undefined || lessonEdition === null) return lessonUnknown({ lesson, journal });
  const no = refuseIfArchived(state.archival, `journal-${journal}`);
  if (no !== null) return no;
  if (corrected.annulled) return lessonAnnulledAlready({ lesson });
  if (actedOn < corrected.on) return actOutOfOrder({ on: actedOn, after: corrected.on });
  const kind = lessonKindOf(input, lessonEdition.lessons);
  const unfit = refuseIfEntryUnfit({ lesson, kind, present, absent }, lessonEdition.lessons);
  if (unfit !== null) return unfit;
  const { group, module, studyYear } = state;
  const scope = { programme, group, level };
  const taught = { person: teacher, office: input.teacherOffice, on: corrected.on };
  const teaches = signAs(context.teacher, taught, lessonEdition.lessons.teacherOffices, scope);
  if (isRefusal(teaches)) return teaches;
  const { signerOffices, reasonRequired } = edition.correction;
  const unsaid = refuseUnlessReason('correct-lesson', lesson, reasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const asked = { person: input.signer, office: input.office, on: actedOn };
  const signer = signAs(context.signer, asked, signerOffices, scope);
  if (isRefusal(signer)) return signer;
  // Learners and teachers of the earlier entry stay in the refs, so that their views see this one.
  const refs = {
    ...corrected.refs,
    learner: [...(corrected.refs.learner ?? []), ...present, ...absent.map((one) => one.learner)],
    official: [...(corrected.refs.official ?? []), teacher, signer.person],
  };
  const where = { journal, group, module, studyYear, lesson, corrects: corrected.eventId, actedOn };
  const entry = lessonEntryOf({ ...input, kind });
  const data = { ...where, ...entry, reason, signer, edition: edition.edition };
  return [lessonCorrected.draft({ occurredOn: corrected.on, refs, data })];
}
