import type { LocalDate } from '@letopis/core';
import { localDate } from '@letopis/core';
import { addDays, addMonths, dayAt } from '@letopis/core/values';
import type { CorrectionClock } from '../views/corrections.ts';
import { corrections, correctionsKey } from '../views/corrections.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { ActFact, ResultRecord } from '../views/result.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';
import type { ShownAct, ShownCorrection, ShownResult } from './shown-result.ts';
import { showAct, showResult } from './shown-result.ts';

/** The period of a report of corrections. */
export interface CorrectionsPeriod {
  /** First and last calendar day, both included. */
  readonly from: string;
  readonly until: string;
  /** Whether the day of the act (default) or the day of recording decides. */
  readonly by?: CorrectionClock;
  /**
   * IANA time zone of the days of recording; by default the regulation's, or UTC where no
   * regulation is in force.
   */
  readonly timeZone?: string;
}

/** One row of the report: a correction, a decision about a correction, or an annulment. */
export interface CorrectionsRow {
  readonly line: number;
  readonly act: ActFact['type'];
  readonly learner: ShownName;
  readonly group: { readonly id: string; readonly title: string | null };
  readonly module: { readonly id: string; readonly title: string | null } | null;
  readonly recordedAt: string;
  /** Who signed, when, why, on which ground, and who entered it. */
  readonly signed: ShownAct;
  /**
   * The correction that the act makes or decides, with the values before and after; `null` for an
   * annulment.
   */
  readonly correction: ShownCorrection | null;
  /** The current result with its whole history; `null` if the journal does not have it. */
  readonly result: ShownResult | null;
}

/** The corrections of a period, with the values before and after. P14. */
export interface CorrectionsPage {
  readonly basis: PageBasis;
  readonly from: string;
  readonly until: string;
  readonly by: CorrectionClock;
  readonly lines: readonly CorrectionsRow[];
  readonly counts: {
    readonly corrections: number;
    readonly waiting: number;
    readonly annulments: number;
  };
}

/**
 * Lists all corrections and annulments of a period, and the decisions about them, in log order.
 * Marks corrections that wait for a countersignature. Takes the values before and after from the
 * journals of the results. Throws for an invalid calendar day. P14, R2 §2.3.
 */
export async function correctionsReport(
  reader: ViewReader,
  { from, until, by = 'acted', timeZone }: CorrectionsPeriod,
): Promise<CorrectionsPage> {
  const reading = new Reading(reader);
  const zone = timeZone ?? (await reading.regulation()).timeZone ?? 'UTC';
  const dayOf = (act: ActFact): string =>
    by === 'acted' ? act.data.actedOn : dayAt(act.source.recordedAt, zone);
  const acts: ActFact[] = [];
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), by)) {
    for await (const found of reading.scan(corrections, correctionsKey(by, month))) {
      acts.push(...found.acts.filter((act) => dayOf(act) >= from && dayOf(act) <= until));
    }
  }
  acts.sort((a, b) => (a.source.position < b.source.position ? -1 : 1));
  const lines: CorrectionsRow[] = [];
  for (const act of acts) lines.push(await lineOf(reading, lines.length + 1, act));
  const made = lines.filter(
    ({ act }) => act === 'AssessmentCorrected' || act === 'AbsenceCorrected',
  );
  await reading.tellApart();
  return {
    from,
    until,
    by,
    lines,
    counts: {
      corrections: made.length,
      waiting: made.filter(({ correction }) => correction?.state === 'waiting').length,
      annulments: lines.filter(({ act }) => act === 'AssessmentAnnulled').length,
    },
    basis: reading.basis(),
  };
}

/**
 * The months whose partitions may contain a day of the period. Months of recording are in UTC, so
 * one day is added on either side.
 */
export function monthsOf(
  from: LocalDate,
  until: LocalDate,
  by: CorrectionClock,
): readonly string[] {
  const slack = by === 'recorded' ? 1 : 0;
  const last = addDays(until, slack).slice(0, 7);
  const months: string[] = [];
  let first = localDate.parse(`${addDays(from, -slack).slice(0, 7)}-01`);
  for (; first.slice(0, 7) <= last; first = addMonths(first, 1)) months.push(first.slice(0, 7));
  return months;
}

async function lineOf(reading: Reading, line: number, act: ActFact): Promise<CorrectionsRow> {
  const { learner, group, module, programme } = act.data;
  const record = await recordOf(reading, act);
  const result = record === null ? null : await showResult(reading, record);
  const named = 'correction' in act.data ? act.data.correction : act.source.event;
  const title = (await reading.group(group))?.opened?.title ?? null;
  const modules = (await reading.programme(programme))?.modules ?? [];
  return {
    line,
    act: act.type,
    learner: await reading.name(learner),
    group: { id: group, title },
    module: module === null ? null : { id: module, title: titleIn(modules, module) },
    recordedAt: act.source.recordedAt,
    signed: await showAct(reading, learner, act),
    correction: result?.corrections.find(({ source }) => source.event === named) ?? null,
    result,
  };
}

const titleIn = (
  modules: readonly { readonly id: string; readonly title: string }[],
  module: string,
): string | null => modules.find(({ id }) => id === module)?.title ?? null;

async function recordOf(reading: Reading, act: ActFact): Promise<ResultRecord | null> {
  const { group, module, learner, corrects } = act.data;
  const found = await reading.get(journal, journalKey.marks(group, module, learner));
  if (found?.kind !== 'marks') return null;
  return found.results.find(({ result }) => result === corrects) ?? null;
}
