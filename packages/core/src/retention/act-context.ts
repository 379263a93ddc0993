import { readActDay } from '../acting/act-day.ts';
import { readSigned } from '../acting/context.ts';
import type { OneSigner } from '../acting/signer.ts';
import { readOneSigner } from '../acting/signer.ts';
import { carrierDecider, isKept } from '../carrier/carrier.ts';
import type { Desk } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import type {
  DrawUpErasureAct,
  OrderErasure,
  RecordDestruction,
  SelectCarriers,
} from './commands.ts';
import type { ClosingContext, DestructionContext } from './destruction.ts';
import type { ErasureContext } from './erasure.ts';
import type { RetentionState } from './retention.ts';
import { retentionDecider } from './retention.ts';
import type { ApprovalContext, SelectionContext } from './selection.ts';
import type { StartDays } from './starts.ts';
import { readStartDays } from './starts.ts';

/** Holds, decisions on the need of carriers, and what was released, as they stand now. */
async function readRetention(session: Desk): Promise<RetentionState> {
  const { state } = await session.load(retentionDecider, 'main');
  return state;
}

/** Reads who selects, the days that the listed records show, and what is under a hold. */
export async function readSelection(
  session: Desk,
  input: SelectCarriers,
): Promise<SelectionContext | Refusal> {
  const days = await readDays(session, input.items);
  if (isRefusal(days)) return days;
  const retention = await readRetention(session);
  const act = await readSigned(session, input);
  return isRefusal(act) ? act : { ...act, days, retention };
}

/** Reads who approves a selection or calls it off, and on which paper. */
export async function readApproval(
  session: Desk,
  input: { readonly signer: string; readonly on: string },
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<ApprovalContext | Refusal> {
  const act = await readSigned(session, input);
  return isRefusal(act) ? act : { ...act, ground: sender.ground };
}

/** Reads who signs for a destruction, and what is under a hold by now. */
export async function readDestruction(
  session: Desk,
  { on, destroyers }: RecordDestruction,
): Promise<DestructionContext | Refusal> {
  const read = await readSigners(session, on, destroyers);
  return isRefusal(read) ? read : { ...read, retention: await readRetention(session) };
}

/** Reads who signs an act of erasure. */
export function readErasureSigners(
  session: Desk,
  { on, signers }: DrawUpErasureAct,
): Promise<ClosingContext | Refusal> {
  return readSigners(session, on, signers);
}

/** Reads who orders an erasure, what is under a hold, and which optional carriers are kept. */
export async function readErasure(
  session: Desk,
  input: OrderErasure,
): Promise<ErasureContext | Refusal> {
  const act = await readSigned(session, input);
  if (isRefusal(act)) return act;
  const retention = await readRetention(session);
  const keptByDecision = new Set<string>();
  for (const { id, mandatory } of act.edition.carriers.carriers) {
    if (mandatory) continue;
    const { state } = await session.load(carrierDecider, id);
    if (isKept(state, input.on)) keptByDecision.add(id);
  }
  const { erasure } = session.kernel.store.guarantees;
  return { ...act, retention, keptByDecision, erasure };
}

async function readSigners(
  session: Desk,
  on: string,
  signers: readonly OneSigner[],
): Promise<ClosingContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const officials = new Map<string, OfficialState>();
  for (const { person } of signers.map(readOneSigner)) {
    officials.set(person, await readOfficial(session, person));
  }
  return { ...day, officials };
}

/** The days that each listed record shows. */
async function readDays(
  session: Desk,
  items: readonly { readonly record: string }[],
): Promise<ReadonlyMap<string, StartDays> | Refusal> {
  const days = new Map<string, StartDays>();
  for (const { record } of items) {
    if (days.has(record)) continue;
    const shown = await readStartDays(session, record);
    if (isRefusal(shown)) return shown;
    days.set(record, shown);
  }
  return days;
}
