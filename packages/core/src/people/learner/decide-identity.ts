import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { IdentityContext } from './identity-context.ts';
import { snilsTaken } from './refusals.ts';

/** A decision about personal data that also refuses `snils-taken` where the regulation does. */
export function withSnilsOfOne<State, Input>(
  decide: (state: State, input: Input, on: string, command: ReceivedCommand) => Decision,
) {
  return (
    state: State,
    input: Input,
    { on, snilsTakenBy }: IdentityContext,
    command: ReceivedCommand,
  ): Decision => {
    const decision = decide(state, input, on, command);
    return isRefusal(decision) ? decision : (refuseIfSnilsTaken(snilsTakenBy) ?? decision);
  };
}

/** Refuses `snils-taken` where others have the SNILS whom the regulation does not let. */
export const refuseIfSnilsTaken = (by: readonly string[]): Refusal | null =>
  by.length === 0 ? null : snilsTaken({ learners: by });
