import type { ActContext } from '../../../acting/context.ts';
import { readSignedAct } from '../../../acting/context.ts';
import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readOfficial } from '../../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import { loanKey, loanOn } from '../../loan/facts/questions.ts';
import type { Loan } from '../../loan/facts/state.ts';
import { loanFold } from '../../loan/facts/state.ts';
import type { CarrierOfRecord } from '../facts/presence-questions.ts';
import { readStartDays } from '../facts/reading.ts';
import type { CheckPresence } from './commands.ts';

/** What the decision on an act of several persons reads: who signs, and who are its members. */
export interface MembersContext extends ActContext {
  /** By person id: the appointments of each member. */
  readonly members: ReadonlyMap<string, OfficialState>;
}

/** What the decision on a check reads: who signs and checks, and which absent records are lent. */
export interface CheckContext extends MembersContext {
  /** Record → its loan on the day of the check. */
  readonly lent: ReadonlyMap<string, Loan>;
}

interface Signed {
  readonly signer: string;
  readonly on: string;
}

/** Reads who signs for these carriers. Refuses `record-unknown`. */
export async function readCarriers(
  session: Session,
  input: Signed,
  items: readonly CarrierOfRecord[],
): Promise<ActContext | Refusal> {
  for (const record of new Set(items.map((item) => item.record))) {
    const days = await readStartDays(session, record);
    if (isRefusal(days)) return days;
  }
  return readSignedAct(session, input);
}

/** Reads who signs for one carrier. Refuses `record-unknown`. */
export const readCarrier = (
  session: Session,
  input: Signed & CarrierOfRecord,
): Promise<ActContext | Refusal> => readCarriers(session, input, [input]);

/** Reads who signs for the carriers that a command lists. Refuses `record-unknown`. */
export const readListed = (
  session: Session,
  input: Signed & { readonly items: readonly CarrierOfRecord[] },
): Promise<ActContext | Refusal> => readCarriers(session, input, input.items);

/** Reads who signs, and the appointments of the members. Refuses `record-unknown`. */
export async function readWithMembers(
  session: Session,
  input: Parameters<typeof readListed>[1] & { readonly members: readonly string[] },
): Promise<MembersContext | Refusal> {
  const act = await readListed(session, input);
  if (isRefusal(act)) return act;
  const members = new Map<string, OfficialState>();
  for (const person of input.members) members.set(person, await readOfficial(session, person));
  return { ...act, members };
}

/** Reads who checks, and which of the absent records are lent. Refuses `record-unknown`. */
export async function readCheck(
  session: Session,
  input: CheckPresence,
): Promise<CheckContext | Refusal> {
  const act = await readWithMembers(session, input);
  if (isRefusal(act)) return act;
  const lent = new Map<string, Loan>();
  for (const { record, found } of input.items) {
    if (found !== 'absent') continue;
    const { state } = await session.load(loanFold, loanKey(record));
    const loan = loanOn(state, input.on);
    if (loan !== null) lent.set(record, loan);
  }
  return { ...act, lent };
}
