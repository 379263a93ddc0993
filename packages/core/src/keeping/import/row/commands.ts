import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { ROWS_PAGE_MAX } from '../facts/questions.ts';
import { REASONS } from './facts/events.ts';

const from = {
  import: identifier,
  sheet: shortText(64).nullable().default(null),
  mapping: identifier,
  command: z.string().regex(/^[a-z][a-z-]{0,63}$/),
};

/** Longest text of a row's key and contents. */
const SEEN_MAX = 16_000;

const row = {
  row: z.int().min(1),
  lastRow: z.int().min(1),
  /** The learners whom it names; what lies beside it is erased with any of them. */
  learners: z.array(identifier).max(2000).default([]),
  /** JSON text of its key and contents. */
  seen: z.string().min(1).max(SEEN_MAX),
};

const on = localDate.optional();

const noPlace = (): string =>
  complaint('нужно место события: stream@revision', 'give the place of an event: stream@revision');

/** Records rows with keys of their own before their commands are sent; `on` is today. D22. */
export const knowRows = command(
  'know-rows',
  z.strictObject({
    ...from,
    source: shortText(200),
    /** Columns of the key. */
    key: z.array(shortText(200)).min(1).max(10),
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
          why: z.enum(REASONS),
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
 * `stream@revision`, for `entered`; `on` is today by default. RK 1.14.
 */
export const settleRow = command(
  'settle-row',
  z.strictObject({
    import: identifier,
    /** Event id of its being set aside. */
    aside: z.uuid(),
    how: z.enum(['entered', 'left', 'as-recorded', 'replaced']),
    fact: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,250}@\d{1,9}$/, { error: noPlace })
      .optional(),
    reason: shortText(500).optional(),
    on,
  }),
  ['reason'],
);
