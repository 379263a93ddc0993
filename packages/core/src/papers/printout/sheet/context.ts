import type { ActDay } from '../../../acting/act-day.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';

/**
 * What the decision to sign reads: the edition of the day, every signer, the form's version, and
 * whether the carrier is kept.
 */
export interface SheetsContext extends ActDay {
  readonly officials: ReadonlyMap<string, OfficialState>;
  /** Version of the form in force on the day, or null. */
  readonly approvedVersion: string | null;
  /** Whether it was decided to keep the carrier; for a mandatory one it does not matter. */
  readonly kept: boolean;
  /** The refs of the page's last event, by which the sheets are found. */
  readonly refs: Refs;
}
