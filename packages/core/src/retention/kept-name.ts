import * as z from 'zod';
import { isStreamName } from '../kernel/event.ts';
import { complaint, shown } from '../values/complaint.ts';

/**
 * Schema of the name of anything that is kept: a stream without its organisation, `journal-…`,
 * `enrollment-…`, `file-…`, `learner-…`, `register-…`.
 * @example
 * keptName.parse('learner-l-1'); // => 'learner-l-1'
 */
export const keptName = z
  .string({ error: ({ input }) => noName(input) })
  .max(170, { error: ({ input }) => noName(input) })
  .refine((name) => isStreamName(`o.${name}`), { error: ({ input }) => noName(input) });

function noName(input: unknown): string {
  return complaint(
    `${shown(input)} не имя записи: нужен вид и ключ, например file-l-1.1`,
    `${shown(input)} is no record's name: give kind and key, such as file-l-1.1`,
  );
}
