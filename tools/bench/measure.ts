/** Thousands of things a second: runs the work once and divides. */
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
  /** Median of the rounds' own ratios: machines are noisy, neighbours in time least so. */
  readonly ratio: number;
}

/** Measures two things in turn, so that both meet the same noise. The first round only warms up. */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  raw: () => Promise<number>,
): Promise<Pair> {
  const pairs: { readonly ours: number; readonly raw: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const mine = round % 2 === 0 ? await ours() : null;
    const floor = await raw();
    const pair = { ours: mine ?? (await ours()), raw: floor };
    if (round > 0) pairs.push(pair);
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    raw: median(pairs.map((pair) => pair.raw)),
    ratio: median(pairs.map((pair) => pair.ours / pair.raw)),
  };
}
