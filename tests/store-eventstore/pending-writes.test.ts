import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStoreClient } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { freshNamespace, openAt } from './opening.ts';

const stream = 'academy.sample-1';
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const wrongRevision = (): Error => Object.assign(new Error(''), { type: 'wrong-expected-version' });

/** A client whose n-th append to a stream does something else than ask the server. */
function clientWith(instead: (n: number) => Promise<void>): EventStoreClient {
  const client = EventStoreDBClient.connectionString(server.url);
  let appends = 0;
  return {
    appendToStream: async (name, events, options) => {
      if (!name.endsWith(':log')) await instead((appends += 1));
      return client.appendToStream(name, events, options);
    },
    readStream: (name, options) => client.readStream(name, options),
    readAll: (options) => client.readAll(options),
    subscribeToAll: (options) => client.subscribeToAll(options),
    dispose: () => client.dispose(),
  };
}

// A server compares the revision with the appends under way too, which no read shows yet.
describe('told of another revision than any read shows', () => {
  it('sends the very same again, since the append under way may come to nothing', async () => {
    const client = clientWith(async (n) => {
      if (n <= 3) throw wrongRevision();
    });
    const store = await openEventStore(() => client, { namespace: freshNamespace() });
    const { events } = await store.append(stream, [item(1), item(2)], -1);
    expect(events.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(await logOf(store)).toHaveLength(2);
    await store.close();
  });

  it('is in conflict as soon as the other append can be read', async () => {
    const namespace = freshNamespace();
    const other = await openAt(server.url, { namespace });
    const client = clientWith(async (n) => {
      if (n === 3) await other.append(stream, [item(7), item(8)], -1);
      if (n <= 3) throw wrongRevision();
    });
    const store = await openEventStore(() => client, { namespace });
    const append = store.append(stream, [item(1)], -1);
    await expect(append).rejects.toMatchObject({ code: 'conflict', fields: { actual: 1 } });
    await Promise.all([store.close(), other.close()]);
  });

  it('gets the first result if that append was the very same batch', async () => {
    const namespace = freshNamespace();
    const other = await openAt(server.url, { namespace });
    const client = clientWith(async (n) => {
      if (n === 2) await other.append(stream, [item(1)], -1);
      if (n <= 2) throw wrongRevision();
    });
    const store = await openEventStore(() => client, { namespace });
    const [line] = (await store.append(stream, [item(1)], -1)).events;
    expect(line?.position).toBe((await logOf(other))[0]?.position);
    await Promise.all([store.close(), other.close()]);
  });

  it('says that the stream is corrupt if nothing explains it in the stated time', async () => {
    const client = clientWith(() => Promise.reject(wrongRevision()));
    const options = { namespace: freshNamespace(), timeoutMs: 300 };
    const store = await openEventStore(() => client, options);
    const append = store.append(stream, [item(1)], -1);
    await expect(append).rejects.toMatchObject({ code: 'corrupt', fields: { stream } });
    await store.close();
  });
});
