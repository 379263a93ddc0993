const HEX = /^[0-9a-f]{32}$/u;
const PLAIN = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/u;
const NIL = '0'.repeat(32);

/**
 * An event id as the server stores it: a plain UUID in small letters. It also takes `{uuid}`,
 * `(uuid)` and 32 hex digits; null for what is no id, which includes the nil UUID.
 */
export function plainId(given: string): string | null {
  const bare = /^(?:\{.*\}|\(.*\))$/u.test(given) ? given.slice(1, -1) : given;
  const small = bare.toLowerCase();
  const hex = PLAIN.test(small) ? small.replaceAll('-', '') : small;
  if (!HEX.test(hex) || hex === NIL) return null;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join('-')}-${hex.slice(20)}`;
}
