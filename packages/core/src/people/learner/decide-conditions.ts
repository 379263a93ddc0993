import type * as z from 'zod';
import type { Decision } from '../../kernel/fold.ts';
import type { endSpecialStatus } from './commands.ts';
import { specialStatusEnded } from './facts/events.ts';
import type { LearnerState } from './facts/state.ts';
import { giftedOn, hasSpecialNeedsOn } from './facts/state.ts';
import { learnerUnknown } from './facts/unknown.ts';
import { specialStatusNotHeld } from './refusals.ts';

/** Decides `end-special-status`. The status must be valid on that day. D3. */
export function decideEndSpecialStatus(
  state: LearnerState,
  { learner, status }: z.output<typeof endSpecialStatus.schema>,
  on: string,
): Decision {
  if (!state.registered) return learnerUnknown({ learner });
  const isValid = status === 'gifted' ? giftedOn(state, on) !== null : hasSpecialNeedsOn(state, on);
  if (!isValid) return specialStatusNotHeld({ learner, status, on });
  const refs = { learner: [learner] };
  return [specialStatusEnded.draft({ occurredOn: on, refs, data: { learner, status } })];
}
