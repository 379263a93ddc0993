import type { Refusal } from '../../kernel/refusal.ts';
import type { ActKind, ActState } from './facts/state.ts';
import { actUnknown } from './refusals.ts';

/** Refuses `act-unknown` where no act of this kind exists under the id. */
export function refuseUnlessAct(state: ActState, act: string, kind: ActKind): Refusal | null {
  return state.id === null || state.kind !== kind ? actUnknown({ act, kind }) : null;
}
