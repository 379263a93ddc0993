import type { Position } from '@letopis/core';
import { LetopisError, START } from '@letopis/core';
import type { Generation } from '@letopis/core/kernel';
import type { AnyProjection, ProjectionOf } from '../projection/any-projection.ts';
import type { Answer, Entry } from './answer.ts';
import { readPartition, reducePartitions } from './as-of.ts';
import type { BuildOptions } from './build.ts';
import { build, dropped } from './build.ts';
import { follow, readOn } from './follow-log.ts';
import type { FollowViewsOptions, ReadOptions } from './read-options.ts';
import type { RuntimeContext } from './runner.ts';
import { generationName, generationsOf, Runner } from './runner.ts';
import { knownPosition } from './time-marks.ts';

/** The views of a log: read, kept up to date, and rebuilt. Made by {@link openViews}. */
export class Views {
  readonly #context: RuntimeContext;
  readonly #projections: readonly AnyProjection[];
  readonly #runner: Runner;
  readonly #builds = new Map<AnyProjection, Promise<void>>();
  #turn: Promise<unknown> = Promise.resolve();
  /** Replaced whenever a generation becomes live, so that a follower reads for it too. */
  #switched = new AbortController();

  constructor(context: RuntimeContext, projections: readonly AnyProjection[]) {
    this.#context = context;
    this.#projections = projections;
    this.#runner = new Runner(context, projections);
  }

