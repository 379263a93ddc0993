import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { AskDisclosure, PublishResults, TellInStudy } from './commands.ts';
import { disclosureFold } from './facts/state.ts';

/**
 * What every decision on a disclosure reads: the edition of the day, the learner, and who signs.
 */
export interface DisclosureContext extends ActDay {
  readonly learnerState: LearnerState;
  readonly official: OfficialState;
}

/**
 * What the decision to publish reads: the edition of the day, the command's ground, the learners by
 * id, and who signs. R1 §5.3, R3 §3.5 with §4.2.
 */
export interface PublicationContext extends ActDay {
  readonly ground: Ground | null;
  readonly learners: ReadonlyMap<string, LearnerState>;
  readonly official: OfficialState;
}

/** Reads the edition of the day and the learner whom the application is about. */
export async function readAsked(
  session: Session,
  { learner, on }: AskDisclosure,
): Promise<Omit<DisclosureContext, 'official'> | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, learnerState: await readLearner(session, learner) };
}

/** Reads the learner whom the application is about, and who signs. */
export async function readStep(
  session: Session,
  asked: {
    readonly disclosure: string;
    readonly signer: string;
    readonly on?: string | undefined;
  },
): Promise<DisclosureContext | Refusal> {
  const { disclosure, signer, on } = asked;
  const { state } = await session.load(disclosureFold, disclosure);
  return readAbout(session, state.application?.learner ?? null, signer, on);
}

/** Reads the learner whom the information is about, and who gives it. */
export function readTelling(
  session: Session,
  { learner, signer, on }: TellInStudy,
): Promise<DisclosureContext | Refusal> {
  return readAbout(session, learner, signer, on);
}

async function readAbout(
  session: Session,
  learner: string | null,
  signer: string,
  on: string | undefined,
): Promise<DisclosureContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const learnerState =
    learner === null ? learnerFold.initial() : await readLearner(session, learner);
  return { ...day, learnerState, official: await readOfficial(session, signer) };
}

/** Reads the learners whose results are published, who signs, and the command's ground. */
export async function readPublication(
  session: Session,
  { learners, signer, on }: PublishResults,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<PublicationContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const known = new Map<string, LearnerState>();
  for (const { learner } of learners) known.set(learner, await readLearner(session, learner));
  const official = await readOfficial(session, signer);
  return { ...day, ground: sender.ground, learners: known, official };
}

async function readLearner(session: Session, learner: string): Promise<LearnerState> {
  const { state } = await session.load(learnerFold, learner);
  return state;
}
