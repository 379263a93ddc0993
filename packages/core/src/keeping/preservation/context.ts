import type { ActDay } from '../../acting/act-day.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';

/** What every act of custody needs from elsewhere. */
export interface PreservationContext extends ActDay {
  readonly official: OfficialState;
}
