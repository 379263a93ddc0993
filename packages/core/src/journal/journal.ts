import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { refuseUnlessReason } from '../acting/reason.ts';
import { signAs } from '../acting/signer.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { moduleUnknown } from '../programme/unknown.ts';
import type { recordEvents } from '../record/events.ts';
import type { ArchivedKind } from '../record/kind.ts';
import { refuseIfArchived } from '../record/refusals.ts';
import type { ArchivalStatus } from '../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../record/state.ts';
import type { LessonRules } from '../regulation/sections/lessons.ts';
import type { AnnulLesson, HoldLesson } from './commands.ts';
import type { journalEvents } from './events.ts';
import { lessonAnnulled, lessonHeld } from './events.ts';

/*
 * Stream: `<org>.journal-<group>.<module>.<studyYear>`. Lessons and attendance, one event a lesson;
 * marks stand in the enrollments. Journals of lessons, electives, circles and sections differ in
 * kind, not in shape. D5, R2 §2.2-2.3, R5 §4.3-4.6.
 */

export type JournalEvent = EventOf<(typeof journalEvents)[number] | (typeof recordEvents)[number]>;

/** A lesson as later acts see it. */
export interface JournalLesson {
  /** Id of its LessonHeld. */
  readonly eventId: string;
  readonly on: string;
  refs: Refs;
  annulled: boolean;
}

export interface JournalState {
  /** `<group>.<module>.<studyYear>`; null: nothing was held in it yet. */
  journal: string | null;
  group: string;
  module: string;
  studyYear: string;
  readonly lessons: Map<string, JournalLesson>;
  readonly archival: ArchivalStatus;
}

