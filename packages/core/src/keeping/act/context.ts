import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { CoSigner } from '../../acting/signer.ts';
import { coSignerOf } from '../../acting/signer.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { isKept } from '../../papers/carrier/facts/questions.ts';
import { carrierFold } from '../../papers/carrier/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { readGroup } from '../../study/group/facts/reading.ts';
import { refuseIfAhead } from '../../values/day-order.ts';
import { readLearnersIn } from '../retention/facts/learners-reading.ts';
import type { RetentionOver, StartDays } from '../retention/facts/questions.ts';
import { readStartDays } from '../retention/facts/reading.ts';
import type { RetentionState } from '../retention/facts/state.ts';
import { retentionFold } from '../retention/facts/state.ts';
import type { OrderGroup } from './commands.ts';
import { closingAsCorrected, isClosing } from './decide-correct.ts';
import { itemNamed, targetsAt } from './facts/questions.ts';
import { actFold } from './facts/state.ts';
import type {
  AnnulActEntry,
  CorrectActEntry,
  DrawUpErasureAct,
  OrderErasure,
  RecordDestruction,
  SelectCarriers,
} from './retention-commands.ts';

/** What the decision on an order reads: the edition of its day, and the command's ground. */
export interface OrderContext {
  readonly edition: Edition;
  readonly ground: Ground | null;
}

/** What closing an act reads: the edition of the day, and each person who signs. */
export interface ClosingContext extends ActDay {
  readonly officials: ReadonlyMap<string, OfficialState>;
}

/** What closing an act of destruction reads besides: holds, and what was released. */
export interface DestructionContext extends ClosingContext {
  readonly retention: RetentionOver;
}

/** What the decision to order an erasure reads from other streams. */
export interface ErasureContext extends ActDay {
  readonly official: OfficialState;
  readonly retention: RetentionOver;
  /** Optional carriers that are kept by decision. */
  readonly keptByDecision: ReadonlySet<string>;
  /** How the store erases personal values. */
  readonly erasure: 'in-place' | 'by-key';
}

/** What the decision to select reads from other streams. */
export interface SelectionContext extends ActDay {
  readonly official: OfficialState;
  readonly retention: RetentionOver;
  /** By name of the record: the days from which its terms may be counted. */
  readonly days: ReadonlyMap<string, StartDays>;
}

/** What the decision to approve or call off reads: who signs, and the command's ground. */
export interface ApprovalContext extends ActDay {
  readonly official: OfficialState;
  readonly ground: Ground | null;
}

/** What the decision to approve reads besides: what allows the selection still. */
export interface ApproveContext extends ApprovalContext {
  readonly retention: RetentionOver;
}

/** What the decision to annul a step reads: who signs, and what the acts released and erased. */
export interface AnnulActContext extends ActContext {
  readonly retention: RetentionOver;
}

/**
 * Reads the edition of an order's day. Refuses `group-unknown`, and `dated-ahead` for a decision on
 * a study year, which has been made.
 */
