import type { PrintedFact, PrintedOfRecord } from '../views/printed.ts';
import { printed, printedKey } from '../views/printed.ts';
import type { Reading } from './reading.ts';

/** The printouts and sheets of a record that were signed and are not void, in log order. */
export async function signedPapersOf(
  reading: Reading,
  record: string,
): Promise<readonly PrintedFact[]> {
  const found = await reading.get(printed, printedKey.record(record));
  return found?.kind === 'record' ? standing(reading, found) : [];
}

/** Of what was printed of a record, what is not void. A series with a void sheet is not whole. */
export async function standing(
  reading: Reading,
  { printed: papers }: PrintedOfRecord,
): Promise<readonly PrintedFact[]> {
  const kept: PrintedFact[] = [];
  for (const paper of papers) {
    const { stream, event } = paper.source;
    const found = await reading.get(printed, printedKey.paper(stream));
    const voided = found?.kind === 'paper' ? found.voided : [];
    if (voided.every(({ data }) => data.corrects !== event)) kept.push(paper);
  }
  return kept;
}
