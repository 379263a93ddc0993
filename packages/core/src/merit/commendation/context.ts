import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readActBy, readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import { enrollmentFold } from '../../study/enrollment/facts/state.ts';
import type { PortfolioState } from '../portfolio/facts/state.ts';
import { portfolioFold } from '../portfolio/facts/state.ts';
import type {
  AnnulCommendationEntry,
  ProposeCommendation,
  PublishCommendation,
} from './commands.ts';
import { commendationFold } from './facts/state.ts';
import { commendationUnknown } from './facts/unknown.ts';

/** What the decision to propose reads: the learner, and the enrollment where one is named. */
export interface ProposalContext extends ActDay {
  readonly learnerState: LearnerState;
  readonly study: EnrollmentState | null;
}

/**
 * What the decision on an official's act reads: the edition of the day, the official and the order.
 */
export interface SignedContext extends ActDay {
  readonly official: OfficialState;
  /** The ground that came with the command, such as an order. */
  readonly ground: Ground | null;
}

/** What the decision to publish reads: the learner with all their consents. */
export interface CommendationPublicationContext extends ActDay {
  readonly learnerState: LearnerState;
}

/** What the annulment of a step reads: its signer, and what may rest on the order. */
export interface CommendationAnnulmentContext extends ActContext {
  /** The learner's portfolio. */
  readonly portfolio: PortfolioState;
  /** The enrollment that the commendation names; null: it names none. */
  readonly study: EnrollmentState | null;
}

/** Reads the learner, and the enrollment where one is named. */
export async function readProposal(
  session: Session,
  { on, learner, enrollment }: ProposeCommendation,
): Promise<ProposalContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state: learnerState } = await session.load(learnerFold, learner);
  if (enrollment === null) return { ...day, learnerState, study: null };
  const { state: study } = await session.load(enrollmentFold, enrollment);
  return { ...day, learnerState, study };
}

/** Reads the official who orders or revokes, and the ground that came with the command. */
export async function readOrderBy(
  session: Session,
  person: string,
  on: string,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<SignedContext | Refusal> {
  const act = await readActBy(session, person, on);
  return isRefusal(act) ? act : { ...act, ground: sender.ground };
}

/** Reads the commended learner with their consents. */
export async function readConsents(
  session: Session,
  { commendation, on }: PublishCommendation,
): Promise<CommendationPublicationContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state } = await session.load(commendationFold, commendation);
  const { state: learnerState } = await session.load(learnerFold, state.learner || '-');
  return { ...day, learnerState };
}

/**
 * Reads the signer of an annulment, the learner's portfolio, and the enrollment where the
 * commendation names one. Refuses `commendation-unknown`.
 */
export async function readCommendationAnnulment(
  session: Session,
  input: AnnulCommendationEntry,
): Promise<CommendationAnnulmentContext | Refusal> {
  const { commendation } = input;
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { learner, enrollment } = (await session.load(commendationFold, commendation)).state;
  if (learner === '') return commendationUnknown({ commendation });
  const { state: portfolio } = await session.load(portfolioFold, 'learner', learner);
  if (enrollment === null) return { ...act, portfolio, study: null };
  const { state: study } = await session.load(enrollmentFold, enrollment);
  return { ...act, portfolio, study };
}
