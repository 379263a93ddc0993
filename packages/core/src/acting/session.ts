import { refuseUnlessAuthorised } from '../kernel/authorise.ts';
import type { CommandHandler, Outcome } from '../kernel/command-handler.ts';
import type { CommandOptions, CommandType, ReceivedCommand, Sender } from '../kernel/command.ts';
import { receive } from '../kernel/command.ts';
import type { Ground, RecordedEvent } from '../kernel/event.ts';
import { streamName } from '../kernel/event.ts';
import type { Folded } from '../kernel/fold-cache.ts';
import type { Decision, Fold } from '../kernel/fold.ts';
import type { IndexReading, LogIndex } from '../kernel/log-index.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { invalidInput, isRefusal } from '../kernel/refusal.ts';
import { daysGiven } from '../values/day-given.ts';
import { refuseIfDaysAhead } from './door.ts';
import { namedRefs } from './named-refs.ts';
import type { OrderPapers } from './paper.ts';
import { readOrderPapers, refuseIfOrderUnfit } from './paper.ts';
import type { AnyOperation } from './service.ts';

/** How a parsed command is handled on one stream. */
export interface Plan<State, E extends RecordedEvent, Context, Answer> {
  readonly fold: Fold<State, E>;
  /** Key of the stream: ids, joined by dots after the stream's kind. */
  readonly key: readonly string[];
  /** Reads what the decision needs from other streams, or refuses; called before every attempt. */
  readonly context: () => Context | Refusal | Promise<Context | Refusal>;
  /**
   * Pure: gives the events to append, or a refusal; called again after a conflict. In `own` the
   * command's `id` is its id in the stream, of which the ids of its events are made, and `sentAs`
   * is the id under which it was sent.
   */
  readonly decide: (state: State, context: Context, own: ReceivedCommand) => Decision;
  /** Makes the answer from the stored events alone, so that a repeated command gets the same. */
  readonly answer: (outcome: Outcome<E>) => Answer;
}

/** Whether commands may name the event that caused them, as those of processes and ingest do. */
export type Causes = 'named' | 'refused';

/** What a caller passes: the command's fields, and beside them `commandId` or `ground`. */
export type Sent<Raw> = Given<Raw> & CommandOptions;

/** A type with its arrays and objects readonly, so that a caller may pass frozen data. */
export type Given<T> = T extends readonly (infer One)[]
  ? readonly Given<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T;

/**
 * One sender's access to one organisation's records: it reads streams and handles commands in the
 * sender's name. Services are made for a session. A service of your own is registered with
 * `letopis(…).with(…)`; then `.as(…)` gives it the session.
 */
export class Session implements IndexReading {
  /** The organisation's id: the prefix of its stream names. */
  readonly organisation: string;

  /** Who enters commands, on whose behalf, and on which ground. */
  readonly sender: Sender;

  /** Handles commands on the store. */
  readonly handler: CommandHandler;

  /** Every operation of the services that the application opened; ingest may run these. */
  readonly operations: readonly AnyOperation[];

  /** By command name, the ground of the sender's commands that name none; else the sender's. */
  readonly #grounds: ReadonlyMap<string, Ground>;

  readonly #causes: Causes;

  /** The commands that the hook let in, so that it is asked once for each that is sent. */
  readonly #admitted = new WeakSet<ReceivedCommand>();

  constructor(
    organisation: string,
    sender: Sender,
    handler: CommandHandler,
    operations: readonly AnyOperation[] = [],
    grounds: ReadonlyMap<string, Ground> = new Map(),
    causes: Causes = 'named',
  ) {
    this.organisation = organisation;
    this.sender = sender;
    this.handler = handler;
    this.operations = operations;
    this.#grounds = grounds;
    this.#causes = causes;
  }

