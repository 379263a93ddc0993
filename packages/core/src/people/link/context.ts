import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import { readFactDay } from '../../acting/fact-day.ts';
import type { Session } from '../../acting/session.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { learnerFold } from '../learner/facts/state.ts';
import type { correctLinkEntry, linkLearners } from './commands.ts';
import { linkKey } from './facts/questions.ts';
import { linkFold } from './facts/state.ts';

/** What linking and unlinking need: the day, who signs, and which learners are registered. */
export interface LinkContext extends ActDay {
  /** The appointments of the signer. */
  readonly official: OfficialState;
  /** Those of the two ids that are registered. */
  readonly registered: readonly string[];
}

/** Reads that context. Refuses `regulation-missing` and `dated-ahead`. */
export async function readLink(
  session: Session,
  { learner, other, signer, on }: z.output<typeof linkLearners.schema>,
): Promise<LinkContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const registered: string[] = [];
  for (const id of [learner, other]) {
    const { state } = await session.load(learnerFold, id);
    if (state.registered) registered.push(id);
  }
  return { ...day, registered, official: await readOfficial(session, signer) };
}

/** What a correction of a linking or unlinking reads beside its own stream's state. */
export interface LinkCorrectionContext extends ActContext {
  /** The entry as it is stored now, so that an erased reason is not entered again. */
  readonly stored: RecordedEvent | null;
}

/** Reads that context. Refuses `regulation-missing` and `dated-ahead`, also for the true day. */
export async function readLinkCorrection(
  session: Session,
  input: z.output<typeof correctLinkEntry.schema>,
): Promise<LinkCorrectionContext | Refusal> {
  const { learner, other, entry, to } = input;
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const day = await readFactDay(session, to.on);
  if (isRefusal(day)) return day;
  const stream = session.stream(linkFold.kind, ...linkKey(learner, other));
  const events = await session.handler.events(stream);
  return { ...act, stored: events.find(({ id }) => id === entry) ?? null };
}
