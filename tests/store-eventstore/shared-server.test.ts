import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { EventStore } from '@letopis/core';
import { START } from '@letopis/core';
import type { EventStoreClient } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { freshNamespace, openAt } from './opening.ts';

const stream = 'academy.sample-1';
let server: TestServer;
let bare: EventStoreDBClient;
let namespace = '';
let store: EventStore;
beforeAll(async () => {
  server = await startTestServer({ sendsCaughtUp: false });
  bare = EventStoreDBClient.connectionString(server.url);
});
afterAll(async () => {
  await Promise.race([bare.dispose(), new Promise((resolve) => setTimeout(resolve, 200))]);
  await server.stop();
});

async function fresh(): Promise<void> {
  namespace = freshNamespace();
  store = await openAt(server.url, { namespace, answerMs: 1000, timeoutMs: 3000 });
}
const foreign = (name: string, type = 'Noted'): Promise<unknown> =>
  bare.appendToStream(name, jsonEvent({ type, data: { foreign: true } }));

describe('on a server that others use too', () => {
  it('never gives their events, and ends at its own last one', async () => {
    await fresh();
    await foreign('academy.sample-1');
    await store.append(stream, [item(1)], -1);
    await foreign(`${namespace}x.sample-1`);
    for (let n = 0; n < 700; n += 1) void foreign('order-9');
    await foreign('order-9');
    expect(await logOf(store)).toHaveLength(1);
    expect(await store.head()).toBe((await logOf(store))[0]?.position);
    await store.close();
  });

  it('finds the end by filter also where the server never says "caught up"', async () => {
    await fresh();
    await store.append(stream, [item(1, 'Rare'), item(2), item(3)], -1);
    await foreign('order-9', 'Rare');
    const pages = [];
    for await (const page of store.readAll(START, { types: ['Rare'] })) pages.push(page);
    expect(pages.flatMap(({ lines }) => lines)).toHaveLength(1);
    expect(pages.at(-1)?.scannedTo).toBe(await store.head());
    await store.close();
  });

  it('says so where something under its own name is no line', async () => {
    await fresh();
    await foreign(`${namespace}.academy.sample-1`);
    await expect(store.head()).rejects.toMatchObject({ code: 'corrupt' });
    await store.close();
  });

  it('finds a byte that was changed', async () => {
    await fresh();
    await store.append(stream, [item(1, 'Noted', { mark: '3' })], -1);
    const record = server.log.records.at(-1);
    record?.data.set(new TextEncoder().encode('4'), Buffer.from(record.data).indexOf('"3"') + 1);
    await expect(logOf(store)).rejects.toMatchObject({ code: 'corrupt' });
    await store.close();
  });

  it('keeps the line as JSON that the server’s own tools read', async () => {
    await fresh();
    await store.append(stream, [item(1)], -1);
    const [line] = await logOf(store);
    const record = server.log.records.at(-1);
    expect(record).toMatchObject({ type: 'Noted', contentType: 'application/json' });
    expect(Buffer.from(record?.data ?? []).toString('utf8')).toBe(line?.line);
    expect(record?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/u);
    await store.close();
  });

  it('refuses a position that the log never gave', async () => {
    await fresh();
    await store.append(stream, [item(1), item(2)], -1);
    const read = async (after: string): Promise<void> => {
      for await (const _ of store.readAll(after)) return;
    };
    const head = await store.head();
    const [commit = ''] = head.split(':');
    const off = String(BigInt(commit) - 1n).padStart(19, '0');
    await expect(read(`${off}:${off}`)).rejects.toMatchObject({ code: 'misuse' });
    await expect(read('7')).rejects.toMatchObject({ code: 'misuse' });
    await store.close();
  });

  it('refuses to empty what the server would keep, and says what erases it', async () => {
    await fresh();
    const fields = { reason: 'erasure-by-key' };
    const attempt = store.emptyBeside(stream, [item(1).event.id]);
    await expect(attempt).rejects.toMatchObject({ code: 'misuse', fields });
    await store.close();
  });

  it('says so where the stream was deleted on the server', async () => {
    await fresh();
    await store.append(stream, [item(1)], -1);
    server.log.tombstone(`${namespace}.${stream}`);
    const attempt = store.append(stream, [item(2)], 0);
    await expect(attempt).rejects.toMatchObject({ code: 'corrupt' });
    await store.close();
  });
});

describe('what goes wrong at opening', () => {
  it('is told without the password', async () => {
    const said = 'cannot reach esdb://admin:changeit@db.example:2113';
    const failing = (): never => {
      throw new Error(said);
    };
    const client = {
      appendToStream: async () => failing(),
      readStream: failing,
      readAll: failing,
      subscribeToAll: failing,
      dispose: async () => undefined,
    } satisfies EventStoreClient;
    const error: unknown = await openEventStore(client, { timeoutMs: 50 }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(String(error)).toContain('cannot reach');
    expect(String(error)).not.toContain('changeit');
  });

  it('is a namespace or a time that is none', async () => {
    for (const options of [{ namespace: 'a.b' }, { namespace: '' }, { answerMs: 0 }]) {
      await expect(openAt(server.url, options)).rejects.toMatchObject({ code: 'misuse' });
    }
  });
});
