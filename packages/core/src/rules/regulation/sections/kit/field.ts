import * as z from 'zod';
import { complaint, shown } from '../../../../values/complaint.ts';
import { identifier } from '../../../../values/identifier.ts';
import { isLocalDate } from '../../../../values/local-date.ts';
import { bothLanguages, text } from '../../../../values/shape.ts';
import { localText, shortText } from '../../../../values/text.ts';

/*
 * The fields of a section, each declared once. From one declaration come the shape in which the log
 * stores it, the limits within which `adopt` and `amend` take it, and what it names.
 */

/** Something that a value names: an office, a kind of assessment, or an id that stands twice. */
export interface Named {
  readonly what: 'office' | 'assessment-kind' | 'repeated';
  readonly id: string;
  /** Where: `retention.approvals.offices`. */
  readonly at: string;
}

/** A field of a section: `S` is how the log stores it, `G` how `adopt` and `amend` take it. */
export interface Field<S extends z.ZodType = z.ZodType, G extends z.ZodType = z.ZodType> {
  /** Shape only: a limit that changes later must not make an old edition unreadable. */
  readonly stored: S;
  /** The same shape with its limits. */
  readonly input: G;
  /** What it says where it is not regulated: nothing described, allowed or asked for. */
  readonly unregulated: z.output<S>;
  /** Version of the section's event type that brought it; most came with the first. */
  readonly since: number;
  /** Newest version that brought this field, or one inside it. */
  readonly newestVersion: number;
  // Methods, so that a field of its own type is a `Field` too.
  /** What a value names. */
  named(value: z.output<S>, at: string): readonly Named[];
  /** Its stored shape as an older version had it. */
  storedInVersion(version: number): z.ZodType;
  /** A stored value of the version before, in the shape of this one. */
  upcast(value: unknown, version: number): unknown;
}

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The stored shape of some fields. */
export type StoredShape<F extends Fields> = z.ZodObject<
  { [K in keyof F]: F[K]['stored'] },
  z.core.$strict
>;

/** The shape that `adopt` and `amend` take. */
export type InputShape<F extends Fields> = z.ZodObject<
  { [K in keyof F]: F[K]['input'] },
  z.core.$strict
>;

type NamesIn<T> = (value: T, at: string) => readonly Named[];

/** A field of one's own shape. */
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

/** The ids that a list holds more than once. */
export function repeated(ids: readonly string[], at: string): readonly Named[] {
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => ({ what: 'repeated', id, at }));
}

/**
 * A field that a later version of the section's event type brought. An edition that is older than
 * it has {@link Field.unregulated} there: what it did not know is not regulated by it.
 *
 * @example
 * const fields = { orderFor: ids(), noticeRequired: since(2, yesNo) };
 */
export function since<S extends z.ZodType, G extends z.ZodType>(
  version: number,
  one: Field<S, G>,
): Field<S, G> {
  return { ...one, since: version, newestVersion: Math.max(version, one.newestVersion) };
}

/** Several fields as one. */
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
  /** 100 where nothing else is said. */
  readonly max?: number;
  /** The id, or the ids, of an element that no other element may have. */
  readonly unique?: (one: T) => string | readonly string[];
}

/** A list of one kind of field. */
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

/** A field that may say null. */
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

/** Yes or no; no where it is not regulated. */
export const yesNo = custom(z.boolean(), z.boolean(), false);

/** An id of the organisation's own. */
export const id = custom(text, identifier, '');

/** Id of an office, which the section `general` describes. */
export const office = custom(text, identifier, '', (one, at) => [{ what: 'office', id: one, at }]);

/** Id of a kind of assessment, which the section `assessment` describes. */
export const assessmentKind = custom(text, identifier, '', (one, at) => [
  { what: 'assessment-kind', id: one, at },
]);

/** A title in both languages. */
export const title = custom(bothLanguages, localText, { ru: '', en: '' });

/** The fields of all that has an id and a title. */
export const titled = { id, title };

/** Ids of the organisation's own. */
export const ids = (limits: Limits<string> = {}) => list(id, limits);

/** Offices. */
export const offices = (limits: Limits<string> = {}) => list(office, limits);

/** Kinds of assessment. */
export const assessmentKinds = (limits: Limits<string> = {}) => list(assessmentKind, limits);

/** The id of an element, for {@link list}. */
export const idOf = (one: { readonly id: string }): string => one.id;

/** What has an id and a title, each id once. */
export const titledList = (limits: { readonly min?: number; readonly max?: number } = {}) =>
  list(object(titled), { ...limits, unique: idOf });

/** A whole number within limits, both included. */
export const integer = (min: number, max: number) =>
  custom(z.number(), z.int().min(min).max(max), min);

/** A number within limits, both included; not whole where it need not be. */
export const number = (min: number, max: number) =>
  custom(z.number(), z.number().min(min).max(max), min);

/** A text of one line, up to so many characters. */
export const textUpTo = (max: number) => custom(text, shortText(max), '');

const firstOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values).parse(values[0]);

/** One of a few words; the first is what holds where it is not regulated. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  custom(z.enum(values), z.enum(values), firstOf(values));

/** One of a few words, stored as any text. */
export const oneOfAsText = <const V extends readonly [string, ...string[]]>(values: V) =>
  custom(text, z.enum(values), values[0]);

/** Some of a few words. */
export const someOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  list(oneOf(values), { max: values.length });

/** A day of every year, `MM-DD`: 29 February is none. */
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
