import type { ActDay } from '../../acting/act-day.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';

/** What every decision of preservation reads: the edition of the day, and who signs. */
export interface PreservationContext extends ActDay {
  readonly official: OfficialState;
}
