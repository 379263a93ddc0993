import type { ViewStore } from '@letopis/core';
import { START } from '@letopis/core';
import type { Generation, GenerationChange, TimeMark, ViewCommit } from '@letopis/core/store';
import {
  checkpointMoved,
  countLeading,
  foreignLog,
  noGeneration,
  viewsClosed,
} from '@letopis/store-node';

interface Held {
  generation: Generation;
  readonly pages: Map<string, string>;
  /** Keys in plain order; null after a change, until the next scan sorts them. */
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
    this.#assertOpen();
    return [...this.#held.values()].map(({ generation }) => ({ ...generation }));
  }

  async open(name: string, version: number): Promise<Generation> {
    this.#assertOpen();
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
    const { sorted } = held;
    const found: (readonly [string, string])[] = [];
    const from = after >= prefix ? after : prefix;
    const first = countLeading(sorted.length, (index) => (sorted[index] as string) < from);
    for (let i = first; i < sorted.length; i += 1) {
      const key = sorted[i] as string;
      if (!key.startsWith(prefix) || found.length >= limit) break;
      if (key > after) found.push([key, held.pages.get(key) as string]);
    }
    return found;
  }

  async commit({ logId, changes, timeMarks }: ViewCommit): Promise<void> {
    this.#assertOpen();
    if (this.#logId !== null && this.#logId !== logId) throw foreignLog(this.#logId, logId);
    // Everything is checked before anything is written: a commit is stored whole or not at all.
    for (const change of changes) this.#check(change);
    for (const change of changes) this.#write(change);
    this.#marks.push(...structuredClone(timeMarks));
    this.#logId = logId;
  }

  async logId(): Promise<string | null> {
    this.#assertOpen();
    return this.#logId;
  }

  async timeMark(instant: string): Promise<TimeMark | null> {
    this.#assertOpen();
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
    if (checkpoint !== expected) throw checkpointMoved(id, expected, checkpoint);
  }

  #write({ id, next, puts, deletes }: GenerationChange): void {
    const held = this.#get(id);
    for (const key of deletes) held.pages.delete(key);
    for (const [key, value] of puts) held.pages.set(key, value);
    held.sorted = null;
    held.generation = { ...held.generation, checkpoint: next };
  }

  #get(id: number): Held {
    this.#assertOpen();
    const held = this.#held.get(id);
    if (held === undefined) throw noGeneration(id);
    return held;
  }

  #assertOpen(): void {
    if (this.#closed) throw viewsClosed();
  }
}
