import type { ActDay } from '../../../acting/act-day.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';

/** What replenishing needs from elsewhere. */
export interface BankContext extends ActDay {
  readonly official: OfficialState;
}
