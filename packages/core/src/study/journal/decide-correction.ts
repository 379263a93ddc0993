import { onOwnPaper, ownGround } from '../../acting/putting-right.ts';
import { refuseUnlessReason } from '../../acting/reason.ts';
import { signAs } from '../../acting/signer.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import { sortedJson } from '../../kernel/json.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import { addedAfter } from '../../record/added.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import type { Signer } from '../../values/shape.ts';
import { studyYearOf } from '../../values/study-year.ts';
import type { CorrectLesson } from './commands.ts';
import type { LessonCorrectionContext } from './context.ts';
import { refuseUnlessRightable } from './decide-added.ts';
import { listedIn, refuseUnlessAttend } from './decide-attendance.ts';
import { changesIn, refuseUnlessAbsencePaper, signLessonCorrection } from './decide-corrector.ts';
import {
  officialsOf,
  refuseIfHeldAlready,
  refuseUnlessModeAllowed,
  refuseUnlessSubstitutes,
} from './decide-entry.ts';
import { refuseIfContinued } from './decide-keeping.ts';
import { lessonKindOf, refuseIfEntryUnfit } from './decide.ts';
import { lessonEntryOf, sameEntry } from './facts/entry-questions.ts';
import { lessonAnnulled, lessonCorrected, lessonHeld } from './facts/events.ts';
import type { JournalLesson, JournalState } from './facts/state.ts';
import {
  lessonAnnulledAlready,
  lessonOtherJournal,
  lessonUnchanged,
  lessonUnknown,
} from './refusals.ts';

const ACT = 'correct-lesson';

/**
 * Decides `correct-lesson`. What the entry may contain, and who may have taught, follows the
 * edition of the lesson's own day; who may sign, and on which paper, that of the correction's day.
 * With `lessonOn` or `entryGround` the entry of the wrong day or order is annulled and a true one
 * stands in its place, under the same id. The lesson keeps its own order in any case. Refuses
 * `lesson-unknown`, `lesson-annulled-already`, `act-out-of-order`, `lesson-unchanged`,
 * `lesson-other-journal`, `reason-missing`, `attendance-paper-missing`,
 * `lesson-corrected-in-parts`, as `refuseUnlessEntryFits` and `refuseUnlessRightable` do, and as
 * `signAs` does for teacher and signer. D5, D7, RK 1.4.
 */
export function decideCorrectLesson(
  state: JournalState,
  input: CorrectLesson,
  context: LessonCorrectionContext,
  by: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { journal, lesson, reason } = input;
  const { on: actedOn, edition, lessonEdition, programme, level } = context;
  const corrected = state.lessons.get(lesson);
  if (corrected === undefined || lessonEdition === null) return lessonUnknown({ lesson, journal });
  const on = input.lessonOn ?? corrected.on;
  const own = ownGround(corrected, input.entryGround);
  const as: Corrected = { input, corrected, on, own, lessonEdition };
  const no =
    refuseUnlessRightable(state, input, { act: ACT, ground: by.sender.ground }, context) ??
    (corrected.annulled ? lessonAnnulledAlready({ lesson }) : null) ??
    refuseIfBefore(actedOn, on > corrected.on ? on : corrected.on) ??
    refuseUnlessEntryFits(state, as, context);
  if (no !== null) return no;
  const moved = isMoved(as);
  const entry = entryOf(as);
  const changed = changesIn(corrected.entry, entry);
  const changes = { ...changed, more: changed.more || moved };
  const rules = edition.correction;
  const unsaid =
    refuseUnlessReason(ACT, lesson, rules.reasonRequired, reason) ??
    refuseUnlessAbsencePaper(lesson, changes, rules, lessonEdition.lessons, by.sender.ground);
  if (unsaid !== null) return unsaid;
  const asked = { person: input.signer, office: input.office, on: actedOn };
  const scope = { programme, group: state.group, level };
  const signer = signLessonCorrection(context.signer, asked, changes, rules, scope);
  if (isRefusal(signer)) return signer;
  if (moved) return replaced(state, as, context, signer, by);
  // Learners and teachers of the earlier entry stay in the refs, so that their views see this one.
  const refs = {
    ...corrected.refs,
    learner: [...(corrected.refs.learner ?? []), ...listedIn(input)],
    official: [...(corrected.refs.official ?? []), ...officialsOf(input), signer.person],
  };
  const where = { ...whereOf(state, input), corrects: corrected.eventId, actedOn };
  const added = addedAfter(state.archival, input);
  const data = { ...where, ...entry, reason, signer, ...added, edition: edition.edition };
  return [lessonCorrected.draft({ occurredOn: corrected.on, refs, data })];
}

