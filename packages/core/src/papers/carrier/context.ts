import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { readGroup } from '../../study/group/facts/reading.ts';

/**
 * What the decision reads from other streams: the edition of its day, and the official who signs.
 */
export interface CarrierContext {
  readonly on: string;
  readonly edition: Edition;
  readonly official: OfficialState;
}

/** Reads the edition of the decision's day and who signs it. Refuses `group-unknown`. */
export async function readCarrierDecision(
  session: Session,
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
