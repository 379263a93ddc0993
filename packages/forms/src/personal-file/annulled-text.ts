import type { EntryAnnulment } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Labels } from '../tables/labels.ts';

/** When an entry was annulled from the start, or replaced by another one. RK 1.8. */
export function annulledText({ data }: EntryAnnulment, { say }: Labels): string {
  const { actedOn, replacedBy } = data;
  return say(replacedBy === null ? 'annulledFromStart' : 'replacedByOther', shortDate(actedOn));
}
