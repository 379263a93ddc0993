import { identifier } from '@letopis/core/values';
import * as z from 'zod';
import { fileFormat } from '../table/format.ts';

/*
 * A mapping is data: which columns of a sheet give which fields of which command. D22.
 */

const column = z.string().trim().min(1).max(200);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'нужен текст, число, true, false или null | give a text, a number, true, false or null',
});

/** A constant or what a lookup gives. */
export type Scalar = z.output<typeof scalar>;

const condition = z
  .strictObject({
    column,
    in: z.array(z.string()).min(1).optional(),
    notIn: z.array(z.string()).min(1).optional(),
    filled: z.boolean().optional(),
  })
  .refine((one) => count(one.in, one.notIn, one.filled) === 1, {
    error: 'нужно одно из: in, notIn, filled | give one of: in, notIn, filled',
  });

/** What a cell must be for a row to count, or a rule to apply. */
export type Condition = z.output<typeof condition>;

/** How one field of a command comes about. Exactly one of the first six stands. */
export interface Rule {
  /** The text of this column's cell. */
  readonly column?: string | undefined;
  /** Always this value. */
  readonly constant?: Scalar | undefined;
  /** An object of such rules. */
  readonly fields?: Readonly<Record<string, Rule>> | undefined;
  /** A list of such rules; what is left out is not in it. */
  readonly list?: readonly Rule[] | undefined;
  /** One value of each row that `groupBy` put together. */
  readonly each?: Rule | undefined;
  /** The learner's enrollment in the group: for the field `enrollment`. */
  readonly enrollmentOf?: { readonly learner: Rule; readonly group: Rule } | undefined;
  /** The field is left out unless all of these hold. */
  readonly when?: readonly Condition[] | undefined;
  /** Of a column: an empty cell leaves the field out; else it makes the row invalid. */
  readonly optional?: boolean | undefined;
  /** Of a column: its texts and what they mean, such as «зач» → `pass`. */
  readonly lookup?: Readonly<Record<string, Scalar>> | undefined;
  /** Of a lookup: a text that it does not list stays as it is. */
  readonly orAsIs?: boolean | undefined;
  /** Of a column: a day in this format of date-fns, such as `dd.MM.yyyy`. */
  readonly date?: string | undefined;
  /** Of a column: a number, with a decimal point or comma. */
  readonly number?: boolean | undefined;
  /** Of a column: a list of texts parted so. */
  readonly split?: string | undefined;
}

const KINDS = 'column, constant, fields, list, each, enrollmentOf';
const COLUMN_ONLY = ['optional', 'lookup', 'date', 'number', 'split'] as const;

const rule: z.ZodType<Rule> = z.lazy(() =>
  z
    .strictObject({
      column: column.optional(),
      constant: scalar.optional(),
      fields: z.record(z.string(), rule).optional(),
      list: z.array(rule).min(1).optional(),
      each: rule.optional(),
      enrollmentOf: z.strictObject({ learner: rule, group: rule }).optional(),
      when: z.array(condition).optional(),
      optional: z.boolean().optional(),
      lookup: z.record(z.string(), scalar).optional(),
      orAsIs: z.boolean().optional(),
      date: z.string().min(1).max(40).optional(),
      number: z.boolean().optional(),
      split: z.string().min(1).max(5).optional(),
    })
    .refine(
      (one) =>
        count(one.column, one.constant, one.fields, one.list, one.each, one.enrollmentOf) === 1,
      { error: `нужно одно из: ${KINDS} | give one of: ${KINDS}` },
    )
    .refine((one) => one.column !== undefined || COLUMN_ONLY.every((key) => !(key in one)), {
      error: `только со столбцом: ${COLUMN_ONLY.join()} | only with column: ${COLUMN_ONLY.join()}`,
    })
    .refine((one) => count(one.date, one.number, one.lookup) <= 1, {
      error: 'не более одного из: date, number, lookup | at most one of: date, number, lookup',
    })
    .refine((one) => one.orAsIs === undefined || one.lookup !== undefined, {
      path: ['orAsIs'],
      error: 'orAsIs бывает только у lookup | orAsIs goes with a lookup only',
    }),
);

const count = (...values: readonly unknown[]): number =>
  values.filter((value) => value !== undefined).length;

/** One mapping: which rows become which command. Keep its id: rows are known by it. */
export const mapping = z.strictObject({
  id: identifier,
  /** Name of the file that it is for; left out: every file of the job. */
  file: z.string().min(1).max(255).optional(),
  /** Name of the sheet of an XLSX file; left out: its first. */
  sheet: z.string().min(1).max(64).optional(),
  command: z.string().min(1).max(64),
  /** A row counts where all of these hold. */
  where: z.array(condition).default([]),
  /** Adjacent rows alike in these columns are one command: a lesson with its attendance. */
  groupBy: z.array(column).min(1).max(10).optional(),
  fields: z.record(z.string(), rule),
});

/** A job: files of one source, and the mappings that go over each of them in this order. */
export const ingestJob = z.strictObject({
  /** The system that the files come from; the same rows are known by it. */
  source: z.string().trim().min(1).max(200),
  format: fileFormat.default({ encoding: 'auto', separator: 'auto', headingRow: 1 }),
  mappings: z
    .array(mapping)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'id разметок повторяются: дайте каждой свой | give each mapping an id of its own',
    }),
});

/** A mapping as it is written. */
export type MappingGiven = z.input<typeof mapping>;
/** A checked mapping. */
export type Mapping = z.output<typeof mapping>;
/** A job as it is written: plain JSON. */
export type IngestJobGiven = z.input<typeof ingestJob>;
/** A checked job. */
export type IngestJob = z.output<typeof ingestJob>;
