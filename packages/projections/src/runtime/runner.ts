import type { Codec, EventStore, Position, ViewStore } from '@letopis/core';
import { isLetopisError } from '@letopis/core';
import type { Generation, LogPage } from '@letopis/core/kernel';
import { deepFreeze } from '@letopis/core/kernel';
import type { AnyProjection } from '../projection/any-projection.ts';
import { decodePage } from './decoded-page.ts';
import { PartitionCache } from './partition-cache.ts';
import type { TimeMarks } from './time-marks.ts';

/** What all parts of the runtime share. */
export interface RuntimeContext {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly codec: Codec;
  readonly logId: string;
  readonly streamPrefix: string | null;
  readonly marks: TimeMarks;
  /** About how many characters of partitions are cached between two commits. */
  readonly sizeMax: number;
  readonly pageSize: number;
}

/** The live generation of one projection, as the runner advances it. */
interface Live {
  readonly projection: AnyProjection;
  readonly generation: Generation;
  checkpoint: Position;
  partitions: PartitionCache;
}

/** The name of a projection's generations. Each stream prefix has generations of its own. */
export function generationName(projection: AnyProjection, streamPrefix: string | null): string {
  return streamPrefix === null ? projection.name : `${projection.name}@${streamPrefix}`;
}

/** The generations of a projection, oldest first. */
export async function generationsOf(
  context: Pick<RuntimeContext, 'views' | 'streamPrefix'>,
  projection: AnyProjection,
): Promise<readonly Generation[]> {
  const name = generationName(projection, context.streamPrefix);
  const all = await context.views.generations();
  return all.filter((g) => g.name === name && g.version === projection.version);
}

/**
 * Advances all live generations of a view store together: one page of the log and one commit with
 * the checkpoints. Another process may advance them too. Then the compare-and-set fails, nothing of
 * this commit is stored, and the runner continues from the new checkpoints.
 */
export class Runner {
  readonly #context: RuntimeContext;
  readonly #projections: readonly AnyProjection[];
  #live: readonly Live[] = [];

  constructor(context: RuntimeContext, projections: readonly AnyProjection[]) {
    this.#context = context;
    this.#projections = projections;
  }

  /** The projections that have a live generation. */
  get projections(): readonly AnyProjection[] {
    return this.#live.map(({ projection }) => projection);
  }

  /** The position that all live generations have reached; `null` if there is none. */
  get checkpoint(): Position | null {
    const all = this.#live.map(({ checkpoint }) => checkpoint);
    return all.length === 0 ? null : all.reduce((a, b) => (a < b ? a : b));
  }

  /**
   * Reads the checkpoints of the generations. Drops the cache of a generation that another process
   * moved.
   */
  async load(): Promise<void> {
    const { views, streamPrefix } = this.#context;
    const stored = (await views.generations()).filter(({ state }) => state === 'live');
    this.#live = this.#projections.flatMap((projection) => {
      const name = generationName(projection, streamPrefix);
      const { version } = projection;
      const generation = stored.find((g) => g.name === name && g.version === version);
      if (generation === undefined) return [];
      const known = this.#live.find((live) => live.generation.id === generation.id);
      if (known?.checkpoint === generation.checkpoint) return [known];
      const { checkpoint } = generation;
      return [
        {
          projection,
          generation,
          checkpoint,
          partitions: this.#cacheFor(projection, generation.id),
        },
      ];
    });
  }

  /**
   * Folds one page and commits it. Returns false if another process has moved these views, or one
   * of them is behind `after`: load, and read again from the checkpoint. Throws at an event that
   * cannot be read, after committing all events before it.
   */
  async step(page: LogPage, after: Position): Promise<boolean> {
    const behind = this.#live.filter(({ checkpoint }) => checkpoint < page.scannedTo);
    if (behind.some(({ checkpoint }) => checkpoint < after)) return false;
    if (behind.length === 0) return true;
    const { codec, marks } = this.#context;
    const { events, scannedTo, stop } = decodePage(codec, page.lines, after, page.scannedTo);
    deepFreeze(events); // several views may contain one event, and stay cached between commits
    const timeMarks = marks.after(events);
    try {
      for (const live of behind) await live.partitions.fold(events, after, live.checkpoint);
      await this.#commit(behind, scannedTo, timeMarks);
    } catch (error) {
      for (const live of behind)
        live.partitions = this.#cacheFor(live.projection, live.generation.id);
      if (isMoved(error)) return false;
      throw error;
    }
    marks.settle(timeMarks);
    if (stop !== null) throw stop;
    return true;
  }

  async #commit(
    behind: readonly Live[],
    next: Position,
    timeMarks: ReturnType<TimeMarks['after']>,
  ): Promise<void> {
    const moving = behind.filter(({ checkpoint }) => checkpoint < next);
    if (moving.length === 0) return;
    const changes = moving.map(({ generation: { id }, checkpoint: expected, partitions }) => {
      return { id, expected, next, puts: partitions.puts(), deletes: [] };
    });
    await this.#context.views.commit({ logId: this.#context.logId, changes, timeMarks });
    for (const live of moving) {
      live.partitions.settle();
      live.checkpoint = next;
    }
  }

  #cacheFor(projection: AnyProjection, id: number): PartitionCache {
    const { views, sizeMax } = this.#context;
    return new PartitionCache(projection, {
      load: (key) => views.get(id, key),
      drafts: true,
      sizeMax: sizeMax / Math.max(1, this.#projections.length),
    });
  }
}

/**
 * True if another process has moved these views on, or switched to another generation: read again
 * from where they are.
 */
export function isMoved(error: unknown): boolean {
  return isLetopisError(error, 'checkpoint-moved') || isLetopisError(error, 'no-generation');
}
