import type { OpenEventStore, OpenViewStore } from '@letopis/core/testing';
import {
  brokenEventStores, brokenViewStores, eventStoreContract, viewStoreContract, withFault,
  withViewFault,
} from '@letopis/core/testing'; // prettier-ignore
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

/** Only the named test runs: others may wait a while for a follower that is broken on purpose. */
async function mustCatch(tests: readonly Collected[], title: string): Promise<void> {
  const meant = tests.filter((test) => test.title === title);
  expect(meant).toHaveLength(1);
  // The suite itself must speak: an error of the wrapper's own would prove nothing.
  expect(await failures(meant)).toEqual({
    [title]: expect.stringMatching(/^(ContractFailure|LetopisError): /),
  });
}

describe('the suite of event stores', () => {
  it('passes the good store that the broken ones are made of', async () => {
    const named = new Set(brokenEventStores.map((broken) => broken.caughtBy));
    const tests = eventTests(open).filter(({ title }) => named.has(title));
    expect(await failures(tests)).toEqual({});
    expect(tests).toHaveLength(named.size);
  });

  it.for(brokenEventStores)(
    'catches a store that $fault',
    { timeout: 20_000 },
    (broken) => mustCatch(eventTests(withFault(open, broken)), broken.caughtBy),
  );
});

describe('the suite of view stores', () => {
  it('passes the good views that the broken ones are made of', async () => {
    const named = new Set(brokenViewStores.map((broken) => broken.caughtBy));
    const tests = viewTests(openViews).filter(({ title }) => named.has(title));
    expect(await failures(tests)).toEqual({});
    expect(tests).toHaveLength(named.size);
  });

  it.for(brokenViewStores)('catches views that $fault', (broken) =>
    mustCatch(viewTests(withViewFault(openViews, broken)), broken.caughtBy),
  );
});

describe('a skip', () => {
  const suite = (reason: string, tests: readonly string[]) => () =>
    collect((runner) => viewStoreContract({ ...runner, open: openViews, skip: [{ reason, tests }] }));

  it('leaves out the tests that it names', () => {
    const all = viewTests(openViews).length;
    expect(suite('no file', ['stands after reopening'])()).toHaveLength(all - 1);
    expect(suite('no marks', ['time marks'])()).toHaveLength(all - 3);
  });

  it('is refused without a reason, and for a test that is not there', () => {
    expect(suite(' ', ['time marks'])).toThrow('needs a reason');
    expect(suite('gone', ['no such test'])).toThrow('no such test');
  });
});
