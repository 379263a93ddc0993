import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import { readKept } from '../carrier/reading.ts';
import type { Created } from '../created.ts';
import { created } from '../created.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readVersion } from '../form/reading.ts';
import { receive } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { SignSheets } from './commands.ts';
import { certifyPrintout, signSheets, voidPrintout, voidSheet } from './commands.ts';
import { decideCertify, decideVoidPrintout, printoutDecider } from './printout.ts';
import type { SheetEvent, SheetsContext, SheetsState } from './sheets.ts';
import { decideSignSheets, decideVoidSheet, sheetDecider, sheetPeriod } from './sheets.ts';
import { readSource } from './source.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What signing sheets answers: their numbers, and the period that they run through. */
export interface SheetsReceipt extends Receipt {
  readonly period: string;
  readonly firstSheet: number;
  readonly lastSheet: number;
}

/** Printouts certified, and signed sheets of paper carriers. D21. */
export interface PrintoutRoom {
  certify(raw: Raw<typeof certifyPrintout>): Promise<Result<Created>>;
  void(raw: Raw<typeof voidPrintout>): Promise<Result<Receipt>>;
  signSheets(raw: Raw<typeof signSheets>): Promise<Result<SheetsReceipt>>;
  voidSheet(raw: Raw<typeof voidSheet>): Promise<Result<Receipt>>;
}

/**
 * The printouts of an organisation, for one sender. `source` is what the page says at its foot.
 * @example
 * const { last, event, recordedAt, digest } = page.basis;
 * must(await printoutRoom(desk).certify({ form: 'journal', records: ['journal-m-1.safety.2026'],
 *   source: { last, event, recordedAt, digest }, sheets: 12, stitched: true, sealed: false,
 *   signer: 'p-1' }));
 */
export function printoutRoom(desk: Desk): PrintoutRoom {
  const signedDay = async ({ on, signer }: { on?: string | undefined; signer: string }) => {
    const day = await readActDay(desk, on);
    return isRefusal(day) ? day : { ...day, official: await readOfficial(desk, signer) };
  };
  return {
    certify: (raw) =>
      desk.run(certifyPrintout, raw, {
        decider: printoutDecider,
        stream: (input, command) => desk.stream('printout', input.id ?? command.id),
        context: async (input) => {
          const day = await signedDay(input);
          if (isRefusal(day)) return day;
          const refs = await readSource(desk, input.source);
          if (isRefusal(refs)) return refs;
          return { ...day, refs, inForce: await readVersion(desk, input.form, day.on) };
        },
        decide: (state, input, context, command) =>
          decideCertify(state, { ...input, printout: input.id ?? command.id }, context),
        answer: (outcome) => created(outcome, streamKey(outcome.stream)[0]),
      }),
    void: (raw) =>
      desk.run(voidPrintout, raw, {
        decider: printoutDecider,
        stream: ({ printout }) => desk.stream('printout', printout),
        context: signedDay,
        decide: decideVoidPrintout,
        answer: receipt,
      }),
    signSheets: (raw) => signNext(desk, raw),
    voidSheet: (raw) =>
      desk.run(voidSheet, raw, {
        decider: sheetDecider,
        stream: ({ carrier, volume, period }) => desk.stream('sheet', carrier, volume, period),
        context: signedDay,
        decide: decideVoidSheet,
        answer: receipt,
      }),
  };
}

/** The stream is the period of the sheets' day, so the edition is read before it is named. */
async function signNext(desk: Desk, raw: Raw<typeof signSheets>): Promise<Result<SheetsReceipt>> {
  const received = receive(signSheets, raw, desk.sender, desk.kernel.store.ports);
  if (!received.ok) return received;
  const { carrier, volume, on } = received.value.input;
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return { ok: false, refusal: day };
  const period = sheetPeriod(day.edition.printouts.sheets.numberedPer, on);
  return desk.runReceived<SignSheets, SheetsState, SheetEvent, SheetsContext, SheetsReceipt>(
    received.value,
    {
      decider: sheetDecider,
      stream: () => desk.stream('sheet', carrier, volume, period),
      context: (input) => readSigning(desk, input),
      decide: (state, input, context) => decideSignSheets(state, { ...input, period }, context),
      answer: (outcome) => {
        const data = outcome.events[0]?.data;
        const numbers = data !== undefined && 'firstSheet' in data ? data : null;
        const { firstSheet = 0, lastSheet = 0 } = numbers ?? {};
        return { ...receipt(outcome), period, firstSheet, lastSheet };
      },
    },
  );
}

async function readSigning(desk: Desk, input: SignSheets): Promise<SheetsContext | Refusal> {
  const day = await readActDay(desk, input.on);
  if (isRefusal(day)) return day;
  const refs = await readSource(desk, input.source);
  if (isRefusal(refs)) return refs;
  const officials = new Map<string, Awaited<ReturnType<typeof readOfficial>>>();
  for (const { person } of input.signers) officials.set(person, await readOfficial(desk, person));
  const inForce = await readVersion(desk, input.form, input.on);
  const { carrier, volume, on } = input;
  // A volume of a carrier that one group keeps bears the group's id.
  const kept = await readKept(desk, { carrier, group: volume === 'all' ? null : volume, on });
  return { ...day, refs, officials, inForce, kept };
}
