import { lastDayOf } from '@letopis/core/facts';
import { annexOn } from '@letopis/core/values';
import type { Fact } from '../projection/fact.ts';
import type { PrintedFact } from '../views/printed.ts';
import { printed, printedKey } from '../views/printed.ts';
import type { ViewReader } from './reader.ts';
import { Reading } from './reading.ts';
import { annexOfYear } from './reported-annex.ts';
import { evaluationBy } from './self-evaluation-report.ts';
import { standing } from './signed-papers.ts';

/** An indicator whose number is another one now. */
export interface DifferingIndicator {
  readonly number: string;
  readonly ru: string;
  readonly en: string;
  /** As printed on the signed report, and as it would be printed now. */
  readonly signed: string;
  readonly now: string;
}

/** A signed self-evaluation report whose numbers would differ now. It is not recomputed. */
export interface DifferingEvaluation {
  readonly year: string;
  /** The certified printout, or the signed sheets. */
  readonly paper: PrintedFact;
  readonly indicators: readonly DifferingIndicator[];
}

const RECORDS = 'evaluation-';

/**
 * The signed self-evaluation reports that name `evaluation-<year>` as their record and whose
 * indicators would be others now. What a report said when it was signed is read from the views as
 * known at the instant that the page states as its source, and for the same day. RK 1.9, P10.
 */
export async function differingEvaluations(
  reader: ViewReader,
  reading: Reading,
): Promise<readonly DifferingEvaluation[]> {
  const found: DifferingEvaluation[] = [];
  for await (const one of reading.scan(printed, printedKey.record(RECORDS))) {
    if (one.kind !== 'record') continue;
    const year = one.record.slice(RECORDS.length);
    for (const paper of await standing(reading, one)) {
      const indicators = await changedSince(reader, year, paper);
      if (indicators.length > 0) found.push({ year, paper, indicators });
    }
  }
  return found;
}

async function changedSince(
  reader: ViewReader,
  year: string,
  { data: { source } }: Fact<'PrintoutCertified' | 'SheetsSigned'>,
): Promise<readonly DifferingIndicator[]> {
  const { on, recordedAt: instant } = source;
  const before = new Reading(await reader.at({ on, known: { instant } }));
  // A signed report is compared by its own annex, also where the kind has been corrected since.
  const { annex: reported } = await annexOfYear(before, year);
  const annex = reported === null ? null : annexOn(reported, lastDayOf(year));
  if (annex === null) return [];
  const then = await evaluationBy(before, annex, year);
  const now = await evaluationBy(new Reading(await reader.at({ on })), annex, year);
  return then.lines.flatMap(({ number, ru, en, printed: signed }) => {
    const line = now.lines.find((one) => one.number === number);
    const changed = line !== undefined && line.printed !== signed;
    return changed ? [{ number, ru, en, signed, now: line.printed }] : [];
  });
}
