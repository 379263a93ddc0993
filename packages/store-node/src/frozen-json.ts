/**
 * Parses JSON text into a value in which every object is frozen, so that neither its writer nor one
 * of its readers can change it; null stays null.
 *
 * @example
 * Object.isFrozen(frozenJson<{ a: object }>('{"a":{}}')?.a); // => true
 */
export function frozenJson<T>(json: string | null): T | null {
  return json === null
    ? null
    : (JSON.parse(json, (_, value: unknown) => Object.freeze(value)) as T);
}
