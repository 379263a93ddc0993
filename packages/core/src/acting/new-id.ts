import type { ReceivedCommand } from '../kernel/command.ts';
import type { Decision } from '../kernel/fold.ts';
import { refuseIfPersonalId } from '../values/personal-id.ts';

/**
 * A decision that also refuses `personal-id` where a person gets an id of their own by it. One who
 * has the id already keeps it, because it stands in the history. SEC 7.
 *
 * @param newId the id that the person gets; null: the person has it already.
 */
export function withNewId<State, Input, Context>(
  newId: (state: State, input: Input) => string | null,
  decide: (state: State, input: Input, context: Context, command: ReceivedCommand) => Decision,
) {
  return (state: State, input: Input, context: Context, command: ReceivedCommand): Decision => {
    const id = newId(state, input);
    const no = id === null ? null : refuseIfPersonalId(id);
    return no ?? decide(state, input, context, command);
  };
}
