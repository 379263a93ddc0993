import * as z from 'zod';
import { officeField, signerFields } from '../../../acting/signer.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { isStreamName } from '../../../kernel/event.ts';
import { protocolId } from '../../../study/commission/facts/questions.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';

const place = z.string().refine(isPlace, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не место в истории: нужно поток@ревизия, например academy.file-l-1.1@3`,
      `${shown(input)} is no place in the history: give stream@revision, as academy.file-l-1.1@3`,
    ),
});

function isPlace(text: string): boolean {
  const [stream = '', revision = '', ...more] = text.split('@');
  return more.length === 0 && isStreamName(stream) && /^(?:0|[1-9]\d{0,8})$/.test(revision);
}

/** Schema of what a page states at its foot: the fields of its basis without the position. */
export const printSource = z.strictObject({
  last: place,
  event: identifier,
  recordedAt: z.iso.datetime({ precision: 3 }),
  on: localDate.nullable().default(null),
  digest: z.string().regex(/^[\w+/=-]{16,128}$/, {
    error: complaint('отпечаток данных не распознан', 'this is no digest of a page'),
  }),
});

/** Schema of a record's name: its stream without the organisation. */
const record = z.string().refine((name) => isStreamName(`o.${name}`), {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не запись: нужен поток без организации, например file-l-1.1`,
      `${shown(input)} is no record: give a stream without organisation, such as file-l-1.1`,
    ),
});

/** The fields of a command about a printed page: the form, its version, the records, the source. */
export const printedFields = {
  form: identifier,
  version: shortText(64).nullable().default(null),
  records: z.array(record).min(1).max(300),
  source: printSource,
} as const;

const volume = identifier.default('all' as z.output<typeof identifier>);

/** Schema of what printed sheets are: how many, which number the first one bears, who signed. */
const sheetFields = {
  sheets: z.int().min(1).max(1000),
  firstSheet: z.int().min(1).nullable().default(null),
  signers: z
    .array(z.strictObject({ person: identifier, office: officeField }))
    .min(1)
    .max(10),
  on: localDate,
} as const;

/** Schema of which part of their records sheets show. */
const shows = z.strictObject({
  from: localDate.nullable().default(null),
  until: localDate.nullable().default(null),
  modules: z.array(identifier).max(50).default([]),
  protocol: protocolId.nullable().default(null),
});

/**
 * Signs printed sheets of a carrier under the next `sheets` numbers of its volume and period.
 * `firstSheet` is the number printed on the first one, which must be the next. `on` is required,
 * because the period depends on it. D21, R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1.
 */
export const signSheets = command(
  'sign-sheets',
  z.strictObject({
    carrier: identifier,
    volume,
    ...printedFields,
    ...sheetFields,
    shows: shows.optional(),
  }),
);

/**
 * Signs what is owed on sheets whose facts have changed since they were signed: a correction sheet,
 * or new sheets in whose place the old ones are void. `sheet` is the number of one of the signed
 * sheets; `changes` are the places that the report of paper behind the record names. It is numbered
 * with the sheets of that volume and period. R1 §4.2, R2 §2.2-2.3, R3 §3.3, R5 §4.3.1.
 */
export const settleSheets = command(
  'settle-sheets',
  z.strictObject({
    carrier: identifier,
    volume,
    period: identifier,
    sheet: z.int().min(1),
    by: z.enum(['correction-sheet', 'new-sheet']),
    changes: z.array(place).min(1).max(200),
    form: identifier,
    version: shortText(64).nullable().default(null),
    source: printSource,
    ...sheetFields,
    /** Why the old sheets are void, where new ones take their place. */
    reason: identifier.default('replaced' as z.output<typeof identifier>),
  }),
);

/** Declares one signed sheet void. Its number stays used. */
export const voidSheet = commandNamingGround(
  'void-sheet',
  z.strictObject({
    carrier: identifier,
    volume,
    period: identifier,
    sheet: z.int().min(1),
    reason: identifier,
    ...signerFields,
    on: localDate.optional(),
  }),
);

/** The parsed input of `sign-sheets`. */
export type SignSheets = z.output<typeof signSheets.schema>;

/** The parsed input of `settle-sheets`. */
export type SettleSheets = z.output<typeof settleSheets.schema>;

/** The parsed input of `void-sheet`. */
export type VoidSheet = z.output<typeof voidSheet.schema>;
