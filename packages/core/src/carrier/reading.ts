import type { Desk } from '../desk.ts';
import { carrierDecider, isKept } from './carrier.ts';

/** The key of a carrier's stream: the organisation's, or that of one group alone. */
export const carrierKey = (carrier: string, group: string | null): readonly string[] =>
  group === null ? [carrier] : [carrier, group];

/** Is an optional carrier kept on a day, by the whole organisation or for this group alone? */
export async function readKept(
  session: Desk,
  asked: { readonly carrier: string; readonly group: string | null; readonly on: string },
): Promise<boolean> {
  const { carrier, group, on } = asked;
  const { state } = await session.load(carrierDecider, carrier);
  if (group === null || isKept(state, on)) return isKept(state, on);
  const { state: own } = await session.load(carrierDecider, ...carrierKey(carrier, group));
  return isKept(own, on);
}
