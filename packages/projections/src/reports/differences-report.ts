import type { DifferingDocument } from './differing-documents.ts';
import { differingDocuments } from './differing-documents.ts';
import type { DifferingEvaluation } from './differing-evaluations.ts';
import { differingEvaluations } from './differing-evaluations.ts';
import type { ShownSheetsBehind } from './paper-behind.ts';
import { shownSheetsBehind } from './paper-behind.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';
import { signedSheets } from './signed-sheets.ts';

/** Signed papers that say another thing than the record does now. */
export interface DifferencesPage {
  readonly basis: PageBasis;
  readonly evaluations: readonly DifferingEvaluation[];
  readonly documents: readonly DifferingDocument[];
  /** Signed sheets of carriers on paper whose facts have changed. R3 §3.3. */
  readonly sheets: readonly ShownSheetsBehind[];
}

/**
 * Lists signed self-evaluation reports whose indicators would be others now, lines of registers
 * whose marks differ from the results in force, and signed sheets whose facts have changed: where a
 * journal is kept on paper and in electronic form, in what the two differ (R3 §3.3). None is
 * recomputed: what was signed or reported stays, and whoever corrects the record decides what to do
 * about it. RK 1.9.
 */
export async function differencesReport(reader: ViewReader): Promise<DifferencesPage> {
  const reading = new Reading(reader);
  const evaluations = await differingEvaluations(reader, reading);
  const documents = await differingDocuments(reading);
  const sheets = await shownSheetsBehind(reading, await signedSheets(reading));
  await reading.tellApart();
  return { evaluations, documents, sheets, basis: reading.basis() };
}
