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

/** Which acts a report of corrections takes in. */
export interface CorrectionsPeriod {
  /** First and last calendar day, both included. */
  readonly from: string;
  readonly until: string;
  /** By the day of the act (default), or by the day on which it was recorded. */
  readonly by?: CorrectionClock;
  /** IANA zone of the days of recording; by default the regulation's, else UTC. */
  readonly timeZone?: string;
}

/** One act of the period: a correction, what came of one, or an annulment. */
export interface CorrectionsLine {
  readonly line: number;
  readonly act: ActFact['type'];
  readonly learner: ShownName;
  readonly group: { readonly id: string; readonly title: string | null };
  readonly module: { readonly id: string; readonly title: string | null } | null;
  readonly recordedAt: string;
  /** Who signed, when, why, on which ground, and who entered it. */
  readonly signed: ShownAct;
  /** The correction that it makes or decides, with before and after; null: an annulment. */
  readonly correction: ShownCorrection | null;
  /** The result as it stands, with its whole history; null: it is not in the journal. */
  readonly result: ShownResult | null;
}

/** The corrections of a period with before and after. P14. */
export interface CorrectionsPage {
  readonly basis: PageBasis;
  readonly from: string;
  readonly until: string;
  readonly by: CorrectionClock;
  readonly lines: readonly CorrectionsLine[];
  readonly counts: {
    readonly corrections: number;
    readonly waiting: number;
    readonly annulments: number;
  };
}

/**
 * All corrections and annulments of a period, and what was decided about them, in the order of the
 * log. What waits is marked; the values before and after come from the results' journals. Throws
 * for a day that is none. P14, R2 §2.3.
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
  const lines: CorrectionsLine[] = [];
  for (const act of acts) lines.push(await lineOf(reading, lines.length + 1, act));
  const made = lines.filter(({ act }) => act === 'AssessmentCorrected');
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

/** Months that may hold a day of the period: months of recording are kept in UTC, a day off. */
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

async function lineOf(reading: Reading, line: number, act: ActFact): Promise<CorrectionsLine> {
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
