import type { Skip, TestRunner } from '../suite/run-suite.ts';
import { runSuite } from '../suite/run-suite.ts';
import type { OpenViewStore, ViewStoreConcern } from './bench.ts';
import { onViewStore } from './bench.ts';
import { committing } from './commit.ts';
import { generations } from './generations.ts';
import { scanning, timeMarks } from './scan.ts';

/** All concerns of the suite. */
export const viewStoreConcerns: readonly ViewStoreConcern[] = [
  generations,
  committing,
  scanning,
  timeMarks,
];

/** What to test the contract on: a test runner, a way to open views, and what to skip. */
export interface ViewStoreContractOptions extends TestRunner {
  /** Name of the store, for the titles. */
  readonly name?: string;
  readonly open: OpenViewStore;
  /** Tests that this store cannot run; each needs its reason. */
  readonly skip?: readonly Skip[];
}

/**
 * The contract of {@link ViewStore}, as tests for any runner. Every test opens views of its own.
 *
 * @example
 * import { describe, it } from 'node:test';
 * viewStoreContract({ describe, it, open: async () => {
 *   const views = openMemoryViews();
 *   return { views, cleanup: () => views.close() };
 * }, skip: [{ reason: 'nothing outlives the process', tests: ['stands after reopening'] }] });
 */
export function viewStoreContract(options: ViewStoreContractOptions): void {
  const { describe, it, open, name = 'view store', skip = [] } = options;
  const title = `${name} holds the contract of view stores`;
  const onBench = (test: ViewStoreConcern['cases'][string]): Promise<void> =>
    onViewStore(open, test);
  runSuite(title, viewStoreConcerns, { describe, it }, onBench, skip);
}
