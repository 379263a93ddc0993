import type { Receipt } from './desk.ts';
import { receipt } from './desk.ts';
import type { ReceivedCommand } from './kernel/command.ts';
import type { Outcome } from './kernel/handle.ts';

/** A receipt that also names what was created: the id that was given, or the command's. */
export interface Created extends Receipt {
  readonly id: string;
}

/** The receipt of something created. */
export function created(outcome: Outcome, id: string | undefined): Created {
  return { ...receipt(outcome), id: id ?? '' };
}

/** Hands a decision the command's id, which names what is created where the caller does not. */
export function withId<State, Input, Context, Answer>(
  decide: (state: State, input: Input, context: Context, commandId: string) => Answer,
) {
  return (state: State, input: Input, context: Context, command: ReceivedCommand<Input>): Answer =>
    decide(state, input, context, command.id);
}
