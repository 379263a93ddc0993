import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryContradicted, entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { known } from '../../kernel/personal.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import type { AnnulDocumentAct, CorrectDocumentAct } from './commands.ts';
import type { CorrectedActContext } from './decide-corrected-act.ts';
import { correctedAct } from './decide-corrected-act.ts';
import type { RestoringContext } from './decide-restore.ts';
import { refuseUnlessRestorable } from './decide-restore.ts';
import type { DocumentAct } from './facts/document-act-state.ts';
import { dayOfAct } from './facts/document-act-state.ts';
import type { RegisterEntry } from './facts/entry-state.ts';
import { documentActAnnulled } from './facts/events.ts';
import type { RegisterState } from './facts/state.ts';
import { entryOf } from './facts/state.ts';
import { documentUnknown } from './refusals.ts';

/*
 * A delivery, a withdrawal or an annulment that was recorded in error, or with a wrong day or
 * value, is put right by itself: the document was issued truly. D15, RK 1.8.
 */

/** What putting an act on a document right reads from other streams. */
export interface DocumentActContext extends ActContext, CorrectedActContext, RestoringContext {
  /** The act as it is stored now, so that what was erased is not entered again. */
  readonly stored: DocumentAct | null;
  /** The valid document that was issued in its place, in any register; null: there is none. */
  readonly successor: Pick<RegisterEntry, 'event' | 'on'> | null;
}

type By = Pick<ReceivedCommand, 'id' | 'sender'>;

/**
 * Decides `annul-document-act`. Refuses `document-unknown`, `entry-rested-on` where another
 * document was issued in the place of the withdrawn or linked one, as `refuseUnlessRestorable` does
 * where the document was annulled, and as `findPutRight` does. RK 1.8.
 */
export function decideAnnulDocumentAct(
  state: RegisterState,
  input: AnnulDocumentAct,
  context: DocumentActContext,
  command: By,
): Decision {
  const found = findAct(state, input, context, command, 'annul-document-act');
  if (isRefusal(found)) return found;
  const { id: entry, type } = found.act.entry.event;
  const rested = type === 'DocumentWithdrawn' || type === 'DocumentLinked';
  const issued = rested ? issuedAs(context.successor) : [];
  if (issued.length > 0) return entryRestedOn({ entry, facts: issued });
  const no =
    type === 'DocumentAnnulled' ? refuseUnlessRestorable(state, found.entry, entry, context) : null;
  return no ?? [annulment(input, found, context, null)];
}

/**
 * Decides `correct-document-act`: the act is annulled, and another stands in its place, on its own
 * paper or the one given. Refuses `document-unknown`, `act-out-of-order` before the document was
 * issued, handed over or taken over, `entry-contradicted` after it was withdrawn, annulled or
 * replaced, as `correctedAct` does, and as `findPutRight` does. The reason of a withdrawal may
 * change under the document that was issued in its place, which stays as it was printed: where it
 * is a duplicate and should be a replacement, the list of contradictions says so. RK 1.5, 1.8.
 */
export function decideCorrectDocumentAct(
  state: RegisterState,
  input: CorrectDocumentAct,
  context: DocumentActContext,
  command: By,
): Decision {
  const found = findAct(state, input, context, command, 'correct-document-act');
  if (isRefusal(found)) return found;
  const { entry, act } = found;
  const event = context.stored ?? act.entry.event;
  const instead = correctedAct(entry, event, input.to, context);
  if (isRefusal(instead)) return instead;
  const no =
    refuseIfIssuedTo(event, input, context) ??
    refuseUnlessInOrder(entry, event, input.to.on ?? dayOfAct(event), context);
  return no ?? [annulment(input, found, context, eventId(command.id, 1)), instead];
}

interface ActFound {
  readonly entry: RegisterEntry;
  readonly act: PutRight<DocumentAct>;
}

function findAct(
  state: RegisterState,
  input: AnnulDocumentAct,
  context: DocumentActContext,
  { sender: { ground } }: By,
  act: string,
): ActFound | Refusal {
  const { document } = input;
  const entry = entryOf(state, document);
  if (entry === null) return documentUnknown({ document });
  const asked = { act, of: document, orderRequired: false, ground };
  const found = findPutRight({ entries: entry.acts }, input, context, asked);
  return isRefusal(found) ? found : { entry, act: found };
}

/** Refuses `entry-rested-on` where a duplicate was issued to the learner whom a line named. */
function refuseIfIssuedTo(
  { id: entry, type, data }: DocumentAct,
  { to }: CorrectDocumentAct,
  { successor }: DocumentActContext,
): Refusal | null {
  const another = type === 'DocumentLinked' && (to.learner ?? data.learner) !== data.learner;
  if (!another || successor === null) return null;
  return entryRestedOn({ entry, facts: issuedAs(successor) });
}

/** What each act comes after. */
const AFTER: Readonly<Record<DocumentAct['type'], readonly DocumentAct['type'][]>> = {
  DocumentDelivered: [],
  DocumentWithdrawn: ['DocumentDelivered'],
  DocumentAnnulled: ['DocumentDelivered', 'DocumentWithdrawn'],
  DocumentLinked: [],
};

/**
 * The day of an act lies after the issue, that of a link after the taking over, and delivery before
 * withdrawal and what follows it.
 */
function refuseUnlessInOrder(
  { content, on: enteredOn, lineOn, acts }: RegisterEntry,
  { id, type }: DocumentAct,
  on: string,
  { successor, rival }: DocumentActContext,
): Refusal | null {
  const others = [...acts.values()].flatMap(({ event, annulled }): readonly DatedAct[] =>
    annulled !== null || event.id === id ? [] : [{ ...named(event), after: AFTER[event.type] }],
  );
  const before = others.filter((one) => AFTER[type].some((other) => other === one.type));
  const begins = {
    DocumentDelivered: content.issuedOn,
    DocumentLinked: enteredOn,
    DocumentWithdrawn: content.issuedOn,
    DocumentAnnulled: lineOn,
  }[type];
  const days = [begins, ...before.map((one) => one.on)].toSorted();
  const early = refuseIfBefore(on, days.at(-1) ?? begins);
  if (early !== null) return early;
  const later = others.filter(({ after }) => after.includes(type));
  const issued = {
    DocumentDelivered: null,
    DocumentLinked: null,
    DocumentWithdrawn: successor,
    DocumentAnnulled: rival,
  };
  const facts = [...later, ...issuedAs(issued[type])]
    .filter((fact) => fact.on < on)
    .map((fact): RestingFact => ({ type: fact.type, id: fact.id, on: fact.on }));
  return facts.length === 0 ? null : entryContradicted({ on, facts });
}

interface DatedAct extends RestingFact {
  /** What it comes after. */
  readonly after: readonly DocumentAct['type'][];
}

const named = (act: DocumentAct): RestingFact => ({
  type: act.type,
  id: act.id,
  on: dayOfAct(act),
});

const issuedAs = (one: Pick<RegisterEntry, 'event' | 'on'> | null): readonly RestingFact[] =>
  one === null ? [] : [{ type: 'DocumentIssued', id: one.event, on: one.on }];

function annulment(
  { document, reason }: AnnulDocumentAct,
  { entry: { learner }, act }: ActFound,
  context: DocumentActContext,
  replacedBy: string | null,
) {
  const data = {
    document,
    learner,
    ...annulmentData(act, context, replacedBy),
    ...(reason === undefined ? {} : { reason: known(reason) }),
  };
  return documentActAnnulled.draft({ ...annulmentPlace(act), data });
}
