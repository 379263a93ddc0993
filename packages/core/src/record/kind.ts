import type { RecordedEvent, Refs } from '../kernel/event.ts';
import type { Fold } from '../kernel/fold.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { ArchivalStatus } from './state.ts';

/** One step of a record on its way to the archive. */
export interface RecordStep {
  readonly transfer: string;
  /** Name of the record. */
  readonly record: string;
  readonly on: string;
}

/** What a transfer needs to know of a kind of record, so that it can move any record of it. */
export interface ArchivedKind<State, E extends RecordedEvent> {
  /** Its `kind` begins the record's name: `enrollment`, `journal`, `file`. */
  readonly fold: Fold<State, E>;
  /** The archival status of a record; null where there is no such record yet. */
  readonly statusOf: (state: State) => ArchivalStatus | null;
  /** Ids of learner, group, … that the record concerns. */
  readonly refsOf: (state: State) => Refs;
  /** Refuses to hand over a record that is not ready: for example, while a correction waits. */
  readonly refuseUnlessReady: (state: State, asked: RecordStep) => Refusal | null;
}
