import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import { stateOn } from '../../entry/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ArchivalStatus } from '../../record/state.ts';
import { refuseIfNotAtHand } from '../retention/facts/presence-fitting-questions.ts';
import { retentionEntries, retentionFold } from '../retention/facts/state.ts';
import { readArchivalStatus } from '../transfer/facts/reading.ts';
import { transferFold } from '../transfer/facts/state.ts';

/**
 * What the decision on a loan reads. A record that the archive accepted stays accepted, so its
 * status may be a moment old.
 */
export interface LoanContext extends ActContext {
  /** Archival status of the record; null where there is no such record. */
  readonly status: ArchivalStatus | null;
  /** Day on which the archive took the record over; null: it has not. */
  readonly acceptedOn: string | null;
  /** Why the record is not at hand on the day: a carrier of it is sought or seized; null: it is. */
  readonly notAtHand: Refusal | null;
}

/** Reads the edition of the day, who signs for the archive, and the record's archival status. */
export async function readLoan(
  session: Session,
  input: { readonly record: string; readonly signer: string; readonly on: string },
): Promise<LoanContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { record, on } = input;
  const status = await readArchivalStatus(session, record);
  const acceptedOn = await readAcceptance(session, status);
  return { ...act, status, acceptedOn, notAtHand: await readAtHand(session, record, on) };
}

/** Reads whether a carrier of the record is sought or seized on a day. RK 4 no. 3, 10. */
async function readAtHand(session: Session, record: string, on: string): Promise<Refusal | null> {
  const { state } = await session.load(retentionFold, 'main');
  const { carriers } = stateOn(retentionEntries, state, on);
  for (const one of carriers.values()) {
    const refused = one.record === record ? refuseIfNotAtHand({ carriers }, one) : null;
    if (refused !== null) return refused;
  }
  return null;
}

async function readAcceptance(
  session: Session,
  status: ArchivalStatus | null,
): Promise<string | null> {
  if (status === null || status.transfer === null || !status.accepted) return null;
  return (await session.load(transferFold, status.transfer)).state.acceptedOn;
}