export const journalDecider: Decider<JournalState, JournalEvent> = {
  kind: 'journal',
  initial: () => ({
    journal: null,
    group: '',
    module: '',
    studyYear: '',
    lessons: new Map(),
    archival: notArchived(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'LessonHeld': {
        const { journal, group, module, studyYear, lesson } = event.data;
        Object.assign(state, { journal, group, module, studyYear });
        const { id: eventId, occurredOn: on, refs } = event;
        state.lessons.set(lesson, { eventId, on, refs, annulled: false });
        return;
      }
      case 'LessonCorrected': {
        const lesson = state.lessons.get(event.data.lesson);
        if (lesson !== undefined) lesson.refs = event.refs;
        return;
      }
      case 'LessonAnnulled': {
        const lesson = state.lessons.get(event.data.lesson);
        if (lesson !== undefined) lesson.annulled = true;
        return;
      }
      default:
        evolveArchivalStatus(state.archival, event);
    }
  },
};

/** How the archive moves journals. */
export const journalArchive: ArchivedKind<JournalState, JournalEvent> = {
  decider: journalDecider,
  statusOf: ({ journal, archival }) => (journal === null ? null : archival),
  refsOf: ({ journal, group, module }) => ({
    journal: journal === null ? [] : [journal],
    group: [group],
    module: [module],
  }),
  refuseUnlessReady: () => null,
};

/**
 * The study year of a day, by the year in which it begins: it runs from 1 September (273-FZ art. 13
 * leaves it to the organisation; this is the default).
 * @example
 * studyYearOf('2027-08-31'); // => '2026'
 */
export function studyYearOf(on: string): string {
  const year = Number(on.slice(0, 4));
  return String(on.slice(5, 7) >= '09' ? year : year - 1);
}

/* Refusals */

/** The regulation knows no such kind of lesson. */
export const lessonKindUnknown = refusal(
  'lesson-kind-unknown',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вида занятия «${d.kind}» нет в положении; есть: ${d.kinds.join(', ')}`,
    en: `The regulation has no kind of lesson ${d.kind}; it has: ${d.kinds.join(', ')}`,
  }),
);

/** The regulation knows no such attendance code. */
export const attendanceCodeUnknown = refusal(
  'attendance-code-unknown',
  (d: { code: string; codes: readonly string[] }) => ({
    ru: `Кода посещаемости «${d.code}» нет в положении; есть: ${d.codes.join(', ')}`,
    en: `The regulation has no attendance code ${d.code}; it has: ${d.codes.join(', ')}`,
  }),
);

/** One learner is listed twice in one lesson. */
export const learnerListedTwice = refusal(
  'learner-listed-twice',
  (d: { learner: string; lesson: string }) => ({
    ru: `Обучающийся ${d.learner} назван в занятии ${d.lesson} дважды: оставьте одну отметку`,
    en: `Learner ${d.learner} is listed twice in lesson ${d.lesson}: keep one entry`,
  }),
);

/** The journal has no such lesson. */
export const lessonUnknown = refusal(
  'lesson-unknown',
  (d: { lesson: string; journal: string }) => ({
    ru: `В журнале ${d.journal} нет занятия ${d.lesson}: проверьте журнал и идентификатор`,
    en: `Journal ${d.journal} has no lesson ${d.lesson}: check the journal and the id`,
  }),
);

/** The lesson was annulled already. */
export const lessonAnnulledAlready = refusal(
  'lesson-annulled-already',
  (d: { lesson: string }) => ({
    ru: `Занятие ${d.lesson} уже аннулировано: второй раз этого не делают`,
    en: `Lesson ${d.lesson} was annulled already: that is done once`,
  }),
);

/* Decide */

/** What holding a lesson needs from elsewhere. */
export interface LessonContext extends ActDay {
  readonly programme: string;
  readonly programmeState: Pick<ProgrammeState, 'modules' | 'level'>;
  readonly teacher: OfficialState;
}

/** The key of the journal that a lesson goes to: group, module, study year. */
export function journalKey(input: HoldLesson): readonly [string, string, string] {
  const { group, module, studyYear, on } = input;
  return [group, module, studyYear ?? studyYearOf(on)];
}

/** Decides `hold-lesson`. D5. */
export function decideHoldLesson(
  state: JournalState,
  input: WithId<HoldLesson>,
  context: LessonContext,
): Decision {
  const { group, module, id: lesson, on, present, absent, teacher } = input;
  const [, , studyYear] = journalKey(input);
  const journal = journalKey(input).join('.');
  const { edition, programme, programmeState } = context;
  const no = refuseIfArchived(state.archival, `journal-${journal}`);
  if (no !== null) return no;
  const modules = Object.keys(programmeState.modules);
  if (!modules.includes(module)) return moduleUnknown({ module, programme, modules });
  const taken = state.lessons.get(lesson);
  if (taken !== undefined) return alreadyExists({ kind: 'lesson', id: lesson, standing: taken.on });
  const rules = edition.lessons;
  const kind = kindOf(input, rules);
  const unfit = refuseIfLineUnfit({ ...input, lesson, kind }, rules);
  if (unfit !== null) return unfit;
  const learners = [...present, ...absent.map(({ learner }) => learner)];
  const scope = { programme, group, level: programmeState.level };
  const asked = { person: teacher, office: input.office, on };
  const signs = signAs(context.teacher, asked, rules.teacherOffices, scope);
  if (isRefusal(signs)) return signs;
  const { topic, hours, homework } = input;
  const refs = {
    journal: [journal],
    group: [group],
    module: [module],
    programme: [programme],
    official: [teacher],
    learner: learners,
  };
  const where = { journal, group, module, studyYear };
  const data = { ...where, lesson, kind, topic, hours, homework, teacher, present, absent };
  return [lessonHeld.draft({ occurredOn: on, refs, data: { ...data, edition: edition.edition } })];
}

/** The kind of a lesson: the one given, or the regulation's first. */
export const kindOf = ({ kind }: { readonly kind?: string | undefined }, rules: LessonRules) =>
  kind ?? rules.kinds[0]?.id ?? 'lesson';

/**
 * Why a line may not say this; null: it may. Kinds and attendance codes are the regulation's, and a
 * learner is listed once. Refuses `lesson-kind-unknown`, `attendance-code-unknown`,
 * `learner-listed-twice`. D5, R5 §4.3-4.6.
 */
export function refuseIfLineUnfit(
  line: Pick<HoldLesson, 'present' | 'absent'> & { readonly kind: string; readonly lesson: string },
  { kinds, attendanceCodes }: LessonRules,
): Refusal | null {
  const { lesson, kind, present, absent } = line;
  const known = kinds.map(({ id }) => id);
  if (!known.includes(kind)) return lessonKindUnknown({ kind, kinds: known });
  const codes = attendanceCodes.map(({ code }) => code);
  const odd = absent.find(({ code }) => !codes.includes(code));
  if (odd !== undefined) return attendanceCodeUnknown({ code: odd.code, codes });
  const learners = [...present, ...absent.map(({ learner }) => learner)];
  const twice = learners.find((learner, index) => learners.indexOf(learner) !== index);
  return twice === undefined ? null : learnerListedTwice({ learner: twice, lesson });
}

/** What annulling a lesson needs from elsewhere: the act's own day. */
export interface AnnulContext extends ActDay {
  readonly signer: OfficialState;
  readonly programme: string;
  readonly level: string | null;
}

/** Decides `annul-lesson`: it carries the lesson's day and ids, and its own day beside. D5. */
export function decideAnnulLesson(
  state: JournalState,
  input: AnnulLesson,
  context: AnnulContext,
): Decision {
  const { journal, lesson, reason, office } = input;
  const { on: actedOn, edition, programme, level } = context;
  const held = state.lessons.get(lesson);
  if (held === undefined) return lessonUnknown({ lesson, journal });
  const no = refuseIfArchived(state.archival, `journal-${journal}`);
  if (no !== null) return no;
  if (held.annulled) return lessonAnnulledAlready({ lesson });
  if (actedOn < held.on) return actOutOfOrder({ on: actedOn, after: held.on });
  const { annulmentOffices, annulmentReasonRequired } = edition.correction;
  const unsaid = refuseUnlessReason('annul-lesson', lesson, annulmentReasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const asked = { person: input.signer, office, on: actedOn };
  const scope = { programme, group: state.group, level };
  const signer = signAs(context.signer, asked, annulmentOffices, scope);
  if (isRefusal(signer)) return signer;
  const { group, module, studyYear } = state;
  const { eventId: corrects, on: occurredOn } = held;
  const refs = { ...held.refs, official: [...(held.refs.official ?? []), signer.person] };
  const where = { journal, group, module, studyYear };
  const data = { ...where, lesson, corrects, actedOn, reason, signer, edition: edition.edition };
  return [lessonAnnulled.draft({ occurredOn, refs, data })];
}
