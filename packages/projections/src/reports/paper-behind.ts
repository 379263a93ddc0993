import type { Edition } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { recordsOfFact, sheetOffices } from '@letopis/core/facts';
import type { Source } from '../projection/fact.ts';
import { onceEach } from '../projection/once-each.ts';
import type { ApprovedForm } from '../views/catalogue-titles.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { BehindSheets } from './behind-sheets.ts';
import { behindSheets, ruling } from './behind-sheets.ts';
import { byAct } from './correction-order.ts';
import type { FieldChange } from './entry-changes.ts';
import { changesOf } from './entry-changes.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';
import type { RecordChange } from './record-changes.ts';
import type {
  ShownAct,
  ShownCorrection,
  ShownResult,
  ShownSigner,
  ShownValue,
} from './shown-result.ts';
import { showResult, showSigner } from './shown-result.ts';
import type { SignedSheets } from './signed-sheets.ts';
import { signedSheets } from './signed-sheets.ts';
import type { UnsignedPeriod } from './unsigned-periods.ts';
import { unsignedPeriods } from './unsigned-periods.ts';

/** One change of what signed sheets say. */
export interface PaperChange {
  /** Its place as `stream@revision`, as `printouts.settleSheets` takes it. */
  readonly at: string;
  readonly what: RecordChange['what'];
  readonly source: Source;
  /** Day of the changed fact, and the day of the change. */
  readonly on: string;
  readonly since: string;
  /** The records that it is of: `enrollment-l-1.p.1`, `journal-m-1.safety.2026`. */
  readonly records: readonly string[];
  /** Number of the correction on the journal's sheet of corrections; `null` if it has none. */
  readonly number: number | null;
  /** Whom it concerns; `null` if it concerns no single learner. */
  readonly learner: ShownName | null;
  /** The result that it changed or added, and the act that did so. R2 §2.3. */
  readonly result: ShownResult | null;
  readonly act: ShownCorrection | ShownAct | null;
  /** The value of the result before and after; `null`: there was none, or is none any more. */
  readonly before: ShownValue | null;
  readonly after: ShownValue | null;
  /** The fields of an entry before and after: of a lesson, an inventory line. */
  readonly fields: readonly FieldChange[];
}

/** Signed sheets behind the record, with what is owed. */
export interface ShownSheetsBehind {
  readonly carrier: string;
  readonly carrierTitle: Titled | null;
  readonly volume: string;
  readonly period: string;
  /** Numbers of the sheets that are not void. */
  readonly sheets: readonly number[];
  readonly form: string;
  readonly version: string | null;
  readonly signedOn: string;
  readonly signers: readonly ShownSigner[];
  /** Event of their signing. */
  readonly source: Source;
  /** In log order; `printouts.settleSheets` names those that it settles. */
  readonly changes: readonly PaperChange[];
  readonly owed: BehindSheets['owed'];
  /** Offices one of which signs what is owed. */
  readonly offices: readonly { readonly office: string; readonly title: Titled | null }[];
  /** Who corrected, where the regulation has them sign: R2 §2.3. */
  readonly correctors: readonly ShownName[];
  readonly dueOn: string;
  /** Is the reader's day later? `false` for a reader without a day. */
  readonly overdue: boolean;
}

/** The paper behind the record, as of both clocks. */
export interface PaperBehindPage {
  readonly basis: PageBasis;
  readonly on: string;
  /** Which carrier prevails where paper and electronic entry differ. RK 1.12. */
  readonly prevails: Edition['correction']['prevailingCarrier'];
  readonly sheets: readonly ShownSheetsBehind[];
  /** Periods without signed sheets, where the regulation asks for them. */
  readonly unsigned: readonly UnsignedPeriod[];
  readonly overdue: number;
  /** The approved version of the correction sheet; `null`: none is in force. R2 §2.1. */
  readonly form: ApprovedForm | null;
}

/**
 * Lists the signed sheets whose facts have changed since their page was made, what changed, and the
 * paper that is owed and by whom it is signed; and the periods that ended without signed sheets.
 * What was settled by its signing is not listed; a later change is. Throws `misuse` if the reader
 * has no day. R1 §4.2, R2 §2.2-2.3, R3 §3.3, R5 §4.3.1.
 *
 * @example
 * const page = await paperBehindReport(await openReader(views, { on: '2026-12-01' }));
 * page.sheets.map(({ sheets, owed, changes }) => [sheets, owed, changes.map(({ at }) => at)]);
 */
export async function paperBehindReport(reader: ViewReader): Promise<PaperBehindPage> {
  const { on } = reader;
  if (on === null) {
    throw new LetopisError('misuse', 'what is owed depends on the day: open the reader with `on`');
  }
  const reading = new Reading(reader);
  const prevails = (await ruling(reading))?.correction.prevailingCarrier ?? 'none';
  const signed = await signedSheets(reading);
  const sheets = await shownSheetsBehind(reading, signed);
  const unsigned = await unsignedPeriods(reading, on, signed);
  const form = await reading.approvedForm('correction-sheet');
  const dues = [...sheets, ...unsigned].filter(({ dueOn }) => on > dueOn);
  await reading.tellApart();
  const overdue = dues.length;
  return { on, prevails, sheets, unsigned, overdue, form, basis: reading.basis() };
}

