import * as z from 'zod';
import { correctedShape } from '../../../acting/corrected-entry.ts';
import { putRightFields } from '../../../acting/putting-right.ts';
import { officeField, signerFields } from '../../../acting/signer.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';

const digits = z.string().regex(/^\d{1,20}$/, {
  error: complaint('номер бланка: от 1 до 20 цифр', 'a blank number is 1 to 20 digits'),
});

const series = shortText(20).nullable().default(null);

const signature = { ...signerFields, on: localDate };

const rangeFields = { blank: identifier, series, from: digits, to: digits };

const inOrder = ({ from, to }: { from: string; to: string }): boolean =>
  from.length === to.length && from <= to;

const orderFault = {
  path: ['to'],
  error: complaint(
    'диапазон: from и to одной длины, from не больше to',
    'a range: from and to of one length, from not after to',
  ),
};

const registerKey = z.string().regex(/^[A-Za-z0-9_-]{1,48}\.(?:[12]\d{3}|all)$/, {
  error: complaint(
    'реестр и год, например issued-documents.2027',
    'a register and a year, such as issued-documents.2027',
  ),
});

/** Receives blanks into stock, by series and range of numbers. D15 (strict accounting). */
export const receiveBlanks = command(
  'receive-blanks',
  z
    .strictObject({
      ...rangeFields,
      supplier: shortText(200).nullable().default(null),
      ...signature,
    })
    .refine(inOrder, orderFault),
);

/** Assigns blanks to the register of a year: only there may they be used. D15. */
export const assignBlanks = command(
  'assign-blanks',
  z
    .strictObject({ ...rangeFields, register: registerKey, ...signature })
    .refine(inOrder, orderFault),
);

/** Releases unused blanks from a register, so that they can be assigned elsewhere. D15. */
export const releaseBlanks = command(
  'release-blanks',
  z
    .strictObject({ ...rangeFields, register: registerKey, ...signature })
    .refine(inOrder, orderFault),
);

/** Records that a blank was spoilt, before a document was issued on it. D15. */
export const spoilBlank = command(
  'spoil-blank',
  z.strictObject({
    blank: identifier,
    series,
    number: digits,
    register: registerKey,
    /** Code of the cause: `misprint`, `torn`. No words, for they may be about a person. */
    cause: identifier,
    ...signature,
  }),
);

/** Writes spoilt blanks off; the act is the command's ground. D15. */
export const writeOffBlanks = command(
  'write-off-blanks',
  z.strictObject({
    blank: identifier,
    register: registerKey,
    items: z
      .array(z.strictObject({ series, number: digits }))
      .min(1)
      .max(1000),
    ...signature,
  }),
);

/**
 * Annuls a delivery or an assignment: it counts as if never entered. `entry` is the event id that
 * its command answered. D15, RK 1.8.
 */
export const annulBlankStockEntry = commandNamingGround(
  'annul-blank-stock-entry',
  z.strictObject({ blank: identifier, ...putRightFields }),
);

/**
 * Annuls that blanks were spoilt, written off or released in a register. `entry` is the event id
 * that its command answered. D15, RK 1.8.
 */
export const annulBlankEntry = commandNamingGround(
  'annul-blank-entry',
  z.strictObject({ register: registerKey, ...putRightFields }),
);

/** What every entry about blanks may be corrected in. */
const corrected = {
  ...correctedShape,
  /** Who signed the entry, received the blanks or assigned them; `signer` signs the correction. */
  signedBy: z.strictObject({ person: identifier, office: officeField }).optional(),
  series: shortText(20).nullable().optional(),
  /** Numbers of a range, both of them. */
  from: digits.optional(),
  to: digits.optional(),
};

interface CorrectedRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const wholeRange = ({ from, to }: CorrectedRange): boolean =>
  from === undefined || to === undefined ? from === to : inOrder({ from, to });

const saysSomething = (given: object): boolean =>
  Object.values(given).some((value) => value !== undefined);

const nothingSaid = complaint('дайте хотя бы одно новое значение', 'give at least one new value');

/**
 * Corrects a delivery or an assignment: it is annulled, and another stands in its place. D15, RK
 * 1.8.
 */
export const correctBlankStockEntry = commandNamingGround(
  'correct-blank-stock-entry',
  z.strictObject({
    blank: identifier,
    ...putRightFields,
    /** What it should have said; what is left out stays as it was. */
    to: z
      .strictObject({
        ...corrected,
        /** Of a delivery. */
        supplier: shortText(200).nullable().optional(),
        /** Of an assignment. */
        register: registerKey.optional(),
      })
      .refine(saysSomething, nothingSaid)
      .refine(wholeRange, orderFault),
  }),
);

/**
 * Corrects that blanks were spoilt, written off or released: it is annulled, and another entry
 * stands in its place. D15, RK 1.8.
 */
export const correctBlankEntry = commandNamingGround(
  'correct-blank-entry',
  z.strictObject({
    register: registerKey,
    ...putRightFields,
    /** What it should have said; what is left out stays as it was. */
    to: z
      .strictObject({
        ...corrected,
        /** Of a spoilt blank. */
        number: digits.optional(),
        cause: identifier.optional(),
      })
      .refine(saysSomething, nothingSaid)
      .refine(wholeRange, orderFault),
  }),
);

/** A parsed command of which some fields come from an entry, where they are plain strings. */
export type AsEntered<Input> = Input extends unknown
  ? { readonly [Field in keyof Input]: Plain<Input[Field]> }
  : never;

type Plain<Value> = Value extends string ? string : Value;

/** The parsed input of `correct-blank-stock-entry`. */
export type CorrectBlankStockEntry = z.output<typeof correctBlankStockEntry.schema>;

/** The parsed input of `correct-blank-entry`. */
export type CorrectBlankEntry = z.output<typeof correctBlankEntry.schema>;

/** The parsed input of `annul-blank-stock-entry`. */
export type AnnulBlankStockEntry = z.output<typeof annulBlankStockEntry.schema>;

/** The parsed input of `annul-blank-entry`. */
export type AnnulBlankEntry = z.output<typeof annulBlankEntry.schema>;

/** The parsed input of `receive-blanks`. */
export type ReceiveBlanks = z.output<typeof receiveBlanks.schema>;

/** The parsed input of `assign-blanks`. */
export type AssignBlanks = z.output<typeof assignBlanks.schema>;

/** The parsed input of `release-blanks`. */
export type ReleaseBlanks = z.output<typeof releaseBlanks.schema>;

/** The parsed input of `spoil-blank`. */
export type SpoilBlank = z.output<typeof spoilBlank.schema>;

/** The parsed input of `write-off-blanks`. */
export type WriteOffBlanks = z.output<typeof writeOffBlanks.schema>;
