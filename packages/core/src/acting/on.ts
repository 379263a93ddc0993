import type { Outcome } from '../kernel/command-handler.ts';
import type { CommandType, ReceivedCommand } from '../kernel/command.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import type { Decision, Fold } from '../kernel/fold.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { MayNameId, WithId } from './default-id.ts';
import { withId } from './default-id.ts';
import type { Created } from './receipt.ts';
import { created } from './receipt.ts';
import type { Operation } from './service.ts';
import { customOperation } from './service.ts';
import type { Session } from './session.ts';

/** What all commands on one kind of stream share. */
export interface Aggregate<State, E extends RecordedEvent, Keyed, Answer> {
  /** Its `kind` is the stream's kind. */
  readonly fold: Fold<State, E>;
  /** The key of the stream that a command writes to: ids, joined by dots after the kind. */
  readonly key: (input: Keyed) => readonly string[];
  /** Makes the answer from the stored events alone, so that a repeated command gets the same. */
  readonly answer: (outcome: Outcome<E>) => Answer;
}

/** How a command is decided: what it reads from other streams, and the decision itself. */
export interface HowDecided<State, Input, Context> {
  /** Reads what the decision needs from other streams, or refuses; absent if it needs nothing. */
  readonly context?: (
    session: Session,
    input: Input,
    command: ReceivedCommand,
  ) => Context | Refusal | Promise<Context | Refusal>;
  /** Pure: gives the events to append, or a refusal. */
  readonly decide: (
    state: State,
    input: Input,
    context: Context,
    command: ReceivedCommand,
  ) => Decision;
}

/** Requires `context` where the decision takes one. */
type ContextRequired<Context> = undefined extends Context
  ? unknown
  : { readonly context: (...given: never[]) => unknown };

/** An answer other than the aggregate's. */
interface OwnAnswer<E extends RecordedEvent, Input, Answer> {
  readonly answer: (outcome: Outcome<E>, input: Input) => Answer;
  /** The code of the refusal that means "recorded already", and the answer that replaces it. */
  readonly recorded?: {
    readonly code: string;
    readonly answer: (session: Session, input: Input) => Promise<Answer>;
  };
}

/** A key other than the aggregate's. */
interface OwnKey<Input> {
  readonly key: (input: Input, command: Pick<ReceivedCommand, 'id'>) => readonly string[];
}

/**
 * How a command is decided where its stream is known only after reading: for example, where a rule
 * of the edition in force names the register.
 */
export interface HowDecidedAfterLookup<
  State,
  E extends RecordedEvent,
  Input,
  Place,
  Context,
  Answer,
> {
  /** Finds the stream's key, or refuses; its result is passed on to `context` and `decide`. */
  readonly where: (
    session: Session,
    input: Input,
    command: ReceivedCommand,
  ) => Promise<Place | Refusal>;
  /** Reads what the decision needs from other streams, or refuses. */
  readonly context: (
    session: Session,
    input: Input,
    place: Place,
    command: ReceivedCommand,
  ) => Promise<Context | Refusal>;
  /** Pure: gives the events to append, or a refusal. */
  readonly decide: (
    state: State,
    input: Input,
    context: Context,
    place: Place,
    command: ReceivedCommand,
  ) => Decision;
  /** Makes the answer from the stored events and the place alone. */
  readonly answer: (outcome: Outcome<E>, place: Place) => Answer;
}

/** Declares operations on one kind of stream; each method differs in how it finds the stream. */
export interface On<State, E extends RecordedEvent, Keyed, Answered> {
  /** A command on a stream whose key is in its input, answered as the aggregate answers. */
  <Input extends Keyed, Raw, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context> & ContextRequired<Context>,
  ): Operation<Input, Raw, Answered>;

  /** A command on a stream whose key is in its input, with an answer of its own. */
  answering<Input extends Keyed, Raw, Answer, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context> &
      ContextRequired<Context> &
      OwnAnswer<E, NoInfer<Input>, Answer>,
  ): Operation<Input, Raw, Answer>;

  /**
   * A command that begins a stream. The stream's key is the input's `id`, or the command's id where
   * it gives none; the answer names it.
   */
  create<Input extends MayNameId, Raw, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<WithId<Input>>, Context> & ContextRequired<Context>,
  ): Operation<Input, Raw, Created>;

  /** A command that begins a stream, as with `create`, answered as the aggregate answers. */
  begin<Input extends MayNameId, Raw, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<WithId<Input>>, Context> & ContextRequired<Context>,
  ): Operation<Input, Raw, Answered>;

  /** A command with a key and an answer of its own. */
  at<Input, Raw, Answer, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context> &
      ContextRequired<Context> &
      OwnKey<NoInfer<Input>> &
      OwnAnswer<E, NoInfer<Input>, Answer>,
  ): Operation<Input, Raw, Answer>;

  /** A command whose stream is known only after reading. */
  where<Input, Raw, Place extends { readonly key: readonly string[] }, Context, Answer>(
    command: CommandType<Input, Raw>,
    how: HowDecidedAfterLookup<State, E, NoInfer<Input>, Place, Context, Answer>,
  ): Operation<Input, Raw, Answer>;
}

