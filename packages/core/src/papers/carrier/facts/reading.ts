import type { Reading } from '../../../kernel/reading.ts';
import { isKept } from './questions.ts';
import { carrierFold } from './state.ts';

/** Key of the stream of decisions on a carrier: for one group, or for the whole organisation. */
export const carrierKey = (carrier: string, group: string | null): readonly string[] =>
  group === null ? [carrier] : [carrier, group];

/**
 * Reads whether an optional carrier is kept on a day, by the whole organisation or for this group.
 */
export async function readKept(
  reading: Reading,
  asked: { readonly carrier: string; readonly group: string | null; readonly on: string },
): Promise<boolean> {
  const { carrier, group, on } = asked;
  const { state } = await reading.load(carrierFold, carrier);
  if (group === null || isKept(state, on)) return isKept(state, on);
  const { state: own } = await reading.load(carrierFold, ...carrierKey(carrier, group));
  return isKept(own, on);
}
