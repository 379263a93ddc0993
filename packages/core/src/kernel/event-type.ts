import type * as z from 'zod';
import type { DraftEvent, RecordedEvent } from './event.ts';
import type { PersonalPath } from './personal.ts';
import { personalPaths } from './personal.ts';

/**
 * An event type: its name and its versions, each a strict schema of shape only (no transform, no
 * default, no refinement: rules live in `decide`, and stored words are never recomputed).
 */
export interface EventType<Type extends string = string, Data = unknown> {
  readonly type: Type;
  /** Newest version; the first is 1. */
  readonly version: number;
  /** Schemas from version 1 on. */
  readonly schemas: readonly z.ZodType[];
  /** `upcasters[n]` turns data of version n + 1 into data of version n + 2. */
  readonly upcasters: readonly ((data: never) => unknown)[];
  /** Personal fields of the newest version. */
  readonly personal: readonly PersonalPath[];
  /** Makes a draft of such an event, as `decide` returns it. */
  // `draft` and `next` are methods, so that an event type with its own data is an `EventType` too.
  draft(facts: Omit<DraftEvent<Type, Data>, 'type'>): DraftEvent<Type, Data>;
  /** The next version: its schema, and how data of this one becomes data of that one. */
  next<Next>(schema: z.ZodType<Next>, upcast: (data: Data) => Next): EventType<Type, Next>;
}

/**
 * Declares an event type with its first version.
 *
 * @example
 * const lessonHeld = eventType('LessonHeld', z.strictObject({ topic: z.string() }));
 * const v2 = lessonHeld.next(z.strictObject({ topic: z.string(), hours: z.number() }),
 *   (old) => ({ ...old, hours: 1 }));
 * v2.version; // => 2
 */
export function eventType<const Type extends string, Data>(
  type: Type,
  schema: z.ZodType<Data>,
): EventType<Type, Data> {
  return versioned(type, [schema], []);
}

function versioned<Type extends string, Data>(
  type: Type,
  schemas: readonly z.ZodType[],
  upcasters: readonly ((data: never) => unknown)[],
): EventType<Type, Data> {
  const newest = schemas.at(-1);
  if (newest === undefined) throw new TypeError(`${type} has no version`);
  return {
    type,
    version: schemas.length,
    schemas,
    upcasters,
    personal: personalPaths(newest),
    draft: (facts) => ({ type, ...facts }),
    next: (schema, up) => versioned(type, [...schemas, schema], [...upcasters, up]),
  };
}

/** The decoded event of an event type. */
export type EventOf<T> =
  T extends EventType<infer Type, infer Data> ? RecordedEvent<Type, Data> : never;

/** The draft of an event type. */
export type DraftOf<T> =
  T extends EventType<infer Type, infer Data> ? DraftEvent<Type, Data> : never;
