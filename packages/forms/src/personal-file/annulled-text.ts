import { shortDate } from '../kit/dates.ts';
import type { Labels } from '../tables/labels.ts';

/** What is said of an annulment. */
interface Annulling {
  readonly data: { readonly actedOn: string; readonly replacedBy: string | null };
}

/** When an entry was annulled from the start, or replaced by another one. RK 1.8. */
export function annulledText({ data }: Annulling, { say }: Labels): string {
  const { actedOn, replacedBy } = data;
  return say(replacedBy === null ? 'annulledFromStart' : 'replacedByOther', shortDate(actedOn));
}
