import type { Position, RecordedEvent } from '@letopis/core';
import { Immer } from 'immer';
import type { AnyProjection } from '../projection/any-projection.ts';
import type { OpenPartition, Partition } from './partition.ts';
import { emptyPartition, noteLast, parsePartition, partitionText } from './partition.ts';

/** How the partitions of a generation are held in memory. */
export interface Holding {
  /** Gives a partition's text; null where there is nothing but what is folded here. */
  readonly load: ((key: string) => Promise<string | undefined>) | null;
  /**
   * True: folds onto immer's drafts, so that what was held before stands until {@link
   * HeldPartitions.settle}. False: folds in place, which is faster and leaves no way back.
   */
  readonly drafts: boolean;
  /** Does the store hold nothing yet? Then a key that is not held is new, and is not looked up. */
  readonly fresh?: boolean;
  /** About how many characters are held at the most, between two commits. */
  readonly sizeMax: number;
}

interface Held {
  readonly partition: OpenPartition;
  size: number;
  /** The fold in which it was last used: the longest unused go first. */
  used: number;
}

// No freezing: the runner alone holds these views, and gives away only their text.
const immer = new Immer({ autoFreeze: false });

/**
 * The partitions of one generation that are in memory: those changed since the last commit, and a
 * bounded number of others. `apply` of the projection is called here and nowhere else.
 */
export class HeldPartitions {
  readonly #projection: AnyProjection;
  readonly #holding: Holding;
  readonly #types: ReadonlySet<string>;
  #held = new Map<string, Held>();
  #changed = new Map<string, Held>();
  #whole: boolean;
  #size = 0;
  #folds = 0;

  constructor(projection: AnyProjection, holding: Holding) {
    this.#projection = projection;
    this.#holding = holding;
    this.#types = new Set(projection.types);
    this.#whole = holding.fresh === true || holding.load === null;
  }

  /** Is it time to commit, so that memory stays within its bound? */
  get full(): boolean {
    return this.#size > this.#holding.sizeMax;
  }

  /** All partitions, of a fold that never lets go of any. */
  *partitions(): Generator<readonly [key: string, partition: Partition]> {
    for (const [key, { partition }] of this.#held) yield [key, partition];
  }

  /**
   * Folds events of the log, in its order. Those of other types, at or before `from`, or that a
   * partition holds already are passed over.
   *
   * @param after a position before the first of the events.
   * @param wanted which keys to fold; all where it is not given.
   */
  async fold(
    events: readonly RecordedEvent[],
    after: Position,
    from: Position,
    wanted?: (key: string) => boolean,
  ): Promise<void> {
    const { keysOf } = this.#projection;
    const found: (readonly [RecordedEvent, readonly string[], Position])[] = [];
    let before = after;
    for (const event of events) {
      if (this.#types.has(event.type) && event.position > from) {
        const all = keysOf(event as never);
        const keys = wanted === undefined ? all : all.filter(wanted);
        if (keys.length > 0) found.push([event, keys, before]);
      }
      before = event.position;
    }
    this.#folds += 1;
    if (!this.#whole) await this.#load(found.flatMap(([, keys]) => keys));
    if (this.#holding.drafts) this.#foldDrafts(found);
    else this.#foldInPlace(found);
  }

  /** The texts of what has changed since the last {@link settle}. */
  puts(): ReadonlyMap<string, string> {
    const puts = new Map<string, string>();
    for (const [key, held] of this.#changed) {
      const text = partitionText(held.partition);
      if (this.#held.get(key) === held) this.#resize(held, text.length);
      else held.size = text.length; // a draft's result is counted when it takes the old one's place
      puts.set(key, text);
    }
    return puts;
  }

  /** What has changed is committed: it is what is held from now on, as far as there is room. */
  settle(): void {
    for (const [key, held] of this.#changed) {
      const old = this.#held.get(key);
      if (old !== held) this.#size += held.size - (old?.size ?? 0);
      this.#held.set(key, held);
    }
    this.#changed = new Map();
    if (this.full) this.#letGo();
  }

  #foldInPlace(found: readonly (readonly [RecordedEvent, readonly string[], Position])[]): void {
    const { apply } = this.#projection;
    for (const [event, keys, before] of found) {
      for (const key of keys) {
        let held = this.#held.get(key);
        if (held === undefined) {
          held = this.#add(key, before);
          this.#held.set(key, held);
        }
        const { partition } = held;
        if (event.position <= partition.position) continue;
        apply(partition.view as never, event as never, key);
        noteLast(partition, event);
        held.used = this.#folds;
        this.#resize(held, held.size + EVENT_SIZE);
        this.#changed.set(key, held);
      }
    }
  }

  #foldDrafts(found: readonly (readonly [RecordedEvent, readonly string[], Position])[]): void {
    const { apply } = this.#projection;
    const open = new Map<string, Held>();
    for (const [event, keys, before] of found) {
      for (const key of keys) {
        let held = open.get(key);
        if (held === undefined) {
          const base = this.#changed.get(key) ?? this.#held.get(key) ?? this.#add(key, before);
          const view = immer.createDraft(base.partition.view);
          held = { partition: { ...base.partition, view }, size: base.size, used: this.#folds };
          open.set(key, held);
        }
        const { partition } = held;
        if (event.position <= partition.position) continue;
        apply(partition.view as never, event as never, key);
        noteLast(partition, event);
      }
    }
    for (const [key, held] of open) {
      held.partition.view = immer.finishDraft(held.partition.view);
      this.#changed.set(key, held);
    }
  }

  async #load(keys: readonly string[]): Promise<void> {
    const { load } = this.#holding;
    if (load === null) return;
    const missing = new Set(keys.filter((key) => !this.#held.has(key) && !this.#changed.has(key)));
    await Promise.all(
      [...missing].map(async (key) => {
        const text = await load(key);
        if (text === undefined) return;
        const held = { partition: parsePartition(text), size: text.length, used: this.#folds };
        this.#size += held.size;
        this.#held.set(key, held);
      }),
    );
  }

  #add(key: string, before: Position): Held {
    const partition = emptyPartition(this.#projection, key, before);
    return { partition, size: 0, used: this.#folds };
  }

  #resize(held: Held, size: number): void {
    this.#size += size - held.size;
    held.size = size;
  }

  #letGo(): void {
    this.#whole = this.#holding.load === null;
    if (this.#whole) return;
    const byUse = [...this.#held].toSorted(([, a], [, b]) => a.used - b.used);
    for (const [key, held] of byUse) {
      if (this.#size <= this.#holding.sizeMax / 2) return;
      this.#held.delete(key);
      this.#size -= held.size;
    }
  }
}

/** About how many characters one event adds to a partition, until its text is known. */
const EVENT_SIZE = 160;
