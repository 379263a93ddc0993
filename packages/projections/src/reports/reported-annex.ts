import type { ReportedAnnex } from '@letopis/core/facts';
import { lastDayOf, reportedAnnex } from '@letopis/core/facts';
import { annexNotInLibrary, annexNotReported } from '@letopis/core/refusals';
import type { Annex } from '@letopis/core/values';
import { ANNEXES, annexOn } from '@letopis/core/values';
import { refusedWith } from '../access/not-permitted.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import type { Reading } from './reading.ts';

/** Reads the annex of order 1324 by which a year is reported: by kind, or by the regulation. */
export async function annexOfYear(reading: Reading, year: string): Promise<ReportedAnnex> {
  const found = await reading.get(catalogue, catalogueKey.organisation);
  const kinds = found?.kind === 'organisation' ? found.kinds : [];
  const kind = kinds.findLast(({ on }) => on <= lastDayOf(year))?.kind ?? null;
  const { editions } = await reading.regulation();
  return reportedAnnex(year, kind, editions);
}

/**
 * The annex that a report is made by: the asked one, or that of the year. Throws `refused` with
 * `annex-not-reported` for another annex than the year's, and with `annex-not-in-library`.
 */
export async function annexToReport(
  reading: Reading,
  year: string,
  asked: string | undefined,
): Promise<Annex> {
  const { annex: reported, kind } = await annexOfYear(reading, year);
  const annex = asked ?? reported;
  if (annex === null || annex !== reported) {
    throw refusedWith(annexNotReported({ annex: annex ?? '—', reported, kind }));
  }
  const found = annexOn(annex, lastDayOf(year));
  if (found !== null) return found;
  const annexes = ANNEXES.map((one) => one.annex);
  throw refusedWith(annexNotInLibrary({ annex, annexes }));
}
