import { ENTRY_ANNULMENT_TYPES } from '../projection/entries.ts';
import type { Dated, WithBasis } from '../projection/fact.ts';
import { basisOf, factsOn, isOneOf, sourceOf } from '../projection/fact.ts';
import type { Projection } from '../projection/projection.ts';

/** The event types after which an earlier fact counts as if it had never been entered. RK 1.8. */
export const ANNULLING_TYPES = [
  'AssessmentAnnulled',
  'DebtEntryAnnulled',
  'CarrierReleaseAnnulled',
  'OrderEntryAnnulled',
  ...ENTRY_ANNULMENT_TYPES,
] as const;

/** That a fact was annulled from the start: it leaves counts, and pages say so. RK 1.8. */
export interface AnnulledFact extends Dated {
  /** Event id of the fact. */
  readonly corrects: string;
  readonly actedOn: string;
  /** Event id of what stands in its place; null: nothing does. */
  readonly replacedBy: string | null;
}

/** The annulments of one stream, in log order. */
export interface AnnulledFactsView {
  readonly stream: string;
  readonly annulled: AnnulledFact[];
}

/** The facts of one stream that were annulled, by their event ids. */
export interface AnnulledFacts extends WithBasis {
  readonly stream: string;
  readonly annulled: ReadonlyMap<string, AnnulledFact>;
}

/**
 * Which facts of a stream were annulled from the start, whatever they are; the key is the stream's
 * name. A page that counts facts by another key asks it, because an annulment does not name the
 * paper of the fact. RK 1.8.
 */
export const annulledFacts: Projection<AnnulledFactsView, AnnulledFacts> = {
  name: 'annulled-facts',
  version: 5,
  types: ANNULLING_TYPES,
  keysOf: (event) => (isOneOf(event, ANNULLING_TYPES) ? [event.stream] : []),
  initial: (stream) => ({ stream, annulled: [] }),
  apply: (view, event) => {
    if (!isOneOf(event, ANNULLING_TYPES)) return;
    const { corrects, actedOn } = event.data;
    const replacedBy = ('replacedBy' in event.data ? event.data.replacedBy : null) ?? null;
    const dated = { on: event.occurredOn, source: sourceOf(event) };
    view.annulled.push({ ...dated, corrects, actedOn, replacedBy });
  },
  read: ({ stream, annulled }, on) => {
    const current = factsOn(annulled, on);
    const found = new Map(current.map((one) => [one.corrects, one]));
    return { stream, annulled: found, basis: basisOf(current) };
  },
};
