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
import { overlap } from '../facts/blank-questions.ts';
import type { RegisterState } from '../facts/state.ts';
import { registerFold } from '../facts/state.ts';
import type { AnnulBlankEntry, AnnulBlankStockEntry, AssignBlanks } from './commands.ts';
import type { BlankStockState } from './facts/state.ts';
import { blankStockFold } from './facts/state.ts';

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
 * Reads the registers that have some of the blanks. Where a release is annulled at the same moment,
 * the stock says which register has the blank.
 */
export async function readAssign(
  session: Session,
  input: AssignBlanks,
): Promise<AssignContext | Refusal> {
  const act = await readBlankAct(session, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await session.load(blankStockFold, input.blank);
  const holders = stock.assigned.filter((one) => overlap(one, input) !== null);
  const names = new Set([input.register, ...holders.map(({ register }) => register)]);
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
