import type { Entry } from '../../../entry/fold.ts';
import { entriesInForce } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { documentActAnnulled, documentDelivered, documentWithdrawn } from './events.ts';

/*
 * What happened to a document after its issue: it was handed over, or withdrawn. Each of these can
 * be put right by itself, without touching the document. D15, RK 1.8.
 */

/** A delivery or a withdrawal. */
export type DocumentAct = EventOf<typeof documentDelivered | typeof documentWithdrawn>;

/** The acts on a document, and what those that count amount to. */
export interface DocumentActs {
  /** By event id, annulled ones too. */
  readonly acts: Map<string, Entry<DocumentAct>>;
  withdrawn: { readonly on: string; readonly outcome: string } | null;
  deliveredOn: string | null;
}

/** No act was recorded yet. */
export const noActs = (): DocumentActs => ({
  acts: new Map(),
  withdrawn: null,
  deliveredOn: null,
});

/** Adds an act. */
export function addAct(of: DocumentActs, event: DocumentAct): void {
  of.acts.set(event.id, { event, annulled: null, place: event.revision });
  sumUp(of);
}

/** Annuls an act: it counts as if it had never been made. */
export function annulAct(
  of: DocumentActs,
  { id: event, data: { corrects, actedOn, replacedBy } }: EventOf<typeof documentActAnnulled>,
): void {
  const act = of.acts.get(corrects);
  if (act === undefined || act.annulled !== null) return;
  act.annulled = { event, actedOn, replacedBy };
  sumUp(of);
}

/** Day of the latest act that counts; '' where there is none. */
export const latestActOn = ({ acts }: Pick<DocumentActs, 'acts'>): string =>
  entriesInForce({ entries: acts }).at(-1)?.occurredOn ?? '';

function sumUp(of: DocumentActs): void {
  of.withdrawn = null;
  of.deliveredOn = null;
  for (const { type, occurredOn: on, data } of entriesInForce({ entries: of.acts })) {
    if (type === 'DocumentWithdrawn') of.withdrawn = { on, outcome: data.outcome };
    else of.deliveredOn = on;
  }
}
