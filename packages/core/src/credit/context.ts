import { achievementDecider } from '../achievement/state.ts';
import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import { readStudy } from '../enrollment/context.ts';
import { enrollmentParts } from '../enrollment/id.ts';
import { studyOn } from '../enrollment/place.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import type { CompareCredit, DecideCreditApplication } from './commands.ts';
import type { CreditContext } from './credit.ts';
import type { CreditDecisionContext } from './decision.ts';
import { creditUnknown } from './refusals.ts';
import { creditDecider } from './state.ts';

interface Asked {
  readonly enrollment: string;
  readonly achievement: string | null;
  readonly on: string;
  readonly persons?: readonly string[];
}

/** Reads the learner, the enrollment with its rules, and the achievement that is to be credited. */
export async function readCredit(
  session: Desk,
  { enrollment, achievement, on, persons = [] }: Asked,
): Promise<CreditContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const [{ state: study }, { state: about }, held] = await Promise.all([
    session.load(enrollmentDecider, enrollment),
    session.load(learnerDecider, enrollmentParts(enrollment).learner),
    achievement === null ? null : session.load(achievementDecider, achievement),
  ]);
  const of = await readStudy(session, { enrollment, persons, group: studyOn(study, on).group });
  if (isRefusal(of)) return of;
  return { ...day, about, study, of, achievement: held?.state ?? null };
}

/** Reads what a step on an application needs; refuses `credit-unknown`. */
export async function readApplication(
  session: Desk,
  { credit, on }: { readonly credit: string; readonly on: string },
  persons: readonly string[] = [],
): Promise<CreditContext | Refusal> {
  const { state } = await session.load(creditDecider, credit);
  const { id, enrollment, achievement } = state;
  if (id === null) return creditUnknown({ credit });
  return readCredit(session, { enrollment, achievement, on, persons });
}

/** Reads who compares beside the application; refuses `credit-unknown`. */
export async function readComparison(
  session: Desk,
  input: CompareCredit,
): Promise<(CreditContext & { readonly official: OfficialState }) | Refusal> {
  const read = await readApplication(session, input);
  if (isRefusal(read)) return read;
  return { ...read, official: await readOfficial(session, input.comparedBy) };
}

/** Reads who decides, and under whose control, beside the application; refuses `credit-unknown`. */
export async function readDecision(
  session: Desk,
  input: DecideCreditApplication,
): Promise<CreditDecisionContext | Refusal> {
  const { decidedBy, controlledBy } = input;
  const read = await readApplication(session, input, [decidedBy]);
  if (isRefusal(read)) return read;
  const official = await readOfficial(session, decidedBy);
  const controller = controlledBy === null ? null : await readOfficial(session, controlledBy);
  return { ...read, official, controller };
}
