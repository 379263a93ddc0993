import * as z from 'zod';
import { eventType } from '../kernel/event-type.ts';
import { text } from '../values/shape.ts';

/*
 * What happens to a record (an enrollment, a journal, a personal file) on its way to the archive.
 * Streams of all three kinds contain these events. `transfer` is the id of the transfer, `record`
 * the record's name: its stream without the organisation.
 */

/** The record was handed over: nothing in it may change until the transfer ends. D18. */
export const handedOver = eventType('HandedOver', z.strictObject({ transfer: text, record: text }));

/** The archive accepted the record: it is closed to ordinary change for good. D18. */
export const acceptedByArchive = eventType(
  'AcceptedByArchive',
  z.strictObject({ transfer: text, record: text }),
);

/** The transfer was refused or called off: the record is open to change again. D18. */
export const returnedByArchive = eventType(
  'ReturnedByArchive',
  z.strictObject({ transfer: text, record: text }),
);

/** Event types about a record on its way to the archive. */
export const recordEvents = [handedOver, acceptedByArchive, returnedByArchive] as const;
