import type { CoreEvent, Ground, Personal } from '@letopis/core';
import { coreEvents } from '@letopis/core';

/** Names of the library's event types. */
export type EventName = CoreEvent['type'];

/** The data of one event type. */
export type DataOf<T extends EventName> = Extract<CoreEvent, { type: T }>['data'];

/** The place of a fact in the log. Every cell of a view or page can name it. */
export interface Source {
  /** Event id. */
  readonly event: string;
  readonly stream: string;
  readonly revision: number;
  /** For resuming and ordering only: a restore of the log changes positions. */
  readonly position: string;
  /** Instant of recording. */
  readonly recordedAt: string;
}

/** Something that is valid from a day on. */
export interface Dated {
  /** First calendar day on which it is valid. */
  readonly on: string;
  readonly source: Source;
}

/** Event data without its personal values, which only the `people` view holds. */
type Impersonal<Data> = {
  readonly [
    K in keyof Data as Personal<never> extends Exclude<Data[K], undefined> ? never : K
  ]: Data[K];
};

/**
 * An event as a view stores it: its day, its place in the log, and its data without personal
 * values.
 */
export type Fact<T extends EventName> = T extends EventName
  ? Dated & {
      readonly type: T;
      /** Who entered it. */
      readonly actor: string;
      readonly ground: Ground | null;
      readonly data: Impersonal<DataOf<T>>;
    }
  : never;

/**
 * A top-level field of an event type's data that is, or contains, a personal value, and whose value
 * it is.
 */
interface PersonalField {
  readonly field: string;
  /** What it is kept for: `identification`, `assessment`, … */
  readonly purpose: string;
  /** Path to the person's id in the same data. */
  readonly subject: readonly string[];
}

/** What rows of imports are known by is for the next import alone: no view keeps it. */
const FOR_IMPORTS = 'import';

const personalFields = new Map<string, readonly PersonalField[]>();
for (const { type, personal } of coreEvents) {
  const shown = personal.filter(({ purpose }) => purpose !== FOR_IMPORTS);
  const fields = shown.map(({ path, subject, purpose }) => ({
    field: path[0] ?? '',
    purpose,
    subject: subject.split('.'),
  }));
  if (fields.length > 0) personalFields.set(type, fields);
}

/** The event types with personal values, read from the schemas. */
export const PERSONAL_TYPES: readonly string[] = [...personalFields.keys()];

/** What the personal values of a field are kept for; empty for a field that has none. */
export const purposesOf = (type: string, field: string): readonly string[] =>
  (personalFields.get(type) ?? []).flatMap((one) => (one.field === field ? [one.purpose] : []));

/** Every purpose for which the library keeps a personal value. */
export const allPurposes = (): readonly string[] => [
  ...new Set([...personalFields.values()].flat().map(({ purpose }) => purpose)),
];

/** The persons whose personal values an event contains, each with the names of their fields. */
export function personalSubjects(event: CoreEvent): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { field, subject } of personalFields.get(event.type) ?? []) {
    const person = at(event.data, subject);
    if (typeof person !== 'string') continue;
    const own = found.get(person) ?? [];
    found.set(person, own);
    if (!own.includes(field)) own.push(field);
  }
  return found;
}

function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    data,
  );
}

/** The place of an event in the log. */
export function sourceOf(event: CoreEvent): Source {
  const { id, stream, revision, position, recordedAt } = event;
  return { event: id, stream, revision, position, recordedAt };
}

/**
 * Makes the fact that a view stores of an event. Leaves out personal values, for every event type.
 */
export function factOf<E extends CoreEvent>(event: E): Fact<E['type']> {
  const { type, occurredOn: on, actor, ground, data } = event;
  const fact = { type, on, source: sourceOf(event), actor, ground, data: impersonal(type, data) };
  return fact as Fact<E['type']>;
}

function impersonal(type: string, data: object): object {
  const fields = personalFields.get(type);
  if (fields === undefined) return data;
  const personal = fields.map(({ field }) => field);
  return Object.fromEntries(Object.entries(data).filter(([field]) => !personal.includes(field)));
}

/** Is the event of one of these types? */
export function isOneOf<E extends { readonly type: EventName }, T extends EventName>(
  event: E,
  types: readonly T[],
): event is Extract<E, { type: T }> {
  return (types as readonly string[]).includes(event.type);
}

/**
 * The facts dated on or before a day, in log order; all facts if the day is `null`.
 *
 * @example
 * standing([], '2026-09-01'); // => []
 */
export function factsOn<T extends { readonly on: string }>(
  facts: readonly T[],
  on: string | null,
): readonly T[] {
  return on === null ? facts : facts.filter((fact) => fact.on <= on);
}

/** Orders by day; what is of one day stays in the order that it had. */
export const byDay = (a: { readonly on: string }, b: { readonly on: string }): number =>
  a.on < b.on ? -1 : Number(a.on > b.on);

/** The part that all answers of views share. */
export interface WithBasis {
  /** The last fact, in log order, that the answer depends on; `null` if it depends on none. */
  readonly basis: Source | null;
}

/** The later of two places in the log. */
export function laterSource(a: Source | null, b: Source | null): Source | null {
  if (a === null || b === null) return a ?? b;
  return a.position < b.position ? b : a;
}

/** The place of the last of some facts in log order; `null` for an empty list. */
export function basisOf(facts: readonly Dated[]): Source | null {
  return facts.reduce<Source | null>((last, { source }) => laterSource(last, source), null);
}
