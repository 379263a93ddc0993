import * as z from 'zod';
import { decode } from './decode.ts';
import type { EncodedData } from './encode.ts';
import { encode } from './encode.ts';
import { LetopisError } from './errors.ts';
import type { StoredLine } from './event-store.ts';
import type { EventOf, EventType } from './event-type.ts';
import type { DraftEvent, RecordedEvent } from './event.ts';
import { deepFreeze } from './json.ts';
import { personalMark } from './personal.ts';
import type { Ports } from './ports.ts';

/** Translates between domain events and stored lines. */
export interface Codec<E extends RecordedEvent = RecordedEvent> {
  readonly types: ReadonlyMap<string, EventType>;
  /** Checks a draft's data against the newest schema and separates its personal values from it. */
  encode(draft: DraftEvent, id: string, ports: Ports): EncodedData;
  /**
   * Reads a stored line: checks its shape, brings it to the newest version and puts personal values
   * back in. With a hash, what lies beside the line is checked against the line's commitment;
   * without one it is trusted.
   */
  decode(stored: StoredLine, hash?: Ports['hash']): E;
  /**
   * JSON Schema of every version of every type, for archives and other readers. A personal field
   * has the keyword `personal`: path of its subject's id, and the purpose.
   */
  jsonSchemas(): Readonly<Record<string, readonly unknown[]>>;
}

/**
 * Builds a codec from lists of event types: the library's, and a user's own. Throws `misuse` for
 * two types with the same name.
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
  // A store in memory gives the same frozen object at each read, so it is decoded once.
  const decoded = new WeakMap<StoredLine, RecordedEvent>();
  const decodeOnce = (stored: StoredLine, hash?: Ports['hash']): RecordedEvent => {
    const kept = decoded.get(stored);
    if (kept !== undefined) return kept;
    const event = decode((type) => typeOf(types, type), stored, hash);
    if (Object.isFrozen(stored)) decoded.set(stored, deepFreeze(event));
    return event;
  };
  return {
    types,
    encode: (draft, id, ports) => encode(typeOf(types, draft.type), draft, id, ports),
    decode: (stored, hash) => decodeOnce(stored, hash) as EventOf<T[number][number]>,
    jsonSchemas: () =>
      Object.fromEntries(
        [...types.values()].map(({ type, schemas }) => [type, schemas.map(jsonSchemaOf)]),
      ),
  };
}

const jsonSchemaOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      const mark = personalMark(zodSchema);
      if (mark !== null) jsonSchema['personal'] = { ...mark };
    },
  });

function typeOf(types: ReadonlyMap<string, EventType>, type: string): EventType {
  const found = types.get(type);
  if (found !== undefined) return found;
  throw new LetopisError(
    'unknown-event-type',
    `no event type ${type} in this codec; give codec() the list that declares it`,
    { type },
  );
}
