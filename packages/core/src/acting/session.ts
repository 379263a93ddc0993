import type { CommandHandler, Outcome } from '../kernel/command-handler.ts';
import type { CommandOptions, CommandType, ReceivedCommand, Sender } from '../kernel/command.ts';
import { receive } from '../kernel/command.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import { streamName } from '../kernel/event.ts';
import type { Folded } from '../kernel/fold-cache.ts';
import type { Decision, Fold } from '../kernel/fold.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import type { AnyOperation } from './service.ts';

/** How a command that has come through the door is carried out on one stream. */
export interface Plan<State, E extends RecordedEvent, Context, Answer> {
  readonly fold: Fold<State, E>;
  /** The words behind the stream's kind. */
  readonly key: readonly string[];
  /** Reads what the decision needs from elsewhere, or refuses; called before every attempt. */
  readonly context: () => Context | Refusal | Promise<Context | Refusal>;
  readonly decide: (state: State, context: Context) => Decision;
  /** The answer, made of the events alone: a repetition gives the same one. */
  readonly answer: (outcome: Outcome<E>) => Answer;
}

/** What a caller may write: the command's fields, and `commandId` or `ground` beside them. */
export type Sent<Raw> = Given<Raw> & CommandOptions;

/** Input is only read: its arrays may be readonly ones, such as a preset's. */
export type Given<T> = T extends readonly (infer One)[]
  ? readonly Given<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T;

/**
 * Where commands of one organisation are handed in by one sender. Services are built on it; a
 * user's own service gets it from `letopis.with`.
 */
export class Session implements Reading {
  readonly organisation: string;
  readonly sender: Sender;
  readonly handler: CommandHandler;

  /** Every operation of the services that the application opened: what ingest may run. */
  readonly operations: readonly AnyOperation[];

  constructor(
    organisation: string,
    sender: Sender,
    handler: CommandHandler,
    operations: readonly AnyOperation[] = [],
  ) {
    this.organisation = organisation;
    this.sender = sender;
    this.handler = handler;
    this.operations = operations;
  }

  /** The name of a stream of this organisation. */
  stream(kind: string, ...key: readonly string[]): string {
    return streamName(this.organisation, kind, ...key);
  }

  /** The state of a stream, read to its end. For reading only. */
  load<State, E extends RecordedEvent>(
    fold: Fold<State, E>,
    ...key: readonly string[]
  ): Promise<Folded<State>> {
    return this.handler.load(fold, this.stream(fold.kind, ...key));
  }

  /** What the clock of the store says: milliseconds since 1970, UTC. */
  now(): number {
    return this.handler.store.ports.clock();
  }

  /** Parses a command at the door: refuses `invalid-input` with every fault and its repair. */
  receive<Input, Raw>(type: CommandType<Input, Raw>, raw: unknown): Result<ReceivedCommand<Input>> {
    return receive(type, raw, this.sender, this.handler.store.ports);
  }

  /** Decides a command that has come through the door, appends, and answers. */
  async handle<State, E extends RecordedEvent, Context, Answer>(
    command: ReceivedCommand,
    { fold, key, context, decide, answer }: Plan<State, E, Context, Answer>,
  ): Promise<Result<Answer>> {
    const done = await this.handler.handle<State, E, Context>({
      stream: this.stream(fold.kind, ...key),
      fold: fold,
      command,
      context: async () => context(),
      decide,
    });
    return done.ok ? { ok: true, value: answer(done.value) } : done;
  }
}
