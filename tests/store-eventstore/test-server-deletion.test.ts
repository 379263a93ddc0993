import type { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { all, bareClient, note, start } from './test-server-started.ts';

async function filled(count: number) {
  const server = await start();
  const client = bareClient(server);
  const events = Array.from({ length: count }, (_, n) => note(n));
  await client.appendToStream('order-1', events, { expectedRevision: 'no_stream' });
  return { server, client };
}
const revisions = async (client: EventStoreDBClient, options = {}): Promise<readonly unknown[]> =>
  (await all(client.readStream('order-1', options))).map(({ event }) => event?.revision);

describe('deletion on the test server', () => {
  it('hides a stream, replaces its metadata and goes on after its last revision', async () => {
    const { server, client } = await filled(3);
    await client.setStreamMetadata('order-1', { maxCount: 2, acl: { readRoles: ['u-1'] } });
    const { position } = await client.deleteStream('order-1');
    expect(position?.commit).toBe(server.log.records.at(-1)?.position);
    await expect(revisions(client)).rejects.toMatchObject({ type: 'stream-not-found' });
    const { metadata } = await client.getStreamMetadata('order-1');
    expect(metadata).toEqual({ truncateBefore: 2 ** 63 });
    const reopened = await client.appendToStream('order-1', note(9), {
      expectedRevision: 'no_stream',
    });
    expect(reopened.nextExpectedRevision).toBe(3n);
    expect(await revisions(client)).toEqual([3n]);
    const hidden = (await all(client.readAll())).filter(({ event }) => {
      return event?.streamId === 'order-1';
    });
    expect(hidden).toHaveLength(4);
  });

  it('takes a retry without a stream for a conflict once the stream is reopened', async () => {
    const { client } = await filled(2);
    await client.deleteStream('order-1');
    const options = { expectedRevision: 'no_stream' } as const;
    await client.appendToStream('order-1', note(9), options);
    await expect(client.appendToStream('order-1', note(9), options)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 2n,
    });
  });

  it('refuses nothing to append, or a stream that must exist, where it is hidden', async () => {
    const { client } = await filled(2);
    await client.deleteStream('order-1');
    await expect(
      client.appendToStream('order-1', [], { expectedRevision: 'no_stream' }),
    ).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await expect(
      client.appendToStream('order-1', note(9), { expectedRevision: 'stream_exists' }),
    ).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('deletes at the expected revision only', async () => {
    const { client } = await filled(3);
    for (const act of ['deleteStream', 'tombstoneStream'] as const) {
      await expect(client[act]('order-1', { expectedRevision: 1n })).rejects.toMatchObject({
        type: 'wrong-expected-version',
        expectedVersion: 1n,
        actualVersion: 2n,
      });
    }
    await client.tombstoneStream('order-1', { expectedRevision: 2n });
  });

  it('lets nothing be done with a tombstoned stream or its metadata', async () => {
    const { server, client } = await filled(2);
    await client.tombstoneStream('order-1');
    const gone = { type: 'stream-deleted', streamName: 'order-1' };
    await expect(revisions(client)).rejects.toMatchObject(gone);
    await expect(client.appendToStream('order-1', note(9))).rejects.toMatchObject(gone);
    await expect(client.deleteStream('order-1')).rejects.toMatchObject(gone);
    await expect(all(client.subscribeToStream('order-1'))).rejects.toMatchObject(gone);
    const metadataGone = { type: 'stream-deleted', streamName: '$$order-1' };
    const setting = client.setStreamMetadata('order-1', { maxCount: 1 });
    await expect(setting).rejects.toMatchObject(metadataGone);
    await expect(client.getStreamMetadata('order-1')).rejects.toMatchObject(metadataGone);
    expect(server.log.records.at(-1)).toMatchObject({
      type: '$streamDeleted',
      revision: 2n ** 63n - 1n,
    });
  });

  it('cannot say in a header what is not ASCII', async () => {
    const { client } = await filled(1);
    await client.appendToStream('заказ-1', note(1));
    const attempt = client.deleteStream('заказ-1', { expectedRevision: 7n });
    await expect(attempt).rejects.toMatchObject({
      type: 'unknown',
      message: expect.stringContaining('Received HTTP status code 500') as string,
    });
  });
});

describe('stream metadata on the test server', () => {
  it('hides events of reads and subscriptions, not of the log', async () => {
    const { client } = await filled(5);
    await client.setStreamMetadata('order-1', { truncateBefore: 1 });
    expect(await revisions(client)).toEqual([1n, 2n, 3n, 4n]);
    await client.setStreamMetadata('order-1', { maxCount: 2 });
    expect(await revisions(client)).toEqual([3n, 4n]);
    expect(await revisions(client, { fromRevision: 1n })).toEqual([3n, 4n]);
    const backward = { direction: 'backwards', fromRevision: 3n } as const;
    expect(await revisions(client, backward)).toEqual([3n]);
    const seen: unknown[] = [];
    for await (const { event } of client.subscribeToStream('order-1')) {
      if (seen.push(event?.revision) === 2) break;
    }
    expect(seen).toEqual([3n, 4n]);
    expect(
      (await all(client.readAll())).filter((e) => e.event?.streamId === 'order-1'),
    ).toHaveLength(5);
  });

  it('hides by age, on the server’s clock', async () => {
    const { server, client } = await filled(2);
    await client.setStreamMetadata('order-1', { maxAge: 60 });
    expect(await revisions(client)).toHaveLength(2);
    server.clockOffsetMs = 61_000;
    expect(await revisions(client)).toEqual([]);
  });
});
