import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import { readCarrierDestroyed } from '../../acting/after-archive.ts';
import type { ActContext } from '../../acting/context.ts';
import { readActBy, readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { LessonPlace } from '../enrollment/facts/attendance-reading.ts';
import { readAttendees } from '../enrollment/facts/attendance-reading.ts';
import { readGroup } from '../group/facts/reading.ts';
import { readProgramme } from '../programme/facts/reading.ts';
import type { ProgrammeState } from '../programme/facts/state.ts';
import type { AnnulLesson, annulJournalEntry, CorrectLesson, HoldLesson } from './commands.ts';
import type { AttendanceSeen } from './decide-attendance.ts';
import { listedIn } from './decide-attendance.ts';
import { journalRecord } from './facts/questions.ts';
import { journalFold } from './facts/state.ts';

/* What decisions about journals read from other streams. */

/** Context of `hold-lesson`. */
export interface LessonContext extends ActDay {
  readonly programme: string;
  readonly programmeState: Pick<ProgrammeState, 'modules' | 'level'>;
  readonly teacher: OfficialState;
  /** The teacher whose lesson it is; null: the command names none. */
  readonly substituted: OfficialState | null;
  /** Null: the regulation does not ask who is in the group. */
  readonly attendance: AttendanceSeen | null;
  /** The paper that the command rests on; null: none is named. */
  readonly ground: Ground | null;
}

/**
 * Reads the day of a lesson, its group's programme and its teacher. Refuses `group-unknown` and
 * `dated-ahead`.
 */
export async function readLesson(
  session: Session,
  input: HoldLesson,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<LessonContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const group = await readGroup(session, input.group);
  if (isRefusal(group)) return group;
  const programmeState = await readProgramme(session, group.programme);
  if (isRefusal(programmeState)) return programmeState;
  const { programme } = group;
  const teacher = await readOfficial(session, input.teacher);
  const substituted = await readNamed(session, input.substituteFor);
  const place = { programme, group: input.group, on: input.on, edition: day.edition };
  const attendance = await readAttendance(session, input, listedIn(input), place);
  const { ground } = sender;
  return { ...day, programme, programmeState, teacher, substituted, attendance, ground };
}

async function readNamed(session: Session, person: string | null): Promise<OfficialState | null> {
  return person === null ? null : readOfficial(session, person);
}

/**
 * Reads whether the learners to ask about are in the group on the day of the lesson, and whether
 * its guests are registered; nothing where the regulation does not ask it.
 */
async function readAttendance(
  session: Session,
  { guests }: Pick<HoldLesson, 'guests'>,
  asked: readonly string[],
  place: LessonPlace,
): Promise<AttendanceSeen | null> {
  if (!place.edition.lessons.attendeesEnrolled) return null;
  const own = asked.filter((learner) => !guests.some((guest) => guest === learner));
  const [attendees, unknownGuests] = await Promise.all([
    readAttendees(session, own, place),
    unregistered(session, guests),
  ]);
  return { attendees, unknownGuests };
}

async function unregistered(
  session: Session,
  guests: readonly string[],
): Promise<readonly string[]> {
  const read = guests.map(async (guest) => (await session.load(learnerFold, guest)).state);
  const found = await Promise.all(read);
  return guests.filter((_, at) => found[at]?.registered !== true);
}

/**
 * Context of `annul-lesson`: the day of the act, the signer, and the programme and level that an
 * appointment may be limited to.
 */
export interface AnnulContext extends ActDay {
  /** Was a carrier of this journal released for destruction? RK 1.9. */
  readonly carrierDestroyed: boolean;
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
  const carrierDestroyed = await readCarrierDestroyed(session, journalRecord(journal));
  const place = { programme: group.programme, level: programme.level };
  return { ...day, ...place, signer: official, carrierDestroyed };
}

/** Context of `correct-lesson`. */
export interface LessonCorrectionContext extends AnnulContext {
  /** In force on the lesson's own day: it says what the entry may contain. Null: no such lesson. */
  readonly lessonEdition: Edition | null;
  readonly teacher: OfficialState;
  readonly substituted: OfficialState | null;
  /** Of the learners who were not listed before; of all where the lesson moves to another day. */
  readonly attendance: AttendanceSeen | null;
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
  const on = input.lessonOn ?? lesson?.on;
  const lessonEdition = on === undefined ? null : await readEdition(session, on);
  if (isRefusal(lessonEdition)) return lessonEdition;
  const teacher = await readOfficial(session, input.teacher);
  const substituted = await readNamed(session, input.substituteFor);
  const read = { ...act, lessonEdition, teacher, substituted };
  if (lesson === undefined || lessonEdition === null || on === undefined) {
    return { ...read, attendance: null };
  }
  // A learner who was listed stays: a transfer entered late must not make an old entry invalid.
  const before = on === lesson.on ? (lesson.refs.learner ?? []) : [];
  const asked = listedIn(input).filter((learner) => !before.includes(learner));
  const place = { programme: act.programme, group: state.group, on, edition: lessonEdition };
  return { ...read, attendance: await readAttendance(session, input, asked, place) };
}

/** Context of annulling an entry about the journal itself. */
export interface JournalEntryContext extends ActContext {
  /** Was a carrier of this journal released for destruction? RK 1.9. */
  readonly carrierDestroyed: boolean;
}

/** Reads the day and the signer, and whether a carrier was destroyed. Refuses `dated-ahead`. */
export async function readJournalAnnulment(
  session: Session,
  input: z.output<typeof annulJournalEntry.schema>,
): Promise<JournalEntryContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const carrierDestroyed = await readCarrierDestroyed(session, journalRecord(input.journal));
  return { ...act, carrierDestroyed };
}

/** Context of handing a journal over, and of continuing it. */
export interface KeepingContext extends ActContext {
  readonly programme: string;
  readonly level: string | null;
  /** The appointments of the new teacher; of the signer where no teacher is named. */
  readonly receiver: OfficialState;
  /** The group that the journal's own was merged into, and from when; null: into none. */
  readonly merged: { readonly into: string; readonly from: string } | null;
}

/** Reads the day, the signer, the new teacher and the journal's group. Refuses `group-unknown`. */
export async function readKeeping(
  session: Session,
  {
    journal,
    signer,
    to,
    on,
  }: {
    readonly journal: string;
    readonly signer: string;
    readonly to?: string;
    readonly on: string;
  },
): Promise<KeepingContext | Refusal> {
  const act = await readActBy(session, signer, on);
  if (isRefusal(act)) return act;
  const group = await readGroup(session, journal.split('.')[0] ?? '');
  if (isRefusal(group)) return group;
  const programme = await readProgramme(session, group.programme);
  if (isRefusal(programme)) return programme;
  const { mergedInto: into, closedFrom: from } = group;
  return {
    ...act,
    programme: group.programme,
    level: programme.level,
    receiver: await readOfficial(session, to ?? signer),
    merged: into === null || from === null ? null : { into, from },
  };
}
