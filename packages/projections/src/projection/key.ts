/**
 * Makes the key of a partition: its parts joined by `/`, which no id contains. A `null` part
 * becomes an empty one.
 *
 * @example
 * partitionKey('marks', 'm-1', null, 'l-1'); // => 'marks/m-1//l-1'
 */
export function partitionKey(...parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? '').join('/');
}

/** One part of a key, counted from 0; empty if the key has no such part. */
export function keyPart(key: string, index: number): string {
  return key.split('/')[index] ?? '';
}

/** Distinct ids, without `null` and `undefined`, in the order given. */
export function distinct(...ids: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
