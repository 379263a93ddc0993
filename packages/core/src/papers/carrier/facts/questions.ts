import type { CarrierFacts } from './state.ts';

/** Whether an optional carrier is kept on a day. It is not before the first decision. */
export function isKept(state: CarrierFacts, on: string): boolean {
  return state.decisions.findLast((decision) => decision.on <= on)?.kept ?? false;
}
