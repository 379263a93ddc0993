import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { recordName } from '../../record/name.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';

/*
 * The commands that move an enrollment, a journal or a personal file to the archive and back. Only
 * the transfer that a record was handed over to can accept or return it. The process
 * `archiveTransfer` sends them, each under an id derived from the event that caused it. D18, R1 §7.
 */

const recordMove = z.strictObject({ transfer: identifier, record: recordName, on: localDate });

/**
 * The parsed input of each of the three commands: which record, in which transfer, from which day.
 */
export type RecordMove = z.output<typeof recordMove>;

/** Hands a record over to a transfer, which closes it to change from now on. */
export const handOverRecord = command('hand-over-record', recordMove);

/** Closes a record that the archive has accepted. */
export const acceptRecord = command('accept-record', recordMove);

/** Opens a record again after its transfer was refused or called off. */
export const returnRecord = command('return-record', recordMove);
