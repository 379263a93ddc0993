import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { achievementEvents } from './events.ts';

/*
 * Stream: `<org>.achievement-<id>`. An achievement is recorded, evidenced and verified, or annulled
 * where it was recorded in error. D12.
 */

/** Any event in the stream of an achievement. */
export type AchievementEvent = EventOf<(typeof achievementEvents)[number]>;

/** What the events of an achievement amount to. */
export interface AchievementState {
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
  /** Whom documents show: ids of learners, or `''` for the group or institution. */
  readonly evidenced: string[];
  /** Days of the first verification and of the annulment, or null. */
  verifiedOn: string | null;
  annulledOn: string | null;
  /** Day of the latest event: an act may not be dated before it. */
  lastOn: string;
}

/** Folds the events of an achievement into its state. */
export const achievementFold: Fold<AchievementState, AchievementEvent> = {
  kind: 'achievement',
  initial: () => ({
    id: null,
    event: '',
    holder: 'learner',
    group: null,
    on: '',
    refs: {},
    learners: [],
    evidenced: [],
    verifiedOn: null,
    annulledOn: null,
    lastOn: '',
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'AchievementRecorded': {
        const { achievement: id, holder, group } = event.data;
        const { id: record, refs } = event;
        Object.assign(state, { id, event: record, holder, group, on, refs, lastOn: on });
        return;
      }
      case 'AchievementParticipantNamed':
        state.learners.push(event.data.learner);
        return;
      case 'AchievementEvidenced':
        state.evidenced.push(event.data.learner);
        if (on > state.lastOn) state.lastOn = on;
        return;
      case 'CollectiveEvidenced':
        state.evidenced.push('');
        if (on > state.lastOn) state.lastOn = on;
        return;
      case 'AchievementVerified':
        state.verifiedOn ??= on; // seen again, it was verified before all the same
        if (on > state.lastOn) state.lastOn = on;
        return;
      case 'AchievementAnnulled':
        state.annulledOn = event.data.actedOn;
        return;
    }
  },
};

/**
 * Whether an achievement counts for a learner on a day: theirs, achieved by then and not annulled.
 */
export function countsFor(state: AchievementState, learner: string, on: string): boolean {
  return state.annulledOn === null && state.on <= on && state.learners.includes(learner);
}

/** Whether the achievement was verified on a day or before it. */
export function isVerifiedOn(state: AchievementState, on: string): boolean {
  return state.verifiedOn !== null && state.verifiedOn <= on;
}
