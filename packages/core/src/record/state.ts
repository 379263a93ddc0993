import type { EventOf } from '../kernel/event-type.ts';
import type { recordEvents } from './events.ts';

/*
 * Whether a record is with the archive. An enrollment, a journal and a personal file carry it as a
 * part of their state, `archival`. D18, R1 §7.
 */

/** Any of the three facts about a record on its way to the archive. */
export type RecordEvent = EventOf<(typeof recordEvents)[number]>;

/** Whether a record is open, handed over to a transfer, or accepted by the archive. */
export interface ArchivalStatus {
  /** The transfer that it was handed over to, or accepted in; null: it is open. */
  transfer: string | null;
  accepted: boolean;
}

/**
 * The status of a record that nobody has handed over yet.
 * @example
 * notArchived(); // => { transfer: null, accepted: false }
 */
export const notArchived = (): ArchivalStatus => ({ transfer: null, accepted: false });

/** Folds one of the three facts onto a status; a record's `evolve` calls it for them. */
export function evolveArchivalStatus(status: ArchivalStatus, event: RecordEvent): void {
  status.transfer = event.type === 'ReturnedByArchive' ? null : event.data.transfer;
  status.accepted = event.type === 'AcceptedByArchive';
}
