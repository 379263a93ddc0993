import * as z from 'zod';
import { complaint, shown } from '../../../../values/complaint.ts';
import { identifier } from '../../../../values/identifier.ts';
import { isLocalDate } from '../../../../values/local-date.ts';
import { bothLanguages, text } from '../../../../values/shape.ts';
import { localText, shortText } from '../../../../values/text.ts';

/*
 * The kinds of field that a section of the regulation is made of. A field is declared once; from
 * the declaration come its stored shape, its input schema with limits, the ids that it refers to,
 * and its value where an edition does not regulate it.
 */

/** An id found in a value: a reference to an office or kind of assessment, or a repeated id. */
export interface Named {
  readonly what: 'office' | 'assessment-kind' | 'repeated';
  readonly id: string;
  /** Path of the field: `retention.approvals.offices`. */
  readonly at: string;
}

/** A field of a section: `S` is its stored schema, `G` the schema of its input. */
export interface Field<S extends z.ZodType = z.ZodType, G extends z.ZodType = z.ZodType> {
  /** Schema of shape only: a limit that changes later must not make an old edition unreadable. */
  readonly stored: S;
  /** Schema of the same shape with limits, for `adopt` and `amend`. */
  readonly input: G;
  /** Its value where it is not regulated: nothing is described, allowed or required. */
  readonly unregulated: z.output<S>;
  /** Version of the section's event type that introduced it: 1 for most fields. */
  readonly since: number;
  /** Highest version that introduced this field or a field inside it. */
  readonly newestVersion: number;
  // Methods, not properties: their parameters are bivariant, so every Field<S, G> is a Field.
  /** The references and repeated ids in a value; `at` is the field's path. */
  named(value: z.output<S>, at: string): readonly Named[];
  /** Its stored schema in a version of the event type. */
  storedInVersion(version: number): z.ZodType;
  /** Converts a stored value of the version before to this version. */
  upcast(value: unknown, version: number): unknown;
}

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The stored schema of an object with these fields. */
export type StoredShape<F extends Fields> = z.ZodObject<
  { [K in keyof F]: F[K]['stored'] },
  z.core.$strict
>;

/** The input schema of an object with these fields. */
export type InputShape<F extends Fields> = z.ZodObject<
  { [K in keyof F]: F[K]['input'] },
  z.core.$strict
>;

type NamesIn<T> = (value: T, at: string) => readonly Named[];

/** A field with schemas of its own, its value where not regulated, and the ids it refers to. */
export function custom<S extends z.ZodType, G extends z.ZodType>(
  stored: S,
  given: G,
  none: z.output<S>,
  named: NamesIn<z.output<S>> = () => [],
): Field<S, G> {
  const plain = { since: 1, newestVersion: 1, upcast: (value: unknown) => value };
  return {
    stored,
    input: given,
    unregulated: none,
    ...plain,
    storedInVersion: () => stored,
    named,
  };
}

/** The ids that occur more than once in a list. */
export function repeated(ids: readonly string[], at: string): readonly Named[] {
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => ({ what: 'repeated', id, at }));
}

/**
 * Marks a field as introduced by a later version of the section's event type. In an older edition
 * the field has the value {@link Field.unregulated}, because that edition does not regulate it; and
 * so it has where `adopt` or `amend` is given rules that were written before the field existed.
 *
 * @example
 * const fields = { orderFor: ids(), noticeRequired: since(2, yesNo) };
 */
export function since<S extends z.ZodType, G extends z.ZodType>(
  version: number,
  one: Field<S, G>,
): Field<S, z.ZodDefault<G>> {
  return {
    ...one,
    input: one.input.default(one.unregulated as z.core.util.NoUndefined<z.output<G>>),
    since: version,
    newestVersion: Math.max(version, one.newestVersion),
  };
}

/** An object of several fields. */
export function object<F extends Fields>(fields: F): Field<StoredShape<F>, InputShape<F>> {
  const all = Object.entries(fields);
  const stored = z.strictObject(
    Object.fromEntries(all.map(([name, one]) => [name, one.stored])) as {
      [K in keyof F]: F[K]['stored'];
    },
  );
  const given = z.strictObject(
    Object.fromEntries(all.map(([name, one]) => [name, one.input])) as {
      [K in keyof F]: F[K]['input'];
    },
  );
  return {
    stored,
    input: given,
    unregulated: stored.parse(
      Object.fromEntries(all.map(([name, one]) => [name, one.unregulated])),
    ),
    since: 1,
    newestVersion: Math.max(1, ...all.map(([, one]) => one.newestVersion)),
    named: (value, at) =>
      Object.entries(value).flatMap(([name, part]) => [
        ...(fields[name]?.named(part, `${at}.${name}`) ?? []),
      ]),
    storedInVersion: (version) => {
      const known = all.filter(([, one]) => one.since <= version);
      return z.strictObject(
        Object.fromEntries(known.map(([name, one]) => [name, one.storedInVersion(version)])),
      );
    },
    upcast: (value, version) => {
      const old = new Map<string, unknown>(Object.entries(value as object));
      const known = all.filter(([, one]) => one.since <= version);
      return Object.fromEntries(
        known.map(([name, one]) => [
          name,
          one.since === version ? one.unregulated : one.upcast(old.get(name), version),
        ]),
      );
    },
  };
}

