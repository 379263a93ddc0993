import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { RefKind, Refs } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readKept } from '../carrier/facts/reading.ts';
import { readVersion } from '../form/facts/reading.ts';
import type { CertifyPrintout, PrintSource } from './commands.ts';
import { printSourceUnknown } from './refusals.ts';
import type { SignSheets } from './sheet/commands.ts';
import type { SheetsContext } from './sheet/context.ts';
import { sheetPeriod } from './sheet/facts/questions.ts';

/** What certifying reads: its day, who signs, the approved version of the form. */
export interface PrintoutContext extends ActDay {
  readonly official: OfficialState;
  /** Version of the form in force on the day; null: none was approved. */
  readonly approvedVersion: string | null;
  readonly refs: Refs;
}

/** Reads a signed act: its day, and who signs. */
export async function readSigned(
  session: Session,
  { on, signer }: { readonly on?: string | undefined; readonly signer: string },
): Promise<(ActDay & { readonly official: OfficialState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, signer) };
}

/** Reads what certifying needs; refuses `print-source-unknown`, `dated-ahead`. */
export async function readCertifying(
  session: Session,
  input: CertifyPrintout,
): Promise<PrintoutContext | Refusal> {
  const day = await readSigned(session, input);
  if (isRefusal(day)) return day;
  const refs = await readSource(session, input.source);
  if (isRefusal(refs)) return refs;
  return { ...day, refs, approvedVersion: await readVersion(session, input.form, day.on) };
}

/** Reads what signing sheets needs; refuses `print-source-unknown`, `dated-ahead`. */
export async function readSigning(
  session: Session,
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
  const approvedVersion = await readVersion(session, input.form, input.on);
  const { carrier, volume, on } = input;
  // A volume of a carrier that one group keeps bears the group's id.
  const kept = await readKept(session, { carrier, group: volume === 'all' ? null : volume, on });
  return { ...day, refs, officials, approvedVersion, kept };
}

/** Finds the stream of new sheets: their period follows from their day, by the edition of it. */
export async function readSheetsPlace(
  session: Session,
  { carrier, volume, on }: SignSheets,
): Promise<{ readonly key: readonly string[]; readonly period: string } | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const period = sheetPeriod(day.edition.printouts.sheets.numberedPer, on);
  return { key: [carrier, volume, period], period };
}

/** Kinds of the ids by which the printed records are found again. */
const PRINTED_RECORD_KINDS: readonly RefKind[] = [
  'learner',
  'enrollment',
  'group',
  'module',
  'journal',
  'file',
];

/**
 * Reads the event that a page names as its last: it stands in the organisation's history under that
 * id and instant, and its ids are the printout's too. Refuses `print-source-unknown`. D21.
 */
export async function readSource(
  session: Session,
  { last, event, recordedAt }: PrintSource,
): Promise<Refs | Refusal> {
  const [stream = '', revision = ''] = last.split('@');
  const own = stream.startsWith(`${session.organisation}.`);
  const [found] = own ? await session.handler.events(stream, Number(revision), 1) : [];
  if (found === undefined || found.id !== event || found.recordedAt !== recordedAt) {
    return printSourceUnknown({ last, event });
  }
  const kept = PRINTED_RECORD_KINDS.map((kind) => [kind, found.refs[kind] ?? []] as const);
  return Object.fromEntries(kept.filter(([, ids]) => ids.length > 0));
}
