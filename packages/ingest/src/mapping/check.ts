import type { Refusal } from '@letopis/core';
import { isRefusal } from '@letopis/core';
import * as z from 'zod';
import type { Sheet } from '../table/row.ts';
import { tidy } from '../table/row.ts';
import type { SurveyedFile } from '../table/survey.ts';
import type { IngestCommand } from './commands.ts';
import type { Mapping } from './mapping.ts';
import {
  columnMissing,
  columnTwice,
  keyIsPersonal,
  keyNotGrouped,
  mappingCommandUnknown,
  mappingFieldUnknown,
  mappingFileMissing,
} from './refusals.ts';
import { externalIdRules, ruleColumns } from './rules.ts';

/** A mapping applied to one sheet: every column that it names occurs there once. */
export interface FittedMapping {
  readonly mapping: Mapping;
  readonly command: IngestCommand;
  readonly sheet: Sheet;
  /** Index of each named column. */
  readonly columns: ReadonlyMap<string, number>;
  /** The mapping of the correcting command, for a row that differs; null: none is sent. */
  readonly correction: FittedMapping | null;
}

/** A mapping with its command, and that of the command which corrects what it recorded. */
export interface CheckedMapping {
  readonly mapping: Mapping;
  readonly command: IngestCommand;
  readonly correction: Omit<CheckedMapping, 'correction'> | null;
}

/**
 * Checks a mapping apart from any file: its commands, and its key. Refuses
 * `mapping-command-unknown`, `mapping-field-unknown`, `key-not-grouped` and `key-is-personal`.
 */
export function checkMapping(
  mapping: Mapping,
  commands: ReadonlyMap<string, IngestCommand>,
): CheckedMapping | Refusal {
  const found = commandOf(mapping, commands);
  if (isRefusal(found)) return found;
  const apart = keyOutsideGroup(mapping);
  if (apart !== null) return keyNotGrouped({ mapping: mapping.id, column: apart });
  const personal = personalKeyColumn(mapping, found);
  if (personal !== null) return keyIsPersonal({ mapping: mapping.id, column: personal });
  if (typeof mapping.whenDiffers !== 'object') {
    return { mapping, command: found, correction: null };
  }
  const correcting = { ...mapping, ...mapping.whenDiffers };
  const command = commandOf(correcting, commands);
  if (isRefusal(command)) return command;
  return { mapping, command: found, correction: { mapping: correcting, command } };
}

/** A column of the key in which the rows of a group may differ. */
function keyOutsideGroup({ key = [], groupBy }: Mapping): string | null {
  if (groupBy === undefined) return null;
  const grouped = groupBy.map(tidy);
  return key.find((column) => !grouped.includes(tidy(column))) ?? null;
}

/** A column of the key whose cells are personal, where the mapping does not say so. */
function personalKeyColumn(
  { key = [], personalKey, fields }: Mapping,
  { operation }: IngestCommand,
): string | null {
  if (personalKey === true) return null;
  const { personal } = operation.command;
  const columns = Object.entries(fields).flatMap(([field, rule]) =>
    personal.includes(field) ? ruleColumns(rule) : externalIdRules(rule).map((one) => one.column),
  );
  const known = columns.map(tidy);
  return key.find((column) => known.includes(tidy(column))) ?? null;
}

/**
 * Finds a mapping's command and checks that it has the mapped fields. Every command has `ground`
 * too: the paper that a row's fact rests on, such as the order of its column. Refuses
 * `mapping-command-unknown` and `mapping-field-unknown`.
 */
export function commandOf(
  mapping: Mapping,
  commands: ReadonlyMap<string, IngestCommand>,
): IngestCommand | Refusal {
  const { id, command: name } = mapping;
  const found = commands.get(name);
  if (found === undefined) {
    const known = [...commands.keys()].toSorted();
    return mappingCommandUnknown({ mapping: id, command: name, commands: known });
  }
  const { schema } = found.operation.command;
  if (!(schema instanceof z.ZodObject)) return found;
  const fields = [...Object.keys(schema.shape), 'ground'];
  const field = Object.keys(mapping.fields).find((key) => !fields.includes(key));
  if (field === undefined) return found;
  return mappingFieldUnknown({ mapping: id, command: name, field, fields });
}

/**
 * Applies a mapping to a file; `null` if the mapping is for another file. Refuses
 * `mapping-file-missing` for a missing sheet, `column-missing` and `column-twice`.
 */
export function fitMapping(
  { mapping, command, correction }: CheckedMapping,
  file: SurveyedFile,
): FittedMapping | null | Refusal {
  if (mapping.file !== undefined && mapping.file !== file.name) return null;
  const { id, sheet: wanted } = mapping;
  const sheet = file.sheets.find(({ name }) => wanted === undefined || name === wanted);
  if (sheet === undefined) {
    const there = file.sheets.map(({ name }) => name ?? file.name);
    return mappingFileMissing({ mapping: id, file: file.name, sheet: wanted ?? null, there });
  }
  const heading = sheet.heading.map(tidy);
  const columns = new Map<string, number>();
  for (const column of columnsOf(mapping)) {
    const at = heading.indexOf(tidy(column));
    const about = { mapping: id, column, file: file.name };
    if (at < 0) return columnMissing({ ...about, columns: heading.filter((one) => one !== '') });
    if (heading.lastIndexOf(tidy(column)) !== at) return columnTwice(about);
    columns.set(column, at);
  }
  const on = { sheet, columns };
  const corrects = correction && { ...correction, ...on, correction: null };
  return { mapping, command, ...on, correction: corrects };
}

/** Refuses `mapping-file-missing` if a mapping names a file that was not given. */
export function refuseIfFileMissing(
  mappings: readonly Mapping[],
  files: readonly { readonly name: string }[],
): Refusal | null {
  const there = files.map(({ name }) => name);
  const lost = mappings.find(({ file }) => file !== undefined && !there.includes(file));
  if (lost === undefined) return null;
  return mappingFileMissing({ mapping: lost.id, file: lost.file ?? null, sheet: null, there });
}

/** Applies all mappings to a file. Gives the first refusal of any of them. */
export function fitAll(
  mappings: readonly CheckedMapping[],
  file: SurveyedFile,
): readonly FittedMapping[] | Refusal {
  const fitted: FittedMapping[] = [];
  for (const mapping of mappings) {
    const one = fitMapping(mapping, file);
    if (isRefusal(one)) return one;
    if (one !== null) fitted.push(one);
  }
  return fitted;
}

/** Every column that a mapping names. */
function columnsOf(mapping: Mapping): ReadonlySet<string> {
  const { where, groupBy = [], key = [], fields, whenDiffers } = mapping;
  const named = [...where.map(({ column }) => column), ...groupBy, ...key];
  const correcting = typeof whenDiffers === 'object' ? whenDiffers.fields : {};
  const rules = [...Object.values(fields), ...Object.values(correcting)];
  return new Set([...named, ...rules.flatMap(ruleColumns)]);
}
