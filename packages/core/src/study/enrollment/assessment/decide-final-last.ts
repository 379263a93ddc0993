import type { Refusal } from '../../../kernel/refusal.ts';
import type { LatestMark } from '../facts/assessment-state.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { finalNotLast } from './refusals.ts';

/** A mark that is about to be recorded. */
export interface NewMark {
  readonly module: string | null;
  readonly kind: string;
  readonly on: string;
}

/**
 * Refuses `final-not-last` where a mark would be dated after the final mark. In a module no other
 * mark may be later than the latest mark of the final kind, and in the programme no mark at all may
 * be later than the programme's own. Both directions are checked: a final mark before other marks,
 * and another mark after the final one. Credits and results without a mark do not count. R2 §2.3.
 */
export function refuseUnlessFinalLast(
  state: EnrollmentState,
  mark: NewMark,
  finalKind: string | null,
): Refusal | null {
  if (finalKind === null) return null;
  const { module, kind, on } = mark;
  const isFinal = kind === finalKind;
  const finalMarkOf = (key: string): LatestMark | undefined =>
    state.latest.get(key)?.get(finalKind);
  if (isFinal) {
    const own = finalMarkOf(module ?? '');
    const finalOn = own !== undefined && own.on > on ? own.on : on;
    // Its own final marks are no later than `finalOn`, so they need not be left out.
    const other = latestIn(state, module);
    if (other !== null && other.on > finalOn) return finalNotLast({ on, finalOn, other, module });
    if (module === null) return null;
  }
  // A mark may be later neither than its module's final mark nor than the programme's.
  for (const key of isFinal || module === null ? [''] : [module, '']) {
    const final = finalMarkOf(key);
    if (final !== undefined && final.on < on) {
      return finalNotLast({ on, finalOn: final.on, other: final, module });
    }
  }
  return null;
}

/** The latest mark in the module; for the whole programme, in any module. */
function latestIn(state: EnrollmentState, module: string | null): LatestMark | null {
  let latest: LatestMark | null = null;
  const keys = module === null ? state.latest.keys() : [module];
  for (const key of keys) {
    for (const mark of state.latest.get(key)?.values() ?? []) {
      if (latest === null || mark.on > latest.on) latest = mark;
    }
  }
  return latest;
}
