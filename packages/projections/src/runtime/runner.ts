import type { Codec, EventStore, Position, ViewStore } from '@letopis/core';
import { isLetopisError } from '@letopis/core';
import type { Generation, LogPage } from '@letopis/core/kernel';
import { deepFreeze } from '@letopis/core/kernel';
import type { AnyProjection } from '../projection/any-projection.ts';
import { decodePage } from './decoded-page.ts';
import { HeldPartitions } from './held-partitions.ts';
import type { TimeMarks } from './time-marks.ts';

/** What every part of the runtime works with. */
export interface Bench {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly codec: Codec;
  readonly logId: string;
  readonly streamPrefix: string | null;
  readonly marks: TimeMarks;
  /** About how many characters of partitions are held between two commits. */
  readonly sizeMax: number;
  readonly pageSize: number;
}

/** One projection's live generation, as the runner drives it. */
interface Live {
  readonly projection: AnyProjection;
  readonly generation: Generation;
  checkpoint: Position;
  held: HeldPartitions;
}

/** The name of a projection's generations: a part of the log makes views of its own. */
export function generationName(projection: AnyProjection, streamPrefix: string | null): string {
  return streamPrefix === null ? projection.name : `${projection.name}@${streamPrefix}`;
}

/** The generations of a projection, oldest first. */
export async function generationsOf(
  bench: Pick<Bench, 'views' | 'streamPrefix'>,
  projection: AnyProjection,
): Promise<readonly Generation[]> {
  const name = generationName(projection, bench.streamPrefix);
  const all = await bench.views.generations();
  return all.filter((g) => g.name === name && g.version === projection.version);
}

/**
 * Advances all live generations of a view store together: one page of the log, one commit with the
 * checkpoints. Somebody else may advance them too; then the compare-and-set fails, nothing of ours
 * stands, and we go on from where they are.
 */
export class Runner {
  readonly #bench: Bench;
  readonly #projections: readonly AnyProjection[];
  #live: readonly Live[] = [];

  constructor(bench: Bench, projections: readonly AnyProjection[]) {
    this.#bench = bench;
    this.#projections = projections;
  }

  /** The projections that have a live generation. */
  get projections(): readonly AnyProjection[] {
    return this.#live.map(({ projection }) => projection);
  }

  /** The position that all live generations have reached; null where there is none. */
  get checkpoint(): Position | null {
    const all = this.#live.map(({ checkpoint }) => checkpoint);
    return all.length === 0 ? null : all.reduce((a, b) => (a < b ? a : b));
  }

  /** Reads where the generations stand; what is held of one that others moved is forgotten. */
  async load(): Promise<void> {
    const { views, streamPrefix } = this.#bench;
    const stored = (await views.generations()).filter(({ state }) => state === 'live');
    this.#live = this.#projections.flatMap((projection) => {
      const name = generationName(projection, streamPrefix);
      const { version } = projection;
      const generation = stored.find((g) => g.name === name && g.version === version);
      if (generation === undefined) return [];
      const known = this.#live.find((live) => live.generation.id === generation.id);
      if (known?.checkpoint === generation.checkpoint) return [known];
      const { checkpoint } = generation;
      return [{ projection, generation, checkpoint, held: this.#hold(projection, generation.id) }];
    });
  }

  /**
   * Folds one page and commits it. False: somebody else has moved these views, or one of them lies
   * behind `after`; load, and read again from the checkpoint. Throws at an event that cannot be
   * read, when all before it is committed.
   */
  async step(page: LogPage, after: Position): Promise<boolean> {
    const behind = this.#live.filter(({ checkpoint }) => checkpoint < page.scannedTo);
    if (behind.some(({ checkpoint }) => checkpoint < after)) return false;
    if (behind.length === 0) return true;
    const { codec, marks } = this.#bench;
    const { events, scannedTo, stop } = decodePage(codec, page.lines, after, page.scannedTo);
    deepFreeze(events); // one event may stand in several views, and they are kept between commits
    const timeMarks = marks.after(events);
    try {
      for (const live of behind) await live.held.fold(events, after, live.checkpoint);
      await this.#commit(behind, scannedTo, timeMarks);
    } catch (error) {
      for (const live of behind) live.held = this.#hold(live.projection, live.generation.id);
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
    const changes = moving.map(({ generation: { id }, checkpoint: expected, held }) => {
      return { id, expected, next, puts: held.puts(), deletes: [] };
    });
    await this.#bench.views.commit({ logId: this.#bench.logId, changes, timeMarks });
    for (const live of moving) {
      live.held.settle();
      live.checkpoint = next;
    }
  }

  #hold(projection: AnyProjection, id: number): HeldPartitions {
    const { views, sizeMax } = this.#bench;
    return new HeldPartitions(projection, {
      load: (key) => views.get(id, key),
      drafts: true,
      sizeMax: sizeMax / Math.max(1, this.#projections.length),
    });
  }
}

/** Has somebody else moved these views on, or switched them away? Then read where they stand. */
export function isMoved(error: unknown): boolean {
  return isLetopisError(error, 'checkpoint-moved') || isLetopisError(error, 'no-generation');
}
