import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type {
  topicApproved,
  workDefended,
  workEntryAnnulled,
  workReviewed,
  workSubmitted,
} from './events.ts';

/* State of a qualification work, folded from its stream `<org>.work-<work>`. D10, R1 §3.5b. */

/** A step of a work: an entry of its stream, which may be annulled. */
export type WorkEntry = EventOf<
  typeof topicApproved | typeof workSubmitted | typeof workReviewed | typeof workDefended
>;

type WorkAnnulment = EventOf<typeof workEntryAnnulled>;

/** Any event of a work's stream. */
export type WorkEvent = WorkEntry | WorkAnnulment;

/** What the steps of a work that count amount to. */
export interface WorkSteps {
  /** Null while no topic counts. */
  id: string | null;
  learner: string;
  enrollment: string;
  programme: string;
  kind: string;
  module: string | null;
  /** Person id. */
  supervisor: string;
  /** Day of the topic; '' without one. No other step may be earlier. */
  approvedOn: string;
  /** Day of the latest submission; null: not submitted. */
  submittedOn: string | null;
  /** The supervisor's latest review of the latest submission; null: none. */
  review: { readonly recommendation: string; readonly admits: boolean } | null;
  /** Event id of the result of its defence; null: not defended. */
  result: string | null;
}

/** A work, as of the events folded so far. */
export type WorkState = WorkSteps & WithEntries<WorkEntry>;

/** How the steps of a work that count, in the order of their days, make its state. */
export const workSteps: EntryFold<WorkSteps, WorkEntry> = {
  kind: 'work',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: '',
    programme: '',
    kind: '',
    module: null,
    supervisor: '',
    approvedOn: '',
    submittedOn: null,
    review: null,
    result: null,
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'TopicApproved': {
        const { work: id, learner, enrollment, programme, kind, module, supervisor } = event.data;
        Object.assign(state, { id, learner, enrollment, programme, kind, module, supervisor });
        state.approvedOn = on;
        return;
      }
      case 'WorkSubmitted':
        // A review is about one submission: a revised work is reviewed again.
        Object.assign(state, { submittedOn: on, review: null });
        return;
      case 'WorkReviewed': {
        const { bySupervisor, recommendation, admits } = event.data;
        if (bySupervisor) state.review = { recommendation, admits };
        return;
      }
      case 'WorkDefended':
        state.result = event.data.result;
        return;
    }
  },
};

/** Folds a work's stream. */
export const workFold: Fold<WorkState, WorkEvent> = foldEntries<
  WorkSteps,
  WorkEntry,
  WorkAnnulment
>(workSteps, { type: 'WorkEntryAnnulled' });

/**
 * The steps that the steps before them do not carry: any without a topic, a review or defence
 * without a submission, a defence without a review or beside another. D10.
 */
export function unfitSteps(state: WorkState): readonly WorkEntry[] {
  const before = workSteps.initial();
  return entriesInForce(state).filter((step) => {
    const fits = isCarried(before, step);
    workSteps.evolve(before, step);
    return !fits;
  });
}

function isCarried(before: WorkSteps, { type }: WorkEntry): boolean {
  if (type === 'TopicApproved') return true;
  if (before.id === null) return false;
  if (type === 'WorkSubmitted') return before.result === null;
  if (before.submittedOn === null) return false;
  return type === 'WorkReviewed' || before.review !== null;
}
