import type { Source } from '../projection/fact.ts';

/** An act about a result: its day and its place in the log. */
interface Act {
  readonly actedOn: string;
  readonly source: Source;
}

/** Orders acts as the sheet of corrections numbers them: by their day, then by the log. C1. */
export function byAct(a: Act, b: Act): number {
  if (a.actedOn !== b.actedOn) return a.actedOn < b.actedOn ? -1 : 1;
  return a.source.position < b.source.position ? -1 : 1;
}
