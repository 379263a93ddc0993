import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore, Ports } from '@letopis/core';
import { openEventStore } from '@letopis/store-eventstore';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { openMemory } from '@letopis/store-memory';
import { openSqlite } from '@letopis/store-sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../kernel/golden.ts';
import { goldenLines, readLines } from '../kernel/golden.ts';
import { freshNamespace } from '../store-eventstore/opener.ts';

const text = readFileSync(new URL('../kernel/golden-lines.jsonl', import.meta.url), 'utf8');
const golden = text.split('\n').slice(0, -1);
const { EVENTSTORE_URL } = process.env;

const directory = mkdtempSync(join(tmpdir(), 'letopis-golden-'));
let files = 0;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true });
});

const atServer =
  (url: () => string) =>
  (ports: Partial<Ports>): Promise<EventStore> =>
    openEventStore(() => EventStoreDBClient.connectionString(url()), {
      namespace: freshNamespace(),
      ports,
    });

const stores: Readonly<Record<string, OpenStore>> = {
  'store-memory': openMemory,
  'store-sqlite': (ports) => openSqlite(join(directory, `${(files += 1)}.letopis`), { ports }),
  'store-eventstore over TCP': atServer(() => server.url),
  ...(EVENTSTORE_URL === undefined
    ? {}
    : { 'store-eventstore on a real server': atServer(() => EVENTSTORE_URL) }),
};

/**
 * The stored format is frozen as version 1: each store writes just these bytes, and takes logs of
 * them. A sealed event goes through each: the first golden line commits to two personal values.
 */
describe.each(Object.entries(stores))('%s', (_, open) => {
  const opened: EventStore[] = [];
  const opening = async (ports: Partial<Ports>): Promise<EventStore> => {
    const store = await open(ports);
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  it('writes the golden lines, byte for byte, and what lies beside them', async () => {
    const written = await goldenLines(opening);
    expect(written.map(({ line }) => line)).toEqual(golden);
    expect(written).toEqual(await goldenLines());
    expect(written[0]?.beside).toHaveProperty('name');
  });

  it('reads and keeps a log of them that was written elsewhere', async () => {
    const elsewhere = await goldenLines();
    const store = await opening({});
    const restored = elsewhere.map((one) => ({ ...one, metadata: null }));
    expect(await store.restore([restored])).toBe(golden.length);
    expect(await readLines(store)).toEqual(elsewhere);
  });
});
