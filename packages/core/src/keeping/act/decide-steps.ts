import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { NoteStepDone, NoteStepNotDone } from './commands.ts';
import { actStepDone, actStepNotDone } from './facts/events.ts';
import type { ActState } from './facts/state.ts';
import { actTargetNotAwaited } from './refusals.ts';

/**
 * Refuses `act-target-not-awaited` where the target is not listed, already has an outcome, or the
 * act is not in the phase that owes it a command.
 */
export function refuseUnlessTargetAwaited(
  state: ActState,
  act: string,
  target: string,
): Refusal | null {
  const standing = state.targets.get(target)?.standing ?? 'not-listed';
  if (standing !== 'outstanding') return actTargetNotAwaited({ act, target, standing });
  if (state.phase === 'owing') return null;
  return actTargetNotAwaited({ act, target, standing: state.phase });
}

/**
 * Decides `noteStepDone`. A target that another runner noted as not done a moment ago, and
 * that was done all the same, becomes done: its event is in its stream.
 */
export function decideStepDone(state: ActState, input: NoteStepDone): Decision {
  const { act, target, stream, revision, on: occurredOn } = input;
  const late = state.targets.get(target)?.standing === 'not-done';
  const refused = late ? null : refuseUnlessTargetAwaited(state, act, target);
  const data = { act, target, stream, revision };
  return refused ?? [actStepDone.draft({ occurredOn, refs: { act: [act] }, data })];
}

/** Decides `noteStepNotDone`, only while the target is outstanding. */
export function decideStepNotDone(state: ActState, input: NoteStepNotDone): Decision {
  const { act, target, refusal, on: occurredOn } = input;
  const data = { act, target, refusal };
  const fact = actStepNotDone.draft({ occurredOn, refs: { act: [act] }, data });
  return refuseUnlessTargetAwaited(state, act, target) ?? [fact];
}
