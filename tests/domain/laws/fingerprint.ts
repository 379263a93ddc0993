/** A text that is equal for equal values: plain data, maps and sets, each in its own order. */
export function fingerprint(value: unknown): string {
  return String(
    JSON.stringify(value, (_, one: unknown) => {
      if (one instanceof Map) return { map: [...one] };
      if (one instanceof Set) return { set: [...one] };
      return typeof one === 'bigint' || one === undefined ? String(one) : one;
    }),
  );
}
