import type { Authorise } from './authorise.ts';
import type { Codec } from './codec.ts';
import type { ReceivedCommand } from './command.ts';
import { isLetopisError, LetopisError } from './errors.ts';
import type { AppendItem, AppendResult, EventStore } from './event-store.ts';
import type { Beside, DraftEvent, NewEvent, RecordedEvent } from './event.ts';
import { sortedRefs } from './event.ts';
import type { Folded, SeenCommand } from './fold-cache.ts';
import { commandKey, FoldCache } from './fold-cache.ts';
import type { Fold, Decision } from './fold.ts';
import type { HandlerOptions } from './handler-options.ts';
import { deepFreeze } from './json.ts';
import { IndexCache } from './log-index.ts';
import { Patience } from './patience.ts';
import type { Refusal, Result } from './refusal.ts';
import { isRefusal } from './refusal.ts';
import { eventId, idInStream } from './uuid.ts';

/** What a command did: its events, as anybody will read them. */
export interface Outcome<E extends RecordedEvent = RecordedEvent> {
  readonly stream: string;
  readonly events: readonly E[];
  /** Position of the last event: give it to a view as `atLeast` or `known`. */
  readonly position: string;
  readonly revision: number;
}

/** A command to run on one stream, with all that the handler needs for it. */
export interface CommandTask<State, E extends RecordedEvent, Context> {
  readonly stream: string;
  readonly fold: Fold<State, E>;
  readonly command: ReceivedCommand;
  /** Reads what the decision needs from other streams; called before every attempt. */
  readonly context: () => Promise<Context | Refusal>;
  /**
   * Pure: gives the events to append, or a refusal; called at every attempt. `id` is the command's
   * id in the stream: `eventId(id, n)` is the id of its n-th event.
   */
  readonly decide: (state: State, context: Context, id: string) => Decision;
}

/**
 * Runs commands against a store: read, fold, decide, append; and all of it again after a conflict.
 *
 * *One command, one stream, one append.* A command that is sent again gets its first result,
 * because the fold knows which command ids its stream has seen. The same id with another command
 * throws `command-id-reused`.
 */