interface Corrected {
  readonly input: CorrectLesson;
  readonly corrected: JournalLesson;
  /** The day of the lesson as it is to read. */
  readonly on: string;
  /** The lesson's own paper as it is to read: not that of the correction. */
  readonly own: Ground | null;
  /** In force on that day. */
  readonly lessonEdition: Edition;
}

/** The entry as it is to read. */
const entryOf = ({ input, lessonEdition }: Corrected) =>
  lessonEntryOf({ ...input, kind: lessonKindOf(input, lessonEdition.lessons) });

/** Is the lesson to read on another day, or on another paper of its own? */
const isMoved = ({ on, own, corrected }: Corrected): boolean =>
  on !== corrected.on || sortedJson({ own }) !== sortedJson({ own: corrected.ground });

/** Refuses an entry that the edition of the lesson's day, its group or its journal rule out. */
function refuseUnlessEntryFits(
  state: JournalState,
  as: Corrected,
  context: LessonCorrectionContext,
): Refusal | null {
  const { input, corrected, on, own, lessonEdition } = as;
  const { journal, lesson, present, absent, teacher, mode } = input;
  const rules = lessonEdition.lessons;
  const entry = entryOf(as);
  const { kind } = entry;
  const moved = isMoved(as);
  if (!moved && sameEntry(entry, corrected.entry)) {
    return lessonUnchanged({ lesson, on });
  }
  if (studyYearOf(on) !== studyYearOf(corrected.on)) {
    return lessonOtherJournal({ lesson, on, journal });
  }
  const { group } = state;
  // A rule of modes that is entered later makes no old entry invalid; a day is asked about anew.
  const modeOrdered = !moved && mode === corrected.entry.mode;
  const scope = { programme: context.programme, group, level: context.level };
  const taught = { person: teacher, office: input.teacherOffice, on };
  const teaches = signAs(context.teacher, taught, rules.teacherOffices, scope);
  return (
    refuseIfContinued(state, journal, on) ??
    refuseIfEntryUnfit({ lesson, kind, present, absent }, rules) ??
    (modeOrdered ? null : refuseUnlessModeAllowed(`${ACT} entryGround`, mode, rules, own)) ??
    refuseUnlessAttend(input, { group, on, lesson }, context.attendance) ??
    refuseIfHeldAlready(state, { entry, on }, input, lesson) ??
    (isRefusal(teaches) ? teaches : null) ??
    refuseUnlessSubstitutes(input, on, context.substituted, rules, scope)
  );
}

/** The entry of the wrong day or order is annulled, and a true one stands in its place. */
function replaced(
  state: JournalState,
  as: Corrected,
  { on: actedOn, edition }: LessonCorrectionContext,
  signer: Signer,
  { id }: Pick<ReceivedCommand, 'id'>,
): Decision {
  const { input, corrected, on, own, lessonEdition } = as;
  const { reason } = input;
  const entry = entryOf(as);
  const where = whereOf(state, input);
  const { refs, on: occurredOn, eventId: corrects } = corrected;
  const added = addedAfter(state.archival, input);
  const act = { corrects, actedOn, reason, signer, replacedBy: eventId(id, 1), ...added };
  const annulment = { ...where, ...act };
  const held = lessonHeld.draft({
    occurredOn: on,
    refs: { ...refs, learner: listedIn(input), official: officialsOf(input) },
    data: { ...where, ...entry, edition: lessonEdition.edition },
  });
  return [
    lessonAnnulled.draft({
      occurredOn,
      refs: { ...refs, official: [...(refs.official ?? []), signer.person] },
      data: { ...annulment, edition: edition.edition },
    }),
    ...onOwnPaper([held], own),
  ];
}

function whereOf(
  { group, module, studyYear }: JournalState,
  { journal, lesson }: Pick<CorrectLesson, 'journal' | 'lesson'>,
) {
  return { journal, group, module, studyYear, lesson };
}
