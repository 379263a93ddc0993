import type { Position } from '@letopis/core';
import { isLetopisError, START } from '@letopis/core';
import type { Generation, TimeMark } from '@letopis/core/kernel';
import type { AnyProjection } from '../projection/any-projection.ts';
import { logFilter } from '../projection/any-projection.ts';
import { decodedParts } from './decoded-page.ts';
import { HeldPartitions } from './held-partitions.ts';
import type { Bench } from './runner.ts';
import { generationName, generationsOf, isMoved } from './runner.ts';

/** How far a rebuild has come. */
export interface Progress {
  readonly name: string;
  readonly version: number;
  /** Events folded by this run; one that was resumed does not count what the first had done. */
  readonly events: number;
  readonly scannedTo: Position;
  /** Where the log ended when this page was read. */
  readonly head: Position;
}

/** How to build a new generation. */
export interface BuildOptions {
  /** Hears of every page. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * False: a half-built generation that a killed rebuild left is dropped, not resumed. An erasure
   * asks for it, since what is half built may hold what was emptied.
   */
  readonly resume?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Runs the last stretch and the switch while no live page is folded in this process. */
export type Exclusive = (work: () => Promise<void>) => Promise<void>;

/** How long to leave the field to somebody who builds the same generation, in milliseconds. */
const STEP_BACK_MS = 1000;

/**
 * Fills a new generation beside the live one, which stays readable, and switches to it when it has
 * caught up. It folds in place and commits whenever memory is full, so that a killed build is
 * resumed from its last commit. If somebody else finishes the same build first, that will do.
 */
export async function build(
  bench: Bench,
  projection: AnyProjection,
  options: BuildOptions,
  exclusive: Exclusive,
): Promise<void> {
  if (options.resume === false) await dropBuilding(bench, projection);
  const before = liveOf(await generationsOf(bench, projection));
  const name = generationName(projection, bench.streamPrefix);
  let events = 0;
  for (;;) {
    const standing = await generationsOf(bench, projection);
    const live = liveOf(standing);
    if (live !== undefined && live.id !== before?.id) return; // somebody else has built it
    try {
      const building = standing.find(({ state }) => state === 'building');
      const generation = building ?? (await bench.views.open(name, projection.version));
      const filling = new Filling(bench, projection, generation, options, events);
      try {
        await filling.toEnd();
      } finally {
        events = filling.events;
      }
      await exclusive(() => filling.finish());
      return;
    } catch (error) {
      if (!isMoved(error)) throw error;
      options.signal?.throwIfAborted();
      await bench.store.ports.wait(STEP_BACK_MS);
    }
  }
}

const liveOf = (generations: readonly Generation[]): Generation | undefined =>
  generations.find(({ state }) => state === 'live');

/** Drops what builds of a projection have left half done. */
export async function dropBuilding(
  bench: Pick<Bench, 'views' | 'streamPrefix'>,
  projection: AnyProjection,
): Promise<void> {
  for (const { id, state } of await generationsOf(bench, projection)) {
    if (state === 'building') await dropped(bench.views.drop(id));
  }
}

/** Waits for a drop; that somebody else was first is as good. */
export async function dropped(drop: Promise<void>): Promise<void> {
  try {
    await drop;
  } catch (error) {
    if (!isLetopisError(error, 'no-generation')) throw error;
  }
}

/** One run that fills one generation. */
class Filling {
  readonly #bench: Bench;
  readonly #projection: AnyProjection;
  readonly #id: number;
  readonly #options: BuildOptions;
  readonly #held: HeldPartitions;
  #committed: Position;
  #scannedTo: Position;
  #marks: TimeMark[] = [];
  events: number;

  constructor(
    bench: Bench,
    projection: AnyProjection,
    generation: Generation,
    options: BuildOptions,
    events: number,
  ) {
    this.#bench = bench;
    this.#projection = projection;
    this.#options = options;
    this.#id = generation.id;
    this.#committed = generation.checkpoint;
    this.#scannedTo = generation.checkpoint;
    this.events = events;
    this.#held = new HeldPartitions(projection, {
      load: (key) => bench.views.get(generation.id, key),
      drafts: false,
      fresh: generation.checkpoint === START,
      sizeMax: bench.sizeMax,
    });
  }

  /** Folds the log to its present end and commits. */
  async toEnd(): Promise<void> {
    const { store, codec, streamPrefix, pageSize, marks } = this.#bench;
    const filter = logFilter([this.#projection], streamPrefix);
    for await (const page of store.readAll(this.#scannedTo, { ...filter, pageSize })) {
      this.#options.signal?.throwIfAborted();
      for (const { events, scannedTo, stop } of decodedParts(codec, page, this.#scannedTo)) {
        await this.#held.fold(events, this.#scannedTo, this.#scannedTo);
        this.#scannedTo = scannedTo;
        this.events += events.length;
        const newMarks = marks.after(events);
        marks.settle(newMarks);
        this.#marks.push(...newMarks);
        if (this.#held.full || stop !== null) await this.#commit();
        if (stop !== null) throw stop;
      }
      await this.#report();
    }
    await this.#commit();
  }

  /** Folds what has come since, and switches when the live generation is reached. */
  async finish(): Promise<void> {
    for (;;) {
      await this.toEnd();
      const standing = await generationsOf(this.#bench, this.#projection);
      const live = liveOf(standing);
      if (live !== undefined && live.checkpoint > this.#scannedTo) continue;
      await this.#bench.views.switchTo(this.#id);
      await dropBuilding(this.#bench, this.#projection);
      return;
    }
  }

  async #commit(): Promise<void> {
    const expected = this.#committed;
    const next = this.#scannedTo;
    if (next === expected) return;
    const change = { id: this.#id, expected, next, puts: this.#held.puts(), deletes: [] };
    const { logId, views } = this.#bench;
    await views.commit({ logId, changes: [change], timeMarks: this.#marks });
    this.#held.settle();
    this.#committed = next;
    this.#marks = [];
  }

  async #report(): Promise<void> {
    const { onProgress } = this.#options;
    if (onProgress === undefined) return;
    const { name, version } = this.#projection;
    const head = await this.#bench.store.head();
    onProgress({ name, version, events: this.events, scannedTo: this.#scannedTo, head });
  }
}
