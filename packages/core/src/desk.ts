import type { CommandOptions, CommandType, ReceivedCommand, Sender } from './kernel/command.ts';
import { receive } from './kernel/command.ts';
import type { Decider, Decision } from './kernel/decider.ts';
import type { RecordedEvent } from './kernel/event.ts';
import { streamName } from './kernel/event.ts';
import type { Folded } from './kernel/fold-cache.ts';
import type { Kernel, Outcome } from './kernel/handle.ts';
import type { Reading } from './kernel/reading.ts';
import type { Refusal, Result } from './kernel/refusal.ts';

/** What a room's method does with a command once it has come through the door. */
export interface Plan<Input, State, E extends RecordedEvent, Context, Answer> {
  readonly decider: Decider<State, E>;
  /** Name of the one stream that the command writes to. */
  readonly stream: (input: Input, command: ReceivedCommand<Input>) => string;
  /** Reads what the decision needs from elsewhere, or refuses. */
  readonly context?: (input: Input, command: ReceivedCommand<Input>) => Promise<Context | Refusal>;
  readonly decide: (
    state: State,
    input: Input,
    context: Context,
    command: ReceivedCommand<Input>,
  ) => Decision;
  /** The answer, made of the events alone: a repetition gives the same one. */
  readonly answer: (outcome: Outcome<E>, input: Input) => Answer;
}

/** What every answer tells: where the facts stand. */
export interface Receipt {
  /** Id of the first event of the command. */
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  /** Give it to a view as `atLeast` (read your own write) or `known` (as known then). */
  readonly position: string;
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
 * Where commands of one organisation are handed in by one sender. Rooms are built on it; a user's
 * own room gets it from `letopis.with`.
 */
export class Desk implements Reading {
  readonly organisation: string;
  readonly sender: Sender;
  readonly kernel: Kernel;

  constructor(organisation: string, sender: Sender, kernel: Kernel) {
    this.organisation = organisation;
    this.sender = sender;
    this.kernel = kernel;
  }

  /** The name of a stream of this organisation. */
  stream(kind: string, ...key: readonly string[]): string {
    return streamName(this.organisation, kind, ...key);
  }

  /** The state of a stream, read to its end. For reading only. */
  load<State, E extends RecordedEvent>(
    decider: Decider<State, E>,
    ...key: readonly string[]
  ): Promise<Folded<State>> {
    return this.kernel.load(decider, this.stream(decider.kind, ...key));
  }

  /** What the clock of the store says: milliseconds since 1970, UTC. */
  now(): number {
    return this.kernel.store.ports.clock();
  }

  /** Parses a command, decides, appends, and answers. */
  async run<Input, Raw, State, E extends RecordedEvent, Context, Answer>(
    type: CommandType<Input, Raw>,
    raw: Sent<Raw>,
    plan: Plan<Input, State, E, Context, Answer>,
  ): Promise<Result<Answer>> {
    const received = receive(type, raw, this.sender, this.kernel.store.ports);
    if (!received.ok) return received;
    return this.runReceived(received.value, plan);
  }

  /** The same for a command that has been parsed already. */
  async runReceived<Input, State, E extends RecordedEvent, Context, Answer>(
    command: ReceivedCommand<Input>,
    plan: Plan<Input, State, E, Context, Answer>,
  ): Promise<Result<Answer>> {
    const { input } = command;
    const done = await this.kernel.handle<State, E, Context>({
      stream: plan.stream(input, command),
      decider: plan.decider,
      command,
      context: async () => plan.context?.(input, command) as Promise<Context | Refusal>,
      decide: (state, context) => plan.decide(state, input, context, command),
    });
    return done.ok ? { ok: true, value: plan.answer(done.value, input) } : done;
  }
}

/** The receipt of an outcome. */
export function receipt(outcome: Outcome): Receipt {
  const { stream, revision, position, events } = outcome;
  return { eventId: events[0]?.id ?? '', stream, revision, position };
}
