import type { Refusal } from '@letopis/core';
import { isRefusal } from '@letopis/core';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import type { Cell, SheetRow } from '../table/row.ts';
import { cellText, tidy } from '../table/row.ts';
import type { FittedMapping } from './check.ts';
import type { Condition, ExternalIdRule, Rule, Scalar } from './mapping.ts';
import {
  cellEmpty,
  cellNoDate,
  cellNoNumber,
  cellNotListed,
  externalIdUnknown,
} from './refusals.ts';
import { innerRules } from './rules.ts';

/** What rules make of a row: plain JSON. */
export type Value = Scalar | readonly Value[] | { readonly [key: string]: Value };

/** A cell that makes its row invalid, before the command is sent. */
export interface BadCell {
  readonly refusal: Refusal;
  readonly field: string;
  readonly column: string;
  /** `rejected`: the cell can be read, and the history has no such thing. */
  readonly status: 'invalid' | 'rejected';
}

/** The learners of the ids in other systems, by {@link externalIdKey}; or why there is none. */
export type ExternalIds = ReadonlyMap<string, string | Refusal>;

/** An id in another system, as one text. */
export const externalIdKey = (system: string, value: string): string => `${system} ${value}`;

/** The place where a value is made: the row, the rows of its unit, and the field. */
interface Place {
  readonly row: SheetRow;
  readonly unit: readonly SheetRow[];
  readonly fitted: FittedMapping;
  readonly ids: ExternalIds;
  readonly recorded: RecordedAs | null;
  readonly field: string;
  /** True if the field is personal: its values are not shown in messages. */
  readonly personal: boolean;
}

/** Event ids of what a row was recorded as. */
export interface RecordedAs {
  readonly first: string;
  readonly last: string;
}

/** The enrollment that a row means, by learner and group; its id is looked up in the history. */
export interface EnrollmentRef {
  readonly learner: string;
  readonly group: string;
}

/** What a unit of rows gives: the command's fields, and the enrollment meant. */
export interface RowRead {
  readonly fields: Readonly<Record<string, Value>>;
  readonly enrollment: EnrollmentRef | null;
}

/**
 * Reads the fields of one command from a unit of rows, by the rules of its mapping.
 * @param recorded for a correcting command: what the row was recorded as.
 */
export function readUnit(
  unit: readonly SheetRow[],
  fitted: FittedMapping,
  ids: ExternalIds,
  recorded: RecordedAs | null = null,
): RowRead | BadCell {
  const row = unit[0] as SheetRow;
  const fields: Record<string, Value> = {};
  let enrollment: EnrollmentRef | null = null;
  for (const [field, rule] of Object.entries(fitted.mapping.fields)) {
    const personal = fitted.command.operation.command.personal.includes(field);
    const value = valueOf(rule, { row, unit, fitted, ids, recorded, field, personal });
    if (isBadCell(value)) return value;
    if (value === undefined) continue;
    if (rule.enrollmentOf === undefined) fields[field] = value;
    else enrollment = enrollmentRef(value);
  }
  return { fields, enrollment };
}

function enrollmentRef(value: Value): EnrollmentRef {
  const { learner = '', group = '' } = value as Readonly<Record<string, Value>>;
  return { learner: String(learner), group: String(group) };
}

/** True if a cell was wrong. */
export const isBadCell = (value: unknown): value is BadCell =>
  typeof value === 'object' && value !== null && 'refusal' in value;

/** True if a row meets all conditions. */
export function holds(
  conditions: readonly Condition[],
  row: SheetRow,
  { columns }: FittedMapping,
): boolean {
  return conditions.every((one) => {
    const text = cellText(row.cells[columns.get(one.column) ?? -1]);
    if (one.in !== undefined) return one.in.map(tidy).includes(text);
    if (one.notIn !== undefined) return !one.notIn.map(tidy).includes(text);
    return (text !== '') === one.filled;
  });
}

function valueOf(rule: Rule, place: Place): Value | undefined | BadCell {
  if (!holds(rule.when ?? [], place.row, place.fitted)) return undefined;
  if (rule.constant !== undefined) return rule.constant;
  if (rule.recorded !== undefined) return place.recorded?.[rule.recorded];
  if (rule.column !== undefined) return ofColumn(rule.column, rule, place);
  if (rule.externalId !== undefined) return ofExternalId(rule.externalId, rule, place);
  if (rule.list !== undefined) return listOf(rule.list.map((one) => valueOf(one, place)));
  if (rule.each !== undefined) {
    const { each } = rule;
    return listOf(place.unit.map((row) => valueOf(each, { ...place, row })));
  }
  return objectOf(rule.enrollmentOf ?? rule.fields ?? {}, place);
}

