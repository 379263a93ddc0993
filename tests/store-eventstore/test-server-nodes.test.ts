import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import {
  all,
  atEnd,
  bareClient,
  errorOf,
  expectSoon,
  inject,
  note,
  open,
  start,
  stream,
} from './test-server-started.ts';

const reset = {
  type: 'unknown',
  code: 13,
  message: expect.stringContaining('Received RST_STREAM with code 0') as string,
};

describe('a test server that ends', () => {
  it('resets what is open without a status where it is asked to', async () => {
    const server = await start();
    const client = bareClient(server);
    await client.appendToStream('a', note(1));
    const subscribed = all(client.subscribeToAll());
    inject(server, 'append', 'silence');
    const appended = client.appendToStream('a', note(2));
    await expectSoon(() => server.openReads).toBe(1);
    const outcomes = Promise.allSettled([subscribed, appended]);
    await server.shutDown();
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: reset });
    expect(server.openReads).toBe(0);
  });

  it('drops its connections where it is killed, and comes back with its log', async () => {
    const server = await start();
    const client = bareClient(server);
    await client.appendToStream('a', note(1));
    const subscribed = all(client.subscribeToAll());
    await expectSoon(() => server.openReads).toBe(1);
    const outcome = errorOf(subscribed);
    await server.kill();
    expect(await outcome).toMatchObject({ code: 14 });
    await server.restart();
    const reads = () => all(client.readStream('a')).catch(() => []);
    await expectSoon(async () => (await reads()).length).toBe(1);
  });

  it('is outlived by the store, which settles what was under way', async () => {
    const server = await start();
    const store = await open(server, { answerMs: 3000 });
    await store.append(stream, [item(1)], -1);
    const before = server.log.records.length;
    inject(server, 'append', 'lose-reply', 1);
    const appending = store.append(stream, [item(2)], 0);
    await expectSoon(() => server.log.records.length).toBe(before + 1);
    await server.shutDown();
    await server.restart();
    await appending;
    expect(await logOf(store)).toHaveLength(2);
  });
});

describe('a test server that follows another', () => {
  it('writes to the same log, and sends those away who ask for the leader', async () => {
    const leader = await start();
    const follower = await start({ leader });
    const client = bareClient(follower);
    await client.appendToStream('a', note(1));
    expect(leader.log.stream('a')).toHaveLength(1);
    const asked = { requiresLeader: true };
    const { port } = leader.address;
    await expect(all(client.readStream('a', asked))).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port },
    });
    expect(await all(client.readStream('a', asked))).toHaveLength(1);
  });

  it('names the leader to clients that look for it', async () => {
    const leader = await start();
    const follower = await start({ leader });
    const { host, port } = follower.address;
    const url = `esdb+discover://${host}:${port}?tls=false`;
    const client = EventStoreDBClient.connectionString(url);
    atEnd(() => Promise.race([client.dispose(), pause(200)]));
    await client.appendToStream('a', note(1), { requiresLeader: true });
    await follower.kill();
    expect(await all(client.readStream('a'))).toHaveLength(1);
  });
});
