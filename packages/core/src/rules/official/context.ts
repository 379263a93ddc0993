import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import { readFactDay } from '../../acting/fact-day.ts';
import type { Session } from '../../acting/session.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { RegulationState } from '../regulation/facts/state.ts';
import { regulationFold } from '../regulation/facts/state.ts';
import { officialFold } from './facts/state.ts';

/** What a correction of an entry reads beside its own stream's state. */
export interface OfficialCorrectionContext extends ActContext {
  /** Its editions: the one of the true day decides an appointment. */
  readonly regulation: RegulationState;
  /** The true day as that of something that has happened, which a name is, or why it is refused. */
  readonly happened: string | Refusal;
  /**
   * The entry as it is stored now: a cached state may still have a name that was erased meanwhile,
   * and a correction must not enter it again. Null: there is none.
   */
  readonly stored: RecordedEvent | null;
}

/** What a correction of an entry names: the person, the entry, its true day, and who signs. */
interface Correcting {
  readonly person: string;
  readonly entry: string;
  readonly signer: string;
  readonly on?: string | undefined;
  readonly to: { readonly on?: string | undefined };
}

/** Reads that context. Refuses `regulation-missing` and `dated-ahead` for the day of the act. */
export async function readOfficialCorrection(
  session: Session,
  input: Correcting,
): Promise<OfficialCorrectionContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const happened = await readFactDay(session, input.to.on);
  const { state: regulation } = await session.load(regulationFold, 'main');
  const events = await session.handler.events(session.stream(officialFold.kind, input.person));
  return {
    ...act,
    happened,
    regulation,
    stored: events.find(({ id }) => id === input.entry) ?? null,
  };
}