export class CommandHandler {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly indexes: IndexCache;
  /** Says who may send which command; null: everybody may send all. */
  readonly authorise: Authorise | null;
  readonly #cache: FoldCache;
  readonly #patienceMs: number;
  readonly #contextMaxAgeMs: number;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(store: EventStore, codec: Codec, options: HandlerOptions = {}) {
    this.store = store;
    this.codec = codec;
    this.indexes = new IndexCache(store, codec);
    this.authorise = options.authorise ?? null;
    this.#patienceMs = options.patienceMs ?? 10_000;
    this.#contextMaxAgeMs = options.contextMaxAgeMs ?? 0;
    this.#cache = new FoldCache(store, codec, options.cacheEventsMax ?? 200_000);
  }

  /**
   * The state of a stream, for reading only: never write to it. Revision −1 means that there is no
   * such stream.
   */
  async load<State, E extends RecordedEvent>(
    fold: Fold<State, E>,
    stream: string,
  ): Promise<Folded<State>> {
    return this.#cache.refresh(fold, stream, this.#contextMaxAgeMs);
  }

  /**
   * Drops a stream from this process's cache. Call it after an erasure, so that no cached state
   * still has what was erased. Other processes keep theirs until they end or their cache drops it.
   *
   * @example
   * await store.emptyBeside(stream, eventIds);
   * handler.forget(stream);
   */
  forget(stream: string): void {
    this.#cache.forget(stream);
  }

  /** The events of a stream from one revision on, at most `count`. */
  async events(stream: string, from = 0, count = Infinity): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    const pageSize = Math.min(count, 1000);
    for await (const page of this.store.readStream(stream, { from, pageSize })) {
      for (const stored of page) {
        if (found.length >= count) return found;
        found.push(this.codec.decode(stored, this.store.ports.hash));
      }
      if (found.length >= count) return found;
    }
    return found;
  }

  /** Runs a command. Commands of one process on one stream run one after another. */
  handle<State, E extends RecordedEvent, Context>(
    task: CommandTask<State, E, Context>,
  ): Promise<Result<Outcome<E>>> {
    const before = this.#queues.get(task.stream) ?? Promise.resolve();
    const run = before.then(() => this.#attempt(task));
    const settled = run.catch(() => undefined);
    this.#queues.set(task.stream, settled);
    void settled.then(() => {
      if (this.#queues.get(task.stream) === settled) this.#queues.delete(task.stream);
    });
    return run;
  }

  async #attempt<State, E extends RecordedEvent, Context>(
    task: CommandTask<State, E, Context>,
  ): Promise<Result<Outcome<E>>> {
    const patience = new Patience(this.store.ports, this.#patienceMs);
    for (;;) {
      const entry = await this.#cache.refresh(task.fold, task.stream);
      const seen = entry.commands.get(commandKey(task.command.id));
      if (seen !== undefined) return this.#firstResult(task, seen);
      const context = await task.context();
      // The context may be read from this very stream, and meanwhile the same command, sent
      // twice, may have been stored in it.
      const since = entry.commands.get(commandKey(task.command.id));
      if (since !== undefined) return this.#firstResult(task, since);
      if (isRefusal(context)) return { ok: false, refusal: context };
      const id = idInStream(task.command.id, task.stream, this.store.ports.hash);
      const decision = task.decide(entry.state, context, id);
      if (isRefusal(decision)) return { ok: false, refusal: decision };
      const { revision } = entry;
      const prepared = this.#prepare(task.command, id, decision);
      try {
        const result = await this.#append(task.stream, prepared.items, revision, patience);
        return task.command.idGiven
          ? await this.#readBack(task, entry, revision + 1, prepared.items.length)
          : { ok: true, value: this.#advance(task, entry, prepared, result) };
      } catch (error) {
        if (!isLetopisError(error, 'conflict')) throw error;
        await patience.spend(error);
      }
    }
  }

  /** Asks again for an answer that was lost by sending the same bytes; it never decides anew. */
  async #append(
    stream: string,
    items: readonly AppendItem[],
    expected: number,
    patience: Patience,
  ): Promise<AppendResult> {
    for (;;) {
      try {
        return await this.store.append(stream, items, expected);
      } catch (error) {
        if (!isLetopisError(error, 'outcome-unknown')) throw error;
        await patience.spend(error);
      }
    }
  }

  #prepare(command: ReceivedCommand, own: string, drafts: readonly DraftEvent[]): Prepared {
    if (drafts.length === 0) {
      throw new LetopisError('misuse', `${command.name} decided nothing: refuse, or emit an event`);
    }
    const { sender } = command;
    const wholes: unknown[] = [];
    const items = drafts.map((draft, index) => {
      const id = eventId(own, index);
      const encoded = this.codec.encode(draft, id, this.store.ports);
      wholes.push(deepFreeze(encoded.whole));
      const event: NewEvent = {
        id,
        type: draft.type,
        schema: encoded.schema,
        occurredOn: draft.occurredOn,
        actor: sender.actor,
        onBehalfOf: sender.onBehalfOf,
        ground: draft.ground === undefined ? sender.ground : draft.ground,
        commandId: command.id,
        commandDigest: command.digest,
        causationId: command.causationId,
        refs: sortedRefs(draft.refs),
        data: encoded.data,
        sealed: encoded.sealed,
      };
      return { event, beside: encoded.beside };
    });
    return { items, wholes };
  }

  #advance<State, E extends RecordedEvent>(
    task: Pick<CommandTask<State, E, unknown>, 'stream' | 'fold'>,
    entry: Folded<State>,
    prepared: Prepared,
    result: AppendResult,
  ): Outcome<E> {
    const events = result.events.map((appended, index) => {
      const event = recorded(prepared, index, task.stream, appended) as E;
      this.#cache.advance(task.fold, entry, event);
      return event;
    });
    return outcome(task.stream, events);
  }

  /**
   * The answer to a command whose id the caller gave. A store compares batches by event ids alone,
   * so the stored batch may come from another command: the answer is what was stored, read back.
   */
  async #readBack<State, E extends RecordedEvent, Context>(
    task: CommandTask<State, E, Context>,
    entry: Folded<State>,
    first: number,
    count: number,
  ): Promise<Result<Outcome<E>>> {
    const { command, stream, fold } = task;
    // Reads one event more than was sent: that shows a stored batch which only begins with ours.
    const standing = deepFreeze(await this.events(stream, first, count + 1)) as readonly E[];
    for (const event of standing) this.#cache.advance(fold, entry, event);
    const seen = entry.commands.get(commandKey(command.id));
    const own = standing.filter((event) => commandKey(event.commandId) === commandKey(command.id));
    if (seen?.digest !== command.digest || seen.count !== count || own.length !== count) {
      const whole = await this.#cache.refresh(fold, stream);
      const stored = whole.commands.get(commandKey(command.id));
      if (stored !== undefined) return this.#firstResult(task, stored);
      throw new LetopisError('corrupt', `${stream} lost what was just appended`, { stream });
    }
    return { ok: true, value: outcome(stream, own) };
  }

  async #firstResult<State, E extends RecordedEvent, Context>(
    task: CommandTask<State, E, Context>,
    seen: SeenCommand,
  ): Promise<Result<Outcome<E>>> {
    const { command, stream } = task;
    if (seen.digest !== command.digest) {
      throw new LetopisError(
        'command-id-reused',
        `${command.id} was used in ${stream} already, for another command; give each its own id`,
        { stream, commandId: command.id },
      );
    }
    const events = await this.events(stream, seen.firstRevision, seen.count);
    return { ok: true, value: outcome(stream, deepFreeze(events) as readonly E[]) };
  }
}

interface Prepared {
  readonly items: readonly { readonly event: NewEvent; readonly beside: Beside | null }[];
  readonly wholes: readonly unknown[];
}

function recorded(
  prepared: Prepared,
  index: number,
  stream: string,
  appended: AppendResult['events'][number],
): RecordedEvent {
  const item = prepared.items[index];
  if (item === undefined) throw new LetopisError('corrupt', `${stream}: an answer too many`);
  const { event } = item;
  return Object.freeze({
    id: event.id,
    type: event.type,
    schemaVersion: event.schema,
    stream,
    revision: appended.revision,
    position: appended.position,
    occurredOn: event.occurredOn,
    recordedAt: appended.recordedAt,
    actor: event.actor,
    onBehalfOf: event.onBehalfOf,
    ground: event.ground,
    commandId: event.commandId,
    commandDigest: event.commandDigest,
    causationId: event.causationId,
    refs: event.refs ?? {},
    data: prepared.wholes[index],
  });
}

function outcome<E extends RecordedEvent>(stream: string, events: readonly E[]): Outcome<E> {
  const last = events.at(-1);
  if (last === undefined) throw new LetopisError('corrupt', `${stream}: an empty first result`);
  return { stream, events, position: last.position, revision: last.revision };
}
