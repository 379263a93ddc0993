import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { LearnerState } from '../learner/state.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { AskDisclosure, PublishResults, TellInStudy } from './commands.ts';
import type { DisclosureContext } from './entitlement.ts';
import type { PublicationContext } from './publication.ts';
import { disclosureDecider } from './state.ts';

/** Reads the learner whom an application is about. */
export async function readAsked(
  session: Desk,
  { learner, on }: AskDisclosure,
): Promise<Omit<DisclosureContext, 'official'> | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, about: await readLearner(session, learner) };
}

/** Reads a step of a case: the learner is the one that the application is about. */
export async function readStep(
  session: Desk,
  asked: {
    readonly disclosure: string;
    readonly signer: string;
    readonly on?: string | undefined;
  },
): Promise<DisclosureContext | Refusal> {
  const { disclosure, signer, on } = asked;
  const { state } = await session.load(disclosureDecider, disclosure);
  return readAbout(session, state.application?.learner ?? null, signer, on);
}

/** Reads the learner who is told, or whose representative is, and who tells. */
export function readTelling(
  session: Desk,
  { learner, signer, on }: TellInStudy,
): Promise<DisclosureContext | Refusal> {
  return readAbout(session, learner, signer, on);
}

async function readAbout(
  session: Desk,
  learner: string | null,
  signer: string,
  on: string | undefined,
): Promise<DisclosureContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const about = learner === null ? learnerDecider.initial() : await readLearner(session, learner);
  return { ...day, about, official: await readOfficial(session, signer) };
}

/** Reads the learners whose results are published, who signs, and on which paper. */
export async function readPublication(
  session: Desk,
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

async function readLearner(session: Desk, learner: string): Promise<LearnerState> {
  const { state } = await session.load(learnerDecider, learner);
  return state;
}
