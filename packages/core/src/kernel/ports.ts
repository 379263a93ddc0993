/**
 * What the pure core needs from the machine. A store brings its own set (`store.ports`), so that
 * one clock gives the times and one random source the salts; tests inject fixed ones.
 */
export interface Ports {
  /**
   * Milliseconds since 1970-01-01T00:00Z. The clock may go back; `recordedAt` never follows it
   * back.
   */
  readonly clock: () => number;
  /** That many bytes which nobody can guess. */
  readonly random: (byteCount: number) => Uint8Array;
  /** SHA-256 over the UTF-8 bytes of a text. */
  readonly hash: (text: string, encoding: 'base64' | 'hex') => string;
  /** Resolves after about that many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Two letters for each 12 bits. */
const PAIRS = Array.from(LETTERS, (a) => Array.from(LETTERS, (b) => a + b)).flat();

const pair = (bits: number): string => PAIRS[bits] ?? '';

/**
 * Base64 (with padding) of a few bytes: salts and nonces. Written by hand for speed, because each
 * event has a salt.
 */
export function base64(bytes: Uint8Array): string {
  const byte = (at: number): number => bytes[at] ?? 0;
  const whole = bytes.length - (bytes.length % 3);
  let text = '';
  for (let at = 0; at < whole; at += 3) {
    const bits = (byte(at) << 16) | (byte(at + 1) << 8) | byte(at + 2);
    text += pair(bits >> 12) + pair(bits & 0xfff);
  }
  if (whole === bytes.length) return text;
  if (whole + 1 === bytes.length) return `${text}${pair(byte(whole) << 4)}==`;
  const bits = (byte(whole) << 8) | byte(whole + 1);
  return `${text}${pair(bits >> 4)}${LETTERS.charAt((bits & 0xf) << 2)}=`;
}
