import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { achievementEntryAnnulled, achievementEvents } from './events.ts';

/*
 * Stream: `<org>.achievement-<id>`. An achievement is recorded, evidenced and verified, or annulled
 * where it was recorded in error. D12.
 */

/** Any event in the stream of an achievement. */
export type AchievementEvent = EventOf<(typeof achievementEvents)[number]>;

type AchievementEntryAnnulment = EventOf<typeof achievementEntryAnnulled>;

/**
 * An entry of an achievement's stream. Documents and verifications may be annulled one by one; the
 * rest goes with the achievement as a whole.
 */
export type AchievementEntry = Exclude<AchievementEvent, AchievementEntryAnnulment>;

/** What the entries of an achievement that count amount to. */
export interface AchievementFacts {
  /** Null while the stream is empty. */
  id: string | null;
  /** Id of the `AchievementRecorded` event. */
  event: string;
  holder: 'learner' | 'group' | 'institution';
  group: string | null;
  /** The day of the achievement. */
  on: string;
  /** The ids that every later event about the achievement carries as refs. */
  refs: Refs;
  readonly learners: string[];
  /** The enrollments in which it was achieved, of the learners who name one. */
  readonly enrollments: string[];
  /** Whom documents show: ids of learners, or `''` for the group or institution. */
  readonly evidenced: string[];
  /** Days of the first verification and of the annulment, or null. */
  verifiedOn: string | null;
  annulledOn: string | null;
}

/** An achievement, as of the events folded so far. */
export type AchievementState = AchievementFacts & WithEntries<AchievementEntry>;

/** How the entries of an achievement that count, in the order of their days, make its state. */
export const achievementFacts: EntryFold<AchievementFacts, AchievementEntry> = {
  kind: 'achievement',
  initial: () => ({
    id: null,
    event: '',
    holder: 'learner',
    group: null,
    on: '',
    refs: {},
    learners: [],
    enrollments: [],
    evidenced: [],
    verifiedOn: null,
    annulledOn: null,
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'AchievementRecorded': {
        const { achievement: id, holder, group } = event.data;
        const { id: record, refs } = event;
        Object.assign(state, { id, event: record, holder, group, on, refs });
        return;
      }
      case 'AchievementParticipantNamed':
        state.learners.push(event.data.learner);
        if (event.data.enrollment !== null) state.enrollments.push(event.data.enrollment);
        return;
      case 'AchievementEvidenced':
        state.evidenced.push(event.data.learner);
        return;
      case 'CollectiveEvidenced':
        state.evidenced.push('');
        return;
      case 'AchievementVerified':
        state.verifiedOn ??= on; // seen again, it was verified before all the same
        return;
      case 'AchievementAnnulled':
        state.annulledOn = event.data.actedOn;
        return;
    }
  },
};

/** Folds the events of an achievement into its state. */
export const achievementFold: Fold<AchievementState, AchievementEvent> = foldEntries<
  AchievementFacts,
  AchievementEntry,
  AchievementEntryAnnulment
>(achievementFacts, { type: 'AchievementEntryAnnulled' });

/** The participants (or the holder) without a document. An empty list means that all have one. */
export function undocumented({ evidenced, learners, holder }: AchievementFacts): readonly string[] {
  if (evidenced.includes('')) return [];
  if (holder !== 'learner' && learners.length === 0) return [holder];
  return learners.filter((learner) => !evidenced.includes(learner));
}

/** The verifications by document for which the documents before them do not suffice. R3 §3.6. */
export function unfitVerifications(state: AchievementState): readonly AchievementEntry[] {
  const before = achievementFacts.initial();
  return entriesInForce(state).filter((entry) => {
    const byDocument = entry.type === 'AchievementVerified' && entry.data.byDocument;
    const fits = !byDocument || undocumented(before).length === 0;
    achievementFacts.evolve(before, entry);
    return !fits;
  });
}

/**
 * Whether an achievement counts for a learner on a day: theirs, achieved by then and not annulled.
 */
export function countsFor(state: AchievementFacts, learner: string, on: string): boolean {
  return state.annulledOn === null && state.on <= on && state.learners.includes(learner);
}

/** Whether the achievement was verified on a day or before it. */
export function isVerifiedOn(state: AchievementFacts, on: string): boolean {
  return state.verifiedOn !== null && state.verifiedOn <= on;
}
