import type { OpenEventStore } from '@letopis/core/testing';
import {
  brokenEventStores,
  differentialRun,
  eventStoreContract,
  withFault,
} from '@letopis/core/testing';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { openMemory } from '@letopis/store-memory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, failures } from '../contract/collecting.ts';
import { openerAt, skips } from './opening.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const openReference: OpenEventStore = async ({ ports }) => {
  const store = openMemory(ports);
  return { store, cleanup: () => store.close() };
};
const open = openerAt(() => server.url);

describe('store-memory and store-eventstore', () => {
  differentialRun({ it, openA: openReference, openB: open, seed: 20_260_901 });
  differentialRun({ it, openA: openReference, openB: open });
});

describe('over this store too, the suite', () => {
  const skipped = new Set(skips.flatMap(({ tests }) => tests));
  const runnable = collect((r) => eventStoreContract({ ...r, open, skip: skips }));
  const titles = new Set(runnable.map(({ title }) => title));
  const caught = brokenEventStores.filter(({ caughtBy }) => titles.has(caughtBy));

  it('can see all faults but those of what this store does not do', () => {
    const left = brokenEventStores.filter((broken) => !caught.includes(broken));
    expect(left.filter(({ caughtBy }) => skipped.has(caughtBy)).length).toBeLessThanOrEqual(3);
    expect(caught.length).toBeGreaterThan(15);
  });

  it.for(caught)('catches a store that $fault', { timeout: 20_000 }, async (broken) => {
    const broke = withFault(open, broken);
    const tests = collect((r) => eventStoreContract({ ...r, open: broke, skip: skips }));
    const meant = tests.filter(({ title }) => title === broken.caughtBy);
    const [said] = Object.values(await failures(meant));
    expect(said).toMatch(/^(ContractFailure|LetopisError): /);
  });
});
