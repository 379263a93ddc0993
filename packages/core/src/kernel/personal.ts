import * as z from 'zod';

/**
 * A personal value, or the note that it was erased. A missing key and a broken ciphertext are
 * errors, never `erased`.
 */
export type Personal<T> = { readonly value: T } | { readonly erased: true };

/** Whose value it is, and for what purpose it is processed. */
export interface PersonalOptions {
  /** Path, in the same event's data, to the id of the person: `learner`. */
  readonly subject: string;
  /** The purpose of processing (152-FZ art. 5): `identification`, `assessment`, … */
  readonly purpose: string;
}

// The mark is in the schema's definition, which zod copies whenever it makes a schema from another:
// metadata and a list beside the schemas would be lost when the field is described or refined.
const MARK = Symbol.for('letopis.personal');

/**
 * Marks a field of an event's data as personal. Its value is never in the line: the line has a
 * commitment to it, and the value lies beside the line, where it can be emptied.
 *
 * @example
 * z.strictObject({ learner: z.string(),
 *   name: personal(z.string(), { subject: 'learner', purpose: 'identification' }) });
 */
export function personal<T>(inner: z.ZodType<T>, options: PersonalOptions): z.ZodType<Personal<T>> {
  const schema = z.union([
    z.strictObject({ value: inner }),
    z.strictObject({ erased: z.literal(true) }),
  ]);
  Object.assign(schema._zod.def, { [MARK]: options });
  return schema as unknown as z.ZodType<Personal<T>>;
}

/** Whose value a schema marks as personal, and for what purpose; null: it is not marked. */
export const personalMark = (schema: z.core.$ZodType): PersonalOptions | null =>
  (schema as unknown as { readonly _zod: SchemaInside })._zod.def[MARK] ?? null;

/** Wraps a value as a personal one that is not erased. */
export const known = <T>(value: T): Personal<T> => ({ value });

/** The value, or what to show in its place where it is erased. */
export function valueOr<T, U>(field: Personal<T>, erased: U): T | U {
  return 'value' in field ? field.value : erased;
}

/** A personal field of an event type: where it is, and whose value it is. */
export interface PersonalPath extends PersonalOptions {
  readonly path: readonly string[];
}

/**
 * Finds the personal fields of a schema, also in nested objects, optional or nullable ones too, so
 * that composing schemas loses no mark. Throws a `TypeError` for one inside an array, a record or a
 * union (such a field has no fixed path: give each its own event), and for a subject that the
 * schema does not have.
 */
export function personalPaths(schema: z.ZodType): readonly PersonalPath[] {
  const found: PersonalPath[] = [];
  walk(schema, [], true, found, []);
  for (const { subject, path } of found) {
    if (!hasPath(schema, subject.split('.'))) {
      throw new TypeError(`personal field ${path.join('.')}: no subject at ${subject}`);
    }
  }
  return found;
}

/** Schemas around another one that leave its path as it is. */
const WRAPPERS: ReadonlySet<string> = new Set(['optional', 'nonoptional', 'nullable', 'readonly']);

function walk(
  schema: z.ZodType,
  path: readonly string[],
  fixed: boolean,
  found: PersonalPath[],
  around: readonly z.ZodType[],
): void {
  if (around.includes(schema)) return; // a schema that contains itself
  const { def, innerType = def.innerType } = schema._zod as unknown as SchemaInside;
  const mark = def[MARK];
  if (mark !== undefined) {
    if (!fixed) throw new TypeError(`personal field at ${path.join('.')} has no fixed path`);
    found.push({ path, ...mark });
    return;
  }
  const inside = [...around, schema];
  for (const [key, held] of Object.entries(def.shape ?? {})) {
    walk(held, [...path, key], fixed, found, inside);
  }
  if (innerType !== undefined) {
    walk(innerType, path, fixed && WRAPPERS.has(def.type), found, inside);
  }
  for (const held of looseParts(def)) walk(held, [...path, '*'], false, found, inside);
}

/**
 * All other schemas that a schema is made of: elements, options, both sides of an intersection, …
 */
function looseParts({ shape: _s, innerType: _i, ...rest }: SchemaDef): readonly z.ZodType[] {
  const parts: readonly unknown[] = Object.values(rest).flat();
  return parts.filter(isSchema);
}

function isSchema(part: unknown): part is z.ZodType {
  return typeof part === 'object' && part !== null && '_zod' in part;
}

/** What zod has inside a schema; for a lazy one `innerType` is beside the definition. */
interface SchemaInside {
  readonly def: SchemaDef;
  readonly innerType?: z.ZodType;
}

interface SchemaDef {
  readonly type: string;
  readonly [MARK]?: PersonalOptions;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
}

function hasPath(schema: z.ZodType, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  const { def } = schema._zod as unknown as SchemaInside;
  if (def.innerType !== undefined) return hasPath(def.innerType, path);
  const held = def.shape?.[key];
  return held !== undefined && hasPath(held, rest);
}
