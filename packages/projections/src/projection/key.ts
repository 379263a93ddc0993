/**
 * A partition's key: its parts joined by `/`, which no id holds; a part that is null stays empty.
 *
 * @example
 * partitionKey('marks', 'm-1', null, 'l-1'); // => 'marks/m-1//l-1'
 */
export function partitionKey(...parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? '').join('/');
}

/** One part of a key; empty where the key has no such part. */
export function keyPart(key: string, index: number): string {
  return key.split('/')[index] ?? '';
}

/** The ids of one kind in a list of refs and in other places, each once. */
export function distinct(...ids: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
