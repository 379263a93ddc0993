import type { Outcome } from '../kernel/command-handler.ts';
import type { CommandType, ReceivedCommand } from '../kernel/command.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import type { Decision, Fold } from '../kernel/fold.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Created } from './receipt.ts';
import { created } from './receipt.ts';
import type { Operation } from './service.ts';
import { customOperation } from './service.ts';
import type { Session } from './session.ts';

/** What the commands on one kind of stream have in common. */
export interface Aggregate<State, E extends RecordedEvent, Keyed, Answer> {
  readonly fold: Fold<State, E>;
  /** The stream that a command writes to: the words behind its kind, each an id. */
  readonly key: (input: Keyed) => readonly string[];
  /** The answer, made of the stored events alone: a repetition gives the same one. */
  readonly answer: (outcome: Outcome<E>) => Answer;
}

/** How a command is decided. */
export interface HowDecided<State, Input, Context> {
  /** Reads what the decision needs from other streams, or refuses. Left out: nothing. */
  readonly context?: (
    session: Session,
    input: Input,
    command: ReceivedCommand,
  ) => Context | Refusal | Promise<Context | Refusal>;
  readonly decide: (
    state: State,
    input: Input,
    context: Context,
    command: ReceivedCommand,
  ) => Decision;
}

/** A decision that asks for a context needs somebody who reads it. */
type ContextRequired<Context> = undefined extends Context
  ? unknown
  : { readonly context: (...given: never[]) => unknown };

interface OwnAnswer<E extends RecordedEvent, Input, Answer> {
  readonly answer: (outcome: Outcome<E>, input: Input) => Answer;
  /** Answers in place of a refusal that says: this fact is recorded already. */
  readonly recorded?: {
    readonly code: string;
    readonly answer: (session: Session, input: Input) => Promise<Answer>;
  };
}

interface OwnKey<Input> {
  readonly key: (input: Input, command: Pick<ReceivedCommand, 'id'>) => readonly string[];
}

/** How a command is decided whose stream must be looked for: a rule of an edition names it. */
export interface HowDecidedAfterLookup<
  State,
  E extends RecordedEvent,
  Input,
  Place,
  Context,
  Answer,
> {
  /** Finds the stream, or refuses; what else it learned goes on to `context` and `decide`. */
  readonly where: (
    session: Session,
    input: Input,
    command: ReceivedCommand,
  ) => Promise<Place | Refusal>;
  readonly context: (
    session: Session,
    input: Input,
    place: Place,
    command: ReceivedCommand,
  ) => Promise<Context | Refusal>;
  readonly decide: (
    state: State,
    input: Input,
    context: Context,
    place: Place,
    command: ReceivedCommand,
  ) => Decision;
  readonly answer: (outcome: Outcome<E>, place: Place) => Answer;
}

/** An input whose `id` is known: the one that was given, or the command's. */
export type WithId<Input> = Input & { readonly id: string };

interface MayNameId {
  readonly id?: string | undefined;
}

/** Declares operations on one kind of stream. */
export interface On<State, E extends RecordedEvent, Keyed, Answered> {
  /** A command on a stream that its input names. */
  <Input extends Keyed, Raw, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context> & ContextRequired<Context>,
  ): Operation<Input, Raw, Answered>;

  /** The same with an answer of its own. */
  answering<Input extends Keyed, Raw, Answer, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context> &
      ContextRequired<Context> &
      OwnAnswer<E, NoInfer<Input>, Answer>,
  ): Operation<Input, Raw, Answer>;

  /** A command that begins a stream. Its key is `id`: the one that was given, or the command's. */
  create<Input extends MayNameId, Raw, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<WithId<Input>>, Context> & ContextRequired<Context>,
  ): Operation<Input, Raw, Created>;

  /** The same with the answer that the other commands on this kind of stream give. */
  begin<Input extends MayNameId, Raw, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<WithId<Input>>, Context> & ContextRequired<Context>,
  ): Operation<Input, Raw, Answered>;

  /** A command on a stream that is named otherwise. */
  at<Input, Raw, Answer, Context = undefined>(
    command: CommandType<Input, Raw>,
    how: HowDecided<State, NoInfer<Input>, Context> &
      ContextRequired<Context> &
      OwnKey<NoInfer<Input>> &
      OwnAnswer<E, NoInfer<Input>, Answer>,
  ): Operation<Input, Raw, Answer>;

  /** A command on a stream that must be looked for first. */
  where<Input, Raw, Place extends { readonly key: readonly string[] }, Context, Answer>(
    command: CommandType<Input, Raw>,
    how: HowDecidedAfterLookup<State, E, NoInfer<Input>, Place, Context, Answer>,
  ): Operation<Input, Raw, Answer>;
}

/**
 * Declares operations on one kind of stream.
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

/** The one way in which a command on a known stream is carried out. */
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
        // Left out, the context is `undefined`: so `On` types it where no row says otherwise.
        context: () =>
          context?.(session, input, command) as Context | Refusal | Promise<Context | Refusal>,
        decide: (state, read) => decide(state, input, read, command),
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

/** A command on a stream that it begins: its `id` is given, or is the command's. */
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

/** A command whose stream is looked for before it is decided. */
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
      decide: (state, read) => how.decide(state, input, read, place, command),
      answer: (outcome) => how.answer(outcome, place),
    });
  });
}

/** The input with its id: the one that was given, or the command's. */
export function withId<Input extends MayNameId>(
  input: Input,
  command: Pick<ReceivedCommand, 'id'>,
): WithId<Input> {
  return { ...input, id: input.id ?? command.id };
}

/**
 * A decision about something that is named within its stream: by the id that was given, or the
 * command's.
 *
 * @example
 * hold: onRetention(placeHold, { context: readSigned, decide: named(decidePlaceHold) }),
 */
export function withDefaultId<State, Input extends MayNameId, Context>(
  decide: (state: State, input: WithId<Input>, context: Context) => Decision,
) {
  return (state: State, input: Input, context: Context, command: ReceivedCommand): Decision =>
    decide(state, withId(input, command), context);
}
