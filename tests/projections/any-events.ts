import type { CoreEvent } from '@letopis/core';
import { coreEvents } from '@letopis/core';
import { REF_KINDS, sortedRefs } from '@letopis/core/kernel';
import fc from 'fast-check';
import type * as z from 'zod';
import { someDay } from './event-arbitraries.ts';

/*
 * Events of every type of the library, made from their schemas: any value that the shape allows,
 * with ids from small pools so that facts concern the same things. No real log has them in such an
 * order; a view must accept them nevertheless.
 */

interface Inside {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

const inside = (schema: z.ZodType): Inside => schema._zod.def as unknown as Inside;

const eventIds = Array.from(
  { length: 24 },
  (_, at) => `01980000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
);

const one = (...pool: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...pool);

/** Fields whose texts must equal those of other events now and then. */
const POOLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  learner: one('l-1', 'l-2'),
  other: one('l-3', 'l-4'),
  enrollment: one('l-1.p-1.1', 'l-2.p-1.1'),
  programme: one('p-1'),
  group: one('g-1', 'g-2'),
  module: one('safety', 'law'),
  document: one('certificates.2026.1', 'certificates.2026.2'),
  first: one('certificates.2026.1', 'certificates.2026.2'),
  record: one('enrollment-l-1.p-1.1', 'file-l-1.1', 'journal-g-1.safety.2026', 'learner-l-1'),
  ...Object.fromEntries(
    [
      'corrects',
      'correction',
      'replaces',
      'debt',
      'of',
      'granted',
      'result',
      'retake',
      'about',
    ].map((field) => [field, one(...eventIds)]),
  ),
};

const DAYS = new Set(['actedOn', 'dueOn', 'due', 'until', 'from', 'plannedOn', 'studyFrom']);

function valueOf(field: string, schema: z.ZodType): fc.Arbitrary<unknown> {
  const { type, shape, element, innerType, options, values, entries } = inside(schema);
  if (shape !== undefined) return objectOf(shape);
  if (element !== undefined) return fc.array(valueOf(field, element), { maxLength: 2 });
  if (options !== undefined) {
    return fc.oneof(...options.map((option) => valueOf(field, option)));
  }
  if (innerType !== undefined) {
    const held = valueOf(field, innerType);
    return type === 'nullable' ? fc.option(held, { nil: null, freq: 3 }) : held;
  }
  if (values !== undefined) return fc.constantFrom(...values);
  if (entries !== undefined) return fc.constantFrom(...Object.values(entries));
  switch (type) {
    case 'string':
      if (DAYS.has(field)) return someDay;
      return POOLS[field] ?? one(`${field}-1`, `${field}-2`);
    case 'number':
      return fc.integer({ min: 1, max: 3 });
    case 'boolean':
      return fc.boolean();
    case 'record':
      return fc.constant({});
    default:
      throw new TypeError(`${field}: no value is made for a schema of the kind ${type}`);
  }
}

function objectOf(shape: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([field, schema]) => {
    const optional = inside(schema).type === 'optional';
    const held = valueOf(field, schema);
    return [field, optional ? fc.option(held, { nil: undefined, freq: 2 }) : held] as const;
  });
  return fc
    .record(Object.fromEntries(fields))
    .map((data) =>
      Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
    );
}

/** Data of every event type, by its name. */
export const anyData: ReadonlyMap<string, fc.Arbitrary<unknown>> = new Map(
  coreEvents.map(({ type, schemas }) => {
    const newest = schemas.at(-1);
    if (newest === undefined) throw new TypeError(`${type} has no schema`);
    return [type as string, valueOf(type, newest)];
  }),
);

/** The refs that `decide` would fill from ids in the data. */
function refsOf(data: unknown): Record<string, readonly string[]> {
  const fields = Object.entries(data as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    fields.flatMap(([field, value]) =>
      (REF_KINDS as readonly string[]).includes(field) && typeof value === 'string'
        ? [[field, [value]]]
        : [],
    ),
  );
}

/** One event around its data, at a place in the log. */
export function eventAround(type: string, data: unknown, on: string, at = 1): CoreEvent {
  const id = eventIds[at - 1] ?? `01980000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const { record } = data as { readonly record?: unknown };
  const moved = ['HandedOver', 'AcceptedByArchive', 'ReturnedByArchive'].includes(type);
  const own = moved && typeof record === 'string' ? record : 'register-certificates.2026';
  return {
    id,
    type,
    schemaVersion: 1,
    stream: `academy.${own}`,
    revision: at - 1,
    position: String(at).padStart(12, '0'),
    occurredOn: on,
    recordedAt: new Date(Date.parse('2026-09-01T08:00:00.000Z') + at * 60_000).toISOString(),
    actor: 'u-1',
    onBehalfOf: null,
    // Every second one rests on an order.
    ground: at % 2 === 0 ? null : { kind: 'order', number: '7-з', date: on },
    commandId: id,
    commandDigest: '0'.repeat(32),
    causationId: null,
    refs: sortedRefs({ group: ['g-1'], ...refsOf(data) }) ?? {},
    data,
  } as unknown as CoreEvent;
}

const someType = fc.constantFrom(...anyData.keys());

/** Logs of any events of these types (by default of all), in any order. */
export const anyLog = (types?: readonly string[]): fc.Arbitrary<readonly CoreEvent[]> => {
  const type = types === undefined ? someType : fc.constantFrom(...types);
  const event = type.chain((name) =>
    fc.tuple(fc.constant(name), anyData.get(name) ?? fc.constant({}), someDay),
  );
  return fc
    .array(event, { minLength: 1, maxLength: 24 })
    .map((list) => list.map(([name, data, on], index) => eventAround(name, data, on, index + 1)));
};
