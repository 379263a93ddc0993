import { createHash, createHmac } from 'node:crypto';
import { LetopisError } from '@letopis/core';
import { sortedJson } from '@letopis/core/kernel';

/** Fewest bytes of an import secret. */
const SECRET_BYTES = 32;

/**
 * Makes the identity of rows from their keys. It is a keyed hash, because a plain one of a short
 * number, such as a SNILS, is found by trying all of them. 152-FZ art. 21.
 */
export class RowKeys {
  readonly #secret: Uint8Array;
  readonly #source: string;
  /** Says which secret it was, and nothing about it. */
  readonly id: string;

  /** Throws `misuse` for a secret of fewer than 32 bytes. */
  constructor(secret: Uint8Array, source: string) {
    if (secret.length < SECRET_BYTES) {
      const told = `an import secret of ${secret.length} bytes`;
      throw new LetopisError('misuse', `${told}: give ${SECRET_BYTES} random bytes or more`);
    }
    this.#secret = secret;
    this.#source = source;
    const named = createHash('sha256').update('letopis/import-secret/1\n').update(secret);
    this.id = named.digest('base64url');
  }

  /** The identity of the n-th row of a file with a key. */
  of(mapping: string, key: readonly string[], nth: number): string {
    return this.#hash('key', [this.#source, mapping, key, nth]);
  }

  /** A digest of what a row says, by which a change is noticed. */
  contents(value: unknown): string {
    return this.#hash('contents', value);
  }

  #hash(what: string, value: unknown): string {
    const text = `letopis/row-${what}/1\n${sortedJson(value)}`;
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }
}
