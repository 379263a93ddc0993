import type { ReceivedCommand } from '../kernel/command.ts';
import type { DraftEvent, Ground } from '../kernel/event.ts';
import type { Decision } from '../kernel/fold.ts';
import { isRefusal } from '../kernel/refusal.ts';

/*
 * An act that is itself a paper, or that answers one, stands on that paper: the signing of a
 * transfer on its act, a result on its protocol, the answer on its application. What a process does
 * for such an act stands on the same paper, because it takes the ground of the leading event.
 */

type Decide<State, Input, Context> = (
  state: State,
  input: Input,
  context: Context,
  command: ReceivedCommand,
) => Decision;

/**
 * Gives the events of a decision the paper of the act itself as their ground, where the command
 * names none. It comes before a ground that the sender gave for such commands.
 * @param paperOf the paper, from the state, the command's fields and the drafts; null: it has none.
 *
 * @example
 * const actOf = (_: TransferState, { number, on }: DrawUpAct) => actPaper(number, on);
 * drawUpAct: onTransfer(drawUpAct, { context, decide: standingOn(decideDrawUpAct, actOf) }),
 */
export function standingOn<State, Input, Context>(
  decide: Decide<State, Input, Context>,
  paperOf: (state: State, input: Input, drafts: readonly DraftEvent[]) => Ground | null,
): Decide<State, Input, Context> {
  return (state, input, context, command) => {
    const decision = decide(state, input, context, command);
    const named = command.groundNamed && command.sender.ground !== null;
    if (isRefusal(decision) || named) return decision;
    const ground = paperOf(state, input, decision);
    return ground === null
      ? decision
      : decision.map((draft) => (draft.ground === undefined ? { ...draft, ground } : draft));
  };
}

/** An act (акт) as a ground. */
export const actPaper = (number: string, date: string): Ground => ({ kind: 'act', number, date });

/** An application as a ground; it has no number of its own here. */
export const applicationPaper = (date: string): Ground => ({
  kind: 'application',
  number: null,
  date,
});
