import * as z from 'zod';
import { groundPlaceField } from '../../acting/after-archive.ts';
import { putRightFields } from '../../acting/putting-right.ts';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/**
 * Opens a personal file of a learner under the number that the organisation's office gave it. D17.
 */
export const openFile = command(
  'open-file',
  z.strictObject({
    learner: identifier,
    number: shortText(64),
    index: shortText(32).nullable().default(null),
    on: localDate,
  }),
);

/** Schema of what a document is about: an id, never words. A commendation is named as such. */
const documentSubject = z.union([identifier, z.strictObject({ commendation: identifier })], {
  error: complaint(
    'нужен идентификатор факта или { commendation }',
    'give the id of a fact, or { commendation }',
  ),
});

/** Schema of a personal file's id, `<learner>.<n>`. */
export const fileKey = z.string().regex(/^[\w-]{1,48}\.[1-9]\d{0,5}$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не личное дело: нужно обучающийся.номер, например l-1.1`,
      `${shown(input)} is no personal file: give learner.n, such as l-1.1`,
    ),
});

/**
 * Adds a document to the inventory of a file. A paper document has at least one sheet. `title` and
 * `number` are personal data. D17, R1 §5.4.
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

/*
 * Removal of a document by an act, and correction of an inventory item. Neither overwrites the
 * item. D17.
 */

const itemFields = { file: fileKey, item: z.int().min(1) } as const;

/**
 * Removes a document from a file; the act is the command's ground. `replacedBy` is the item that
 * takes its place, such as a copy. The reason is personal data. D17.
 */
export const removeFileDocument = command(
  'remove-file-document',
  z.strictObject({
    ...itemFields,
    replacedBy: z.int().min(1).nullable().default(null),
    reason: shortText(500),
    ...signerFields,
    on: localDate.optional(),
  }),
  ['reason'],
);

/** Corrects an inventory item; the command states the whole item. D17. */
export const correctInventoryLine = commandNamingGround(
  'correct-inventory-line',
  z
    .strictObject({
      ...itemFields,
      title: shortText(500),
      number: shortText(64).nullable().default(null),
      date: localDate.nullable().default(null),
      sheets: z.int().min(0).max(100_000),
      medium: z.enum(['paper', 'electronic']),
      original: z.boolean(),
      reason: shortText(500).optional(),
      ...signerFields,
      on: localDate.optional(),
      ...groundPlaceField,
    })
    .refine(({ medium, sheets }) => medium === 'electronic' || sheets > 0, {
      path: ['sheets'],
      error: complaint(
        'бумажный документ без листов (дано: 0): укажите число листов',
        'a paper document without sheets (got: 0): give their number',
      ),
    }),
  ['title', 'number', 'reason'],
);

/*
 * Parts (тома) of a personal file, each with its certifying inscription: a thick file is continued
 * in the next part, and the item numbers continue. Archive rules (Rosarchiv order 77 of 2023).
 */

/** Certifies the last part: its numbered sheets, and those of its inventory. D17. */
export const certifyFilePart = command(
  'certify-file-part',
  z.strictObject({
    file: fileKey,
    sheets: z.int().min(0).max(100_000),
    inventorySheets: z.int().min(0).max(1000).default(0),
    ...signerFields,
    on: localDate.optional(),
  }),
);

/** Opens the next part of a file, once the last one is certified. D17. */
export const openFilePart = command(
  'open-file-part',
  z.strictObject({ file: fileKey, on: localDate.optional() }),
);

/**
 * Annuls an entry of a file: it counts as if never entered. `entry` is the event id that its
 * command answered. D17, RK 1.8.
 */
export const annulFileEntry = commandNamingGround(
  'annul-file-entry',
  z.strictObject({ file: fileKey, ...putRightFields, ...groundPlaceField }),
  ['reason'],
);
