import { firstFault } from './encode.ts';
import { LetopisError } from './errors.ts';
import type { StoredLine } from './event-store.ts';
import type { EventType } from './event-type.ts';
import type { LineFields, RecordedEvent, SealedField } from './event.ts';
import type { JsonObject } from './json.ts';
import type { Ports } from './ports.ts';
import { ownerOf, sealHash } from './sealed.ts';

/** Reads a stored line by the event type that its `type` names. */
export function decode(
  typeOf: (type: string) => EventType,
  stored: StoredLine,
  hash?: Ports['hash'],
): RecordedEvent {
  const fields = fieldsOf(stored);
  const type = typeOf(fields.type);
  if (fields.schema > type.version) {
    throw new LetopisError(
      'newer-event-version',
      `${fields.stream}@${fields.revision} holds ${fields.type} of version ${fields.schema}, ` +
        `this codec knows ${type.version}; use a newer Letopis`,
      { stream: fields.stream, revision: fields.revision, type: fields.type },
    );
  }
  const whole =
    fields.sealed === null ? fields.data : bringBack(fields, fields.sealed, stored, hash);
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

function fieldsOf({ line, position }: StoredLine): LineFields {
  try {
    return JSON.parse(line) as LineFields;
  } catch (cause) {
    throw new LetopisError('corrupt', `the line at ${position} is no JSON`, { position }, cause);
  }
}

const NO_REFS = Object.freeze({});

function bringBack(
  fields: LineFields,
  sealed: Readonly<Record<string, SealedField>>,
  stored: StoredLine,
  hash?: Ports['hash'],
): JsonObject {
  const data = fields.data as Record<string, unknown>;
  for (const [path, commitment] of Object.entries(sealed)) {
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
    if (hash !== undefined && sealHash(fields.id, path, kept, hash) !== commitment.hash) {
      const at = `${fields.stream}@${fields.revision}`;
      const say = `${at}: the personal value ${path} is not the one that the line commits to`;
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
    const where = firstFault(parsed?.error.issues);
    throw new LetopisError(
      'undecodable-event',
      `${fields.stream}@${fields.revision} is no ${type.type} of version ` +
        `${fields.schema}: ${where}`,
      { stream: fields.stream, revision: fields.revision, type: type.type },
    );
  }
  let data: unknown = parsed.data;
  for (let version = fields.schema; version < type.version; version += 1) {
    data = type.upcasters[version - 1]?.(data as never);
  }
  return data;
}