/**
 * Declares operations on one kind of stream: what `service` takes as its rows.
 *
 * @example
 * const key = ({ book }: { readonly book: string }) => [book];
 * const onBook = on({ fold: bookFold, key, answer: receipt });
 * const bookService = service({ lend: onBook(lendBook, { decide: decideLend }) });
 */
export function on<State, E extends RecordedEvent, Keyed, Answered>(
  aggregate: Aggregate<State, E, Keyed, Answered>,
): On<State, E, Keyed, Answered> {
  const { fold, key, answer } = aggregate;

  function onItsKey<Input extends Keyed, Raw, Context = undefined>(
    type: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context>,
  ): Operation<Input, Raw, Answered> {
    return operationOn<State, E, Input, Raw, Context, Answered>(fold, type, key, how, { answer });
  }

  const others: {
    readonly [Row in keyof On<State, E, Keyed, Answered>]: On<State, E, Keyed, Answered>[Row];
  } = {
    answering: (type, how) => operationOn(fold, type, key, how, how),
    at: (type, how) => operationOn(fold, type, how.key, how, how),
    create: (type, how) => creatingOperation(fold, type, how, created),
    begin: (type, how) => creatingOperation(fold, type, how, answer),
    where: (type, how) => lookupOperation(fold, type, how),
  };
  return Object.assign(onItsKey, others);
}

/** The operation of a command whose stream is known from its input. */
function operationOn<State, E extends RecordedEvent, Input, Raw, Context, Answer>(
  fold: Fold<State, E>,
  type: CommandType<Input, Raw>,
  keyOf: OwnKey<Input>['key'],
  { context, decide }: HowDecided<State, NoInfer<Input>, Context>,
  { answer, recorded }: OwnAnswer<E, Input, Answer>,
): Operation<Input, Raw, Answer> {
  const operation = customOperation(
    type,
    async (session: Session, command: ReceivedCommand<Input>) => {
      const { input } = command;
      const done = await session.handle<State, E, Context, Answer>(command, {
        fold,
        key: keyOf(input, command),
        // Without `context` it is `undefined`, which is its type in `On` by default.
        context: () =>
          context?.(session, input, command) as Context | Refusal | Promise<Context | Refusal>,
        decide: (state, read, own) => decide(state, input, read, own),
        answer: (outcome) => answer(outcome, input),
      });
      if (done.ok || recorded === undefined || done.refusal.code !== recorded.code) return done;
      return { ok: true, value: await recorded.answer(session, input) };
    },
  );
  return {
    ...operation,
    streamOf: (fields, id) => {
      const parsed = type.schema.safeParse(fields);
      return parsed.success ? [fold.kind, ...keyOf(parsed.data, { id })] : null;
    },
  };
}

/** The operation of a command that begins its stream, under the given id or the command's. */
function creatingOperation<
  State,
  E extends RecordedEvent,
  Input extends MayNameId,
  Raw,
  Context,
  Answer,
>(
  fold: Fold<State, E>,
  type: CommandType<Input, Raw>,
  { context, decide }: HowDecided<State, NoInfer<WithId<Input>>, Context>,
  answer: (outcome: Outcome<E>) => Answer,
): Operation<Input, Raw, Answer> {
  return operationOn<State, E, Input, Raw, Context, Answer>(
    fold,
    type,
    (input, { id }) => [input.id ?? id],
    {
      ...(context && {
        context: (session, input, command) => context(session, withId(input, command), command),
      }),
      decide: (state, input, read, command) => decide(state, withId(input, command), read, command),
    },
    { answer },
  );
}

/** The operation of a command whose stream is found by reading before it is decided. */
function lookupOperation<
  State,
  E extends RecordedEvent,
  Input,
  Raw,
  Place extends { readonly key: readonly string[] },
  Context,
  Answer,
>(
  fold: Fold<State, E>,
  type: CommandType<Input, Raw>,
  how: HowDecidedAfterLookup<State, E, NoInfer<Input>, Place, Context, Answer>,
): Operation<Input, Raw, Answer> {
  return customOperation(type, async (session, command) => {
    const { input } = command;
    const place = await how.where(session, input, command);
    if (isRefusal(place)) return { ok: false, refusal: place };
    return session.handle<State, E, Context, Answer>(command, {
      fold,
      key: place.key,
      context: () => how.context(session, input, place, command),
      decide: (state, read, own) => how.decide(state, input, read, place, own),
      answer: (outcome) => how.answer(outcome, place),
    });
  });
}
