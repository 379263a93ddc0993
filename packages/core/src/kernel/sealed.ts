import type { BesideField } from './event.ts';
import type { JsonObject } from './json.ts';
import { utf8Bytes } from './json.ts';
import type { Ports } from './ports.ts';

/**
 * The commitment to what lies beside a line: SHA-256 (base64) over the netstrings of event id,
 * path, nonce and value. The nonce lies beside the line too, so an emptied value cannot be guessed
 * from the line.
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

/** An object with a personal field. */
export type Holder = Record<string, { value?: unknown } | null | undefined>;

/** The object that has the last key of a path; null where the data has no such place. */
export function ownerOf(data: JsonObject, path: readonly string[]): Holder | null {
  let owner: unknown = data;
  for (const key of path.slice(0, -1)) {
    if (typeof owner !== 'object' || owner === null) return null;
    owner = (owner as Record<string, unknown>)[key];
  }
  return typeof owner === 'object' && owner !== null ? (owner as Holder) : null;
}
