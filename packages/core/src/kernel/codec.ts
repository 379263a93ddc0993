import * as z from 'zod';
import type { Beside, BesideField, DraftEvent, LineFields, RecordedEvent } from './event.ts';
import type { SealedField } from './event.ts';
import type { StoredLine } from './event-store.ts';
import type { JsonObject } from './json.ts';
import type { PersonalPath } from './personal.ts';
import type { Ports } from './ports.ts';
import { LetopisError } from './errors.ts';
import { deepFreeze, utf8Bytes } from './json.ts';
import { personalPaths } from './personal.ts';
import { base64 } from './ports.ts';

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
  /** Makes a draft of such an event, as `decide` emits it. */
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

/** Data as it goes into a line, and what goes beside it. */
export interface EncodedData {
  readonly schema: number;
  /** The data as a reader will see it: checked, personal values in place. */
  readonly whole: unknown;
  /** The same without personal values: this goes into the line. */
  readonly data: JsonObject;
  readonly sealed: Readonly<Record<string, SealedField>> | null;
  readonly beside: Beside | null;
}

/** Translates between domain events and stored lines. */
export interface Codec<E extends RecordedEvent = RecordedEvent> {
  readonly types: ReadonlyMap<string, EventType>;
  /** Checks a draft's data against the newest schema and parts personal values from it. */
  encode(draft: DraftEvent, id: string, ports: Ports): EncodedData;
  /** Reads a stored line: shape checked, brought to the newest version, personal values back in. */
  decode(stored: StoredLine): E;
  /** JSON Schema of every version of every type, for archives and other readers. */
  jsonSchemas(): Readonly<Record<string, readonly unknown[]>>;
}

/** Fields of zod's JSON path, joined for messages. */
const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/**
 * Builds a codec from lists of event types: the library's, and a user's own.
 * Throws `misuse` for two types of one name.
 *
 * @example
 * const mine = codec(coreEvents, [lessonHeld]);
 */
export function codec<const T extends readonly (readonly EventType[])[]>(
  ...lists: T
): Codec<EventOf<T[number][number]>> {
  const types = new Map<string, EventType>();
  for (const type of lists.flat()) {
    if (types.has(type.type) && types.get(type.type) !== type) {
      throw new LetopisError('misuse', `two event types are named ${type.type}: rename one`);
    }
    types.set(type.type, type);
  }
  // A store that keeps frozen lines in memory gives the same object each time: decode it once.
  const decoded = new WeakMap<StoredLine, RecordedEvent>();
  const decodeOnce = (stored: StoredLine): RecordedEvent => {
    const kept = decoded.get(stored);
    if (kept !== undefined) return kept;
    const event = decode(types, stored);
    if (Object.isFrozen(stored)) decoded.set(stored, deepFreeze(event));
    return event;
  };
  return {
    types,
    encode: (draft, id, ports) => encode(typeOf(types, draft.type), draft, id, ports),
    decode: (stored) => decodeOnce(stored) as EventOf<T[number][number]>,
    jsonSchemas: () =>
      Object.fromEntries(
        [...types.values()].map((t) => [t.type, t.schemas.map((s) => z.toJSONSchema(s))]),
      ),
  };
}

function typeOf(types: ReadonlyMap<string, EventType>, type: string): EventType {
  const found = types.get(type);
  if (found !== undefined) return found;
  throw new LetopisError(
    'unknown-event-type',
    `no event type ${type} in this codec; give codec() the list that declares it`,
    { type },
  );
}

function encode(type: EventType, draft: DraftEvent, id: string, ports: Ports): EncodedData {
  const parsed = type.schemas[type.version - 1]?.safeParse(draft.data);
  if (parsed?.success !== true) {
    const issue = parsed?.error.issues[0];
    const where = issue === undefined ? '' : `${pathText(issue.path)}: ${issue.message}`;
    throw new LetopisError('misuse', `decide gave a ${type.type} of the wrong shape: ${where}`, {
      type: type.type,
    });
  }
  const whole = parsed.data as JsonObject;
  if (type.personal.length === 0) {
    return { schema: type.version, whole, data: whole, sealed: null, beside: null };
  }
  return { whole, ...setAside(type, structuredClone(whole), id, ports) };
}

