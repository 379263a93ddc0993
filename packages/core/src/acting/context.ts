import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../rules/official/facts/reading.ts';
import type { OfficialState } from '../rules/official/facts/state.ts';
import type { ActDay } from './act-day.ts';
import { readActDay } from './act-day.ts';
import type { Session } from './session.ts';

/*
 * The contexts that many decisions need: the day of the act with the edition in force, and the
 * appointments of the person who acts.
 */

/** The day of an act, the edition in force, and the appointments of the person who acts. */
export interface ActContext extends ActDay {
  readonly official: OfficialState;
}

/**
 * Reads the day of a command: its field `on`, or today where that is absent. Refuses
 * `regulation-missing` and `dated-ahead`.
 */
export function readDayOf(
  session: Session,
  { on }: { readonly on?: string | undefined },
): Promise<ActDay | Refusal> {
  return readActDay(session, on);
}

/**
 * Reads the day of an act and the appointments of the person who acts; `on` undefined means today.
 * Refuses `regulation-missing` and `dated-ahead`.
 */
export async function readActBy(
  session: Session,
  person: string,
  on: string | undefined,
): Promise<ActContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(session, person) };
}

/**
 * Reads the day and the appointments for a command that has the fields `signer` and `on`. Refuses
 * `regulation-missing` and `dated-ahead`.
 */
export function readSignedAct(
  session: Session,
  { signer, on }: { readonly signer: string; readonly on?: string | undefined },
): Promise<ActContext | Refusal> {
  return readActBy(session, signer, on);
}
