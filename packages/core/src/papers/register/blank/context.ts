import type { ActDay } from '../../../acting/act-day.ts';
import { readActDay } from '../../../acting/act-day.ts';
import type { ActContext } from '../../../acting/context.ts';
import { readSignedAct } from '../../../acting/context.ts';
import type { Session } from '../../../acting/session.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readOfficial } from '../../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import type { BlankRange } from '../facts/blank-questions.ts';
import { overlap } from '../facts/blank-questions.ts';
import type { RegisterState } from '../facts/state.ts';
import { registerFold } from '../facts/state.ts';
import type {
  AnnulBlankEntry,
  AnnulBlankStockEntry,
  AssignBlanks,
  CorrectBlankEntry,
  CorrectBlankStockEntry,
  AsEntered,
} from './commands.ts';
import { assignedAnew, receivedAnew, signedAs } from './decide-corrected.ts';
import type { BlankStockState } from './facts/state.ts';
import { assignments, blankStockFold } from './facts/state.ts';

interface Act {
  readonly on: string;
  readonly signer: string;
}

/**
 * What the decision on an act in a register reads: the stock of the kind of blank, and the
 * command's ground.
 */
export interface InRegisterContext extends BlankContext {
  readonly stock: BlankStockState;
  readonly ground: Ground | null;
  /** Whether an entry is corrected, after which its blanks may have gone to another register. */
  readonly corrects?: boolean;
}

/** What the decision on an act on blanks reads: the edition of the day, and who signs. */
export interface BlankContext extends ActDay {
  readonly official: OfficialState;
}

/**
 * What the decision to assign reads: the registers that have some of the blanks, and the one that
 * gets them.
 */
export interface AssignContext extends BlankContext {
  readonly registers: ReadonlyMap<string, RegisterState>;
  /** What the entry says that is corrected; by default none is. */
  readonly before?: BlankRange & { readonly register: string };
}

/** Reads the edition of the day and who signs. Refuses `dated-ahead`. */
export async function readBlankAct(
  session: Session,
  { on, signer }: Act,
): Promise<BlankContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(session, signer) };
}

/**
 * Reads the stock that blanks of a register came from, the edition of the day, who signs, and the
 * command's ground.
 */
export async function readInRegister(
  session: Session,
  input: Act & { readonly blank: string },
  { sender }: ReceivedCommand,
): Promise<InRegisterContext | Refusal> {
  const act = await readBlankAct(session, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await session.load(blankStockFold, input.blank);
  return { ...act, stock, ground: sender.ground };
}

/**
 * Reads the registers that have, or had, some of the blanks. Where a release is annulled at the
 * same moment, the stock says which register has the blank.
 */
export async function readAssign(
  session: Session,
  input: AsEntered<AssignBlanks>,
): Promise<AssignContext | Refusal> {
  const act = await readBlankAct(session, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await session.load(blankStockFold, input.blank);
  const given = assignments(stock).filter(({ data }) => overlap(data, input) !== null);
  const names = new Set([input.register, ...given.map(({ data }) => data.register)]);
  const registers = new Map<string, RegisterState>();
  for (const name of names) {
    registers.set(name, (await session.load(registerFold, name)).state);
  }
  return { ...act, registers };
}

/** Reads who annuls an entry of the stock, and the register that its blanks were assigned to. */
export async function readAnnulStockEntry(
  session: Session,
  input: AnnulBlankStockEntry,
): Promise<(ActContext & { readonly register: RegisterState | null }) | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(blankStockFold, input.blank);
  const entry = state.entries.get(input.entry)?.event;
  if (entry?.type !== 'BlanksAssigned') return { ...act, register: null };
  return { ...act, register: (await session.load(registerFold, entry.data.register)).state };
}

/** Reads who annuls an act on blanks, and for released blanks the stock that they came from. */
export async function readAnnulBlankEntry(
  session: Session,
  input: AnnulBlankEntry,
): Promise<(ActContext & { readonly stock: BlankStockState | null }) | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(registerFold, input.register);
  const entry = state.blankActs.entries.get(input.entry)?.event;
  if (entry?.type !== 'BlanksReleased') return { ...act, stock: null };
  return { ...act, stock: (await session.load(blankStockFold, entry.data.blank)).state };
}

/** What correcting an entry of the stock reads: its own signer, and how the entry is decided. */
export interface StockCorrectionContext extends ActContext {
  /** As of the day of the entry as corrected; null: there is no such entry. */
  readonly ofEntry: AssignContext | null;
}

/** Reads who corrects an entry of the stock, and what it is decided on. */
export async function readCorrectStockEntry(
  session: Session,
  input: CorrectBlankStockEntry,
): Promise<StockCorrectionContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(blankStockFold, input.blank);
  const entry = state.entries.get(input.entry)?.event;
  if (entry === undefined) return { ...act, ofEntry: null };
  if (entry.type === 'BlanksReceived') {
    const received = await readBlankAct(session, receivedAnew(entry, input.to));
    if (isRefusal(received)) return received;
    return { ...act, ofEntry: { ...received, registers: new Map() } };
  }
  const { series, from, to, register } = entry.data;
  const assigned = await readAssign(session, assignedAnew(entry, input.to));
  if (isRefusal(assigned)) return assigned;
  const own = (await session.load(registerFold, register)).state;
  const registers = new Map([...assigned.registers, [register, own] as const]);
  return { ...act, ofEntry: { ...assigned, registers, before: { series, from, to, register } } };
}

/** What correcting an act on blanks reads: its own signer, and how the act is decided. */
export interface BlankCorrectionContext extends ActContext {
  /** As of the day of the act as corrected; null: there is no such act. */
  readonly ofEntry: InRegisterContext | null;
}

/** Reads who corrects an act on blanks, and what it is decided on. */
export async function readCorrectBlankEntry(
  session: Session,
  { to, ...input }: CorrectBlankEntry,
): Promise<BlankCorrectionContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(registerFold, input.register);
  const entry = state.blankActs.entries.get(input.entry)?.event;
  if (entry === undefined) return { ...act, ofEntry: null };
  const signed = { ...signedAs(to, entry.data.signer), on: to.on ?? entry.occurredOn };
  const own = await readBlankAct(session, signed);
  if (isRefusal(own)) return own;
  const { state: stock } = await session.load(blankStockFold, entry.data.blank);
  const ground = to.ground === undefined ? entry.ground : to.ground;
  return { ...act, ofEntry: { ...own, stock, ground, corrects: true } };
}
