import type { Codec } from './codec.ts';
import type { Decider } from './decider.ts';
import type { EventStore } from './event-store.ts';
import type { RecordedEvent } from './event.ts';
import { LetopisError } from './errors.ts';

/** Which commands a stream has seen, and where their events stand. */
export interface SeenCommand {
  readonly digest: string;
  readonly firstRevision: number;
  count: number;
}

/** The fold of one stream up to a revision. */
export interface Folded<State> {
  readonly stream: string;
  readonly state: State;
  revision: number;
  /** When its tail was last read, by the store's clock. */
  readAt: number;
  readonly commands: Map<string, SeenCommand>;
}

/**
 * Folded states, kept between commands. The cache saves the fold, never the read: `refresh` reads
 * the stream's tail each time, so that a refusal rests on the newest state too. Its size is bounded
 * by the number of events that the kept states were folded from; the longest unused go first.
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
   * @param maxAgeMs how old a kept state may be to be given without a read; 0: always read.
   */
  async refresh<State, E extends RecordedEvent>(
    decider: Decider<State, E>,
    stream: string,
    maxAgeMs = 0,
  ): Promise<Folded<State>> {
    const entry = this.#entry(decider, stream);
    const now = this.#store.ports.clock();
    if (entry.revision >= 0 && maxAgeMs > 0 && now - entry.readAt <= maxAgeMs) return entry;
    for await (const page of this.#store.readStream(stream, { from: entry.revision + 1 })) {
      for (const stored of page) this.advance(decider, entry, this.#codec.decode(stored) as E);
    }
    entry.readAt = now;
    this.#trim(entry);
    return entry;
  }

  /** Folds one event onto an entry; one that it has folded already is passed over. */
  advance<State, E extends RecordedEvent>(
    decider: Decider<State, E>,
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
      decider.evolve(entry.state, event);
    } catch (cause) {
      this.#drop(entry); // half evolved: never to be seen again
      throw cause;
    }
    entry.revision = event.revision;
    if (this.#kept.get(entry.stream) === entry) this.#events += 1; // else it was thrown out since
    const seen = entry.commands.get(event.commandId);
    if (seen === undefined) {
      const { commandDigest: digest, revision: firstRevision } = event;
      entry.commands.set(event.commandId, { digest, firstRevision, count: 1 });
    } else {
      seen.count += 1;
    }
  }

  #entry<State, E extends RecordedEvent>(
    decider: Decider<State, E>,
    stream: string,
  ): Folded<State> {
    const kept = this.#kept.get(stream);
    if (kept !== undefined) {
      this.#kept.delete(stream);
      this.#kept.set(stream, kept); // youngest again
      return kept as Folded<State>;
    }
    const state = decider.initial();
    const fresh: Folded<State> = { stream, state, revision: -1, readAt: 0, commands: new Map() };
    this.#kept.set(stream, fresh as Folded<unknown>);
    return fresh;
  }

  #trim(justUsed: Folded<unknown> | Folded<never>): void {
    for (const entry of this.#kept.values()) {
      if (this.#events <= this.#eventsMax && this.#kept.size <= this.#eventsMax) return;
      if (entry === justUsed) continue;
      this.#drop(entry);
    }
  }

  #drop(entry: Folded<unknown> | Folded<never>): void {
    if (this.#kept.get(entry.stream) !== entry) return;
    this.#kept.delete(entry.stream);
    this.#events -= entry.revision + 1;
  }
}
