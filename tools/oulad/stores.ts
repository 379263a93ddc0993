import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore, ViewStore } from '@letopis/core';
import { openEventStore } from '@letopis/store-eventstore';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import { serverAt, startTestServerProcess } from '../test-server.ts';

/** Which store to import into; by default a file. */
export interface StoreOptions {
  readonly store?: string | undefined;
  readonly memory: boolean;
  readonly eventstore?: string | undefined;
  readonly 'test-server': boolean;
  readonly namespace: string;
  readonly 'in-flight'?: string | undefined;
}

export interface Opened {
  readonly store: EventStore;
  readonly views: ViewStore;
  /** How many commands are under way at once. */
  readonly width: number;
  readonly close: () => Promise<void>;
}

/** Commands share a file's group commits: the more are under way, the better. */
const WIDTH_FILE = 256;
const WIDTH_SERVER = 64;

export async function openStores(options: StoreOptions): Promise<Opened> {
  const width = widthOf(options['in-flight']);
  const { eventstore: url } = options;
  if (url !== undefined || options['test-server']) {
    return onServer(url, options.namespace, width ?? WIDTH_SERVER);
  }
  const { store, views } = options.memory
    ? { store: openMemory(), views: openMemoryViews() }
    : await onFile(options.store ?? 'out/oulad.letopis');
  return { store, views, width: width ?? WIDTH_FILE, close: () => closeBoth(store, views) };
}

function widthOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  const width = Number(given);
  if (Number.isSafeInteger(width) && width > 0) return width;
  throw new Error(`--in-flight ${given}: give a whole number above 0`);
}

async function onFile(
  file: string,
): Promise<{ readonly store: EventStore; readonly views: ViewStore }> {
  await mkdir(dirname(file), { recursive: true });
  return { store: await openSqlite(file), views: await openSqliteViews(`${file}.views`) };
}

/** The log of a test server ends with it, so its views are kept in memory. */
async function onServer(
  url: string | undefined,
  namespace: string,
  width: number,
): Promise<Opened> {
  const server = url === undefined ? await startTestServerProcess() : serverAt(url);
  const client = () => EventStoreDBClient.connectionString(server.url);
  const store = await openEventStore(client, { namespace, appendsInFlight: width });
  const views = url === undefined ? openMemoryViews() : await viewsOf(namespace);
  const close = async (): Promise<void> => {
    await closeBoth(store, views);
    await server.stop();
  };
  return { store, views, width, close };
}

async function viewsOf(namespace: string): Promise<ViewStore> {
  await mkdir('out', { recursive: true });
  return openSqliteViews(`out/${namespace}.views`);
}

async function closeBoth(store: EventStore, views: ViewStore): Promise<void> {
  await views.close();
  await store.close();
}
