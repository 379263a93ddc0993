import type { ReceivedCommand } from '../kernel/command.ts';
import type { Decision } from '../kernel/fold.ts';

/* An id that a command may leave out: it is the command's own then, as the command was sent. */

/** An input with its `id` filled in: the one the caller gave, or else the command's own id. */
export type WithId<Input> = Input & { readonly id: string };

/** An input that may name its id. */
export interface MayNameId {
  readonly id?: string | undefined;
}

/** The id under which a command was sent, also where a decision sees its id in the stream. */
export const idSent = ({ id, sentAs }: Pick<ReceivedCommand, 'id' | 'sentAs'>): string =>
  sentAs ?? id;

/** The input with its `id` filled in: the one the caller gave, or else the command's own id. */
export function withId<Input extends MayNameId>(
  input: Input,
  command: Pick<ReceivedCommand, 'id' | 'sentAs'>,
): WithId<Input> {
  return { ...input, id: input.id ?? idSent(command) };
}

/**
 * Fills in the `id` of a decision's input: the one the caller gave, or else the command's own id.
 * It is for commands that create something within an existing stream.
 *
 * @example
 * hold: onRetention(placeHold, {
 *   context: readSignedAct,
 *   decide: withDefaultId(decidePlaceHold),
 * }),
 */
export function withDefaultId<State, Input extends MayNameId, Context>(
  decide: (state: State, input: WithId<Input>, context: Context) => Decision,
) {
  return (state: State, input: Input, context: Context, command: ReceivedCommand): Decision =>
    decide(state, withId(input, command), context);
}
