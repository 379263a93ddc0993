import type { Codec } from './codec.ts';
import type { EventStore } from './event-store.ts';
import { START } from './event-store.ts';
import type { RecordedEvent } from './event.ts';
import type { Ports } from './ports.ts';
import type { Reading } from './reading.ts';

/*
 * Indexes in memory over a part of the log: which streams to look into for a value that no stream
 * name has. An index may be behind an erasure, so what it finds is confirmed in the stream.
 */

/** Which events are indexed, and what is made of them. */
export interface LogIndex<State> {
  /** Names the index; no two have one name. */
  readonly name: string;
  /** The kind of stream that it reads. */
  readonly kind: string;
  readonly types: readonly string[];
  readonly initial: (ports: Ports) => State;
  /** Takes an event in; the same event a second time changes nothing. */
  readonly add: (state: State, event: RecordedEvent, ports: Ports) => void;
}

/** A reader that also finds streams by what is in them. */
export interface IndexReading extends Reading {
  /** An index over this organisation's streams, up to the present end of the log. */
  index<State>(index: LogIndex<State>): Promise<State>;
  /** The events of a stream as they are stored now: erased values are erased. */
  events(kind: string, ...key: readonly string[]): Promise<readonly RecordedEvent[]>;
}

interface Kept {
  readonly state: unknown;
  position: string;
  /** The last read of the log that was asked for. */
  turn: Promise<void>;
}

/**
 * The indexes of one process. Each is built when it is first asked for, and then reads on from
 * where it ended: what it costs is what has changed.
 */
export class IndexCache {
  readonly #store: Pick<EventStore, 'readAll' | 'ports'>;
  readonly #codec: Codec;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Pick<EventStore, 'readAll' | 'ports'>, codec: Codec) {
    this.#store = store;
    this.#codec = codec;
  }

  /** The state of an index over one organisation, up to the present end of the log. */
  async refresh<State>(index: LogIndex<State>, organisation: string): Promise<State> {
    const streamPrefix = `${organisation}.${index.kind}-`;
    const key = `${index.name} ${streamPrefix}`;
    const known = this.#kept.get(key);
    const kept: Kept = known ?? {
      state: index.initial(this.#store.ports),
      position: START,
      turn: Promise.resolve(),
    };
    this.#kept.set(key, kept);
    // One after another, so that each event is taken in once and in order. One that failed is made
    // good by the next.
    const turn = kept.turn.then(() => this.#readOn(index, streamPrefix, kept));
    kept.turn = turn.catch(() => undefined);
    await turn;
    return kept.state as State;
  }

  /** Drops the indexes over a kind of stream, so that they are built anew: after an erasure. */
  forget(kind: string, organisation: string): void {
    const suffix = ` ${organisation}.${kind}-`;
    for (const key of this.#kept.keys()) if (key.endsWith(suffix)) this.#kept.delete(key);
  }

  async #readOn<State>(index: LogIndex<State>, streamPrefix: string, kept: Kept): Promise<void> {
    const { ports } = this.#store;
    const filter = { types: index.types, streamPrefix };
    for await (const { lines, scannedTo } of this.#store.readAll(kept.position, filter)) {
      for (const stored of lines) {
        index.add(kept.state as State, this.#codec.decode(stored, ports.hash), ports);
      }
      kept.position = scannedTo;
    }
  }
}
