import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { refusal } from '../kernel/refusal.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { rowsIngested } from './events.ts';
import type { ImportState } from './import.ts';
import { importedHash, rowsPageKey } from './import.ts';

/* What came of the rows of a received file, page by page. D22, R4 §1.4.4 §5.1-5.2. */

/** The most rows of one page, so that its record stays one line. */
export const ROWS_PAGE_MAX = 250;

/* Commands */

const rows = { row: z.int().min(1), lastRow: z.int().min(1) };
const code = z.string().regex(/^[a-z][a-z-]{0,63}$/);

/**
 * Records what came of one page of rows; `on` is by default today. Neither `field` nor `code` holds
 * a cell's text. D22.
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

/* Refusals */

export const importUnknown = refusal('import-unknown', (d: { import: string }) => ({
  ru: `Загрузки ${d.import} нет: сначала примите её файлы`,
  en: `There is no import ${d.import}: receive its files first`,
}));

export const importedFileUnknown = refusal(
  'imported-file-unknown',
  (d: { import: string; file: string; files: readonly string[] }) => ({
    ru: `В загрузке ${d.import} нет файла ${d.file}; есть: ${d.files.join(', ')}`,
    en: `Import ${d.import} has no file ${d.file}; it has: ${d.files.join(', ')}`,
  }),
);

/** The page is recorded so already: the service answers with its first result. */
export const rowsStand = refusal('rows-stand', (d: { import: string; page: number }) => ({
  ru: `Страница ${d.page} загрузки ${d.import} уже записана: повторно записывать её не нужно`,
  en: `Page ${d.page} of import ${d.import} stands already: there is no need to record it again`,
}));

/* Decide */

type Recorded = z.output<typeof recordRows.schema>;

/** Decides `record-rows`: a page that stands just so adds nothing. D22. */
export function decideRecordRows(state: ImportState, input: Recorded, day: ActDay): Decision {
  const { on: _given, ...data } = input;
  if (state.files === null) return importUnknown({ import: input.import });
  const files = state.files.map(({ sha256 }) => sha256);
  const { import: id, file, page, digest } = data;
  if (!files.includes(file)) return importedFileUnknown({ import: id, file, files });
  const standing = state.pages.get(rowsPageKey(data));
  if (standing?.digest === digest) return rowsStand({ import: id, page });
  return [rowsIngested.draft({ occurredOn: day.on, refs: { import: [id] }, data })];
}
