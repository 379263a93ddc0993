import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenEventStore, TestRunner } from '@letopis/core/testing';
import { brokenEventStores, differentialRun, withFault } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { openSqlite } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { collect, failures } from './collecting.ts';

const openReference: OpenEventStore = async ({ ports }) => {
  const store = openMemory(ports);
  return { store, cleanup: () => store.close() };
};
const openFile: OpenEventStore = async ({ ports }) => {
  const directory = await mkdtemp(join(tmpdir(), 'letopis-differential-'));
  const store = await openSqlite(join(directory, 'file.letopis'), { ports, durability: 'normal' });
  const cleanup = async (): Promise<void> => {
    await store.close();
    await rm(directory, { recursive: true });
  };
  return { store, cleanup };
};

describe('store-memory and store-sqlite', () => {
  differentialRun({ it, openA: openReference, openB: openFile, seed: 20_260_901 });
  differentialRun({ it, openA: openReference, openB: openFile });
});

const run = (openB: OpenEventStore) => (runner: TestRunner) =>
  differentialRun({ it: runner.it, openA: openReference, openB, seed: 7 });

describe('a differential run', () => {
  it('finds no difference between a store and itself', async () => {
    expect(await failures(collect(run(openReference)))).toEqual({});
  });

  it.for([
    'takes the same salt for every line',
    'lets recordedAt follow the clock',
    'doubles a batch that is sent again',
    'empties without leaving a mark',
    'gives the log stream by stream',
    'takes positionAt as before the instant',
    'checks no expected revision',
    'forgets the metadata',
  ])('finds a store that %s, and names the seed', async (fault) => {
    const broken = brokenEventStores.find((one) => one.fault === fault);
    if (broken === undefined) throw new Error(`there is no store that ${fault}`);
    const [failed] = Object.values(await failures(collect(run(withFault(openReference, broken)))));
    expect(failed).toContain('repeat it with seed 7');
  });
});
