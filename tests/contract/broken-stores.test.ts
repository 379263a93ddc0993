import type { OpenEventStore, OpenViewStore } from '@letopis/core/testing';
import {
  brokenEventStores,
  brokenViewStores,
  eventStoreContract,
  viewStoreContract,
  withFault,
  withViewFault,
} from '@letopis/core/testing';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { describe, expect, it } from 'vitest';
import type { Collected } from './collecting.ts';
import { collect, failures } from './collecting.ts';

const open: OpenEventStore = async ({ ports }) => {
  const store = openMemory(ports);
  return { store, cleanup: () => store.close() };
};
const openViews: OpenViewStore = async () => {
  const views = openMemoryViews();
  return { views, cleanup: () => views.close() };
};
const eventTests = (opener: OpenEventStore): readonly Collected[] =>
  collect((runner) => eventStoreContract({ ...runner, open: opener }));
const viewTests = (opener: OpenViewStore): readonly Collected[] =>
  collect((runner) => viewStoreContract({ ...runner, open: opener }));

/**
 * What the named test throws; the others of the suite are not run, since some would wait a while
 * for a follower that is broken on purpose.
 */
async function thrownBy(tests: readonly Collected[], title: string): Promise<string> {
  const meant = tests.filter((test) => test.title === title);
  if (meant.length !== 1) throw new Error(`the suite has ${meant.length} tests named ${title}`);
  return (await failures(meant))[title] ?? 'nothing';
}

/** The suite itself must speak: an error of the wrapper's own would prove nothing. */
const SPOKEN = /^(ContractFailure|LetopisError): /;

/** A broken follower is waited for until the suite's own guard ends it. */
const LONG = { timeout: 20_000 };

describe('the suite of event stores', () => {
  it('passes the good store that the broken ones are made of', async () => {
    const named = new Set(brokenEventStores.map((broken) => broken.caughtBy));
    const tests = eventTests(open).filter(({ title }) => named.has(title));
    expect(await failures(tests)).toEqual({});
    expect(tests).toHaveLength(named.size);
  });

  it.concurrent.for(brokenEventStores)('catches a store that $fault', LONG, async (broken) => {
    const tests = eventTests(withFault(open, broken));
    expect(await thrownBy(tests, broken.caughtBy)).toMatch(SPOKEN);
  });
});

describe('the suite of view stores', () => {
  it('passes the good views that the broken ones are made of', async () => {
    const named = new Set(brokenViewStores.map((broken) => broken.caughtBy));
    const tests = viewTests(openViews).filter(({ title }) => named.has(title));
    expect(await failures(tests)).toEqual({});
    expect(tests).toHaveLength(named.size);
  });

  it.for(brokenViewStores)('catches views that $fault', async (broken) => {
    const tests = viewTests(withViewFault(openViews, broken));
    expect(await thrownBy(tests, broken.caughtBy)).toMatch(SPOKEN);
  });
});

const skipping = (reason: string, tests: readonly string[]) => () => {
  const skip = [{ reason, tests }];
  return collect((runner) => viewStoreContract({ ...runner, open: openViews, skip }));
};

describe('a skip', () => {
  it('leaves out the tests that it names', () => {
    const all = viewTests(openViews).length;
    expect(skipping('no file', ['stands after reopening'])()).toHaveLength(all - 1);
    expect(skipping('no marks', ['time marks'])()).toHaveLength(all - 4);
  });

  it('is refused without a reason, and for a test that is not there', () => {
    expect(skipping(' ', ['time marks'])).toThrow('needs a reason');
    expect(skipping('gone', ['no such test'])).toThrow('no such test');
  });
});
