import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  onOwnPaper,
} from '../../acting/putting-right.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import {
  entryContradicted,
  entryErased,
  entryRestedOn,
  entryUnchanged,
} from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { DraftEvent } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import { known } from '../../kernel/personal.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import type { AnnulDocumentAct, CorrectDocumentAct } from './commands.ts';
import { refuseUnlessEntitled } from './decide-life.ts';
import type { DocumentAct } from './facts/document-act-state.ts';
import { documentActAnnulled, documentDelivered, documentWithdrawn } from './facts/events.ts';
import type { RegisterEntry, RegisterState } from './facts/state.ts';
import { entryOf } from './facts/state.ts';
import { documentUnknown } from './refusals.ts';

/*
 * A delivery or a withdrawal that was recorded in error, or on a wrong day, is put right by itself:
 * the document was issued truly, so annulling it would be untrue. D15, RK 1.8.
 */

/** What putting an act on a document right reads from other streams. */
export interface DocumentActContext extends ActContext {
  readonly learnerState: LearnerState;
  /** The valid document that was issued in its place, in any register; null: there is none. */
  readonly successor: Pick<RegisterEntry, 'event' | 'on'> | null;
}

type By = Pick<ReceivedCommand, 'id' | 'sender'>;

/**
 * Decides `annul-document-act`. Refuses `document-unknown`, `entry-rested-on` where another
 * document was issued in the place of the withdrawn one, and as `findPutRight` does. RK 1.8.
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
  const issued = type === 'DocumentWithdrawn' ? succeeding(context) : [];
  if (issued.length > 0) return entryRestedOn({ entry, facts: issued });
  return [annulment(input, found, context, null)];
}

/**
 * Decides `correct-document-act`: the act is annulled, and one of the true day stands in its place,
 * on its own paper. Refuses `document-unknown`, `entry-unchanged`, `act-out-of-order` before the
 * document was issued or handed over, `entry-contradicted` after it was withdrawn, annulled or
 * replaced, `representative-not-entitled`, `entry-erased`, and as `findPutRight` does. RK 1.5, 1.8.
 */
export function decideCorrectDocumentAct(
  state: RegisterState,
  input: CorrectDocumentAct,
  context: DocumentActContext,
  command: By,
): Decision {
  const found = findAct(state, input, context, command, 'correct-document-act');
  if (isRefusal(found)) return found;
  const { event } = found.act.entry;
  const { on } = input.to;
  if (on === event.occurredOn) return entryUnchanged({ entry: event.id });
  const { learner } = found.entry;
  const no =
    refuseUnlessInOrder(found.entry, event, on, context) ??
    (event.type === 'DocumentDelivered'
      ? refuseUnlessEntitled(context.learnerState, event.data.representative, { learner, on })
      : null);
  if (no !== null) return no;
  const proof = event.type === 'DocumentDelivered' ? event.data.proof : undefined;
  if (proof !== undefined && 'erased' in proof) {
    return entryErased({ entry: event.id, field: 'proof' });
  }
  const instead = onOwnPaper([anew(event, on)], event.ground);
  return [annulment(input, found, context, eventId(command.id, 1)), ...instead];
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

/** The day of an act lies after the issue, and delivery before withdrawal and what follows it. */
function refuseUnlessInOrder(
  { on: issuedOn, deliveredOn, acts, annulledOn, event: issue }: RegisterEntry,
  { type }: DocumentAct,
  on: string,
  context: DocumentActContext,
): Refusal | null {
  const delivers = type === 'DocumentDelivered';
  const after = delivers ? issuedOn : (deliveredOn ?? issuedOn);
  const early = refuseIfBefore(on, after);
  if (early !== null) return early;
  const withdrawals = [...acts.values()].flatMap(({ event, annulled }): readonly RestingFact[] => {
    if (!delivers || annulled !== null || event.type !== 'DocumentWithdrawn') return [];
    return [{ type: event.type, id: event.id, on: event.occurredOn }];
  });
  const ended =
    annulledOn === null ? [] : [{ type: 'DocumentAnnulled', id: issue, on: annulledOn }];
  const facts = [...withdrawals, ...(delivers ? [] : succeeding(context)), ...ended].filter(
    (fact) => fact.on < on,
  );
  return facts.length === 0 ? null : entryContradicted({ on, facts });
}

const succeeding = ({ successor }: DocumentActContext): readonly RestingFact[] =>
  successor === null ? [] : [{ type: 'DocumentIssued', id: successor.event, on: successor.on }];

/** The same act on another day. */
function anew({ type, refs, data }: DocumentAct, occurredOn: string): DraftEvent {
  return type === 'DocumentDelivered'
    ? documentDelivered.draft({ occurredOn, refs, data })
    : documentWithdrawn.draft({ occurredOn, refs, data });
}

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
