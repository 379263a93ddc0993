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
import type { JournalState } from './facts/state.ts';
import { lessonAnnulledAlready, lessonUnknown } from './refusals.ts';

/**
 * Decides `correct-lesson`. What the line may say, and who may have taught, follows the lesson's
 * own day; who may sign follows the day of the correction. D5, D7.
 */
export function decideCorrectLesson(
  state: JournalState,
  input: CorrectLesson,
  context: LessonCorrectionContext,
): Decision {
  const { journal, lesson, topic, hours, homework, teacher, present, absent, reason } = input;
  const { on: actedOn, edition, lessonEdition, programme, level } = context;
  const held = state.lessons.get(lesson);
  if (held === undefined || lessonEdition === null) return lessonUnknown({ lesson, journal });
  const no = refuseIfArchived(state.archival, `journal-${journal}`);
  if (no !== null) return no;
  if (held.annulled) return lessonAnnulledAlready({ lesson });
  if (actedOn < held.on) return actOutOfOrder({ on: actedOn, after: held.on });
  const kind = lessonKindOf(input, lessonEdition.lessons);
  const unfit = refuseIfEntryUnfit({ lesson, kind, present, absent }, lessonEdition.lessons);
  if (unfit !== null) return unfit;
  const { group, module, studyYear } = state;
  const scope = { programme, group, level };
  const taught = { person: teacher, office: input.teacherOffice, on: held.on };
  const teaches = signAs(context.teacher, taught, lessonEdition.lessons.teacherOffices, scope);
  if (isRefusal(teaches)) return teaches;
  const { signerOffices, reasonRequired } = edition.correction;
  const unsaid = refuseUnlessReason('correct-lesson', lesson, reasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const asked = { person: input.signer, office: input.office, on: actedOn };
  const signer = signAs(context.signer, asked, signerOffices, scope);
  if (isRefusal(signer)) return signer;
  // Who stood in an earlier line keeps this one in view.
  const refs = {
    ...held.refs,
    learner: [...(held.refs.learner ?? []), ...present, ...absent.map((one) => one.learner)],
    official: [...(held.refs.official ?? []), teacher, signer.person],
  };
  const where = { journal, group, module, studyYear, lesson, corrects: held.eventId, actedOn };
  const line = { kind, topic, hours, homework, teacher, present, absent };
  const data = { ...where, ...line, reason, signer, edition: edition.edition };
  return [lessonCorrected.draft({ occurredOn: held.on, refs, data })];
}
