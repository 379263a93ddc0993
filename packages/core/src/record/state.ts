import type { EventOf } from '../kernel/event-type.ts';
import type { recordEvents } from './events.ts';

/*
 * The archival status of a record: open, handed over, or accepted by the archive. The states of an
 * enrollment, a journal and a personal file contain it as `archival`. D18, R1 §7.
 */

/** An event about a record on its way to the archive. */
export type RecordEvent = EventOf<(typeof recordEvents)[number]>;

/** Whether a record is open, handed over to a transfer, or accepted by the archive. */
export interface ArchivalStatus {
  /** Id of the transfer that it was handed over to; null: the record is open. */
  transfer: string | null;
  /** True once the archive has accepted it. */
  accepted: boolean;
}

/**
 * The status of a record that was not handed over yet.
 * @example
 * notArchived(); // => { transfer: null, accepted: false }
 */
export const notArchived = (): ArchivalStatus => ({ transfer: null, accepted: false });

/** Applies one of these events to a status; the record's own `evolve` calls it. */
export function evolveArchivalStatus(status: ArchivalStatus, event: RecordEvent): void {
  status.transfer = event.type === 'ReturnedByArchive' ? null : event.data.transfer;
  status.accepted = event.type === 'AcceptedByArchive';
}
