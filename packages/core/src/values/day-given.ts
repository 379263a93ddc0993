import type * as z from 'zod';
import type { GivenDay } from '../kernel/command.ts';
import { localDate, orderedDay } from './local-date.ts';

/*
 * The days that a command gives, read from its schema: `localDate` is the day of what has happened,
 * `orderedDay` that of an act by order or plan. So a bound on days ahead holds for every command,
 * also for one that nobody thought of.
 */

/** Path of a day in a command's fields; `*` stands for every element of a list or record. */
export interface DayField {
  readonly path: readonly string[];
  readonly bound: GivenDay['bound'];
}

const known = new WeakMap<z.core.$ZodType, readonly DayField[]>();

/**
 * The fields of a schema that are days of what has happened, or of an act by order or plan.
 *
 * @example
 * dayFields(z.strictObject({ on: localDate })); // => [{ path: ['on'], bound: 'happened' }]
 */
export function dayFields(schema: z.core.$ZodType): readonly DayField[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  // The variants of a command may share a field.
  const byPath = new Map([...fieldsIn(schema, [])].map((one) => [one.path.join('.'), one]));
  const found = [...byPath.values()];
  known.set(schema, found);
  return found;
}

/**
 * The days in a parsed command that a bound on days ahead holds for.
 *
 * @example
 * daysGiven(z.strictObject({ on: localDate }), { on: '2026-09-01' }).length; // => 1
 */
export function daysGiven(schema: z.core.$ZodType, input: unknown): readonly GivenDay[] {
  return dayFields(schema).flatMap(({ path, bound }) =>
    valuesAt(input, path).flatMap((day) =>
      typeof day === 'string' ? [{ field: path.join('.'), day, bound }] : [],
    ),
  );
}

/** The parts of a Zod schema that hold other schemas. */
interface Parts {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
}

function* fieldsIn(schema: z.core.$ZodType, path: readonly string[]): Iterable<DayField> {
  const same: unknown = schema;
  if (same === localDate) yield { path, bound: 'happened' };
  if (same === orderedDay) yield { path, bound: 'ordered' };
  const parts = schema._zod.def as Parts;
  for (const [name, part] of Object.entries(parts.shape ?? {})) {
    yield* fieldsIn(part, [...path, name]);
  }
  for (const part of [parts.element, parts.valueType]) {
    if (part !== undefined) yield* fieldsIn(part, [...path, '*']);
  }
  for (const part of [parts.innerType, parts.in, parts.out, ...(parts.options ?? [])]) {
    if (part !== undefined) yield* fieldsIn(part, path);
  }
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inner =
    name === '*' ? Object.values(value) : [(value as Readonly<Record<string, unknown>>)[name]];
  return inner.flatMap((one) => valuesAt(one, rest));
}
