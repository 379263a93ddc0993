import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { commendationEntryAnnulled, commendationEvents } from './events.ts';

/*
 * Stream: `<org>.commendation-<id>`. Proposed, ordered, then presented and published in any order;
 * perhaps revoked by order. D14, R1 §5.
 */

/** Any event in the stream of a commendation. */
export type CommendationEvent = EventOf<(typeof commendationEvents)[number]>;

type CommendationAnnulment = EventOf<typeof commendationEntryAnnulled>;

/** A step of a commendation: an entry of its stream, which may be annulled. */
export type CommendationEntry = Exclude<CommendationEvent, CommendationAnnulment>;

/** What the steps of a commendation that count amount to. */
export interface CommendationSteps {
  /** Null while no proposal counts. */
  id: string | null;
  learner: string;
  enrollment: string | null;
  proposedOn: string;
  orderedOn: string | null;
  presentedOn: string | null;
  revokedOn: string | null;
  /** Places in which it was published. */
  readonly places: string[];
}

/** A commendation, as of the events folded so far. */
export type CommendationState = CommendationSteps & WithEntries<CommendationEntry>;

/** How the steps of a commendation that count, in the order of their days, make its state. */
export const commendationSteps: EntryFold<CommendationSteps, CommendationEntry> = {
  kind: 'commendation',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: null,
    proposedOn: '',
    orderedOn: null,
    presentedOn: null,
    revokedOn: null,
    places: [],
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'CommendationProposed': {
        const { commendation: id, learner, enrollment } = event.data;
        Object.assign(state, { id, learner, enrollment, proposedOn: on });
        return;
      }
      case 'CommendationOrdered':
        state.orderedOn = on;
        return;
      case 'CommendationPresented':
        state.presentedOn = on;
        return;
      case 'CommendationPublished':
        state.places.push(event.data.place);
        return;
      case 'CommendationRevoked':
        state.revokedOn = on;
        return;
    }
  },
};

/** Folds the events of a commendation into its state. */
export const commendationFold: Fold<CommendationState, CommendationEvent> = foldEntries<
  CommendationSteps,
  CommendationEntry,
  CommendationAnnulment
>(commendationSteps, { type: 'CommendationEntryAnnulled' });

/**
 * The steps that the steps before them do not carry: an order without a proposal, any other step
 * without an order, and all that follow the revocation. D14.
 */
export function unfitCommendationSteps(state: CommendationState): readonly CommendationEntry[] {
  const before = commendationSteps.initial();
  return entriesInForce(state).filter((step) => {
    const fits = isCarried(before, step);
    commendationSteps.evolve(before, step);
    return !fits;
  });
}

function isCarried(before: CommendationSteps, { type }: CommendationEntry): boolean {
  if (type === 'CommendationProposed') return true;
  const { id, orderedOn, revokedOn } = before;
  if (type === 'CommendationOrdered') return id !== null;
  return orderedOn !== null && revokedOn === null;
}
