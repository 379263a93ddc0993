import type { ActDay } from '../../../acting/act-day.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import type { GroupState } from '../../group/facts/state.ts';

/** Context of `file-report`. */
export interface ReportContext extends ActDay {
  readonly group: GroupState;
  /** The teacher. */
  readonly official: OfficialState;
}
