import type { CarrierState } from './state.ts';

/** Is an optional carrier kept on a day? Not before anybody has decided so. */
export function isKept(state: CarrierState, on: string): boolean {
  return state.decisions.findLast((decision) => decision.on <= on)?.kept ?? false;
}
