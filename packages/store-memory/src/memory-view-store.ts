import type { Generation, GenerationChange, TimeMark, ViewCommit, ViewStore } from '@letopis/core';
import { LetopisError, START } from '@letopis/core';

interface Held {
  generation: Generation;
  readonly pages: Map<string, string>;
  /** Keys in plain order; null after a change, until the next scan needs them. */
  sorted: readonly string[] | null;
}

/**
 * The reference view store: partitions as JSON text in memory.
 * @example
 * const views = openMemoryViews();
 * await views.generations(); // => []
 */
export function openMemoryViews(): ViewStore {
  return new MemoryViewStore();
}

class MemoryViewStore implements ViewStore {
  readonly #held = new Map<number, Held>();
  readonly #marks: TimeMark[] = [];
  #nextId = 1;
  #logId: string | null = null;
  #closed = false;

  async generations(): Promise<readonly Generation[]> {
    this.#open();
    return [...this.#held.values()].map(({ generation }) => ({ ...generation }));
  }

  async open(name: string, version: number): Promise<Generation> {
    this.#open();
    const id = this.#nextId;
    this.#nextId += 1;
    const generation = { id, name, version, state: 'building', checkpoint: START } as const;
    this.#held.set(id, { generation, pages: new Map(), sorted: null });
    return { ...generation };
  }

  async switchTo(id: number): Promise<void> {
    const held = this.#get(id);
    const { name, version } = held.generation;
    for (const { generation: old } of this.#held.values()) {
      const same = old.name === name && old.version === version;
      if (same && old.id !== id && old.state === 'live') this.#held.delete(old.id);
    }
    held.generation = { ...held.generation, state: 'live' };
  }

  async drop(id: number): Promise<void> {
    this.#get(id);
    this.#held.delete(id);
  }

  async get(id: number, key: string): Promise<string | undefined> {
    return this.#get(id).pages.get(key);
  }

  async scan(
    id: number,
    prefix: string,
    after: string,
    limit: number,
  ): Promise<readonly (readonly [string, string])[]> {
    const held = this.#get(id);
    held.sorted ??= [...held.pages.keys()].toSorted();
    const found: (readonly [string, string])[] = [];
    const from = after >= prefix ? after : prefix;
    for (let i = firstAtLeast(held.sorted, from); i < held.sorted.length; i += 1) {
      const key = held.sorted[i] as string;
      if (!key.startsWith(prefix) || found.length >= limit) break;
      if (key > after) found.push([key, held.pages.get(key) as string]);
    }
    return found;
  }

  async commit({ logId, changes, timeMarks }: ViewCommit): Promise<void> {
    this.#open();
    if (this.#logId !== null && this.#logId !== logId) {
      const say = `these views belong to log ${this.#logId}, not ${logId}: rebuild them elsewhere`;
      throw new LetopisError('foreign-log', say, { held: this.#logId, given: logId });
    }
    // Everything is checked before anything is written: a commit is whole or absent.
    for (const change of changes) this.#check(change);
    for (const change of changes) this.#write(change);
    this.#marks.push(...structuredClone(timeMarks));
    this.#logId = logId;
  }

  async logId(): Promise<string | null> {
    this.#open();
    return this.#logId;
  }

  async timeMark(instant: string): Promise<TimeMark | null> {
    this.#open();
    let best: TimeMark | null = null;
    for (const mark of this.#marks) {
      if (mark.recordedAt > instant) continue;
      if (best === null || mark.position > best.position) best = mark;
    }
    return best === null ? null : { ...best };
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #check({ id, expected }: GenerationChange): void {
    const { checkpoint } = this.#get(id).generation;
    if (checkpoint === expected) return;
    const say = `generation ${id} stands at "${checkpoint}", not at "${expected}": read it again`;
    throw new LetopisError('checkpoint-moved', say, { id, expected, actual: checkpoint });
  }

  #write({ id, next, puts, deletes }: GenerationChange): void {
    const held = this.#get(id);
    for (const key of deletes) held.pages.delete(key);
    for (const [key, value] of puts) held.pages.set(key, value);
    held.sorted = null;
    held.generation = { ...held.generation, checkpoint: next };
  }

  #get(id: number): Held {
    this.#open();
    const held = this.#held.get(id);
    if (held !== undefined) return held;
    throw new LetopisError('no-generation', `there is no generation ${id} of views`, { id });
  }

  #open(): void {
    if (this.#closed) throw new LetopisError('store-closed', 'these views were closed: open anew');
  }
}

/** Index of the first key at or after `from`, by halving. */
function firstAtLeast(keys: readonly string[], from: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
