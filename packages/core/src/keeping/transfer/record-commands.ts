import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { recordName } from '../../record/name.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';

/*
 * What moves an enrollment, a journal or a personal file to the archive and back: three commands.
 * Only the transfer that a record was handed over to can accept or return it. D18, R1 §7.
 */

/* Commands: the archive-transfer process sends them, each under an id that the cause gives. */

const recordMove = z.strictObject({ transfer: identifier, record: recordName, on: localDate });

/** What each of the three commands says: which record, in which transfer, from which day. */
export type RecordMove = z.output<typeof recordMove>;

/** Hands a record over to a transfer: from now on it stands still. */
export const handOverRecord = command('hand-over-record', recordMove);

/** Closes a record that the archive has accepted. */
export const acceptRecord = command('accept-record', recordMove);

/** Opens a record again whose transfer was refused or called off. */
export const returnRecord = command('return-record', recordMove);
