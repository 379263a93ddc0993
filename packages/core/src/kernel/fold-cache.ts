import type { Codec } from './codec.ts';
import { LetopisError } from './errors.ts';
import type { EventStore } from './event-store.ts';
import type { RecordedEvent } from './event.ts';
import type { Fold } from './fold.ts';
import { eventId } from './uuid.ts';

/** A command that a stream has seen, and where its events are in the stream. */
export interface SeenCommand {
  readonly digest: string;
  readonly firstRevision: number;
  count: number;
}

/**
 * What identifies a command in a stream: its id with `rand_a`, which numbers the events, set to 0.
 * Two ids that differ in nothing else would give the same event ids, so they count as one id.
 */
export const commandKey = (commandId: string): string => eventId(commandId, 0);

/** The fold of one stream up to a revision. */
export interface Folded<State> {
  readonly stream: string;
  readonly state: State;
  revision: number;
  /** When the stream's tail was last read, in milliseconds of the store's clock. */
  readAt: number;
  /** Was it asked for since the last sweep? Then the next sweep spares it. */
  used: boolean;
  /** Keyed by {@link commandKey}. */
  readonly commands: Map<string, SeenCommand>;
}

/** Has this stream seen the command? */
export function knowsCommand(folded: Pick<Folded<unknown>, 'commands'>, id: string): boolean {
  return folded.commands.has(commandKey(id));
}

/**
 * Folded states, cached between commands. The cache saves the fold, never the read: `refresh` reads
 * the stream's tail each time, so that a refusal rests on the newest state too. Its size is bounded
 * by the number of events that the cached states were folded from. A sweep drops the states that
 * were not asked for since the last one; this costs a flag, while an exact order of use would
 * rewrite the map at each read.
 */
export class FoldCache {
  readonly #store: EventStore;
  readonly #codec: Codec;
  readonly #eventsMax: number;
  readonly #kept = new Map<string, Folded<unknown>>();
  #events = 0;

  constructor(store: EventStore, codec: Codec, eventsMax: number) {
    this.#store = store;
    this.#codec = codec;
    this.#eventsMax = eventsMax;
  }

  /**
   * The state of a stream, read to its end.
   *
   * @param maxAgeMs how old a cached state may be, in milliseconds, to be given without a read; 0:
   * always read.
   */
  async refresh<State, E extends RecordedEvent>(
    fold: Fold<State, E>,
    stream: string,
    maxAgeMs = 0,
  ): Promise<Folded<State>> {
    const entry = this.#entry(fold, stream);
    const now = this.#store.ports.clock();
    if (entry.revision >= 0 && maxAgeMs > 0 && now - entry.readAt <= maxAgeMs) return entry;
    const { hash } = this.#store.ports;
    for await (const page of this.#store.readStream(stream, { from: entry.revision + 1 })) {
      for (const stored of page) this.advance(fold, entry, this.#codec.decode(stored, hash) as E);
    }
    entry.readAt = now;
    this.#trim(entry);
    return entry;
  }

  /** Folds one event onto an entry; ignores an event that the entry has folded already. */
  advance<State, E extends RecordedEvent>(
    fold: Fold<State, E>,
    entry: Folded<State>,
    event: E,
  ): void {
    if (event.revision <= entry.revision) return; // another reader of this entry was first
    if (event.revision !== entry.revision + 1) {
      this.#drop(entry);
      const gap = `${entry.revision + 1} to ${event.revision - 1}`;
      throw new LetopisError('corrupt', `${entry.stream} lacks the revisions ${gap}`, {
        stream: entry.stream,
      });
    }
    try {
      fold.evolve(entry.state, event);
    } catch (cause) {
      this.#drop(entry); // it is partly evolved, and nobody may read it
      throw cause;
    }
    entry.revision = event.revision;
    if (this.#kept.get(entry.stream) === entry) this.#events += 1; // else it was dropped meanwhile
    const key = commandKey(event.commandId);
    const seen = entry.commands.get(key);
    if (seen === undefined) {
      const { commandDigest: digest, revision: firstRevision } = event;
      entry.commands.set(key, { digest, firstRevision, count: 1 });
    } else {
      seen.count += 1;
    }
  }

  #entry<State, E extends RecordedEvent>(fold: Fold<State, E>, stream: string): Folded<State> {
    const kept = this.#kept.get(stream);
    if (kept !== undefined) {
      kept.used = true;
      return kept as Folded<State>;
    }
    const fresh: Folded<State> = {
      stream,
      state: fold.initial(),
      revision: -1,
      readAt: 0,
      used: true,
      commands: new Map(),
    };
    this.#kept.set(stream, fresh as Folded<unknown>);
    return fresh;
  }

  /** Drops a stream from the cache: it is folded anew when it is read again. */
  forget(stream: string): void {
    const entry = this.#kept.get(stream);
    if (entry !== undefined) this.#drop(entry);
  }

  /** Drops an entry, unless a newer one has replaced it. */
  #drop(entry: Folded<unknown> | Folded<never>): void {
    if (this.#kept.get(entry.stream) !== entry) return;
    this.#kept.delete(entry.stream);
    this.#events -= entry.revision + 1;
  }

  #trim(justUsed: Folded<unknown> | Folded<never>): void {
    while (this.#events > this.#eventsMax || this.#kept.size > this.#eventsMax) {
      const [oldest] = this.#kept.values();
      if (oldest === undefined || (oldest === justUsed && this.#kept.size === 1)) return;
      this.#kept.delete(oldest.stream);
      if (oldest.used || oldest === justUsed) {
        oldest.used = false;
        this.#kept.set(oldest.stream, oldest);
      } else {
        this.#events -= oldest.revision + 1;
      }
    }
  }
}