function listOf(values: readonly (Value | undefined | BadCell)[]): Value | BadCell {
  const bad = values.find(isBadCell);
  if (bad !== undefined) return bad;
  return values.filter((value) => value !== undefined && !isBadCell(value)) as readonly Value[];
}

function objectOf(
  fields: Readonly<Record<string, Rule>>,
  place: Place,
): Value | undefined | BadCell {
  const made: Record<string, Value> = {};
  for (const [name, rule] of Object.entries(fields)) {
    const value = valueOf(rule, { ...place, field: `${place.field}.${name}` });
    if (isBadCell(value)) return value;
    if (value !== undefined) made[name] = value;
  }
  return made;
}

function ofExternalId(
  { system, column }: ExternalIdRule,
  { optional }: Rule,
  { field, row, fitted, ids }: Place,
): Value | undefined | BadCell {
  const text = cellText(row.cells[fitted.columns.get(column) ?? -1]);
  if (text !== '') {
    const found = ids.get(externalIdKey(system, text)) ?? externalIdUnknown({ column, system });
    return isRefusal(found) ? { refusal: found, field, column, status: 'rejected' } : found;
  }
  if (optional === true) return undefined;
  return { refusal: cellEmpty({ column, field }), field, column, status: 'invalid' };
}

function ofColumn(column: string, rule: Rule, place: Place): Value | undefined | BadCell {
  const { field, personal } = place;
  const cell = place.row.cells[place.fitted.columns.get(column) ?? -1] ?? '';
  const text = cellText(cell);
  const bad = (refusal: Refusal): BadCell => ({ refusal, field, column, status: 'invalid' });
  if (text === '') return rule.optional === true ? undefined : bad(cellEmpty({ column, field }));
  if (rule.split === undefined) {
    const one = ofText(cell, rule, column, personal);
    return isRefusal(one) ? bad(one) : one;
  }
  const parts = text
    .split(rule.split)
    .map(tidy)
    .filter((part) => part !== '');
  const values = parts.map((part) => ofText(part, rule, column, personal));
  const no = values.find((value) => isRefusal(value));
  return isRefusal(no) ? bad(no) : (values as readonly Scalar[]);
}

function ofText(cell: Cell, rule: Rule, column: string, personal: boolean): Scalar | Refusal {
  const text = cellText(cell);
  const value = personal ? null : text;
  if (rule.date !== undefined) {
    if (typeof cell !== 'string') return cell.day;
    return dayOf(text, rule.date) ?? cellNoDate({ column, value, format: rule.date });
  }
  if (rule.number === true) {
    const plain = text.replaceAll(/[\s\u00a0]/g, '').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : cellNoNumber({ column, value });
  }
  if (rule.lookup === undefined) return text;
  const { lookup } = rule;
  const meant = Object.hasOwn(lookup, text) ? lookup[text] : undefined;
  if (meant !== undefined) return meant;
  return rule.orAsIs === true ? text : cellNotListed({ column, value, known: Object.keys(lookup) });
}

const REFERENCE = new Date(2000, 0, 1);

/**
 * The calendar day that a text gives in a format; `null` unless the text matches the format
 * exactly.
 */
function dayOf(text: string, pattern: string): string | null {
  let read: Date;
  try {
    read = parse(text, pattern, REFERENCE);
    if (!isValid(read) || format(read, pattern) !== text) return null;
  } catch {
    return null; // a pattern that date-fns does not know
  }
  return format(read, 'yyyy-MM-dd');
}

/**
 * The text of a cell by which rows are known: without invisible marks, with single spaces; a day as
 * `YYYY-MM-DD` where a rule of the mapping reads the column as one.
 */
export function keyText(
  column: string,
  cell: Cell | undefined,
  { mapping }: Pick<FittedMapping, 'mapping'>,
): string {
  const text = cellText(cell).normalize('NFKC').replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ');
  const rules = Object.values(mapping.fields).flatMap(allRules);
  const date = rules.find((rule) => rule.column === column && rule.date !== undefined)?.date;
  return (date === undefined ? null : dayOf(text.trim(), date)) ?? text.trim();
}

/** Soft hyphens, and characters without width. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** A rule, and the rules of which it consists. */
function allRules(rule: Rule): readonly Rule[] {
  return [rule, ...innerRules(rule).flatMap(allRules)];
}
