import * as z from 'zod';
import { eventType } from '../kernel/event-type.ts';
import { text } from '../values/shape.ts';

/*
 * What happens to a record (an enrollment, a journal, a personal file) on its way to the archive.
 * The same three facts stand in the streams of all three. `transfer` is the id of the transfer.
 */

/** The record was handed over: it stands still until this transfer is accepted or refused. D18. */
export const handedOver = eventType('HandedOver', z.strictObject({ transfer: text, record: text }));

/** The archive accepted it: closed to ordinary change for good. D18. */
export const acceptedByArchive = eventType(
  'AcceptedByArchive',
  z.strictObject({ transfer: text, record: text }),
);

/** The transfer was refused or called off: the record is open again. D18. */
export const returnedByArchive = eventType(
  'ReturnedByArchive',
  z.strictObject({ transfer: text, record: text }),
);

export const recordEvents = [handedOver, acceptedByArchive, returnedByArchive] as const;
