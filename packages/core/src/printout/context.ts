import type { ActDay } from '../acting/act-day.ts';
import { readActDay } from '../acting/act-day.ts';
import { readKept } from '../carrier/reading.ts';
import type { Desk } from '../desk.ts';
import { readVersion } from '../form/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import type { CertifyPrintout, SignSheets } from './commands.ts';
import type { PrintoutContext } from './printout.ts';
import type { SheetsContext } from './sheets.ts';
import { sheetPeriod } from './sheets.ts';
import { readSource } from './source.ts';

/* What decisions about printouts read from other streams. */

/** Reads a signed act: its day, and who signs. */
export async function readSigned(
  session: Desk,
  { on, signer }: { readonly on?: string | undefined; readonly signer: string },
): Promise<(ActDay & { readonly official: OfficialState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, signer) };
}

/** Reads what certifying needs; refuses `print-source-unknown`, `dated-ahead`. */
export async function readCertifying(
  session: Desk,
  input: CertifyPrintout,
): Promise<PrintoutContext | Refusal> {
  const day = await readSigned(session, input);
  if (isRefusal(day)) return day;
  const refs = await readSource(session, input.source);
  if (isRefusal(refs)) return refs;
  return { ...day, refs, inForce: await readVersion(session, input.form, day.on) };
}

/** Reads what signing sheets needs; refuses `print-source-unknown`, `dated-ahead`. */
export async function readSigning(
  session: Desk,
  input: SignSheets,
): Promise<SheetsContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const refs = await readSource(session, input.source);
  if (isRefusal(refs)) return refs;
  const officials = new Map<string, OfficialState>();
  for (const { person } of input.signers) {
    officials.set(person, await readOfficial(session, person));
  }
  const inForce = await readVersion(session, input.form, input.on);
  const { carrier, volume, on } = input;
  // A volume of a carrier that one group keeps bears the group's id.
  const kept = await readKept(session, { carrier, group: volume === 'all' ? null : volume, on });
  return { ...day, refs, officials, inForce, kept };
}

/** Finds the stream of new sheets: their period follows from their day, by the edition of it. */
export async function readSheetsPlace(
  session: Desk,
  { carrier, volume, on }: SignSheets,
): Promise<{ readonly key: readonly string[]; readonly period: string } | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const period = sheetPeriod(day.edition.printouts.sheets.numberedPer, on);
  return { key: [carrier, volume, period], period };
}
