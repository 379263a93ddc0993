import type { Position } from '@letopis/core';
import { isLetopisError, START } from '@letopis/core';
import type { Generation, TimeMark } from '@letopis/core/kernel';
import type { AnyProjection } from '../projection/any-projection.ts';
import { logFilter } from '../projection/any-projection.ts';
import { decodedParts } from './decoded-page.ts';
import { PartitionCache } from './partition-cache.ts';
import type { RuntimeContext } from './runner.ts';
import { generationName, generationsOf, isMoved } from './runner.ts';

/** The progress of a rebuild. */
export interface Progress {
  readonly name: string;
  readonly version: number;
  /** Events folded by this run; a resumed run does not count those of the run before. */
  readonly events: number;
  readonly scannedTo: Position;
  /** The end of the log when this page was read. */
  readonly head: Position;
}

/** How to build a new generation. */
export interface BuildOptions {
  /** Called after every page. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * False: drops a half-built generation that a killed rebuild left, instead of resuming it. Use it
   * after an erasure, because a half-built generation may contain erased values.
   */
  readonly resume?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work while no live page is folded in this process: the last pages of a build, and the
 * switch.
 */
export type Exclusive = (work: () => Promise<void>) => Promise<void>;

/** How long to wait, in milliseconds, if another process builds the same generation. */
const STEP_BACK_MS = 1000;

/**
 * Fills a new generation beside the live one, which stays readable, and switches to it when it has
 * caught up. Folds in place and commits whenever the memory bound is reached, so that a killed
 * build resumes from its last commit. Returns if another process finishes the same build first.
 */
export async function build(
  context: RuntimeContext,
  projection: AnyProjection,
  options: BuildOptions,
  exclusive: Exclusive,
): Promise<void> {
  if (options.resume === false) await dropBuilding(context, projection);
  const before = liveOf(await generationsOf(context, projection));
  const name = generationName(projection, context.streamPrefix);
  let events = 0;
  for (;;) {
    const generations = await generationsOf(context, projection);
    const live = liveOf(generations);
    if (live !== undefined && live.id !== before?.id) return; // another process has built it
    try {
      const building = generations.find(({ state }) => state === 'building');
      const generation = building ?? (await context.views.open(name, projection.version));
      const filling = new GenerationBuild(context, projection, generation, options, events);
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
      await context.store.ports.wait(STEP_BACK_MS);
    }
  }
}

const liveOf = (generations: readonly Generation[]): Generation | undefined =>
  generations.find(({ state }) => state === 'live');

/** Drops the half-built generations of a projection. */
export async function dropBuilding(
  context: Pick<RuntimeContext, 'views' | 'streamPrefix'>,
  projection: AnyProjection,
): Promise<void> {
  for (const { id, state } of await generationsOf(context, projection)) {
    if (state === 'building') await dropped(context.views.drop(id));
  }
}

/** Waits for a drop. It is no error if another process dropped it first. */
export async function dropped(drop: Promise<void>): Promise<void> {
  try {
    await drop;
  } catch (error) {
    if (!isLetopisError(error, 'no-generation')) throw error;
  }
}

/** One run of a build, filling one generation. */
class GenerationBuild {
  readonly #context: RuntimeContext;
  readonly #projection: AnyProjection;
  readonly #id: number;
  readonly #options: BuildOptions;
  readonly #partitions: PartitionCache;
  #committed: Position;
  #scannedTo: Position;
  #marks: TimeMark[] = [];
  events: number;

  constructor(
    context: RuntimeContext,
    projection: AnyProjection,
    generation: Generation,
    options: BuildOptions,
    events: number,
  ) {
    this.#context = context;
    this.#projection = projection;
    this.#options = options;
    this.#id = generation.id;
    this.#committed = generation.checkpoint;
    this.#scannedTo = generation.checkpoint;
    this.events = events;
    this.#partitions = new PartitionCache(projection, {
      load: (key) => context.views.get(generation.id, key),
      drafts: false,
      fresh: generation.checkpoint === START,
      sizeMax: context.sizeMax,
    });
  }

  /** Folds the log to its current end and commits. */
  async toEnd(): Promise<void> {
    const { store, codec, streamPrefix, pageSize, marks } = this.#context;
    const filter = logFilter([this.#projection], streamPrefix);
    for await (const page of store.readAll(this.#scannedTo, { ...filter, pageSize })) {
      this.#options.signal?.throwIfAborted();
      for (const { events, scannedTo, stop } of decodedParts(codec, page, this.#scannedTo)) {
        await this.#partitions.fold(events, this.#scannedTo, this.#scannedTo);
        this.#scannedTo = scannedTo;
        this.events += events.length;
        const newMarks = marks.after(events);
        marks.settle(newMarks);
        this.#marks.push(...newMarks);
        if (this.#partitions.full || stop !== null) await this.#commit();
        if (stop !== null) throw stop;
      }
      await this.#report();
    }
    await this.#commit();
  }

  /** Folds events that came since, and switches once it has reached the live generation. */
  async finish(): Promise<void> {
    for (;;) {
      await this.toEnd();
      const generations = await generationsOf(this.#context, this.#projection);
      const live = liveOf(generations);
      if (live !== undefined && live.checkpoint > this.#scannedTo) continue;
      await this.#context.views.switchTo(this.#id);
      await dropBuilding(this.#context, this.#projection);
      return;
    }
  }

  async #commit(): Promise<void> {
    const expected = this.#committed;
    const next = this.#scannedTo;
    if (next === expected) return;
    const change = { id: this.#id, expected, next, puts: this.#partitions.puts(), deletes: [] };
    const { logId, views } = this.#context;
    await views.commit({ logId, changes: [change], timeMarks: this.#marks });
    this.#partitions.settle();
    this.#committed = next;
    this.#marks = [];
  }

  async #report(): Promise<void> {
    const { onProgress } = this.#options;
    if (onProgress === undefined) return;
    const { name, version } = this.#projection;
    const head = await this.#context.store.head();
    onProgress({ name, version, events: this.events, scannedTo: this.#scannedTo, head });
  }
}
