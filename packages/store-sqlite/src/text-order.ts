import { LetopisError } from '@letopis/core';

const SURROGATE = /[\ud800-\udfff]/;

/** Throws `misuse` for a key that SQLite would sort differently from plain strings. */
export function checkKeys(keys: Iterable<string>): void {
  for (const key of keys) {
    if (!SURROGATE.test(key)) continue;
    const say = `the key ${JSON.stringify(key)} holds a character beyond U+FFFF: take an id`;
    throw new LetopisError('misuse', say, { key });
  }
}

/** A text that sorts after all keys and names with a prefix, in the order of UTF-8 bytes. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;
