import type { Skip, TestRunner } from '../suite/run-suite.ts';
import { runSuite } from '../suite/run-suite.ts';
import { appending } from './append.ts';
import type { EventStoreConcern, OpenEventStore } from './bench.ts';
import { onEventStore } from './bench.ts';
import { beside } from './beside.ts';
import { chain } from './chain.ts';
import { clock } from './clock.ts';
import { closing } from './closing.ts';
import { expectedRevision } from './expected-revision.ts';
import { following } from './follow.ts';
import { guarantees } from './guarantees.ts';
import { isolation } from './isolation.ts';
import { limits } from './limits.ts';
import { model } from './model.ts';
import { oracle } from './oracle.ts';
import { order } from './order.ts';
import { positionAt } from './position-at.ts';
import { readingLog, readingStreams } from './reading.ts';
import { restoring } from './restore.ts';
import { retrying } from './retry.ts';
import { twoInstances } from './two-instances.ts';

/** All concerns of the suite, simplest first. */
export const eventStoreConcerns: readonly EventStoreConcern[] = [
  appending,
  expectedRevision,
  retrying,
  order,
  readingStreams,
  readingLog,
  isolation,
  limits,
  chain,
  clock,
  guarantees,
  positionAt,
  beside,
  following,
  closing,
  restoring,
  twoInstances,
  oracle,
  model,
];

/** What to test the contract on: a test runner, a way to open the store, and what to skip. */
export interface EventStoreContractOptions extends TestRunner {
  /** Name of the store, for the titles. */
  readonly name?: string;
  readonly open: OpenEventStore;
  /** Tests that this store cannot run; each needs its reason. */
  readonly skip?: readonly Skip[];
}

/**
 * The contract of {@link EventStore}, as tests for any runner. Every test opens a log of its own.
 * The last concern needs the package fast-check.
 *
 * @example
 * import { describe, it } from 'node:test';
 * eventStoreContract({ describe, it, open: async ({ ports }) => {
 *   const store = openMemory(ports);
 *   return { store, cleanup: () => store.close() };
 * }, skip: [{ reason: 'nothing outlives the process', tests: ['two instances over one log'] }] });
 */
export function eventStoreContract(options: EventStoreContractOptions): void {
  const { describe, it, open, name = 'event store', skip = [] } = options;
  const title = `${name} holds the contract of event stores`;
  const onBench = (test: EventStoreConcern['cases'][string]): Promise<void> =>
    onEventStore(open, test);
  runSuite(title, eventStoreConcerns, { describe, it }, onBench, skip);
}
