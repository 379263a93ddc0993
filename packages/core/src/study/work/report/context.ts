import type { ActDay } from '../../../acting/act-day.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import type { GroupState } from '../../group/facts/state.ts';

/** What filing a report needs from elsewhere. */
export interface ReportContext extends ActDay {
  readonly group: GroupState;
  readonly official: OfficialState;
}
