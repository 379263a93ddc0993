import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every measurement is given: a folder, and how much to measure. */
export interface Bench {
  /** A fresh path in the bench's folder. */
  readonly path: (name: string) => string;
  readonly rounds: number;
  /** `--quick`: smaller fills, fewer rounds. */
  readonly quick: boolean;
}

export async function withBench<T>(quick: boolean, work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'letopis-bench-'));
  let count = 0;
  try {
    return await work({
      path: (name) => join(folder, `${(count += 1)}-${name}`),
      rounds: quick ? 3 : 7,
      quick,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
