import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import type { TestServerOptions } from '@letopis/store-eventstore/testing';
import { describe, expect, it } from 'vitest';
import { all, bareClient, expectSoon, note, start, within } from './test-server-started.ts';

async function fresh(options: TestServerOptions = {}) {
  const server = await start(options);
  return { server, client: bareClient(server) };
}
/** Of a type of one letter, and with two bytes of metadata. */
const of = (bytes: number) =>
  binaryEvent({ type: 'T', data: new Uint8Array(bytes), metadata: new Uint8Array([1, 2]) });
const both = [{ batchAppend: true }, { batchAppend: false }];

describe.each(both)('appends on the test server, $batchAppend', (path) => {
  it('are stored once where the same ids come again in flight, and mostly time out', async () => {
    const { server, client } = await fresh({ ...path, commitMs: 2000, writeTimeoutMs: 100 });
    const options = { expectedRevision: 'no_stream' } as const;
    const copies = Array.from({ length: 50 }, () => client.appendToStream('a', note(1), options));
    const settled = await Promise.allSettled(copies);
    const failed = settled.filter((one) => one.status === 'rejected').map((one) => one.reason);
    expect(failed).toHaveLength(49);
    const type = path.batchAppend ? 'deadline-exceeded' : 'timeout';
    expect(new Set(failed.map((error) => error.type))).toEqual(new Set([type]));
    expect(server.log.stream('a')).toHaveLength(1);
  });

  it('are known again by exact revision, also after a restart; by "any" until then', async () => {
    const { server, client } = await fresh(path);
    const any = () => client.appendToStream('a', note(1));
    const exact = () => client.appendToStream('b', note(2), { expectedRevision: 'no_stream' });
    const firsts = [await any(), await exact()];
    expect([await any(), await exact()]).toEqual(firsts);
    await server.kill();
    await server.restart();
    await expectSoon(() => any().catch(() => null)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await exact()).toEqual(firsts[1]);
    await expect(
      client.appendToStream('b', note(3), { expectedRevision: 'no_stream' }),
    ).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
  });

  it('with "any" and known ids out of order are never answered', async () => {
    const { client } = await fresh(path);
    await client.appendToStream('a', [note(1), note(2), note(3)]);
    const attempt = client.appendToStream('a', [note(3), note(1)]);
    expect(await within(300, attempt)).toBe('pending');
    attempt.catch(() => undefined);
    const partly = client.appendToStream('a', [note(3), note(4)]);
    await expect(partly).rejects.toMatchObject({ type: 'wrong-expected-version' });
  });

  it('of nothing succeed with a new position each time', async () => {
    const { client } = await fresh(path);
    const [one, two] = [await client.appendToStream('a', []), await client.appendToStream('a', [])];
    expect(one.nextExpectedRevision).toBe(0n);
    expect(two.position?.commit).toBeGreaterThan(one.position?.commit ?? 0n);
    await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('take ids in braces, in parentheses and without dashes, and keep plain ones', async () => {
    const { server, client } = await fresh(path);
    const id = note(1).id;
    for (const given of [`{${id}}`, `(${id})`, id.replaceAll('-', '')]) {
      await client.appendToStream(`s-${given.length}${given[0]}`, { ...note(1), id: given });
      expect(server.log.records.at(-1)?.id).toBe(id);
    }
  });

  it('to a stream without a name break the handler', async () => {
    const { client } = await fresh(path);
    await expect(client.appendToStream('', note(1))).rejects.toMatchObject({
      type: 'unknown',
      message: expect.stringContaining('Exception was thrown by handler') as string,
    });
  });

  it('to "$$" end a server of 24.6', async () => {
    const { client } = await fresh({ ...path, serverLine: '24.6' });
    await client.appendToStream('a', note(1));
    await expect(client.appendToStream('$$', note(1))).rejects.toThrow('');
    const later = client.appendToStream('a', note(2));
    await expect(later).rejects.toMatchObject({ code: 14 });
  });

  it('have the limit of their line of servers', async () => {
    const limit = 1_048_576;
    const { client: strict } = await fresh(path);
    await strict.appendToStream('a', of(limit - 4));
    const large = { type: 'maximum-append-size-exceeded', maxAppendSize: limit };
    await expect(strict.appendToStream('a', of(limit - 3))).rejects.toMatchObject(large);
    const { client: old } = await fresh({ ...path, serverLine: '24.6' });
    await old.appendToStream('a', of(limit));
    await expect(old.appendToStream('a', of(limit + 1))).rejects.toMatchObject(large);
  });
});

describe('one message for the test server', () => {
  it('has at most 17 MiB', async () => {
    const { client } = await fresh({ batchAppend: false });
    const huge = jsonEvent({ type: 'Huge', data: { text: 'x'.repeat(18 * 1024 * 1024) } });
    await expect(client.appendToStream('a', huge)).rejects.toMatchObject({ code: 8 });
  });
});

describe('faults that a test server is told to have', () => {
  it('are told as the real server tells them', async () => {
    const { server, client } = await fresh();
    server.inject((call) => (call === 'append' ? 'not-ready' : null));
    const attempt = client.appendToStream('a', note(1));
    await expect(attempt).rejects.toThrow('Could not recognize Server Is Not Ready');
    server.inject((call) => (call === 'append' ? 'too-busy' : null));
    const again = client.appendToStream('a', note(1));
    await expect(again).rejects.toThrow('Could not recognize Server Is Busy');
    server.inject((call) => (call === 'append' ? 'break-after-commit' : null));
    await expect(client.appendToStream('a', note(1))).rejects.toMatchObject({ code: 14 });
    expect(server.log.stream('a')).toHaveLength(1);
  });
});
