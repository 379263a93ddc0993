import { readActDay } from '../acting/act-day.ts';
import { readActOf } from '../acting/context.ts';
import type { Desk } from '../desk.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import type { ProposeCommendation, PublishCommendation } from './commands.ts';
import type { ProposalContext, PublicationConsents, SignedContext } from './commendation.ts';
import { commendationDecider } from './commendation.ts';

/** Reads the learner, and the enrollment where one is named. */
export async function readProposal(
  session: Desk,
  { on, learner, enrollment }: ProposeCommendation,
): Promise<ProposalContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state: about } = await session.load(learnerDecider, learner);
  if (enrollment === null) return { ...day, about, study: null };
  const { state: study } = await session.load(enrollmentDecider, enrollment);
  return { ...day, about, study };
}

/** Reads who signs an order about a commendation, and the paper that the command rests on. */
export async function readOrderBy(
  session: Desk,
  person: string,
  on: string,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<SignedContext | Refusal> {
  const act = await readActOf(session, person, on);
  return isRefusal(act) ? act : { ...act, ground: sender.ground };
}

/** Reads the consents of the commended learner. */
export async function readConsents(
  session: Desk,
  { commendation, on }: PublishCommendation,
): Promise<PublicationConsents | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state } = await session.load(commendationDecider, commendation);
  const { state: consents } = await session.load(learnerDecider, state.learner || '-');
  return { ...day, consents };
}