  /** The same access for what follows from an event, such as a file: its commands name that. */
  following(): Session {
    const { organisation, sender, handler, operations } = this;
    return new Session(organisation, sender, handler, operations, this.#grounds);
  }

  /** The full name of a stream of this organisation: `<org>.<kind>-<key>`. */
  stream(kind: string, ...key: readonly string[]): string {
    return streamName(this.organisation, kind, ...key);
  }

  /** Reads a stream to its end and gives its state, which must not be changed. */
  load<State, E extends RecordedEvent>(
    fold: Fold<State, E>,
    ...key: readonly string[]
  ): Promise<Folded<State>> {
    return this.handler.load(fold, this.stream(fold.kind, ...key));
  }

  /** An index over this organisation's streams, up to the present end of the log. */
  index<State>(index: LogIndex<State>): Promise<State> {
    return this.handler.indexes.refresh(index, this.organisation);
  }

  /** The events of a stream as they are stored now: erased values are erased. */
  events(kind: string, ...key: readonly string[]): Promise<readonly RecordedEvent[]> {
    return this.handler.events(this.stream(kind, ...key));
  }

  /** The time by the store's clock, in milliseconds since 1970 UTC. */
  now(): number {
    return this.handler.store.ports.clock();
  }

  /**
   * Parses a command: refuses `invalid-input`, which lists every fault and its repair. Where it
   * names no ground, the sender's stands on it, save where such a command must name its own.
   */
  receive<Input, Raw>(type: CommandType<Input, Raw>, raw: unknown): Result<ReceivedCommand<Input>> {
    if (this.#causes === 'refused' && namesCause(raw)) {
      return { ok: false, refusal: causeNotNamed(type.name) };
    }
    const ground = this.#grounds.get(type.name) ?? this.sender.ground;
    const received = receive(type, raw, { ...this.sender, ground }, this.handler.store.ports);
    if (!received.ok) return received;
    const days = daysGiven(type.schema, received.value.input);
    return { ok: true, value: { ...received.value, days } };
  }

  /**
   * Parses a command and asks the application's hook for it, before anything is read on its behalf.
   * Refuses `invalid-input` and `not-authorised`; throws what the hook throws. SEC 18.
   */
  async admit<Input, Raw>(
    type: CommandType<Input, Raw>,
    raw: unknown,
  ): Promise<Result<ReceivedCommand<Input>>> {
    const received = this.receive(type, raw);
    if (!received.ok) return received;
    const denied = await this.#refuseUnlessAdmitted(received.value);
    return denied === null ? received : { ok: false, refusal: denied };
  }

  async #refuseUnlessAdmitted(command: ReceivedCommand): Promise<Refusal | null> {
    if (this.#admitted.has(command)) return null;
    const { name, input, sender } = command;
    const denied = await refuseUnlessAuthorised(this.handler.authorise, () => ({
      organisation: this.organisation,
      command: name,
      input,
      sender: { actor: sender.actor, onBehalfOf: sender.onBehalfOf },
      refs: namedRefs(name, input),
    }));
    if (denied === null) this.#admitted.add(command);
    return denied;
  }

  /**
   * Decides a parsed command, appends its events, and answers. Asks the hook for a command that
   * was not admitted. Refuses `dated-ahead` for any command with a day further ahead than the
   * regulation allows, and `paper-after-effect`, `order-other-date`, `order-annulled` and
   * `order-unregistered` for any that rests on an order.
   */
  async handle<State, E extends RecordedEvent, Context, Answer>(
    command: ReceivedCommand,
    { fold, key, context, decide, answer }: Plan<State, E, Context, Answer>,
  ): Promise<Result<Answer>> {
    const denied = await this.#refuseUnlessAdmitted(command);
    if (denied !== null) return { ok: false, refusal: denied };
    let papers: OrderPapers = { command: null, entry: null, regulation: null };
    const done = await this.handler.handle<State, E, Context>({
      stream: this.stream(fold.kind, ...key),
      fold: fold,
      command,
      context: async () => {
        const ahead = await refuseIfDaysAhead(this, command);
        if (ahead !== null) return ahead;
        papers = await readOrderPapers(this, command);
        return context();
      },
      decide: (state, read, id) => {
        const decision = decide(state, read, { ...command, id, sentAs: command.id });
        if (isRefusal(decision)) return decision;
        return refuseIfOrderUnfit(papers, command, decision) ?? decision;
      },
    });
    return done.ok ? { ok: true, value: answer(done.value) } : done;
  }
}

function namesCause(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && Reflect.get(raw, 'causationId') != null;
}

const causeNotNamed = (command: string): Refusal =>
  invalidInput({
    command,
    issues: [
      {
        path: 'causationId',
        message: {
          ru: 'причину называют только процессы и загрузка: уберите поле',
          en: 'only processes and ingest name a cause: leave the field out',
        },
      },
    ],
  });
