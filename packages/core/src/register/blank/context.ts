import { readActDay } from '../../acting/act-day.ts';
import type { Desk } from '../../desk.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../official/reading.ts';
import type { RegisterState } from '../state.ts';
import { registerDecider } from '../state.ts';
import type { AssignBlanks } from './commands.ts';
import type { InRegisterContext } from './in-register.ts';
import { overlap } from './range.ts';
import type { AssignContext, BlankContext } from './stock.ts';
import { blankStockDecider } from './stock.ts';

/* What decisions about blanks read from other streams. */

interface Act {
  readonly on: string;
  readonly signer: string;
}

/** Reads the day of an act on blanks, and who signs it; refuses `dated-ahead`. */
export async function readBlankAct(
  session: Desk,
  { on, signer }: Act,
): Promise<BlankContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(session, signer) };
}

/** The same for an act on blanks of a register: the stock that they came from, too. */
export async function readInRegister(
  session: Desk,
  input: Act & { readonly blank: string },
  { sender }: ReceivedCommand,
): Promise<InRegisterContext | Refusal> {
  const act = await readBlankAct(session, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await session.load(blankStockDecider, input.blank);
  return { ...act, stock, ground: sender.ground };
}

/** What was released never becomes unreleased, so a look that is a moment old refuses too much. */
export async function readAssign(
  session: Desk,
  input: AssignBlanks,
): Promise<AssignContext | Refusal> {
  const act = await readBlankAct(session, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await session.load(blankStockDecider, input.blank);
  const holders = stock.assigned.filter((one) => overlap(one, input) !== null);
  const names = new Set([input.register, ...holders.map(({ register }) => register)]);
  const registers = new Map<string, RegisterState>();
  for (const name of names) {
    registers.set(name, (await session.load(registerDecider, name)).state);
  }
  return { ...act, registers };
}
