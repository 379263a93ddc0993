import type { Entry } from '../../../entry/fold.ts';
import { entriesInForce } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type {
  documentActAnnulled,
  documentAnnulled,
  documentDelivered,
  documentWithdrawn,
} from './events.ts';
import type { documentLinked } from './old-book-events.ts';

/*
 * What happened to a document after its issue: it was handed over, withdrawn or annulled, or the
 * person whom a line of an old book names was found. Each of these can be put right by itself,
 * without touching the entry. D15, RK 1.8.
 */

/** A delivery, a withdrawal, the annulment of a document, or whose line of an old book it is. */
export type DocumentAct = EventOf<
  | typeof documentDelivered
  | typeof documentWithdrawn
  | typeof documentAnnulled
  | typeof documentLinked
>;

/** The annulment of a document that counts. */
export interface DocumentAnnulment {
  readonly on: string;
  /** Id of its event. */
  readonly event: string;
  /** Whether no such document was made, so that its blank is free. */
  readonly enteredInError: boolean;
}

/** The acts on a document, and what those that count amount to. */
export interface DocumentActs {
  /** By event id, annulled ones too. */
  readonly acts: Map<string, Entry<DocumentAct>>;
  withdrawn: { readonly on: string; readonly outcome: string } | null;
  deliveredOn: string | null;
  /** The learner whom a line of an old book names; null: nobody is found. */
  linkedTo: string | null;
  annulment: DocumentAnnulment | null;
  annulledOn: string | null;
}

const nothing = () => ({
  withdrawn: null,
  deliveredOn: null,
  linkedTo: null,
  annulment: null,
  annulledOn: null,
});

/** No act was recorded yet. */
export const noActs = (): DocumentActs => ({ acts: new Map(), ...nothing() });

/** The day of an act; an annulment has the day of the entry as its own, which is another one. */
export const dayOfAct = (act: DocumentAct): string =>
  act.type === 'DocumentAnnulled' ? act.data.actedOn : act.occurredOn;

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

/** The days of the acts that count, the earliest first. */
export const actDays = ({ acts }: Pick<DocumentActs, 'acts'>): readonly string[] =>
  entriesInForce({ entries: acts }).map(dayOfAct).toSorted();

/** Day of the latest act that counts; '' where there is none. */
export const latestActOn = (of: Pick<DocumentActs, 'acts'>): string => actDays(of).at(-1) ?? '';

function sumUp(of: DocumentActs): void {
  Object.assign(of, nothing());
  for (const act of entriesInForce({ entries: of.acts })) {
    const on = dayOfAct(act);
    if (act.type === 'DocumentWithdrawn') of.withdrawn = { on, outcome: act.data.outcome };
    else if (act.type === 'DocumentDelivered') of.deliveredOn = on;
    else if (act.type === 'DocumentLinked') of.linkedTo = act.data.learner;
    else {
      of.annulledOn = on;
      of.annulment = { on, event: act.id, enteredInError: act.data.enteredInError ?? false };
    }
  }
}
