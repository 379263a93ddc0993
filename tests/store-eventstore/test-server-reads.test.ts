import type { EventStoreDBClient } from '@eventstore/db-client';
import { streamNameFilter } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { all, atEnd, bareClient, expectSoon, note, start, within } from './test-server-started.ts';

interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}
const unknown = (message: string): unknown =>
  expect.objectContaining({
    type: 'unknown',
    message: expect.stringContaining(message) as string,
  });

async function filled(count: number) {
  const server = await start();
  const client = bareClient(server);
  await client.appendToStream(
    'order-1',
    Array.from({ length: count }, (_, n) => note(n)),
  );
  return { server, client };
}
const revisions = async (client: EventStoreDBClient, options = {}): Promise<readonly unknown[]> =>
  (await all(client.readStream('order-1', options))).map(({ event }) => event?.revision);

/** Events and marks of a subscription until it has caught up. */
async function catchUp(client: EventStoreDBClient, fromPosition: 'start' | Place, filter?: string) {
  const [marks, checkpoints, seen]: [string[], Place[], bigint[]] = [[], [], []];
  const checkpointReached = (_: unknown, place: Place): void => {
    marks.push('checkpoint');
    checkpoints.push(place);
  };
  const filtered = filter !== undefined && {
    filter: streamNameFilter({
      prefixes: [filter],
      checkpointInterval: 1,
      maxSearchWindow: 3,
      checkpointReached,
    }),
  };
  const subscription = client.subscribeToAll({ fromPosition, ...filtered });
  await new Promise<void>((resolve, reject) => {
    subscription
      .on('data', ({ event }) => void seen.push(event?.position?.commit ?? -1n))
      .on('caughtUp', resolve)
      .on('error', reject);
  });
  await subscription.unsubscribe();
  return { marks, checkpoints, seen };
}

describe('reads of the test server', () => {
  it('fail where the real server has no answer for them', async () => {
    const { client } = await filled(2);
    const odd = [{ fromRevision: 'end' }, { fromRevision: 2n ** 64n - 1n }, { maxCount: 0 }];
    for (const options of odd) {
      await expect(revisions(client, options)).rejects.toEqual(
        unknown('Unexpected ReadStreamResult: Error'),
      );
    }
    expect(await revisions(client, { direction: 'backwards', fromRevision: 'start' })).toEqual([
      0n,
    ]);
    expect(await revisions(client, { fromRevision: 7n })).toEqual([]);
    const none = client.readAll({ maxCount: 0 });
    expect(await within(200, all(none))).toBe('pending');
    await none.cancel();
  });

  it('of the log take the position of a record only, or one beyond the end', async () => {
    const { server, client } = await filled(2);
    const at = server.log.records.at(-1)?.position ?? 0n;
    for (const off of [at - 1n, at + 1n]) {
      const fromPosition = { commit: off, prepare: off };
      await expect(all(client.readAll({ fromPosition }))).rejects.toEqual(
        unknown('InvalidPosition'),
      );
      await expect(all(client.subscribeToAll({ fromPosition }))).rejects.toEqual(
        unknown('Trying to read from an invalid position'),
      );
    }
    const beyond = { commit: server.log.end + 9n, prepare: server.log.end + 9n };
    expect(await all(client.readAll({ fromPosition: beyond }))).toEqual([]);
  });

  it('of a stream without a name break the handler', async () => {
    const { client } = await filled(1);
    await expect(all(client.readStream(''))).rejects.toEqual(
      unknown('Exception was thrown by handler'),
    );
  });
});

describe('subscriptions on the test server', () => {
  it('from beyond the end catch up and then never give anything', async () => {
    const { server, client } = await filled(1);
    const beyond = server.log.end + 9n;
    const fromPosition = { commit: beyond, prepare: beyond };
    expect((await catchUp(client, fromPosition)).seen).toEqual([]);
    const subscription = client.subscribeToAll({ fromPosition });
    await client.appendToStream('order-1', note(7));
    expect(await within(200, subscription[Symbol.asyncIterator]().next())).toBe('pending');
    await subscription.unsubscribe();
  });

  it('mark how far they looked, without a prepare position where nothing matched', async () => {
    const { server, client } = await filled(1);
    for (let n = 0; n < 30; n += 1) await client.appendToStream(`other-${n}`, note(n));
    await client.appendToStream('order-1', note(7));
    await client.appendToStream('other-1', [note(8), note(9)]);
    const { marks, checkpoints, seen } = await catchUp(client, 'start', 'order-');
    expect(seen).toHaveLength(2);
    expect(marks.length).toBeGreaterThan(8);
    expect(checkpoints.filter(({ prepare }) => prepare === 0n).length).toBeGreaterThan(6);
    const commits = checkpoints.map(({ commit }) => commit);
    expect(commits).toEqual([...new Set(commits)].toSorted((a, b) => (a < b ? -1 : 1)));
    expect(commits.at(-1)).toBeLessThan(server.log.records.at(-1)?.position ?? 0n);
    for (const place of checkpoints.filter(({ prepare }) => prepare === 0n)) {
      const later = seen.filter((position) => position > place.commit);
      expect((await catchUp(client, place, 'order-')).seen).toEqual(later);
      expect((await catchUp(client, place)).seen[0]).toBe(place.commit);
    }
  });

  it('say that they caught up again after they fell behind', async () => {
    const { client } = await filled(1);
    const subscription = client.subscribeToStream('order-1');
    atEnd(() => subscription.unsubscribe());
    let caughtUp = 0;
    subscription.on('caughtUp', () => void (caughtUp += 1));
    const seen: unknown[] = [];
    subscription.on('data', ({ event }) => void seen.push(event?.revision));
    await expectSoon(() => caughtUp).toBe(1);
    subscription.pause();
    await client.appendToStream(
      'order-1',
      Array.from({ length: 3000 }, (_, n) => note(n + 9)),
    );
    subscription.resume();
    await expectSoon(() => seen.length).toBe(3001);
    await expectSoon(() => caughtUp).toBeGreaterThan(1);
    expect(seen).toEqual(Array.from({ length: 3001 }, (_, n) => BigInt(n)));
  });

  it('to a stream wait for one that is not there, and go on after a revision', async () => {
    const { client } = await filled(3);
    const waiting = client.subscribeToStream('order-2');
    const first = waiting[Symbol.asyncIterator]().next();
    await client.appendToStream('order-2', note(5));
    expect((await first).value?.event?.streamId).toBe('order-2');
    await waiting.unsubscribe();
    const seen: unknown[] = [];
    for await (const { event } of client.subscribeToStream('order-1', { fromRevision: 0n })) {
      seen.push(event?.revision);
      if (seen.length === 2) await client.appendToStream('order-1', note(6));
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1n, 2n, 3n]);
  });
});