export async function readOrder(
  session: Session,
  input: OrderGroup,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<OrderContext | Refusal> {
  const edition = await readEdition(session, input.on);
  if (isRefusal(edition)) return edition;
  if (input.order === 'decide-year') {
    const day = await readActDay(session, input.on);
    const ahead = isRefusal(day) ? day : refuseIfAhead(input.on, day.today);
    if (ahead !== null) return ahead;
  }
  const named = [input.group, 'to' in input ? input.to : null];
  for (const group of named) {
    if (group === null) continue;
    const known = await readGroup(session, group);
    if (isRefusal(known)) return known;
  }
  return { edition, ground: sender.ground };
}

/** Reads holds, decisions that a carrier is no longer needed, and what was released. */
async function readRetention(session: Session): Promise<RetentionState> {
  const { state } = await session.load(retentionFold, 'main');
  return state;
}

/** Reads who signs, the days that the listed records show, and the holds. */
export async function readSelection(
  session: Session,
  input: SelectCarriers,
): Promise<SelectionContext | Refusal> {
  const days = await readDays(session, input.items);
  if (isRefusal(days)) return days;
  const records = input.items.map(({ record }) => record);
  const retention = await readLearnersIn(session, await readRetention(session), records);
  const act = await readSignedAct(session, input);
  return isRefusal(act) ? act : { ...act, days, retention };
}

/** Reads who approves a selection or calls it off, and the command's ground. */
export async function readApproval(
  session: Session,
  input: { readonly signer: string; readonly on: string },
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<ApprovalContext | Refusal> {
  const act = await readSignedAct(session, input);
  return isRefusal(act) ? act : { ...act, ground: sender.ground };
}

/** Reads who approves a selection, the command's ground, and what allows the selection still. */
export async function readApprove(
  session: Session,
  input: { readonly signer: string; readonly on: string },
  command: Pick<ReceivedCommand, 'sender'>,
): Promise<ApproveContext | Refusal> {
  const approval = await readApproval(session, input, command);
  return isRefusal(approval) ? approval : { ...approval, retention: await readRetention(session) };
}

/** Reads who annuls a step of an act, and what the acts released and erased. */
export async function readAnnulActEntry(
  session: Session,
  input: AnnulActEntry,
): Promise<AnnulActContext | Refusal> {
  const act = await readSignedAct(session, input);
  return isRefusal(act) ? act : { ...act, retention: await readRetention(session) };
}

/** What a correction of a closing act reads: its own signer, and who signs for the act itself. */
export interface CorrectActContext extends AnnulActContext {
  /** The edition of the corrected day of the act, and its signers; null: there is no such act. */
  readonly closing: ClosingContext | null;
}

/** Reads who corrects a closing act, and who signs it as corrected. Refuses `dated-ahead`. */
export async function readCorrectActEntry(
  session: Session,
  input: CorrectActEntry,
): Promise<CorrectActContext | Refusal> {
  const act = await readAnnulActEntry(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(actFold, input.act);
  const event = state.entries.get(input.entry)?.event;
  if (event === undefined || !isClosing(event)) return { ...act, closing: null };
  const { on, signers } = closingAsCorrected(event, input.to);
  const closing = await readSigners(session, on, signers);
  if (isRefusal(closing)) return closing;
  return { ...act, closing, retention: await readHolds(session, input.act) };
}

/** Reads the holds, with the learners in the records of an act. */
async function readHolds(session: Session, act: string): Promise<RetentionOver> {
  const { state } = await session.load(actFold, act);
  const records = targetsAt(state, 'done').map((target) => itemNamed(target).record);
  return readLearnersIn(session, await readRetention(session), records);
}

/** Reads who signs for a destruction, and the holds as they are now. */
export async function readDestruction(
  session: Session,
  { act, on, destroyers }: RecordDestruction,
): Promise<DestructionContext | Refusal> {
  const read = await readSigners(session, on, destroyers);
  return isRefusal(read) ? read : { ...read, retention: await readHolds(session, act) };
}

/** Reads who signs an act of erasure. */
export function readErasureSigners(
  session: Session,
  { on, signers }: DrawUpErasureAct,
): Promise<ClosingContext | Refusal> {
  return readSigners(session, on, signers);
}

/** Reads who orders an erasure, the holds, and which optional carriers are kept. */
export async function readErasure(
  session: Session,
  input: OrderErasure,
): Promise<ErasureContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const retention = await readLearnersIn(session, await readRetention(session), input.records);
  const keptByDecision = new Set<string>();
  for (const { id, mandatory } of act.edition.carriers.carriers) {
    if (mandatory) continue;
    const { state } = await session.load(carrierFold, id);
    if (isKept(state, input.on)) keptByDecision.add(id);
  }
  const { erasure } = session.handler.store.guarantees;
  return { ...act, retention, keptByDecision, erasure };
}

async function readSigners(
  session: Session,
  on: string,
  signers: readonly CoSigner[],
): Promise<ClosingContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const officials = new Map<string, OfficialState>();
  for (const { person } of signers.map(coSignerOf)) {
    officials.set(person, await readOfficial(session, person));
  }
  return { ...day, officials };
}

/** The days that each listed record shows. */
async function readDays(
  session: Session,
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