/** Shows which of the signed sheets are behind the record, with names and titles. */
export async function shownSheetsBehind(
  reading: Reading,
  signed: readonly SignedSheets[],
): Promise<readonly ShownSheetsBehind[]> {
  const edition = await ruling(reading);
  const shown: ShownSheetsBehind[] = [];
  if (edition === null) return shown;
  const numbers = onceEach((marks) => numbersIn(reading, marks));
  for (const one of await behindSheets(reading, signed)) {
    shown.push(await show(reading, edition, one, numbers));
  }
  return shown;
}

async function show(
  reading: Reading,
  { correction, carriers, printouts }: Edition,
  { signed, changes, owed, dueOn }: BehindSheets,
  numbers: Numbers,
): Promise<ShownSheetsBehind> {
  const { carrier, volume, period, sheets, fact } = signed;
  const { form, version, signers } = fact.data;
  const { offices: titles } = await reading.regulation();
  const each: PaperChange[] = [];
  for (const change of changes) each.push(await showChange(reading, change, numbers));
  const corrections = each.flatMap(({ act }) => (act !== null && 'correctedBy' in act ? act : []));
  const asked = correction.correctorSigns && owed === 'correction-sheet' ? corrections : [];
  const correctors = new Map(asked.map(({ correctedBy }) => [correctedBy.person, correctedBy]));
  return {
    carrier,
    carrierTitle: carriers.carriers.find(({ id }) => id === carrier)?.title ?? null,
    volume,
    period,
    sheets,
    form,
    version,
    signedOn: fact.on,
    signers: await Promise.all(signers.map((signer) => showSigner(reading, signer))),
    source: fact.source,
    changes: each,
    owed,
    offices: sheetOffices(printouts.sheets, carrier).map((office) => ({
      office,
      title: titles[office] ?? null,
    })),
    correctors: [...correctors.values()],
    dueOn,
    overdue: reading.on !== null && reading.on > dueOn,
  };
}

async function showChange(
  reading: Reading,
  change: RecordChange,
  numbers: Numbers,
): Promise<PaperChange> {
  const { what, source, on, since, fact, entry, result: record } = change;
  const result = record === null ? null : await showResult(reading, record);
  const data = entry?.data ?? null;
  const named = data !== null && 'learner' in data ? data.learner : record?.first.data.learner;
  const learner = typeof named === 'string' ? await reading.name(named) : null;
  return {
    at: `${source.stream}@${source.revision}`,
    what,
    source,
    on,
    since,
    records: recordsOfFact(fact),
    number: await numberOf(change, numbers),
    learner,
    result,
    ...valuesOf(change, result),
    fields: entry === null ? [] : await changesOf(reading, entry),
  };
}

/** The act on a result, and its value before and after. */
function valuesOf(
  { what, act: named }: RecordChange,
  result: ShownResult | null,
): Pick<PaperChange, 'act' | 'before' | 'after'> {
  if (result === null) return { act: null, before: null, after: null };
  if (what === 'added') return { act: null, before: null, after: result.recorded };
  const { corrections, annulled, recorded } = result;
  if (what === 'annulled') {
    const last = corrections.findLast(({ state }) => state === 'in-effect');
    return { act: annulled, before: last?.after ?? recorded, after: null };
  }
  const act = corrections.find(({ source }) => source.event === named) ?? null;
  return { act, before: act?.before ?? null, after: act?.after ?? null };
}

/** The number of a correction among those of its journal, as its sheet of corrections has it. */
async function numberOf(
  { act, result, what }: RecordChange,
  numbers: Numbers,
): Promise<number | null> {
  if (act === null || result === null || what !== 'corrected') return null;
  const { group, module } = result.first.data;
  return (await numbers(journalKey.marks(group, module))).get(act) ?? 0;
}

/** The numbers of a journal's corrections by event id; the journal is the prefix of its marks. */
type Numbers = (marks: string) => Promise<ReadonlyMap<string, number>>;

async function numbersIn(reading: Reading, prefix: string): Promise<ReadonlyMap<string, number>> {
  const made: { readonly actedOn: string; readonly source: Source }[] = [];
  for await (const marks of reading.scan(journal, prefix)) {
    if (marks.kind !== 'marks') continue;
    const all = marks.results.flatMap(({ corrections }) => corrections);
    made.push(...all.map(({ fact }) => ({ actedOn: fact.data.actedOn, source: fact.source })));
  }
  return new Map(made.toSorted(byAct).map(({ source }, index) => [source.event, index + 1]));
}
