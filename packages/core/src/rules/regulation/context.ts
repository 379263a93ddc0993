import type { ActContext } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../official/facts/reading.ts';
import { editionNumbered, editionOn, lastEdition } from './facts/questions.ts';
import { readToday } from './facts/reading.ts';
import { regulationFold } from './facts/state.ts';
import { regulationMissing } from './facts/unknown.ts';

/**
 * Reads the day of an act on the regulation, its signer, and the rules that it follows: those in
 * force on that day, or those of the newest edition where none is, because a repeal in error must
 * not forbid its own annulment. Refuses `regulation-missing` before the first adoption.
 */
export async function readRegulationAct(
  session: Session,
  { signer, on: given }: { readonly signer: string; readonly on?: string | undefined },
): Promise<ActContext | Refusal> {
  const today = await readToday(session);
  if (isRefusal(today)) return today;
  const on = given ?? today;
  const { state } = await session.load(regulationFold, 'main');
  const edition = editionOn(state, on) ?? editionNumbered(state, lastEdition(state)?.edition ?? 0);
  if (edition === null) return regulationMissing({ on });
  return { on, today, edition, official: await readOfficial(session, signer) };
}
