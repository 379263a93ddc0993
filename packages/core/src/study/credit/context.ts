import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { AchievementState } from '../../merit/achievement/facts/state.ts';
import { achievementFold } from '../../merit/achievement/facts/state.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { enrollmentParts, studyOn } from '../enrollment/facts/questions.ts';
import type { StudyContext } from '../enrollment/facts/reading.ts';
import { readStudy } from '../enrollment/facts/reading.ts';
import type { EnrollmentState } from '../enrollment/facts/state.ts';
import { enrollmentFold } from '../enrollment/facts/state.ts';
import type { AnnulCreditEntry, CompareCredit, DecideCreditApplication } from './commands.ts';
import { creditFold } from './facts/state.ts';
import { creditUnknown } from './facts/unknown.ts';

/* What decisions about applications for credit read from other streams. */

/** Context of every command about an application. */
export interface CreditContext extends ActDay {
  /** The learner. */
  readonly about: LearnerState;
  /** The enrollment that the credit is for. */
  readonly study: EnrollmentState;
  /** The rules of the enrollment's study. */
  readonly of: StudyContext;
  /** The achievement that is to be credited; null: an earlier result is. */
  readonly achievement: AchievementState | null;
}

/** Context of the decision on an application. */
export interface CreditDecisionContext extends CreditContext {
  /** Who decides. */
  readonly official: OfficialState;
  /** Who controls the decision; null: the command names nobody. */
  readonly controller: OfficialState | null;
}

/** Context of the annulment of a step. */
export interface CreditAnnulmentContext extends ActContext {
  /** The enrollment that the credit is for, with the results that rest on the decision. */
  readonly study: EnrollmentState;
}

interface CreditToRead {
  readonly enrollment: string;
  readonly achievement: string | null;
  readonly on: string;
  readonly persons?: readonly string[];
}

/** Reads the learner, the enrollment with its rules, and the achievement. Refuses `dated-ahead`. */
export async function readCredit(
  session: Session,
  { enrollment, achievement, on, persons = [] }: CreditToRead,
): Promise<CreditContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const [{ state: study }, { state: about }, found] = await Promise.all([
    session.load(enrollmentFold, enrollment),
    session.load(learnerFold, enrollmentParts(enrollment).learner),
    achievement === null ? null : session.load(achievementFold, achievement),
  ]);
  const of = await readStudy(session, { enrollment, persons, group: studyOn(study, on).group });
  if (isRefusal(of)) return of;
  return { ...day, about, study, of, achievement: found?.state ?? null };
}

/** Reads the context of a command about an application. Refuses `credit-unknown`. */
export async function readApplication(
  session: Session,
  { credit, on }: { readonly credit: string; readonly on: string },
  persons: readonly string[] = [],
): Promise<CreditContext | Refusal> {
  const { state } = await session.load(creditFold, credit);
  const { id, enrollment, achievement } = state;
  if (id === null) return creditUnknown({ credit });
  return readCredit(session, { enrollment, achievement, on, persons });
}

/** Reads the application and the official who compares. Refuses `credit-unknown`. */
export async function readComparison(
  session: Session,
  input: CompareCredit,
): Promise<(CreditContext & { readonly official: OfficialState }) | Refusal> {
  const read = await readApplication(session, input);
  if (isRefusal(read)) return read;
  return { ...read, official: await readOfficial(session, input.comparedBy) };
}

/** Reads the application, who decides and who controls. Refuses `credit-unknown`. */
export async function readDecision(
  session: Session,
  input: DecideCreditApplication,
): Promise<CreditDecisionContext | Refusal> {
  const { decidedBy, controlledBy } = input;
  const read = await readApplication(session, input, [decidedBy]);
  if (isRefusal(read)) return read;
  const official = await readOfficial(session, decidedBy);
  const controller = controlledBy === null ? null : await readOfficial(session, controlledBy);
  return { ...read, official, controller };
}

/** Reads the signer of an annulment, and the enrollment. Refuses `credit-unknown`. */
export async function readAnnulment(
  session: Session,
  input: AnnulCreditEntry,
): Promise<CreditAnnulmentContext | Refusal> {
  const { credit } = input;
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { enrollment } = (await session.load(creditFold, credit)).state;
  if (enrollment === '') return creditUnknown({ credit });
  return { ...act, study: (await session.load(enrollmentFold, enrollment)).state };
}
