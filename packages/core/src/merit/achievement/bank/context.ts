import type { ActDay } from '../../../acting/act-day.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';

/** What the decision to replenish reads: the edition of the day, and the official who signs. */
export interface BankContext extends ActDay {
  readonly official: OfficialState;
}
