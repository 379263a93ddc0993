/**
 * A value that JSON can hold without loss: no `undefined`, no `NaN`, no dates, no class instances.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A plain JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * Finds the first place in a value that JSON could not give back unchanged.
 *
 * Stores use it before any I/O, so that every store refuses the same values in the same words.
 *
 * @returns the path of the offending value (`data.hours`), or `null` if all of it is JSON.
 * @example
 * findNonJson({ hours: Number.NaN }, 'data'); // => 'data.hours'
 */
export function findNonJson(value: unknown, path: string): string | null {
  const found = nonJson(value, 0);
  return found === null ? null : path + found;
}

/** Deepest nesting that is accepted; the limit also stops at a value that contains itself. */
const DEPTH_MAX = 64;

/**
 * The path of what is not JSON, below the value. It is built only when something is found: this
 * runs for every event.
 */
function nonJson(value: unknown, depth: number): string | null {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? null : '';
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? null : '';
    case 'object':
      if (value === null) return null;
      return depth > DEPTH_MAX ? '' : nonJsonInside(value, depth + 1);
    default:
      return '';
  }
}

function nonJsonInside(value: object, depth: number): string | null {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) {
      const found = nonJson(value[i], depth);
      if (found !== null) return `.${i}${found}`;
    }
    return null;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return '';
  for (const key in value) {
    if (!key.isWellFormed()) return '';
    const found = nonJson((value as Record<string, unknown>)[key], depth);
    if (found !== null) return `.${key}${found}`;
  }
  return null;
}

/**
 * A copy of a value that shares nothing with it, checked in the same walk as {@link findNonJson}
 * makes. Each property is read once, so that what was checked is what was copied.
 *
 * @returns `undefined` where the value is not all JSON.
 * @example
 * const copy = jsonCopy(given); // later changes of `given` do not change `copy`
 */
export function jsonCopy(value: unknown): Json | undefined {
  return copyOf(value, 0);
}

function copyOf(value: unknown, depth: number): Json | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? value : undefined;
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
    case 'object':
      if (value === null) return null;
      return depth > DEPTH_MAX ? undefined : copyInside(value, depth + 1);
    default:
      return undefined;
  }
}

function copyInside(value: object, depth: number): Json | undefined {
  if (Array.isArray(value)) {
    const list: Json[] = [];
    for (let i = 0; i < value.length; i += 1) {
      const held = copyOf(value[i], depth);
      if (held === undefined) return undefined;
      list.push(held);
    }
    return list;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const copy: Record<string, Json> = {};
  for (const key in value) {
    if (!key.isWellFormed()) return undefined;
    const held = copyOf((value as Record<string, unknown>)[key], depth);
    if (held === undefined) return undefined;
    // An assignment to `__proto__` would set the prototype instead.
    if (key !== '__proto__') copy[key] = held;
    else Object.defineProperty(copy, key, { value: held, enumerable: true });
  }
  return copy;
}

/**
 * JSON text with every object's keys in plain string order: equal values give equal text.
 *
 * Only digests use it. Stored lines keep the order in which they were written.
 *
 * @example
 * sortedJson({ b: 1, a: [true] }); // => '{"a":[true],"b":1}'
 */
export function sortedJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = entries.map(([key, held]) => `${JSON.stringify(key)}:${sortedJson(held)}`);
  return `{${fields.join(',')}}`;
}

/** Freezes a JSON value and everything inside it; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const held of Object.values(value)) deepFreeze(held);
  }
  return value;
}

/** How many bytes a well-formed string takes in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A surrogate pair is two units and four bytes: each half counts one more.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
