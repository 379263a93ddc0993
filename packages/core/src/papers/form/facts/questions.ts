import type { FormFacts } from './state.ts';

/** The version of a form in force on a day; null before the first one and after a withdrawal. */
export function versionOn(state: FormFacts, on: string): string | null {
  const latest = state.versions.findLast(({ from }) => from <= on);
  if (latest === undefined) return null;
  return latest.withdrawnFrom === null || on < latest.withdrawnFrom ? latest.version : null;
}
