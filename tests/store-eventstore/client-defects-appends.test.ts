import { openEventStore } from '@letopis/store-eventstore';
import { describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { freshNamespace } from './opening.ts';
import {
  atEnd,
  bareClient,
  errorOf,
  expectSoon,
  hasty,
  inject,
  note,
  open,
  refusedAs,
  start,
  stream,
  within,
} from './test-server-started.ts';

describe('duty 4: an append in a batch call has no deadline of the client’s own', () => {
  it('so the client waits for a silent server for ever', async () => {
    const server = await start();
    inject(server, 'append', 'lose-reply');
    const bare = bareClient(server, '&defaultDeadline=100').appendToStream('x', note(1));
    expect(await within(500, bare)).toBe('pending');
    bare.catch(() => undefined);
  });

  it('and the store says in time that the outcome is unknown; a retry settles it', async () => {
    const server = await start();
    const store = await open(server, hasty);
    inject(server, 'append', 'lose-reply');
    const lost = store.append(stream, [item(1)], -1);
    await expect(lost).rejects.toEqual(refusedAs('outcome-unknown'));
    server.inject(null);
    const { events } = await store.append(stream, [item(1)], -1);
    expect((await logOf(store)).map(({ position }) => position)).toEqual([events[0]?.position]);
  });
});

describe('duty 6: the client keeps the appends of all its instances in one map', () => {
  it('so trouble with one server fails what another has written', async () => {
    const [calm, troubled] = [await start(), await start()];
    inject(calm, 'append', 'lose-reply', 1);
    const appending = bareClient(calm).appendToStream('x', note(1));
    const failed = errorOf(appending);
    await expectSoon(() => calm.log.stream('x').length).toBe(1);
    inject(troubled, 'append', 'break', 1);
    await expect(bareClient(troubled).appendToStream('x', note(1))).rejects.toThrow('');
    expect(await failed).toMatchObject({ type: 'unavailable' });
  });

  it('and the store’s append stands, once', async () => {
    const [calm, troubled] = [await start(), await start()];
    const store = await open(calm, { answerMs: 2000 });
    const before = calm.log.records.length;
    inject(calm, 'append', 'lose-reply', 1);
    const appending = store.append(stream, [item(1)], -1);
    await expectSoon(() => calm.log.records.length).toBe(before + 1);
    inject(troubled, 'append', 'break', 1);
    await expect(bareClient(troubled).appendToStream('x', note(1))).rejects.toThrow('');
    await appending;
    expect(await logOf(store)).toHaveLength(1);
  });
});

describe('duty 13: deadlines are times of the client’s clock', () => {
  it('so a client 11 s behind fails at once, and one 9 s behind does not', async () => {
    const behind = bareClient(await start({ clockOffsetMs: 11_000 }));
    await expect(behind.appendToStream('x', note(1))).rejects.toMatchObject({
      type: 'deadline-exceeded',
      message: '',
    });
    const near = bareClient(await start({ clockOffsetMs: 9000 }));
    expect(await near.appendToStream('x', note(1))).toMatchObject({ success: true });
  });

  it('and the store’s message asks about the clock', async () => {
    await expect(open(await start({ clockOffsetMs: 11_000 }), hasty)).rejects.toThrow(/clock/u);
    const near = await open(await start({ clockOffsetMs: 9000 }));
    await near.append(stream, [item(1)], -1);
  });
});

describe('duty 14: told not to throw, the client names a wrong revision', () => {
  const options = '&throwOnAppendFailure=false';

  it('which is 1 whatever the truth', async () => {
    const bare = bareClient(await start(), options);
    await bare.appendToStream('x', [note(1), note(2), note(3)]);
    const answer = await bare.appendToStream('x', note(4), { expectedRevision: 'no_stream' });
    expect(answer).toMatchObject({ success: false, nextExpectedRevision: 1n });
  });

  it.each([1, 2, 3])('and the store’s conflict has the right one, of %d events', async (count) => {
    const client = bareClient(await start(), options);
    const store = await openEventStore(client, { namespace: freshNamespace() });
    atEnd(() => store.close());
    const writer = await openEventStore(client, { namespace: freshNamespace() });
    await writer.append(stream, [item(8), item(9)], -1);
    const items = Array.from({ length: count }, (_, n) => item(n));
    await store.append(stream, items, -1);
    const attempt = store.append(stream, [item(6)], -1);
    const fields = { actual: count - 1 };
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', fields });
  });
});

describe('duty 15: an append of nothing succeeds', () => {
  it('in the client, on a stream that is not there', async () => {
    const bare = bareClient(await start());
    const answer = await bare.appendToStream('x', []);
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  it('and the store refuses it before any call', async () => {
    const server = await start();
    const store = await open(server);
    let calls = 0;
    server.inject(() => {
      calls += 1;
      return null;
    });
    const attempt = store.append(stream, [], -1);
    await expect(attempt).rejects.toEqual(refusedAs('invalid-append'));
    expect(calls).toBe(0);
  });
});

describe('duty 17: appends that nobody waits for have no order', () => {
  it('in the client: on a cold one the first lands last', async () => {
    const server = await start();
    const bare = bareClient(server);
    await Promise.all(Array.from({ length: 200 }, (_, n) => bare.appendToStream('x', note(n))));
    const ids = server.log.stream('x').map(({ id }) => id);
    expect(ids).toHaveLength(200);
    expect(ids.at(-1)).toBe(note(0).id);
  });

  it('and a stream of the store keeps them in order', async () => {
    const server = await start();
    const namespace = freshNamespace();
    await (await open(server, { namespace })).close();
    const cold = await open(server, { namespace });
    const appends = Array.from({ length: 40 }, (_, n) => cold.append(stream, [item(n)], n - 1));
    await Promise.all(appends);
    const ids = (await logOf(cold)).map(({ line }) => JSON.parse(line).id as string);
    expect(ids).toEqual(Array.from({ length: 40 }, (_, n) => item(n).event.id));
  });
});

describe('a server that starts or has too much to do', () => {
  it.each(['not-ready', 'too-busy'] as const)('is asked again by the store: %s', async (fault) => {
    const server = await start();
    const store = await open(server);
    inject(server, 'append', fault, 2);
    await store.append(stream, [item(1)], -1);
    expect(await logOf(store)).toHaveLength(1);
  });

  it('is known to have written nothing where it stays so', async () => {
    const server = await start();
    const store = await open(server, hasty);
    inject(server, 'append', 'not-ready');
    const attempt = store.append(stream, [item(1)], -1);
    await expect(attempt).rejects.toEqual(refusedAs('unreachable'));
  });
});
