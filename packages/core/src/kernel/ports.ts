/**
 * What the pure core needs from the machine. A store brings its own set (`store.ports`), so that
 * one clock stamps and one source of chance salts; tests inject fixed ones.
 */
export interface Ports {
  /**
   * Milliseconds since 1970-01-01T00:00Z. It may go back; stores never let `recordedAt` follow it.
   */
  readonly clock: () => number;
  /** That many bytes nobody can guess. */
  readonly random: (byteCount: number) => Uint8Array;
  /** SHA-256 over the UTF-8 bytes of a text. */
  readonly hash: (text: string, encoding: 'base64' | 'hex') => string;
  /** Comes back after about so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Base64 (with padding) of a few bytes: salts and nonces. */
export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