  /**
   * Reads one partition. For a key that no event has touched the answer is that of the initial
   * view, and `last` is `null`.
   *
   * Throws `misuse` if the log does not reach the position in time, the reason of an aborted
   * `signal`, and what the codec throws for an event that it cannot read.
   */
  async get<Value>(
    projection: ProjectionOf<Value>,
    key: string,
    options: ReadOptions = {},
  ): Promise<Answer<Value>> {
    const to = await this.#position(options);
    return readPartition(this.#context, projection, key, {
      on: options.on ?? null,
      known: options.known === undefined ? null : to,
      reach: () => this.#reach(projection, to, options),
    });
  }

  /**
   * Reads the partitions whose keys begin with a prefix, in plain string order of keys, all as of
   * one moment. A key that no event has touched is not among them. Throws what {@link get} throws.
   */
  async scan<Value>(
    projection: ProjectionOf<Value>,
    prefix: string,
    options: ReadOptions = {},
  ): Promise<Answer<readonly Entry<Value>[]>> {
    return this.reduce<Value, Entry<Value>[]>(projection, prefix, none, pushed, options);
  }

  /**
   * Reduces the partitions whose keys begin with a prefix to one result, in plain string order of
   * keys, with one page of them in memory at a time: a report over all learners. `start` may be
   * called again if the views moved on during the scan. Throws what {@link get} throws.
   */
  async reduce<Value, Sum>(
    projection: ProjectionOf<Value>,
    prefix: string,
    start: () => Sum,
    step: (sum: Sum, entry: Entry<Value>) => Sum,
    options: ReadOptions = {},
  ): Promise<Answer<Sum>> {
    const to = await this.#position(options);
    return reducePartitions(this.#context, projection, prefix, start, step, {
      on: options.on ?? null,
      known: options.known === undefined ? null : to,
      reach: () => this.#reach(projection, to, options),
    });
  }

  /** The end of the log now: give it as `atLeast` to read all that is stored. */
  head(): Promise<Position> {
    return this.#context.store.head();
  }

  /** Builds views that do not exist yet, and brings all views to the current end of the log. */
  async catchUp(options: { readonly signal?: AbortSignal | undefined } = {}): Promise<void> {
    await this.#buildMissing(options);
    await readOn(this.#context, this.#runner, this.#exclusive, options.signal);
  }

  /**
   * Keeps all views up to date until the signal is aborted. Builds views that do not exist yet in
   * the background. Several processes may follow with one view store: each event is applied once.
   * Throws at the first event that cannot be read, naming `stream@revision`, after committing all
   * events before it.
   */
  async follow({ signal, pollMs = 250 }: FollowViewsOptions): Promise<void> {
    const ended = new AbortController();
    const either = AbortSignal.any([signal, ended.signal]);
    const builds = this.#buildMissing({ signal: either });
    const following = follow(this.#context, this.#runner, this.#exclusive, {
      signal: either,
      pollMs,
      first: builds,
      switched: () => this.#switched.signal,
    });
    const failed = (error: unknown): void => {
      if (!either.aborted) ended.abort(error);
    };
    await Promise.allSettled([builds.catch(failed), following.catch(failed)]);
    if (ended.signal.aborted) throw ended.signal.reason;
  }

  /**
   * Rebuilds a projection beside its live generation, which stays readable, and switches when the
   * new one has caught up. Resumes a rebuild that was killed, unless `resume` is false.
   */
  async rebuild(projection: AnyProjection, options: BuildOptions = {}): Promise<void> {
    for (let under; (under = this.#builds.get(projection)) !== undefined;) {
      // It may have started before events that this one must include.
      await under.catch(() => undefined);
    }
    await this.#build(projection, options);
  }

  /**
   * Drops other versions of these projections, and their half-built generations. Call it when no
   * process with older or newer code uses the view store any more.
   */
  async prune(): Promise<void> {
    const { views, streamPrefix } = this.#context;
    const versions = new Map(
      this.#projections.map((p) => [generationName(p, streamPrefix), p.version]),
    );
    for (const { id, name, version, state } of await views.generations()) {
      const current = versions.get(name);
      if (current === undefined || (current === version && state === 'live')) continue;
      await dropped(views.drop(id));
    }
  }

  /** Runs work one after another, so that no live page is folded while a generation is switched. */
  readonly #exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const run = this.#turn.then(work);
    this.#turn = run.catch(() => undefined);
    return run;
  };

  async #buildMissing(options: BuildOptions): Promise<void> {
    for (;;) {
      options.signal?.throwIfAborted();
      const [next] = await this.#missing();
      if (next === undefined) return;
      await this.#build(next, options);
    }
  }

  /**
   * Builds a projection, or waits for a build of it in this process, whether it succeeds or fails.
   */
  async #build(projection: AnyProjection, options: BuildOptions): Promise<void> {
    const under = this.#builds.get(projection);
    if (under !== undefined) {
      await endOrAbort(under, options.signal);
      return;
    }
    const run = build(this.#context, projection, options, this.#exclusive);
    this.#builds.set(projection, run);
    try {
      await run;
    } finally {
      this.#builds.delete(projection);
    }
    const before = this.#switched;
    this.#switched = new AbortController();
    before.abort();
  }

  async #missing(): Promise<readonly AnyProjection[]> {
    const found = await Promise.all(this.#projections.map((p) => generationsOf(this.#context, p)));
    return this.#projections.filter((_, i) => !found[i]?.some(({ state }) => state === 'live'));
  }

  /**
   * The position that the views must have reached. As of a position, later events change nothing.
   */
  async #position({ known, atLeast = START }: ReadOptions): Promise<Position> {
    const { store, views } = this.#context;
    return known === undefined ? atLeast : knownPosition(store, views, known);
  }

  /** Gives the live generation of a projection once it has reached a position. */
  async #reach(
    projection: AnyProjection,
    to: Position,
    { signal, patienceMs = 10_000 }: ReadOptions,
  ): Promise<Generation> {
    if (!this.#projections.includes(projection)) {
      const say = `${projection.name} was not given to openViews: add it there`;
      throw new LetopisError('misuse', say);
    }
    const { store } = this.#context;
    for (let waitedMs = 0, waitMs = 1; ; waitMs = Math.min(250, waitMs * 2)) {
      signal?.throwIfAborted();
      const generations = await generationsOf(this.#context, projection);
      const live = generations.find(({ state }) => state === 'live');
      if (live === undefined) {
        await this.#build(projection, { signal });
        continue;
      }
      if (live.checkpoint >= to) return live;
      await readOn(this.#context, this.#runner, this.#exclusive, signal);
      const now = await generationsOf(this.#context, projection);
      if (now.some(({ state, checkpoint }) => state === 'live' && checkpoint >= to)) continue;
      if (waitedMs >= patienceMs) throw unreached(to, await store.head(), waitedMs);
      await store.ports.wait(waitMs);
      waitedMs += waitMs;
    }
  }
}

const none = <T>(): T[] => [];
const pushed = <T>(all: T[], one: T): T[] => {
  all.push(one);
  return all;
};

/** Returns when the work has ended, also with an error. Throws if the signal is aborted first. */
async function endOrAbort(work: Promise<unknown>, signal?: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<void>();
  const abort = (): void => aborted.reject(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([work.catch(() => undefined), aborted.promise]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function unreached(to: Position, head: Position, waitedMs: number): LetopisError {
  const say = `the log ends at "${head}" and did not reach "${to}" in ${waitedMs} ms`;
  return new LetopisError('misuse', `${say}: is it a position of this log?`, { to, head });
}
