import type { FormState } from './state.ts';

/** The version of a form in force on a day; null before the first, and once it is withdrawn. */
export function versionOn(state: FormState, on: string): string | null {
  const held = state.versions.findLast(({ from }) => from <= on);
  if (held === undefined) return null;
  return held.withdrawnFrom === null || on < held.withdrawnFrom ? held.version : null;
}
