import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { readProgramme } from '../programme/reading.ts';
import { readEdition } from '../regulation/reading.ts';
import type { AnnulLesson, CorrectLesson, HoldLesson } from './commands.ts';
import type { LessonCorrectionContext } from './correction.ts';
import type { AnnulContext, LessonContext } from './journal.ts';
import { journalDecider } from './journal.ts';

/* What decisions about journals read from other streams. */

/**
 * Reads what holding a lesson needs: its group, programme and teacher. Refuses `group-unknown`,
 * `dated-ahead`.
 */
export async function readLesson(
  session: Desk,
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

/** An act on a lesson: its day, the signer, and the place that offices may be limited to. */
export async function readLessonAct(
  session: Desk,
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

/** The same for a correction: the edition of the lesson's own day, and its teacher, too. */
export async function readLessonCorrection(
  session: Desk,
  input: CorrectLesson,
): Promise<LessonCorrectionContext | Refusal> {
  const act = await readLessonAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(journalDecider, input.journal);
  const held = state.lessons.get(input.lesson);
  const lessonEdition = held === undefined ? null : await readEdition(session, held.on);
  if (isRefusal(lessonEdition)) return lessonEdition;
  return { ...act, lessonEdition, teacher: await readOfficial(session, input.teacher) };
}
