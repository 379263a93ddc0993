import type * as z from 'zod';
import { readActDay } from '../../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../../desk.ts';
import { receipt } from '../../desk.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Refusal, Result } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../official/reading.ts';
import type { RegisterState } from '../state.ts';
import { registerDecider } from '../state.ts';
import type { AssignBlanks } from './commands.ts';
import {
  assignBlanks,
  receiveBlanks,
  releaseBlanks,
  spoilBlank,
  writeOffBlanks,
} from './commands.ts';
import type { InRegisterContext } from './in-register.ts';
import { decideReleaseBlanks, decideSpoilBlank, decideWriteOffBlanks } from './in-register.ts';
import { overlap } from './range.ts';
import type { AssignContext, BlankContext } from './stock.ts';
import { blankStockDecider, decideAssignBlanks, decideReceiveBlanks } from './stock.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;
type Answer = Promise<Result<Receipt>>;

/** Accountable blanks: received, assigned to a register, spoilt, written off, released. D15. */
export interface BlankRoom {
  receive(raw: Raw<typeof receiveBlanks>): Answer;
  assign(raw: Raw<typeof assignBlanks>): Answer;
  spoil(raw: Raw<typeof spoilBlank>): Answer;
  writeOff(raw: Raw<typeof writeOffBlanks>): Answer;
  release(raw: Raw<typeof releaseBlanks>): Answer;
}

/**
 * The blanks of an organisation, for one sender.
 * @example
 * const range = { blank: 'diploma-blank', series: 'ПП', from: '0001', to: '0100' };
 * must(await blankRoom(desk).receive({ ...range, signer: 'p-5', on: '2026-11-02' }));
 * must(await blankRoom(desk).assign({ ...range, register: 'issued-documents.2026',
 *   signer: 'p-5', on: '2026-11-02' }));
 */
export function blankRoom(desk: Desk): BlankRoom {
  const inStock = {
    decider: blankStockDecider,
    stream: ({ blank }: { readonly blank: string }) => desk.stream('blank', blank),
    answer: receipt,
  };
  const inRegister = {
    decider: registerDecider,
    stream: ({ register }: { readonly register: string }) => desk.stream('register', register),
    context: (input: Act & { readonly blank: string }, command: ReceivedCommand) =>
      readInRegister(desk, input, command),
    answer: receipt,
  };
  return {
    receive: (raw) =>
      desk.run(receiveBlanks, raw, {
        ...inStock,
        context: (input) => readAct(desk, input),
        decide: decideReceiveBlanks,
      }),
    assign: (raw) =>
      desk.run(assignBlanks, raw, {
        ...inStock,
        context: (input) => readAssign(desk, input),
        decide: decideAssignBlanks,
      }),
    spoil: (raw) => desk.run(spoilBlank, raw, { ...inRegister, decide: decideSpoilBlank }),
    writeOff: (raw) =>
      desk.run(writeOffBlanks, raw, { ...inRegister, decide: decideWriteOffBlanks }),
    release: (raw) => desk.run(releaseBlanks, raw, { ...inRegister, decide: decideReleaseBlanks }),
  };
}

interface Act {
  readonly on: string;
  readonly signer: string;
}

async function readAct(desk: Desk, { on, signer }: Act): Promise<BlankContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(desk, signer) };
}

async function readInRegister(
  desk: Desk,
  input: Act & { readonly blank: string },
  { sender }: ReceivedCommand,
): Promise<InRegisterContext | Refusal> {
  const act = await readAct(desk, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await desk.load(blankStockDecider, input.blank);
  return { ...act, stock, ground: sender.ground };
}

/** What was released never becomes unreleased, so a look that is a moment old refuses too much. */
async function readAssign(desk: Desk, input: AssignBlanks): Promise<AssignContext | Refusal> {
  const act = await readAct(desk, input);
  if (isRefusal(act)) return act;
  const { state: stock } = await desk.load(blankStockDecider, input.blank);
  const holders = stock.assigned.filter((one) => overlap(one, input) !== null);
  const names = new Set([input.register, ...holders.map(({ register }) => register)]);
  const registers = new Map<string, RegisterState>();
  for (const name of names) {
    registers.set(name, (await desk.load(registerDecider, name)).state);
  }
  return { ...act, registers };
}
