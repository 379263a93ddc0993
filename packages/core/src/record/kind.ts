import type { RecordedEvent, Refs } from '../kernel/event.ts';
import type { Fold } from '../kernel/fold.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { ArchivalStatus } from './state.ts';

/** A step of a record on its way to the archive: the record, the transfer, and the day. */
export interface RecordStep {
  readonly transfer: string;
  readonly record: string;
  readonly on: string;
}

/** What the archive needs to know of a kind of record, to move any record of it. */
export interface ArchivedKind<State, E extends RecordedEvent> {
  /** Its `kind` is the first word of the record's name. */
  readonly fold: Fold<State, E>;
  /** The archival status of a record; null where there is no such record yet. */
  readonly statusOf: (state: State) => ArchivalStatus | null;
  /** Ids of learner, group, … that the record concerns. */
  readonly refsOf: (state: State) => Refs;
  /** Refuses to hand over a record that is not ready: a correction of it waits, for one. */
  readonly refuseUnlessReady: (state: State, asked: RecordStep) => Refusal | null;
}
