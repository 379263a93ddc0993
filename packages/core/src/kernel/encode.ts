import { LetopisError } from './errors.ts';
import type { EventType } from './event-type.ts';
import type { Beside, BesideField, DraftEvent, SealedField } from './event.ts';
import type { JsonObject } from './json.ts';
import type { Ports } from './ports.ts';
import { base64 } from './ports.ts';
import { ownerOf, sealHash } from './sealed.ts';

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

/** Checks a draft's data against the newest schema and separates its personal values from it. */
export function encode(type: EventType, draft: DraftEvent, id: string, ports: Ports): EncodedData {
  const parsed = type.schemas[type.version - 1]?.safeParse(draft.data);
  if (parsed?.success !== true) {
    const where = firstFault(parsed?.error.issues);
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

/** The first thing that a schema found wrong, as `path: message`. */
export function firstFault(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] = [],
): string {
  const [issue] = issues;
  return issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}
