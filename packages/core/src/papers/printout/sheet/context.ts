import type { ActDay } from '../../../acting/act-day.ts';
import type { RecordedEvent, Refs } from '../../../kernel/event.ts';
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

/** An event that a command names as a change of what signed sheets say. */
export interface NamedChange {
  /** Its place, as `stream@revision`. */
  readonly at: string;
  /** Null: the history has none there. */
  readonly event: RecordedEvent | null;
  /** Person id of who corrected a mark by it; null: it corrects none. */
  readonly correctedBy: string | null;
}

/** What the decision to settle reads: the same, and the changes that it names. */
export interface SettlingContext extends Omit<SheetsContext, 'refs'> {
  /** Every signer, and who corrected the marks. */
  readonly officials: ReadonlyMap<string, OfficialState>;
  readonly changes: readonly NamedChange[];
  /** Event ids of the results in the protocol that the signed sheets show; empty: none. */
  readonly protocolResults: ReadonlySet<string>;
}
