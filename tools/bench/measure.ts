/** Runs the work once; gives its speed in thousands of items per second. */
export async function thousandsPerSecond(
  count: number,
  work: () => Promise<unknown> | unknown,
): Promise<number> {
  globalThis.gc?.();
  const from = performance.now();
  await work();
  return count / (performance.now() - from);
}

/** Milliseconds of one run. */
export async function milliseconds(work: () => Promise<unknown> | unknown): Promise<number> {
  globalThis.gc?.();
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export interface Pair {
  readonly ours: number;
  readonly raw: number;
  /** Median of the ratios of the rounds: on a noisy machine, neighbours in time differ least. */
  readonly ratio: number;
}

interface Round<Measured> {
  readonly ours: Measured;
  readonly raw: Measured;
}

/**
 * Measures two things in turn, so that the same noise affects both. The first round is a warm-up.
 */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  raw: () => Promise<number>,
): Promise<Pair> {
  return paired(await inTurn(rounds, ours, raw), (value) => value);
}

async function inTurn<Measured>(
  rounds: number,
  ours: () => Promise<Measured>,
  raw: () => Promise<Measured>,
): Promise<readonly Round<Measured>[]> {
  const pairs: Round<Measured>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const mine = round % 2 === 0 ? await ours() : null;
    const floor = await raw();
    const pair = { ours: mine ?? (await ours()), raw: floor };
    if (round > 0) pairs.push(pair);
  }
  return pairs;
}

function paired<Measured>(
  rounds: readonly Round<Measured>[],
  value: (measured: Measured) => number,
): Pair {
  return {
    ours: median(rounds.map(({ ours }) => value(ours))),
    raw: median(rounds.map(({ raw }) => value(raw))),
    ratio: median(rounds.map(({ ours, raw }) => value(ours) / value(raw))),
  };
}

/** The speed of a run, in thousands of items per second. */
export interface Yield {
  readonly perSecond: number;
  /** Per second of processor time of this process, garbage collection and kernel included. */
  readonly perCpuSecond: number;
}

/**
 * The same as {@link thousandsPerSecond}, and also per second of this process's processor time,
 * which other work on the machine hardly changes, and a server in another process not at all.
 */
export async function yieldOf(
  count: number,
  work: () => Promise<unknown> | unknown,
): Promise<Yield> {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const perSecond = await thousandsPerSecond(count, work);
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond, perCpuSecond: (1000 * count) / (user + system) };
}

/** {@link interleaved}, by wall clock and by processor time. */
export async function interleavedYields(
  rounds: number,
  ours: () => Promise<Yield>,
  raw: () => Promise<Yield>,
): Promise<{ readonly wall: Pair; readonly cpu: Pair }> {
  const measured = await inTurn(rounds, ours, raw);
  return {
    wall: paired(measured, ({ perSecond }) => perSecond),
    cpu: paired(measured, ({ perCpuSecond }) => perCpuSecond),
  };
}
