/**
 * Freezes a state with everything inside it, the contents of maps and sets too. A map or a set
 * itself cannot be frozen: compare {@link fingerprint} before and after to find a change to it.
 */
export function freezeState<T>(state: T): T {
  if (typeof state !== 'object' || state === null || Object.isFrozen(state)) return state;
  Object.freeze(state);
  if (state instanceof Map || state instanceof Set) {
    for (const [key, value] of state.entries()) {
      freezeState(key);
      freezeState(value);
    }
  }
  for (const held of Object.values(state)) freezeState(held);
  return state;
}

/** A text that is equal for equal states. The order of keys, entries and members counts. */
export function fingerprint(state: unknown): string {
  return JSON.stringify(state, (_, value: unknown) => {
    if (value instanceof Map) return { map: [...value] };
    if (value instanceof Set) return { set: [...value] };
    return typeof value === 'bigint' || value === undefined ? String(value) : value;
  });
}
