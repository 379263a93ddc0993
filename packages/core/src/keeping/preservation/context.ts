import type { ActDay } from '../../acting/act-day.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';

/* Study periods: defined, closed, exported, checked. D20, R4 §5.6, §6.2. */

/** What every act of custody needs from elsewhere. */
export interface CustodyContext extends ActDay {
  readonly official: OfficialState;
}
