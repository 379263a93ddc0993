import type { ShownDocuments } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Run } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';

/**
 * Documents, one a line: `Диплом олимпиады № 14 от 30.10.2026`; erased ones are marked as erased.
 */
export function documentLines(
  { documents, erased }: ShownDocuments,
  { say }: Labels,
): readonly (readonly Run[])[] {
  if (erased) return [noteRuns({ text: null, erased }, say)];
  return documents.map(({ title, number, date }): readonly Run[] => {
    const words = [
      title,
      ...(number === null ? [] : [say('groundNumber', number)]),
      ...(date === null ? [] : [say('groundDate', shortDate(date))]),
    ];
    return [{ text: words.join(' '), as: 'quiet' }];
  });
}
