import { refuseUnlessOrder } from '../../acting/order.ts';
import {
  entryErased,
  entryFieldNeeded,
  entryFieldUnknown,
  entryUnchanged,
} from '../../entry/refusals.ts';
import type { DraftEvent, Ground } from '../../kernel/event.ts';
import { sortedJson } from '../../kernel/json.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { CorrectDocumentAct, DeliveryPapers } from './commands.ts';
import { unfitPaper } from './commands.ts';
import type { Handing } from './decide-life.ts';
import { deliveryOf, withdrawalOf } from './decide-life.ts';
import { linkOf } from './decide-old-book.ts';
import type { DocumentAct } from './facts/document-act-state.ts';
import { dayOfAct } from './facts/document-act-state.ts';
import type { RegisterEntry } from './facts/entry-state.ts';
import { documentAnnulled, documentDelivered, documentWithdrawn } from './facts/events.ts';
import { documentLinked } from './facts/old-book-events.ts';

/*
 * What a corrected act on a document says: the fields that are given, all others as they were, and
 * decided by the ordinary rule as of its own day. D15, RK 1.5, 1.8.
 */

/** What a correction gives anew. */
type To = CorrectDocumentAct['to'];

/** The rules and the learner, by which the corrected act is decided. */
export interface CorrectedActContext {
  /** The edition in force on the day of the act as corrected. */
  readonly editionOfAct: Edition;
  /** The learner whose document it is, or whom a link names as corrected. */
  readonly learnerState: LearnerState;
}

/** The fields of each act that may be corrected, beside its day and its paper. */
const CORRECTABLE = {
  DocumentDelivered: ['way', 'representative', 'attorney', 'postal', 'signed'],
  DocumentWithdrawn: ['reason'],
  DocumentAnnulled: [],
  DocumentLinked: ['learner'],
} as const;

type Delivered = Extract<DocumentAct, { type: 'DocumentDelivered' }>;

/**
 * The act that stands in the place of another. Refuses `entry-field-unknown`, `entry-field-needed`,
 * `entry-erased`, `entry-unchanged`, `order-required`, and what the ordinary rule of the act does.
 */
export function correctedAct(
  entry: RegisterEntry,
  act: DocumentAct,
  to: To,
  context: CorrectedActContext,
): DraftEvent | Refusal {
  const { id, type, ground: before } = act;
  const fields: readonly string[] = ['on', 'ground', ...CORRECTABLE[type]];
  const given = Object.entries(to).filter(([, value]) => value !== undefined);
  for (const [field] of given) {
    if (!fields.includes(field)) return entryFieldUnknown({ entry: id, type, field, fields });
  }
  const on = to.on ?? dayOfAct(act);
  const ground = to.ground === undefined ? before : to.ground;
  const instead = actAnew(entry, act, { ...to, on, ground }, context);
  if (isRefusal(instead)) return instead;
  const same = on === dayOfAct(act) && said(ground) === said(before);
  return same && said(instead.data) === said(act.data) ? entryUnchanged({ entry: id }) : instead;
}

/** What a fact says, without the edition that it was decided on. */
const said = (data: unknown): string =>
  sortedJson(typeof data === 'object' ? { ...data, edition: null } : data);

type Corrected = Omit<To, 'on' | 'ground'> & {
  readonly on: string;
  readonly ground: Ground | null;
};

function actAnew(
  entry: RegisterEntry,
  act: DocumentAct,
  to: Corrected,
  context: CorrectedActContext,
): DraftEvent | Refusal {
  const { refs, occurredOn } = act;
  const { on, ground } = to;
  if (act.type === 'DocumentDelivered') {
    const handing = handedAnew(act, to);
    const delivery = isRefusal(handing) ? handing : handedOver(entry, handing, context);
    if (isRefusal(delivery)) return delivery;
    return documentDelivered.draft({ occurredOn: on, refs, data: delivery, ground });
  }
  if (act.type === 'DocumentWithdrawn') {
    const withdrawal = withdrawalOf(entry, to.reason ?? act.data.reason, context.editionOfAct);
    if (isRefusal(withdrawal)) return withdrawal;
    return documentWithdrawn.draft({ occurredOn: on, refs, data: withdrawal, ground });
  }
  if (act.type === 'DocumentLinked') {
    const { editionOfAct: edition, learnerState } = context;
    const link = linkOf(entry, to.learner ?? act.data.learner, { edition, learnerState });
    return isRefusal(link) ? link : documentLinked.draft({ occurredOn: on, ...link, ground });
  }
  const { annulmentOrderRequired } = context.editionOfAct.documents;
  const no = refuseUnlessOrder('annul-document', annulmentOrderRequired, ground);
  if (no !== null) return no;
  if ('erased' in act.data.reason) return entryErased({ entry: act.id, field: 'reason' });
  return documentAnnulled.draft({ occurredOn, refs, data: { ...act.data, actedOn: on }, ground });
}

const handedOver = (
  entry: RegisterEntry,
  handing: Handing,
  { editionOfAct: edition, learnerState }: CorrectedActContext,
) => deliveryOf(entry, handing, { edition, learnerState });

/** How a document was handed over in truth. Papers of another way are not those of this one. */
function handedAnew({ id: entry, type, data }: Delivered, to: Corrected): Handing | Refusal {
  const way = to.way ?? data.way;
  const before = way === data.way ? papersOf(data) : NO_PAPERS;
  const papers = {
    way,
    representative: to.representative ?? (to.attorney ? null : before.representative),
    attorney: to.attorney ?? (to.representative ? null : before.attorney),
    postal: to.postal ?? before.postal,
  };
  for (const field of ['representative', 'attorney', 'postal'] as const) {
    if (to[field] === null) papers[field] = null;
  }
  const { attorney, postal } = papers;
  if (attorney === 'erased') return entryErased({ entry, field: 'attorney' });
  if (postal === 'erased') return entryErased({ entry, field: 'postal' });
  const corrected = { ...papers, attorney, postal };
  const field = unfitPaper(corrected);
  if (field !== null) return entryFieldNeeded({ entry, type, field });
  return { ...corrected, signed: to.signed ?? data.signed, on: to.on };
}

type Paper = DeliveryPapers['attorney'] | 'erased';

interface PapersBefore {
  readonly representative: string | null;
  readonly attorney: Paper;
  readonly postal: Paper;
}

const NO_PAPERS: PapersBefore = { representative: null, attorney: null, postal: null };

/** The papers of a delivery as it was entered; a paper that was erased is known by its way. */
function papersOf({ way, representative, proof }: Delivered['data']): PapersBefore {
  if (proof === undefined) return { ...NO_PAPERS, representative };
  const paper = way === 'post' ? 'postal' : 'attorney';
  if ('erased' in proof) return { ...NO_PAPERS, [paper]: 'erased' };
  const [{ number, date } = { number: null, date: null }] = proof.value;
  return { ...NO_PAPERS, [paper]: { number, date } };
}
