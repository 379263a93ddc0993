import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import { readFactDay } from '../../acting/fact-day.ts';
import type { Session } from '../../acting/session.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ExternalIdHolder } from './facts/reading.ts';
import { readExternalIdHolders } from './facts/reading.ts';
import type { LearnerEvent } from './facts/state.ts';
import { learnerFold } from './facts/state.ts';
import { readSnilsTakenBy } from './identity-context.ts';

/** What a correction of an entry reads beside its own stream's state. */
export interface LearnerCorrectionContext extends ActContext {
  /**
   * The entry as it is stored now: a cached state may still have a personal value that was erased
   * meanwhile, and a correction must not enter it again. Null: there is none.
   */
  readonly stored: RecordedEvent | null;
  /** Other learners with the corrected SNILS, where the regulation refuses that; else none. */
  readonly snilsTakenBy: readonly string[];
  /** Who has the corrected id in another system. */
  readonly holders: readonly ExternalIdHolder[];
}

/** What a correction of an entry names: the learner, the entry, its true day, and who signs. */
interface Correcting {
  readonly learner: string;
  readonly entry: string;
  readonly signer: string;
  readonly on?: string | undefined;
  readonly to: {
    readonly on?: string | undefined;
    readonly snils?: string | null | undefined;
    readonly system?: string | undefined;
    readonly value?: string | undefined;
  };
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
  const events = await session.events(learnerFold.kind, input.learner);
  const stored = events.find(({ id }) => id === input.entry) ?? null;
  const { learner, to } = input;
  return {
    ...act,
    stored,
    snilsTakenBy: await readSnilsTakenBy(session, learner, to.snils, day),
    holders: await readCorrectedHolders(session, stored as LearnerEvent | null, to),
  };
}

/** Who has the id in another system that an entry has once it is corrected. */
async function readCorrectedHolders(
  session: Session,
  stored: LearnerEvent | null,
  to: Correcting['to'],
): Promise<readonly ExternalIdHolder[]> {
  if (stored?.type !== 'ExternalIdGiven') return [];
  const { system, value: before } = stored.data;
  const value = to.value ?? ('value' in before ? before.value : null);
  if (value === null) return [];
  return readExternalIdHolders(session, { system: to.system ?? system, value });
}
