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

/** A constant, or the meaning of a text in a lookup. */
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

/** A condition on a cell, for a row to be taken or a rule to apply. */
export type Condition = z.output<typeof condition>;

/** Names a learner by the id that another system has for them (`learners.giveExternalId`). */
export interface ExternalIdRule {
  /** Id of the other system, as the organisation names it. */
  readonly system: string;
  readonly column: string;
}

/** The rule for one field of a command. Exactly one of the first eight properties is given. */
export interface Rule {
  /** The text of this column's cell. */
  readonly column?: string | undefined;
  /** A fixed value. */
  readonly constant?: Scalar | undefined;
  /** An object of such rules. */
  readonly fields?: Readonly<Record<string, Rule>> | undefined;
  /** A list of such rules; values left out are not in it. */
  readonly list?: readonly Rule[] | undefined;
  /** One value for each row that `groupBy` combined. */
  readonly each?: Rule | undefined;
  /** Finds the learner's enrollment in the group; for the field `enrollment`. */
  readonly enrollmentOf?: { readonly learner: Rule; readonly group: Rule } | undefined;
  /** The learner who has the id of this column's cell in another system today. */
  readonly externalId?: ExternalIdRule | undefined;
  /**
   * In `whenDiffers`: the event id of what the row was recorded as, at first or by the last
   * correction of the import.
   */
  readonly recorded?: 'first' | 'last' | undefined;
  /** Leaves the field out unless all these conditions are met. */
  readonly when?: readonly Condition[] | undefined;
  /** With a column: an empty cell leaves the field out; otherwise it makes the row invalid. */
  readonly optional?: boolean | undefined;
  /** With `column`: the texts and what they mean, such as «зач» → `pass`. */
  readonly lookup?: Readonly<Record<string, Scalar>> | undefined;
  /** With `lookup`: keeps a text that the lookup does not list. */
  readonly orAsIs?: boolean | undefined;
  /** With `column`: a calendar day in this format of date-fns, such as `dd.MM.yyyy`. */
  readonly date?: string | undefined;
  /** With `column`: a number, with a decimal point or comma. */
  readonly number?: boolean | undefined;
  /** With `column`: a list of texts separated by this. */
  readonly split?: string | undefined;
}

const KINDS = 'column, constant, fields, list, each, enrollmentOf, externalId, recorded';
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
      externalId: z.strictObject({ system: identifier, column }).optional(),
      recorded: z.enum(['first', 'last']).optional(),
      when: z.array(condition).optional(),
      optional: z.boolean().optional(),
      lookup: z.record(z.string(), scalar).optional(),
      orAsIs: z.boolean().optional(),
      date: z.string().min(1).max(40).optional(),
      number: z.boolean().optional(),
      split: z.string().min(1).max(5).optional(),
    })
    .refine(
      ({ column: own, constant, fields, list, each, enrollmentOf, externalId, recorded }) =>
        count(own, constant, fields, list, each, enrollmentOf, externalId, recorded) === 1,
      { error: `нужно одно из: ${KINDS} | give one of: ${KINDS}` },
    )
    .refine((one) => one.column !== undefined || !COLUMN_ONLY.some((key) => isAlone(one, key)), {
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

/** Is the property there without the column that it belongs to? */
const isAlone = (one: Rule, key: (typeof COLUMN_ONLY)[number]): boolean =>
  key in one && !(key === 'optional' && one.externalId !== undefined);

const count = (...values: readonly unknown[]): number =>
  values.filter((value) => value !== undefined).length;

/**
 * The schema of a mapping: which rows become which command. Keep its `id`, because rows are
 * identified by it.
 */
export const mapping = z.strictObject({
  id: identifier,
  /** Name of the file that it is for; by default every file of the job. */
  file: z.string().min(1).max(255).optional(),
  /** Name of the sheet of an XLSX file; by default the first. */
  sheet: z.string().min(1).max(64).optional(),
  command: z.string().min(1).max(64),
  /** Takes only rows that meet all these conditions. */
  where: z.array(condition).default([]),
  /**
   * Adjacent rows with the same values in these columns become one command: a lesson with its
   * attendance.
   */
  groupBy: z.array(column).min(1).max(10).optional(),
  fields: z.record(z.string(), rule),
  /**
   * Columns that tell a row from all others of the source, such as learner and task: a row that has
   * them again, in whatever file, is the same row. Where rows of one file repeat them, their order
   * counts too.
   */
  key: z.array(column).min(1).max(10).optional(),
  /** Says that columns of the key are personal data; without it such a key is refused. */
  personalKey: z.boolean().optional(),
  /**
   * What is done where a row with a known key says something else than was recorded: `report` it,
   * (by default), set it aside for a person, or send a correcting command with a stated signer.
   * After its period was closed, its sheets signed or its record archived it is always set aside.
   * RK 1.14.
   */
  whenDiffers: z
    .union([
      z.enum(['report', 'set-aside']),
      z.strictObject({ command: z.string().min(1).max(64), fields: z.record(z.string(), rule) }),
    ])
    .optional(),
});

/**
 * The schema of a job: files of one source, and the mappings applied to each of them, in this
 * order.
 */
export const ingestJob = z.strictObject({
  /** The system that the files come from. Rows are identified by it. */
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

/** A mapping as written, before it is checked. */
export type MappingGiven = z.input<typeof mapping>;
/** A checked mapping. */
export type Mapping = z.output<typeof mapping>;
/** A job as written: plain JSON, before it is checked. */
export type IngestJobGiven = z.input<typeof ingestJob>;
/** A checked job. */
export type IngestJob = z.output<typeof ingestJob>;
