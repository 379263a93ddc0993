import type { Position, RecordedEvent } from '@letopis/core';
import { Immer } from 'immer';
import type { AnyProjection } from '../projection/any-projection.ts';
import type { OpenPartition, Partition } from './partition.ts';
import { emptyPartition, noteLast, parsePartition, partitionText } from './partition.ts';

/** How the partitions of a generation are cached. */
export interface CacheOptions {
  /** Reads a partition's text from the store; `null` if the cache holds all there is. */
  readonly load: ((key: string) => Promise<string | undefined>) | null;
  /**
   * True: folds onto drafts of immer, so that the committed state stays intact until {@link
   * PartitionCache.settle}. False: folds in place, which is faster but cannot be undone.
   */
  readonly drafts: boolean;
  /** True if the store is empty: a key that is not cached is then new, and is not looked up. */
  readonly fresh?: boolean;
  /** About how many characters are cached at most between two commits. */
  readonly sizeMax: number;
}

interface CachedPartition {
  readonly partition: OpenPartition;
  size: number;
  /** Number of the fold that used it last. The least recently used are dropped first. */
  used: number;
}

// No freezing: only the runner has these views, and it passes on only their text.
const immer = new Immer({ autoFreeze: false });

/**
 * The partitions of one generation that are in memory: those changed since the last commit, and a
 * bounded number of others. Only this class calls a projection's `apply`.
 */
export class PartitionCache {
  readonly #projection: AnyProjection;
  readonly #options: CacheOptions;
  readonly #types: ReadonlySet<string>;
  #cached = new Map<string, CachedPartition>();
  #changed = new Map<string, CachedPartition>();
  #whole: boolean;
  #size = 0;
  #folds = 0;

  constructor(projection: AnyProjection, holding: CacheOptions) {
    this.#projection = projection;
    this.#options = holding;
    this.#types = new Set(projection.types);
    this.#whole = holding.fresh === true || holding.load === null;
  }

  /** True if a commit is needed to keep memory within its bound. */
  get full(): boolean {
    return this.#size > this.#options.sizeMax;
  }

  /** All partitions, for a fold in memory that never drops any. */
  *partitions(): Generator<readonly [key: string, partition: Partition]> {
    for (const [key, { partition }] of this.#cached) yield [key, partition];
  }

  /**
   * Folds events in log order. Skips events of other types, events at or before `from`, and events
   * that a partition already contains.
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
    if (this.#options.drafts) this.#foldDrafts(found);
    else this.#foldInPlace(found);
  }

  /** The texts of the partitions changed since the last {@link settle}. */
  puts(): ReadonlyMap<string, string> {
    const puts = new Map<string, string>();
    for (const [key, cached] of this.#changed) {
      const text = partitionText(cached.partition);
      if (this.#cached.get(key) === cached) this.#resize(cached, text.length);
      // The result of a draft is counted when it replaces the old partition.
      else cached.size = text.length;
      puts.set(key, text);
    }
    return puts;
  }

  /**
   * Call it after a commit: the changed partitions become the cached ones, as far as there is room.
   */
  settle(): void {
    for (const [key, cached] of this.#changed) {
      const old = this.#cached.get(key);
      if (old !== cached) this.#size += cached.size - (old?.size ?? 0);
      this.#cached.set(key, cached);
    }
    this.#changed = new Map();
    if (this.full) this.#letGo();
  }

  #foldInPlace(found: readonly (readonly [RecordedEvent, readonly string[], Position])[]): void {
    const { apply } = this.#projection;
    for (const [event, keys, before] of found) {
      for (const key of keys) {
        let cached = this.#cached.get(key);
        if (cached === undefined) {
          cached = this.#add(key, before);
          this.#cached.set(key, cached);
        }
        const { partition } = cached;
        if (event.position <= partition.position) continue;
        apply(partition.view as never, event as never, key);
        noteLast(partition, event);
        cached.used = this.#folds;
        this.#resize(cached, cached.size + EVENT_SIZE);
        this.#changed.set(key, cached);
      }
    }
  }

  #foldDrafts(found: readonly (readonly [RecordedEvent, readonly string[], Position])[]): void {
    const { apply } = this.#projection;
    const open = new Map<string, CachedPartition>();
    for (const [event, keys, before] of found) {
      for (const key of keys) {
        let cached = open.get(key);
        if (cached === undefined) {
          const base = this.#changed.get(key) ?? this.#cached.get(key) ?? this.#add(key, before);
          const view = immer.createDraft(base.partition.view);
          cached = { partition: { ...base.partition, view }, size: base.size, used: this.#folds };
          open.set(key, cached);
        }
        const { partition } = cached;
        if (event.position <= partition.position) continue;
        apply(partition.view as never, event as never, key);
        noteLast(partition, event);
      }
    }
    for (const [key, cached] of open) {
      cached.partition.view = immer.finishDraft(cached.partition.view);
      this.#changed.set(key, cached);
    }
  }

  async #load(keys: readonly string[]): Promise<void> {
    const { load } = this.#options;
    if (load === null) return;
    const missing = new Set(
      keys.filter((key) => !this.#cached.has(key) && !this.#changed.has(key)),
    );
    await Promise.all(
      [...missing].map(async (key) => {
        const text = await load(key);
        if (text === undefined) return;
        const cached = { partition: parsePartition(text), size: text.length, used: this.#folds };
        this.#size += cached.size;
        this.#cached.set(key, cached);
      }),
    );
  }

  #add(key: string, before: Position): CachedPartition {
    const partition = emptyPartition(this.#projection, key, before);
    return { partition, size: 0, used: this.#folds };
  }

  #resize(cached: CachedPartition, size: number): void {
    this.#size += size - cached.size;
    cached.size = size;
  }

  #letGo(): void {
    this.#whole = this.#options.load === null;
    if (this.#whole) return;
    const byUse = [...this.#cached].toSorted(([, a], [, b]) => a.used - b.used);
    for (const [key, cached] of byUse) {
      if (this.#size <= this.#options.sizeMax / 2) return;
      this.#cached.delete(key);
      this.#size -= cached.size;
    }
  }
}

/** About how many characters one event adds to a partition, until its text is known. */
const EVENT_SIZE = 160;