interface Limits<T> {
  readonly min?: number;
  /** Default: 100. */
  readonly max?: number;
  /** The id or ids of an element, which no other element may have. */
  readonly unique?: (one: T) => string | readonly string[];
}

/** A list of values of one field; its length and the uniqueness of its ids may be limited. */
export function list<S extends z.ZodType, G extends z.ZodType>(
  of: Field<S, G>,
  { min = 0, max = 100, unique = () => [] }: Limits<z.output<S>> = {},
): Field<z.ZodArray<S>, z.ZodArray<G>> {
  const given = z.array(of.input).max(max);
  return {
    ...custom(z.array(of.stored), min === 0 ? given : given.min(min), [], (value, at) => [
      ...value.flatMap((one) => [...of.named(one, at)]),
      ...repeated(value.flatMap(unique), at),
    ]),
    newestVersion: of.newestVersion,
    storedInVersion: (version) => z.array(of.storedInVersion(version)),
    upcast: (value, version) =>
      Array.isArray(value) ? value.map((one: unknown) => of.upcast(one, version)) : value,
  };
}

/** A field that may be null; null where it is not regulated. */
export function orNull<S extends z.ZodType, G extends z.ZodType>(
  of: Field<S, G>,
): Field<z.ZodNullable<S>, z.ZodNullable<G>> {
  return {
    ...custom(z.nullable(of.stored), z.nullable(of.input), null, (value, at) =>
      value === null ? [] : of.named(value, at),
    ),
    newestVersion: of.newestVersion,
    storedInVersion: (version) => z.nullable(of.storedInVersion(version)),
    upcast: (value, version) => (value === null ? null : of.upcast(value, version)),
  };
}

/** True or false; false where it is not regulated. */
export const yesNo = custom(z.boolean(), z.boolean(), false);

/** An id that the organisation chooses. */
export const id = custom(text, identifier, '');

/** The id of an office, which the section `general` must describe. */
export const office = custom(text, identifier, '', (one, at) => [{ what: 'office', id: one, at }]);

/** The id of a kind of assessment, which the section `assessment` must describe. */
export const assessmentKind = custom(text, identifier, '', (one, at) => [
  { what: 'assessment-kind', id: one, at },
]);

/** A title in both languages. */
export const title = custom(bothLanguages, localText, { ru: '', en: '' });

/** The fields `id` and `title`. */
export const titled = { id, title };

/** A list of ids that the organisation chooses. */
export const ids = (limits: Limits<string> = {}) => list(id, limits);

/** A list of ids of offices. */
export const offices = (limits: Limits<string> = {}) => list(office, limits);

/** A list of ids of kinds of assessment. */
export const assessmentKinds = (limits: Limits<string> = {}) => list(assessmentKind, limits);

/** The id of an element: for the limit `unique` of {@link list}. */
export const idOf = (one: { readonly id: string }): string => one.id;

/** A list of elements with `id` and `title`, each id once. */
export const titledList = (limits: { readonly min?: number; readonly max?: number } = {}) =>
  list(object(titled), { ...limits, unique: idOf });

/** An integer from `min` to `max`; `min` where it is not regulated. */
export const integer = (min: number, max: number) =>
  custom(z.number(), z.int().min(min).max(max), min);

/** A number from `min` to `max`, which may have a fraction; `min` where it is not regulated. */
export const number = (min: number, max: number) =>
  custom(z.number(), z.number().min(min).max(max), min);

/** A text of one line, of at most `max` characters. */
export const textUpTo = (max: number) => custom(text, shortText(max), '');

const firstOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values).parse(values[0]);

/** One of the given words; the first where it is not regulated. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  custom(z.enum(values), z.enum(values), firstOf(values));

/** One of the given words, stored as any text, so that a word may be added later. */
export const oneOfAsText = <const V extends readonly [string, ...string[]]>(values: V) =>
  custom(text, z.enum(values), values[0]);

/** A list of some of the given words. */
export const someOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  list(oneOf(values), { max: values.length });

/** A day that every year has, as `MM-DD`; 29 February is refused. */
export const dayOfYear = custom(
  text,
  z.string().refine((day) => isLocalDate(`2001-${day}`), {
    error: ({ input }) =>
      complaint(
        `${shown(input)} не день года вида ММ-ДД, например 12-31`,
        `${shown(input)} is no day of every year MM-DD, such as 12-31`,
      ),
  }),
  '12-31',
);
