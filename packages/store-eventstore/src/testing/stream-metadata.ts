import type { ServerRecord } from './server-record.ts';

/** The parts of a stream's metadata that the server itself acts on. */
export interface StreamMetadata {
  readonly truncateBefore?: number;
  readonly maxCount?: number;
  readonly maxAgeSeconds?: number;
  readonly acl?: Acl;
}

/** Which roles may do what with a stream; a right that is left out follows the server's default. */
export type Acl = Readonly<Partial<Record<AclRight, readonly string[]>>>;
/** A right on a stream: read, write, delete, read metadata, write metadata. */
export type AclRight = '$r' | '$w' | '$d' | '$mr' | '$mw';

/** The metadata of a stream that was deleted softly: it hides every revision. */
export const DELETED_JSON = '{"$tb":9223372036854775807}';

/** The stream of a stream's metadata. */
export const metadataStreamOf = (stream: string): string => `$$${stream}`;

/** Was the stream deleted softly, and not written to since? */
export const isSoftlyDeleted = ({ truncateBefore }: StreamMetadata): boolean =>
  // 2^63 − 1 as a JSON number: the nearest that a double can hold.
  truncateBefore !== undefined && truncateBefore >= 2 ** 63;

/** The metadata in the last record of a metadata stream; empty where the record is no metadata. */
export function parsedMetadata(record: ServerRecord | undefined): StreamMetadata {
  const said = record === undefined ? null : parsed(record.data);
  if (said === null) return {};
  const { $tb, $maxCount, $maxAge, $acl } = said;
  return {
    ...(typeof $tb === 'number' && { truncateBefore: $tb }),
    ...(typeof $maxCount === 'number' && { maxCount: $maxCount }),
    ...(typeof $maxAge === 'number' && { maxAgeSeconds: $maxAge }),
    ...(typeof $acl === 'object' && $acl !== null && { acl: aclOf($acl) }),
  };
}

function parsed(data: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function aclOf(said: object): Acl {
  const entries = Object.entries(said).map(([right, roles]: [string, unknown]) => {
    return [right, Array.isArray(roles) ? roles.map(String) : [String(roles)]];
  });
  return Object.fromEntries(entries) as Acl;
}

/** The records that reads and subscriptions of the stream show, oldest first. */
export function shown(
  records: readonly ServerRecord[],
  { truncateBefore = 0, maxCount, maxAgeSeconds }: StreamMetadata,
  nowMs: number,
): readonly ServerRecord[] {
  const first = Math.max(truncateBefore, maxCount === undefined ? 0 : records.length - maxCount);
  if (first <= 0 && maxAgeSeconds === undefined) return records;
  const oldestMs = maxAgeSeconds === undefined ? 0 : nowMs - maxAgeSeconds * 1000;
  return records.filter((record, index) => index >= first && record.createdMs >= oldestMs);
}