function setAside(
  type: EventType,
  data: JsonObject,
  id: string,
  ports: Ports,
): Omit<EncodedData, 'whole'> {
  const sealed: Record<string, SealedField> = {};
  const beside: Record<string, BesideField> = {};
  for (const { path } of type.personal) {
    const owner = ownerOf(data, path);
    const key = path.at(-1) ?? '';
    const field = owner?.[key];
    if (owner === null || field === undefined || field === null) continue;
    if (!('value' in field)) {
      throw new LetopisError('misuse', `${type.type}.${path.join('.')}: nothing to record`);
    }
    const at = path.join('.');
    const kept = { nonce: base64(ports.random(16)), value: JSON.stringify(field.value) };
    sealed[at] = { key: null, hash: sealHash(id, at, kept, ports.hash) };
    beside[at] = kept;
    delete owner[key];
  }
  const some = Object.keys(sealed).length > 0;
  return {
    schema: type.version,
    data,
    sealed: some ? sealed : null,
    beside: some ? beside : null,
  };
}

type Holder = Record<string, { value?: unknown } | null | undefined>;

function ownerOf(data: JsonObject, path: readonly string[]): Holder | null {
  let owner: unknown = data;
  for (const key of path.slice(0, -1)) {
    if (typeof owner !== 'object' || owner === null) return null;
    owner = (owner as Record<string, unknown>)[key];
  }
  return typeof owner === 'object' && owner !== null ? (owner as Holder) : null;
}

/**
 * The commitment to what lies beside a line: SHA-256 (base64) over the netstrings of event id, path,
 * nonce and value. The nonce lies beside too, so an emptied value cannot be guessed from the line.
 */
export function sealHash(
  id: string,
  path: string,
  field: BesideField,
  hash: Ports['hash'],
): string {
  const parts = [id, path, field.nonce, field.value];
  return hash(parts.map((part) => `${utf8Bytes(part)}:${part},`).join(''), 'base64');
}

function decode(types: ReadonlyMap<string, EventType>, stored: StoredLine): RecordedEvent {
  const fields = JSON.parse(stored.line) as LineFields;
  const type = typeOf(types, fields.type);
  if (fields.schema > type.version) {
    throw new LetopisError(
      'newer-event-version',
      `${fields.stream}@${fields.revision} holds ${fields.type} of version ${fields.schema}, ` +
        `this codec knows ${type.version}; use a newer Letopis`,
      { stream: fields.stream, revision: fields.revision, type: fields.type },
    );
  }
  const whole = fields.sealed === null ? fields.data : bringBack(fields, fields.sealed, stored);
  const data = upcast(type, fields, whole);
  return {
    id: fields.id,
    type: fields.type,
    schemaVersion: fields.schema,
    stream: fields.stream,
    revision: fields.revision,
    position: stored.position,
    occurredOn: fields.occurredOn,
    recordedAt: fields.recordedAt,
    actor: fields.actor,
    onBehalfOf: fields.onBehalfOf,
    ground: fields.ground,
    commandId: fields.commandId,
    commandDigest: fields.commandDigest,
    causationId: fields.causationId,
    refs: fields.refs ?? NO_REFS,
    data,
  };
}

const NO_REFS = Object.freeze({});

function bringBack(
  fields: LineFields,
  sealed: Readonly<Record<string, SealedField>>,
  stored: StoredLine,
): JsonObject {
  const data = fields.data as Record<string, unknown>;
  for (const path of Object.keys(sealed)) {
    const keys = path.split('.');
    const owner = ownerOf(fields.data, keys) ?? data;
    const key = keys.at(-1) ?? path;
    if (stored.beside === 'emptied') {
      owner[key] = { erased: true } as never;
      continue;
    }
    const kept = stored.beside?.[path];
    if (kept === undefined) {
      const at = `${fields.stream}@${fields.revision}`;
      const say = `${at}: the personal value ${path} is missing, and was not emptied`;
      throw new LetopisError('corrupt', say, { stream: fields.stream, path });
    }
    owner[key] = { value: JSON.parse(kept.value) as unknown };
  }
  return data as JsonObject;
}

function upcast(type: EventType, fields: LineFields, stored: JsonObject): unknown {
  const schema = type.schemas[fields.schema - 1];
  const parsed = schema?.safeParse(stored);
  if (parsed?.success !== true) {
    const issue = parsed?.error.issues[0];
    const where = issue === undefined ? '' : `${pathText(issue.path)}: ${issue.message}`;
    throw new LetopisError(
      'undecodable-event',
      `${fields.stream}@${fields.revision} is no ${type.type} of version ${fields.schema}: ${where}`,
      { stream: fields.stream, revision: fields.revision, type: type.type },
    );
  }
  let data: unknown = parsed.data;
  for (let version = fields.schema; version < type.version; version += 1) {
    data = type.upcasters[version - 1]?.(data as never);
  }
  return data;
}
