import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import { readFactDay } from '../../acting/fact-day.ts';
import type { Session } from '../../acting/session.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from './facts/state.ts';

/** What a correction of an entry reads beside its own stream's state. */
export interface LearnerCorrectionContext extends ActContext {
  /**
   * The entry as it is stored now: a cached state may still have a personal value that was erased
   * meanwhile, and a correction must not enter it again. Null: there is none.
   */
  readonly stored: RecordedEvent | null;
}

/** What a correction of an entry names: the learner, the entry, its true day, and who signs. */
interface Correcting {
  readonly learner: string;
  readonly entry: string;
  readonly signer: string;
  readonly on?: string | undefined;
  readonly to: { readonly on?: string | undefined };
}

/** Reads that context. Refuses `regulation-missing` and `dated-ahead`, also for the true day. */
export async function readCorrection(
  session: Session,
  input: Correcting,
): Promise<LearnerCorrectionContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const day = await readFactDay(session, input.to.on);
  if (isRefusal(day)) return day;
  const events = await session.handler.events(session.stream(learnerFold.kind, input.learner));
  return { ...act, stored: events.find(({ id }) => id === input.entry) ?? null };
}
