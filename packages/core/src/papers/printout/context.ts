import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { RecordedEvent, RefKind, Refs } from '../../kernel/event.ts';
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

/**
 * What the decision to certify reads: the edition of the day, who signs, and the form's version.
 */
export interface PrintoutContext extends ActDay {
  readonly official: OfficialState;
  /** Version of the form in force on the day, or null. */
  readonly approvedVersion: string | null;
  readonly refs: Refs;
}

/** Reads the edition of the day and who signs. */
export async function readSignedAct(
  session: Session,
  { on, signer }: { readonly on?: string | undefined; readonly signer: string },
): Promise<(ActDay & { readonly official: OfficialState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, signer) };
}

/**
 * Reads the page's last event, the form's version and who signs. Refuses `print-source-unknown`,
 * `dated-ahead`.
 */
export async function readCertifying(
  session: Session,
  input: CertifyPrintout,
): Promise<PrintoutContext | Refusal> {
  const day = await readSignedAct(session, input);
  if (isRefusal(day)) return day;
  /** The refs of the page's last event, by which the printout is found. */
  const refs = await readSource(session, input.source);
  if (isRefusal(refs)) return refs;
  return { ...day, refs, approvedVersion: await readVersion(session, input.form, day.on) };
}

/**
 * Reads the page's last event, the form's version, every signer, and whether the carrier is kept.
 * Refuses `print-source-unknown`, `dated-ahead`.
 */
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
  return { ...day, refs, officials, approvedVersion, kept: await readVolumeKept(session, input) };
}

/** Reads whether a carrier is kept. A volume of one that a group keeps bears the group's id. */
export function readVolumeKept(
  session: Session,
  { carrier, volume, on }: Pick<SignSheets, 'carrier' | 'volume' | 'on'>,
): Promise<boolean> {
  return readKept(session, { carrier, group: volume === 'all' ? null : volume, on });
}

/**
 * Finds the stream of new sheets. Their period is that of their day, by the edition in force on it.
 */
export async function readSheetsPlace(
  session: Session,
  { carrier, volume, on }: SignSheets,
): Promise<{ readonly key: readonly string[]; readonly period: string } | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const period = sheetPeriod(day.edition.printouts.sheets.numberedPer, on);
  return { key: [carrier, volume, period], period };
}

/** The kinds of refs by which a printed record is found. */
const PRINTED_RECORD_KINDS: readonly RefKind[] = [
  'learner',
  'enrollment',
  'group',
  'module',
  'journal',
  'file',
];

/**
 * Reads the event that a page names as its last, and gives its refs. The organisation's history
 * must have that event under this id and instant. Refuses `print-source-unknown`. D21.
 */
export async function readSource(
  session: Session,
  { last, event, recordedAt }: PrintSource,
): Promise<Refs | Refusal> {
  const found = await readEventAt(session, last);
  if (found === null || found.id !== event || found.recordedAt !== recordedAt) {
    return printSourceUnknown({ last, event });
  }
  const kept = PRINTED_RECORD_KINDS.map((kind) => [kind, found.refs[kind] ?? []] as const);
  return Object.fromEntries(kept.filter(([, ids]) => ids.length > 0));
}

/** Reads the event at a place `stream@revision` of this organisation; null: there is none. */
export async function readEventAt(session: Session, place: string): Promise<RecordedEvent | null> {
  const [stream = '', revision = ''] = place.split('@');
  const own = stream.startsWith(`${session.organisation}.`);
  const [found] = own ? await session.handler.events(stream, Number(revision), 1) : [];
  return found ?? null;
}
