import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { importedHash, ROWS_PAGE_MAX } from './facts/questions.ts';

const importedFile = z.strictObject({
  name: shortText(255),
  sha256: importedHash,
  bytes: z.int().min(0),
  rows: z.int().min(0),
});

/**
 * Records that files were received. `id` is a hash of them of at most 48 characters
 * (`importId` makes one); `on` is today by default. D22.
 */
export const receiveImport = command(
  'receive-import',
  z.strictObject({
    id: identifier,
    source: shortText(200),
    files: z.array(importedFile).min(1).max(100),
    on: localDate.optional(),
  }),
);

const rows = { row: z.int().min(1), lastRow: z.int().min(1) };

const code = z.string().regex(/^[a-z][a-z-]{0,63}$/);

/**
 * Records the outcome of one page of rows; `on` is today by default. `field` and `code` must not
 * contain a cell's text. D22.
 */
export const recordRows = command(
  'record-rows',
  z.strictObject({
    import: identifier,
    file: importedHash,
    sheet: shortText(64).nullable().default(null),
    mapping: identifier,
    mappingHash: importedHash,
    command: code,
    page: z.int().min(0),
    accepted: z.array(z.strictObject({ ...rows, event: z.uuid() })).max(ROWS_PAGE_MAX),
    notTaken: z
      .array(z.strictObject({ ...rows, code, field: shortText(48).nullable().default(null) }))
      .max(ROWS_PAGE_MAX),
    leftOut: z.int().min(0),
    digest: importedHash,
    on: localDate.optional(),
  }),
);
