import type { TestServerOptions } from '@letopis/store-eventstore/testing';
import { describe, expect, it } from 'vitest';
import { runChild } from './client-child.ts';
import { bareClient, note, start } from './test-server-started.ts';

/** Runs an act against a server of its own. */
async function against(act: string, options: TestServerOptions = {}) {
  const server = await start(options);
  return { server, ...(await runChild(act, [server.url])) };
}

describe('duty 7: an id that is no UUID is answered twice', () => {
  it('and the second answer ends the client’s process', async () => {
    const ended = await against('bare: bad id', { writeTimeoutMs: 200 });
    expect(ended.said).toEqual([expect.stringContaining('Could not recognize')]);
    expect(ended.lastWords).toContain('is not iterable');
    expect(ended.code).toBe(1);
  });

  it('and the store refuses it, and an event without a type, before any call', async () => {
    const ended = await against('store: bad id', { writeTimeoutMs: 200 });
    expect(ended.said).toEqual(['invalid-append', 'invalid-append', 'done', 'alive']);
    expect(ended).toMatchObject({ code: 0, lastWords: '' });
    const written = ended.server.log.records.filter((one) => one.stream.startsWith('bad_id.'));
    expect(written).toHaveLength(1);
  });
});

describe('duty 8: data that is no JSON', () => {
  it.each(['bigint', 'undefined'])('ends the client’s process: %s', async (what) => {
    const ended = await against(`bare: ${what}`);
    expect(ended.said).toEqual([]);
    expect(ended.lastWords).toContain('TypeError');
    expect(ended.code).toBe(1);
  });

  it('leaves the client’s append unsettled where the process is kept alive', async () => {
    const ended = await against('bare: bigint, outlived');
    expect(ended.said).toEqual(['unhandled', 'pending']);
  });

  it('is refused by the store before any call', async () => {
    const ended = await against('store: no JSON');
    expect(ended.said).toEqual(['invalid-append', 'invalid-append', 'done', 'alive']);
    expect(ended).toMatchObject({ code: 0, lastWords: '' });
  });
});

describe('duty 9: a read that fails before anybody iterates it', () => {
  it('ends the client’s process', async () => {
    const ended = await against('bare: late reader');
    expect(ended.said).toEqual([]);
    expect(ended.lastWords).toContain('missing not found');
    expect(ended.code).toBe(1);
  });

  it('is no trouble to the store', async () => {
    const ended = await against('store: late reader');
    expect(ended).toMatchObject({ said: ['done', 'alive'], code: 0, lastWords: '' });
  });
});

describe('duty 16: a checkpoint that cannot be kept', () => {
  it('ends the client’s process', async () => {
    const server = await start();
    await bareClient(server).appendToStream('x', [note(1), note(2), note(3), note(4)]);
    const ended = await runChild('bare: throwing checkpoint', [server.url]);
    expect(ended.said).toEqual([]);
    expect(ended.lastWords).toContain('no place to keep it');
    expect(ended.code).toBe(1);
  });

  it('is handed over by the store, and its reader’s error reaches its reader', async () => {
    const ended = await against('store: throwing follower');
    expect(ended.said).toEqual(['failed: Error: no place to keep it', 'done', 'alive']);
    expect(ended).toMatchObject({ code: 0, lastWords: '' });
    expect(ended.server.openReads).toBe(0);
  });
});

describe('duty 19: an open batch call keeps the process alive', () => {
  it('until the client is disposed of', async () => {
    const server = await start();
    const left = await runChild('bare: not disposed of', [server.url], 2000);
    expect(left).toMatchObject({ said: ['done'], code: null });
    const disposed = await runChild('bare: disposed of', [server.url]);
    expect(disposed).toMatchObject({ said: ['done'], code: 0 });
  });

  it('and the store’s process ends when it is closed', async () => {
    const ended = await against('store: closed');
    expect(ended).toMatchObject({ said: ['done'], code: 0, lastWords: '' });
  });
});

describe('a batch call that ends while another one waits for its answers', () => {
  it('empties the client’s map for both, and the later answer ends the process', async () => {
    const [slow, other] = [await start({ commitMs: 1000 }), await start()];
    const ended = await runChild('bare: another batch call ends', [slow.url, other.url]);
    expect(ended.said).toEqual([expect.stringContaining('failed')]);
    expect(ended.lastWords).toContain('is not iterable');
    expect(ended.code).toBe(1);
    expect(slow.log.stream('x')).toHaveLength(1);
  });

  it('waits in the store until no append of the process is under way', async () => {
    const [slow, other] = [await start({ commitMs: 600 }), await start()];
    const ended = await runChild('store: another store is closed', [slow.url, other.url]);
    expect(ended.said).toEqual(['done', 'done', 'alive']);
    expect(ended).toMatchObject({ code: 0, lastWords: '' });
  });
});
