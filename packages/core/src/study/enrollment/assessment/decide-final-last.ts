import type { Refusal } from '../../../kernel/refusal.ts';
import type { LatestMark } from '../facts/assessment-state.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { finalNotLast } from './refusals.ts';

/** A mark about to stand. */
export interface NewMark {
  readonly module: string | null;
  readonly kind: string;
  readonly on: string;
}

/**
 * Final last: the latest mark of the final kind in a module is not earlier than any other mark of
 * that module, and that of the whole programme not earlier than any mark at all. It is asked both
 * ways: of a final mark with later others, and of another mark after the final one. Credits, and
 * results without a mark, do not count. Refuses `final-not-last`. R2 §2.3.
 */
export function refuseUnlessFinalLast(
  state: EnrollmentState,
  mark: NewMark,
  finalKind: string | null,
): Refusal | null {
  if (finalKind === null) return null;
  const { module, kind, on } = mark;
  const isFinal = kind === finalKind;
  const held = (key: string): LatestMark | undefined => state.latest.get(key)?.get(finalKind);
  if (isFinal) {
    const own = held(module ?? '');
    const finalOn = own !== undefined && own.on > on ? own.on : on;
    const other = latestBut(state, module, finalKind);
    if (other !== null && other.on > finalOn) return finalNotLast({ on, finalOn, other, module });
    if (module === null) return null;
  }
  // What is neither the module's final mark nor the programme's comes after neither of them.
  for (const key of isFinal || module === null ? [''] : [module, '']) {
    const final = held(key);
    if (final !== undefined && final.on < on) {
      return finalNotLast({ on, finalOn: final.on, other: final, module });
    }
  }
  return null;
}

/** The latest mark of another kind in the module; for the whole programme: in any module too. */
function latestBut(
  state: EnrollmentState,
  module: string | null,
  finalKind: string,
): LatestMark | null {
  let latest: LatestMark | null = null;
  const keys = module === null ? state.latest.keys() : [module];
  for (const key of keys) {
    for (const [kind, mark] of state.latest.get(key) ?? []) {
      if (kind === finalKind && key === (module ?? '')) continue;
      if (latest === null || mark.on > latest.on) latest = mark;
    }
  }
  return latest;
}
