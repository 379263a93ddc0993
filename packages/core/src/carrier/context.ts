import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { CarrierContext } from './carrier.ts';

/** Reads the day of a decision and who decides; refuses `group-unknown` of the group it names. */
export async function readChoice(
  session: Desk,
  asked: {
    readonly on?: string | undefined;
    readonly decidedBy: string;
    readonly group: string | null;
  },
): Promise<CarrierContext | Refusal> {
  const { on, decidedBy, group } = asked;
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const found = group === null ? null : await readGroup(session, group);
  if (isRefusal(found)) return found;
  return { ...day, official: await readOfficial(session, decidedBy) };
}
