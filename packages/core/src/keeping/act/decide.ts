import type { Refusal } from '../../kernel/refusal.ts';
import type { ActKind, ActState } from './facts/state.ts';
import { actUnknown } from './refusals.ts';

/** Refuses `act-unknown` where there is no act of this kind under the id; null: there is. */
export function refuseUnlessAct(state: ActState, act: string, kind: ActKind): Refusal | null {
  return state.id === null || state.kind !== kind ? actUnknown({ act, kind }) : null;
}
