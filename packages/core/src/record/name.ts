import * as z from 'zod';
import { complaint, shown } from '../values/complaint.ts';

const ID = '[A-Za-z0-9_-]{1,48}';

const RECORD = new RegExp(`^(?:enrollment|journal)-${ID}\\.${ID}\\.${ID}$|^file-${ID}\\.${ID}$`);

/**
 * Schema of a record's name: its stream without the organisation. Rejects other kinds of stream.
 * @example
 * recordName.parse('journal-m-1.safety.2026'); // => 'journal-m-1.safety.2026'
 * recordName.safeParse('learner-l-1').success; // => false
 */
export const recordName = z.string({ error: ({ input }) => noRecord(input) }).regex(RECORD, {
  error: ({ input }) => noRecord(input),
});

function noRecord(input: unknown): string {
  return complaint(
    `${shown(input)} не запись: нужно enrollment-…, journal-… или file-… с ключом через точки`,
    `${shown(input)} is no record: give enrollment-…, journal-… or file-… with its dotted key`,
  );
}
