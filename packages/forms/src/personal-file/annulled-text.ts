import { shortDate } from '../kit/dates.ts';
import type { Run } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';

interface Annulment {
  readonly data: { readonly actedOn: string; readonly replacedBy: string | null };
}

/** When an entry was annulled from the start, or replaced by another one. RK 1.8. */
export function annulledText({ data }: Annulment, { say }: Labels): string {
  const { actedOn, replacedBy } = data;
  return say(replacedBy === null ? 'annulledFromStart' : 'replacedByOther', shortDate(actedOn));
}

interface Annulled {
  readonly fact: {
    readonly type: string;
    readonly on: string;
    readonly source: { readonly event: string };
  };
  readonly annulment: Annulment & { readonly source: { readonly event: string } };
}

/** A line for each entry that was annulled: what it was, struck through, and when. RK 1.8. */
export const annulledLines = (
  entries: readonly Annulled[],
  labels: Labels,
): readonly (readonly Run[])[] =>
  entries.map(({ fact, annulment }) => [
    { text: `${shortDate(fact.on)} ${labels.code(fact.type)}`, as: 'struck' },
    { text: ` ${annulledText(annulment, labels)}`, as: 'quiet' },
  ]);

/** The event ids of annulled entries and of what annulled them. */
export const annulledEvents = (entries: readonly Annulled[]): readonly string[] =>
  entries.flatMap(({ fact, annulment }) => [fact.source.event, annulment.source.event]);
