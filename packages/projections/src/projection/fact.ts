import type { CoreEvent, Ground, Personal } from '@letopis/core';
import { coreEvents } from '@letopis/core';

/** Names of the library's event types. */
export type EventName = CoreEvent['type'];

/** The data of one event type. */
export type DataOf<T extends EventName> = Extract<CoreEvent, { type: T }>['data'];

/** Where a fact stands: every cell of a view or page can name it. */
export interface Source {
  /** Event id. */
  readonly event: string;
  readonly stream: string;
  readonly revision: number;
  /** For resuming and for order only: positions change with a restore. */
  readonly position: string;
  /** Instant at which it was recorded. */
  readonly recordedAt: string;
}

/** Something that holds from a day on. */
export interface Dated {
  /** The calendar day from which it holds. */
  readonly on: string;
  readonly source: Source;
}

/** Data without its personal values: those stand in the `people` view alone. */
type Impersonal<Data> = {
  readonly [
    K in keyof Data as Personal<never> extends Exclude<Data[K], undefined> ? never : K
  ]: Data[K];
};

/** An event as a view keeps it: dated, with its source, and without personal values. */
export type Fact<T extends EventName> = T extends EventName
  ? Dated & {
      readonly type: T;
      /** Who entered it. */
      readonly actor: string;
      readonly ground: Ground | null;
      readonly data: Impersonal<DataOf<T>>;
    }
  : never;

/** A top field of an event type's data that is, or holds, a personal value, and whose it is. */
interface PersonalField {
  readonly field: string;
  /** Path, in the same data, to the id of the person. */
  readonly subject: readonly string[];
}

const personalFields = new Map<string, readonly PersonalField[]>();
for (const { type, personal } of coreEvents) {
  const fields = personal.map(({ path, subject }) => ({
    field: path[0] ?? '',
    subject: subject.split('.'),
  }));
  if (fields.length > 0) personalFields.set(type, fields);
}

/** The event types that hold personal values, as their schemas mark them. */
export const PERSONAL_TYPES: readonly string[] = [...personalFields.keys()];

/** The persons whose values an event holds, each with the fields of its data that are theirs. */
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
    (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
    data,
  );
}

/** Where an event stands. */
export function sourceOf(event: CoreEvent): Source {
  const { id, stream, revision, position, recordedAt } = event;
  return { event: id, stream, revision, position, recordedAt };
}

/** What a view keeps of an event; personal values are left out, whatever the type. */
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
 * What holds on a day: the facts dated on it or before, in the order of the log; null: all.
 *
 * @example
 * standing([], '2026-09-01'); // => []
 */
export function standing<T extends { readonly on: string }>(
  facts: readonly T[],
  on: string | null,
): readonly T[] {
  return on === null ? facts : facts.filter((fact) => fact.on <= on);
}

/** What every answer of a view tells beside its content. */
export interface Answered {
  /** The last fact, in the order of the log, that the answer rests on; null: it rests on none. */
  readonly basis: Source | null;
}

/** The later of two places in the log. */
export function laterSource(a: Source | null, b: Source | null): Source | null {
  if (a === null || b === null) return a ?? b;
  return a.position < b.position ? b : a;
}

/** The last of these facts in the order of the log. */
export function basisOf(facts: readonly Dated[]): Source | null {
  return facts.reduce<Source | null>((last, { source }) => laterSource(last, source), null);
}
