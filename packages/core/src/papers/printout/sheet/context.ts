import type { ActDay } from '../../../acting/act-day.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';

/** What signing reads: its day, every signer, the approved form, whether the carrier is kept. */
export interface SheetsContext extends ActDay {
  readonly officials: ReadonlyMap<string, OfficialState>;
  readonly approvedVersion: string | null;
  /** Was it decided that the carrier is kept? A mandatory one is, whatever this says. */
  readonly kept: boolean;
  readonly refs: Refs;
}
