import * as z from 'zod';
import { command } from '../kernel/command.ts';
import { complaint, shown } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';

/** Schema of a file’s name, `<learner>.<n>`. */
export const fileKey = z.string().regex(/^[\w-]{1,48}\.[1-9]\d{0,5}$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не личное дело: нужно обучающийся.номер, например l-1.1`,
      `${shown(input)} is no personal file: give learner.n, such as l-1.1`,
    ),
});

/** Opens a personal file of a learner under the number that the office gave it. D17. */
export const openFile = command(
  'open-file',
  z.strictObject({
    learner: identifier,
    number: shortText(64),
    index: shortText(32).nullable().default(null),
    on: localDate,
  }),
);

/** What a document is about: the id of a fact, never words; a commendation is named as such. */
const documentSubject = z.union([identifier, z.strictObject({ commendation: identifier })], {
  error: complaint(
    'нужен идентификатор факта или { commendation }',
    'give the id of a fact, or { commendation }',
  ),
});

/**
 * Adds a document to the inventory of a file: paper has at least one sheet. `title` and `number`
 * are personal. D17, R1 §5.4.
 */
export const addFileDocument = command(
  'add-file-document',
  z
    .strictObject({
      file: fileKey,
      title: shortText(500),
      number: shortText(64).nullable().default(null),
      date: localDate.nullable().default(null),
      sheets: z.int().min(0).max(100_000),
      medium: z.enum(['paper', 'electronic']),
      original: z.boolean(),
      about: documentSubject.nullable().default(null),
      on: localDate,
    })
    .refine(({ medium, sheets }) => medium === 'electronic' || sheets > 0, {
      path: ['sheets'],
      error: complaint(
        'бумажный документ без листов (дано: 0): укажите число листов',
        'a paper document without sheets (got: 0): give their number',
      ),
    }),
  ['title', 'number'],
);

/** Closes a file; nothing is added to it from then on. D17. */
export const closeFile = command('close-file', z.strictObject({ file: fileKey, on: localDate }));
