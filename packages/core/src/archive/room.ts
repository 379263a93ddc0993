import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { TransferContext } from './transfer-acts.ts';
import {
  decideAcceptTransfer,
  decideBeginTransfer,
  decideCallOffTransfer,
  decideDrawUpAct,
  decideRefuseTransfer,
  decideSignAct,
} from './transfer-acts.ts';
import {
  acceptTransfer,
  beginTransfer,
  callOffTransfer,
  drawUpAct,
  refuseTransfer,
  signAct,
} from './transfer-commands.ts';
import type { TransferState } from './transfer.ts';
import { transferDecider } from './transfer.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What a step of a transfer answers: `transfer` names it from now on. */
export interface TransferReceipt extends Receipt {
  readonly transfer: string;
}

type Answer = Promise<Result<TransferReceipt>>;

/**
 * Transfers to the archive: begun with a list of records, drawn up, signed, accepted or refused.
 * The process `archiveTransfer` does between the steps what they owe to the records. D18, R1 §7.
 */
export interface TransferRoom {
  begin(raw: Raw<typeof beginTransfer>): Answer;
  drawUpAct(raw: Raw<typeof drawUpAct>): Answer;
  sign(raw: Raw<typeof signAct>): Answer;
  accept(raw: Raw<typeof acceptTransfer>): Answer;
  refuse(raw: Raw<typeof refuseTransfer>): Answer;
  /** Takes a transfer back before it is accepted; what was handed over is returned. */
  callOff(raw: Raw<typeof callOffTransfer>): Answer;
}

/**
 * The transfers of an organisation, for one sender.
 * @example
 * const { transfer } = must(await transferRoom(desk).begin({ records: ['journal-m-1.safety.2026'],
 *   group: 'm-1', handsOver: 'p-9', on: '2027-07-01' }));
 */
export function transferRoom(desk: Desk): TransferRoom {
  const shared = {
    decider: transferDecider,
    stream: ({ transfer }: { readonly transfer: string }) => desk.stream('transfer', transfer),
    answer: (outcome: Outcome): TransferReceipt => ({
      ...receipt(outcome),
      transfer: streamKey(outcome.stream)[0] ?? '',
    }),
  };
  const signing = {
    ...shared,
    context: (input: { readonly transfer: string; readonly signer: string; readonly on: string }) =>
      readSigning(desk, input),
  };
  return {
    begin: (raw) =>
      desk.run(beginTransfer, raw, {
        ...shared,
        stream: (input, command) => desk.stream('transfer', input.id ?? command.id),
        context: ({ on, handsOver, group }) => readActing(desk, on, handsOver, group),
        decide: (state: TransferState, input, context, command) =>
          decideBeginTransfer(state, { ...input, transfer: input.id ?? command.id }, context),
      }),
    drawUpAct: (raw) =>
      desk.run(drawUpAct, raw, {
        ...shared,
        context: ({ on }) => readActDay(desk, on),
        decide: decideDrawUpAct,
      }),
    sign: (raw) => desk.run(signAct, raw, { ...signing, decide: decideSignAct }),
    accept: (raw) => desk.run(acceptTransfer, raw, { ...signing, decide: decideAcceptTransfer }),
    refuse: (raw) => desk.run(refuseTransfer, raw, { ...signing, decide: decideRefuseTransfer }),
    callOff: (raw) => desk.run(callOffTransfer, raw, { ...signing, decide: decideCallOffTransfer }),
  };
}

async function readSigning(
  desk: Desk,
  asked: { readonly transfer: string; readonly signer: string; readonly on: string },
): Promise<TransferContext | Refusal> {
  const { state } = await desk.load(transferDecider, asked.transfer);
  return readActing(desk, asked.on, asked.signer, state.group);
}

/** The act's day, the official, and what a limited appointment must cover. */
async function readActing(
  desk: Desk,
  on: string,
  person: string,
  group: string | null,
): Promise<TransferContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const official = await readOfficial(desk, person);
  if (group === null) return { ...day, official, scope: {} };
  const known = await readGroup(desk, group);
  if (isRefusal(known)) return known;
  return { ...day, official, scope: { group, programme: known.programme } };
}
