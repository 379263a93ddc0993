import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { importedHash, ROWS_PAGE_MAX } from '../facts/questions.ts';

const from = {
  import: identifier,
  file: importedHash,
  sheet: shortText(64).nullable().default(null),
  mapping: identifier,
  command: z.string().regex(/^[a-z][a-z-]{0,63}$/),
};

/** Longest text of a row's key and contents. */
const SEEN_MAX = 16_000;

const row = {
  row: z.int().min(1),
  lastRow: z.int().min(1),
  learner: identifier.nullable().default(null),
  /** JSON text of its key and contents. */
  seen: z.string().min(1).max(SEEN_MAX),
};

const on = localDate.optional();

/** Records rows with keys of their own before their commands are sent; `on` is today. D22. */
export const knowRows = command(
  'know-rows',
  z.strictObject({
    ...from,
    /** Id of the import secret. */
    secret: shortText(64),
    rows: z
      .array(z.strictObject({ ...row, first: z.uuid().nullable().default(null) }))
      .min(1)
      .max(ROWS_PAGE_MAX),
    on,
  }),
  ['rows'],
);

/** Records which events known rows became; `on` is today by default. D22. */
export const takeRows = command(
  'take-rows',
  z.strictObject({
    import: identifier,
    rows: z
      .array(z.strictObject({ known: z.int().min(0), event: z.uuid(), stream: shortText(300) }))
      .min(1)
      .max(ROWS_PAGE_MAX),
    on,
  }),
);

/** Sets rows aside on which a person must decide; `on` is today by default. RK 1.14. */
export const setRowsAside = command(
  'set-rows-aside',
  z.strictObject({
    ...from,
    rows: z
      .array(
        z.strictObject({
          ...row,
          first: z.uuid(),
          recorded: z.strictObject({ event: z.uuid(), stream: shortText(300) }),
          why: z.enum(['period-closed', 'sheets-signed', 'archived', 'refused', 'asked']),
        }),
      )
      .min(1)
      .max(ROWS_PAGE_MAX),
    on,
  }),
  ['rows'],
);

/**
 * Settles a row that was set aside. `fact` is the place of what put the record right, as
 * `stream@revision`; `on` is today by default. RK 1.14.
 */
export const settleRow = command(
  'settle-row',
  z.strictObject({
    import: identifier,
    /** Event id of its being set aside. */
    aside: z.uuid(),
    how: z.enum(['entered', 'left', 'as-recorded', 'replaced']),
    fact: shortText(300).nullable().default(null),
    reason: shortText(500).optional(),
    on,
  }),
  ['reason'],
);
