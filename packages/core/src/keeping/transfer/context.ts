import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ScopeQuery } from '../../rules/official/facts/questions.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readGroup } from '../../study/group/facts/reading.ts';
import type { BeginTransfer, SignAct } from './commands.ts';
import { transferFold } from './facts/state.ts';

/** What the decision on an official's act reads: the edition of the day, and the official. */
export interface TransferContext extends ActDay {
  readonly official: OfficialState;
  /** The group, and its programme, that a limited appointment must cover. */
  readonly scope: ScopeQuery;
}

/** Reads the edition of the day, and who hands over. Refuses `group-unknown`. */
export function readBeginning(
  session: Session,
  { on, handsOver, group }: BeginTransfer,
): Promise<TransferContext | Refusal> {
  return readActing(session, on, handsOver, group);
}

/** Reads the edition of the day, and who signs for the transfer's group. */
export async function readSigning(
  session: Session,
  { transfer, signer, on }: SignAct,
): Promise<TransferContext | Refusal> {
  const { state } = await session.load(transferFold, transfer);
  return readActing(session, on, signer, state.group);
}

/**
 * Reads the edition of the day, the official, and the group that a limited appointment must cover.
 */
async function readActing(
  session: Session,
  on: string,
  person: string,
  group: string | null,
): Promise<TransferContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const official = await readOfficial(session, person);
  if (group === null) return { ...day, official, scope: {} };
  const known = await readGroup(session, group);
  if (isRefusal(known)) return known;
  return { ...day, official, scope: { group, programme: known.programme } };
}
