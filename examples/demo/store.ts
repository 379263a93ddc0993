import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore, Ports } from '@letopis/core';
import { openEventStore } from '@letopis/store-eventstore';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { openSqlite } from '@letopis/store-sqlite';

/** Where the demo's history goes: a file of its own, unless a server is named. */
export interface Place {
  readonly folder: string;
  /** The folder's path as printed. */
  readonly shown: string;
  /** `esdb://127.0.0.1:2113?tls=false` */
  readonly eventstore?: string | undefined;
  /** A test server in this process. */
  readonly 'test-server'?: boolean;
}

export interface DemoStore {
  readonly store: EventStore;
  /** Where the history is, for people; never with a password. */
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** Opens a store with an empty log. */
export async function openDemoStore(place: Place, ports: Partial<Ports>): Promise<DemoStore> {
  const { folder, shown, eventstore: url } = place;
  if (url !== undefined) return onServer(url, ports);
  if (place['test-server'] === true) return onTestServer(ports);
  const file = 'academy.letopis';
  const store = await openSqlite(join(folder, file), { ports });
  return { store, name: `${join(shown, file)} (SQLite)`, close: () => store.close() };
}

async function onServer(url: string, ports: Partial<Ports>): Promise<DemoStore> {
  // A log on a server cannot be emptied, so each run uses a prefix of its own.
  const namespace = `demo_${randomBytes(6).toString('hex')}`;
  const client = () => EventStoreDBClient.connectionString(url);
  const store = await openEventStore(client, { namespace, ports });
  const [, hosts = ''] = /^[^:]+:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url) ?? [];
  const name = `${namespace} on ${hosts} (EventStoreDB)`;
  return { store, name, close: () => store.close() };
}

async function onTestServer(ports: Partial<Ports>): Promise<DemoStore> {
  const server = await startTestServer();
  const { store, name, close } = await onServer(server.url, ports);
  const stop = async (): Promise<void> => {
    await close();
    await server.stop();
  };
  return { store, name: `${name}: a test server, gone by now`, close: stop };
}
