import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { readGroup } from '../group/facts/reading.ts';
import { readProgramme } from '../programme/facts/reading.ts';
import type { ProgrammeState } from '../programme/facts/state.ts';
import type { AnnulLesson, CorrectLesson, HoldLesson } from './commands.ts';
import { journalFold } from './facts/state.ts';

/* What decisions about journals read from other streams. */

/** Context of `hold-lesson`. */
export interface LessonContext extends ActDay {
  readonly programme: string;
  readonly programmeState: Pick<ProgrammeState, 'modules' | 'level'>;
  readonly teacher: OfficialState;
}

/**
 * Reads the day of a lesson, its group's programme and its teacher. Refuses `group-unknown` and
 * `dated-ahead`.
 */
export async function readLesson(
  session: Session,
  input: HoldLesson,
): Promise<LessonContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const group = await readGroup(session, input.group);
  if (isRefusal(group)) return group;
  const programmeState = await readProgramme(session, group.programme);
  if (isRefusal(programmeState)) return programmeState;
  const teacher = await readOfficial(session, input.teacher);
  return { ...day, programme: group.programme, programmeState, teacher };
}

/**
 * Context of `annul-lesson`: the day of the act, the signer, and the programme and level that an
 * appointment may be limited to.
 */
export interface AnnulContext extends ActDay {
  readonly signer: OfficialState;
  readonly programme: string;
  readonly level: string | null;
}

/**
 * Reads the day of an act on a lesson, its signer and its programme. Refuses `group-unknown` and
 * `dated-ahead`.
 */
export async function readLessonAct(
  session: Session,
  { journal, signer, on }: Pick<AnnulLesson, 'journal' | 'signer' | 'on'>,
): Promise<AnnulContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const group = await readGroup(session, journal.split('.')[0] ?? '');
  if (isRefusal(group)) return group;
  const programme = await readProgramme(session, group.programme);
  if (isRefusal(programme)) return programme;
  const official = await readOfficial(session, signer);
  return { ...day, signer: official, programme: group.programme, level: programme.level };
}

/** Context of `correct-lesson`. */
export interface LessonCorrectionContext extends AnnulContext {
  /** In force on the lesson's own day: it says what the entry may contain. Null: no such lesson. */
  readonly lessonEdition: Edition | null;
  readonly teacher: OfficialState;
}

/** Reads as `readLessonAct` does, and the edition of the lesson's own day and its teacher. */
export async function readLessonCorrection(
  session: Session,
  input: CorrectLesson,
): Promise<LessonCorrectionContext | Refusal> {
  const act = await readLessonAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(journalFold, input.journal);
  const lesson = state.lessons.get(input.lesson);
  const lessonEdition = lesson === undefined ? null : await readEdition(session, lesson.on);
  if (isRefusal(lessonEdition)) return lessonEdition;
  return { ...act, lessonEdition, teacher: await readOfficial(session, input.teacher) };
}
