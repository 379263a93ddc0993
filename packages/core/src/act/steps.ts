import * as z from 'zod';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import type { ActState } from './act.ts';
import { actStepDone, actStepNotDone } from './events.ts';
import { actTargetNotAwaited } from './refusals.ts';

/* What each target owes its act. The process `actProcess` sends these; `notes.ts` declares them. */

const about = { act: identifier, target: z.string(), on: localDate };

/** Notes that a target took its command. */
export const noteStepDone = command(
  'note-act-step-done',
  z.strictObject({ ...about, stream: z.string(), revision: z.int().min(0) }),
);

/** Notes that a target refused its command: it is owed no longer. */
export const noteStepNotDone = command(
  'note-act-step-not-done',
  z.strictObject({
    ...about,
    refusal: z.strictObject({ code: z.string(), ru: z.string(), en: z.string() }),
  }),
);

export type NoteStepDone = z.output<typeof noteStepDone.schema>;
export type NoteStepNotDone = z.output<typeof noteStepNotDone.schema>;

/**
 * Why an act does not wait for a target: refuses `act-target-not-awaited` where it is not listed,
 * settled already, or the act is not (or no longer) at the step that owes it. Null: it waits.
 */
export function refuseUnlessAwaitedBy(
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
 * Decides {@link noteStepDone}. What another runner noted as not done a moment ago, and was done
 * all the same, is done: the fact stands in the target's stream.
 */
export function decideStepDone(state: ActState, input: NoteStepDone): Decision {
  const { act, target, stream, revision, on: occurredOn } = input;
  const late = state.targets.get(target)?.standing === 'not-done';
  const no = late ? null : refuseUnlessAwaitedBy(state, act, target);
  const data = { act, target, stream, revision };
  return no ?? [actStepDone.draft({ occurredOn, refs: { act: [act] }, data })];
}

/** Decides {@link noteStepNotDone}: only while the target is outstanding. */
export function decideStepNotDone(state: ActState, input: NoteStepNotDone): Decision {
  const { act, target, refusal, on: occurredOn } = input;
  const data = { act, target, refusal };
  const fact = actStepNotDone.draft({ occurredOn, refs: { act: [act] }, data });
  return refuseUnlessAwaitedBy(state, act, target) ?? [fact];
}
