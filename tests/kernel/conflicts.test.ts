import type { EventStore } from '@letopis/core';
import { CommandHandler, must } from '@letopis/core';
import { conflict } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, noPaper, put, SHELF, shelf, shelfCodec, take } from './shelf.ts';
import { logLength, wrapped } from './wrapped-store.ts';

let ports: ReturnType<typeof fixedPorts>;
let store: EventStore;
let rival: CommandHandler;
beforeEach(() => {
  ports = fixedPorts();
  store = openMemory(ports);
  rival = new CommandHandler(store, shelfCodec);
});

/** A store in which something happens just before an append. */
function beforeAppend(happens: () => Promise<unknown>): EventStore {
  return wrapped(store, {
    append: async (...args) => {
      await happens();
      return store.append(...args);
    },
  });
}

function once(run: () => Promise<unknown>): () => Promise<unknown> {
  let left = 1;
  return async () => ((left -= 1) >= 0 ? run() : undefined);
}

describe('a conflict', () => {
  it('lets the command decide again on what the rival did', async () => {
    must(await rival.handle(put(store, { papers: ['a'] })));
    const racing = beforeAppend(once(() => rival.handle(put(store, { papers: ['b'] }))));
    const outcome = must(
      await new CommandHandler(racing, shelfCodec).handle(take(racing, { paper: 'a' })),
    );
    expect(outcome.revision).toBe(2);
  });

  it('ends in a refusal where the rival has taken the reason away', async () => {
    must(await rival.handle(put(store, { papers: ['a'] })));
    const racing = beforeAppend(once(() => rival.handle(take(store, { paper: 'a' }))));
    const handler = new CommandHandler(racing, shelfCodec);
    const answer = await handler.handle(take(racing, { paper: 'a' }));
    expect(answer).toEqual({ ok: false, refusal: noPaper({ paper: 'a' }) });
    expect(await logLength(store)).toBe(2);
    expect((await handler.load(shelf, SHELF)).state).toEqual({ papers: [], owners: {}, taken: 1 });
  });

  it('with the very same command from elsewhere gives its first result', async () => {
    const raw = { papers: ['a'], commandId: commandId(1) };
    let first: unknown = null;
    const racing = beforeAppend(
      once(async () => {
        first = await rival.handle(put(store, raw));
        must(await rival.handle(put(store, { papers: ['b'] })));
      }),
    );
    const answer = await new CommandHandler(racing, shelfCodec).handle(put(racing, raw));
    expect(answer).toEqual(first);
    expect(await logLength(store)).toBe(2);
  });

  it('reads the context again', async () => {
    let read = 0;
    const racing = beforeAppend(once(() => rival.handle(put(store, { papers: ['b'] }))));
    const task = {
      ...put(racing, { papers: ['a'] }),
      context: async () => {
        read += 1;
        return null;
      },
    };
    must(await new CommandHandler(racing, shelfCodec).handle(task));
    expect(read).toBe(2);
  });

  it('that goes on past the stated time becomes contention, and nothing is written', async () => {
    let attempts = 0;
    const never = wrapped(store, {
      append: async (stream, _, expected) => {
        attempts += 1;
        throw conflict(stream, expected, 99);
      },
    });
    const handler = new CommandHandler(never, shelfCodec, { patienceMs: 1000 });
    const began = ports.clock();
    const error: unknown = await handler
      .handle(put(never, { papers: ['a'] }))
      .catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: 'contention',
      fields: { stream: SHELF, expected: -1, actual: 99, tries: attempts },
      cause: expect.objectContaining({ code: 'conflict' }),
    });
    const passed = ports.clock() - began;
    expect(passed).toBeGreaterThan(1000);
    expect(passed).toBeLessThan(1600);
    expect(attempts).toBeGreaterThan(5);
    expect(await logLength(store)).toBe(0);
  });

  it('is waited out for ten seconds by default, by waits that grow and differ', async () => {
    const waits: number[] = [];
    const patient = wrapped(store, {
      ports: { ...ports, wait: async (ms) => void (waits.push(ms), ports.advance(ms)) },
      append: async (stream, _, expected) => {
        throw conflict(stream, expected, 99);
      },
    });
    const began = ports.clock();
    const attempt = new CommandHandler(patient, shelfCodec).handle(put(patient, { papers: ['a'] }));
    await expect(attempt).rejects.toMatchObject({ code: 'contention' });
    expect(ports.clock() - began).toBeGreaterThan(10_000);
    expect(ports.clock() - began).toBeLessThan(10_600);
    expect(Math.max(...waits)).toBeLessThanOrEqual(500);
    expect(waits[0]).toBeLessThan(10);
    expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(waits.length / 4);
  });

  it('is never seen by commands of one process on one stream: they take turns', async () => {
    let conflicts = 0;
    const counting = wrapped(store, {
      append: (...args) =>
        store.append(...args).catch((error: unknown) => {
          conflicts += 1;
          throw error;
        }),
    });
    const handler = new CommandHandler(counting, shelfCodec);
    const tasks = [...Array(30).keys()].map((n) => put(counting, { papers: [`p${n}`] }));
    const outcomes = (await Promise.all(tasks.map((task) => handler.handle(task)))).map(must);
    expect(outcomes.map(({ revision }) => revision)).toEqual([...Array(30).keys()]);
    expect(conflicts).toBe(0);
  });

  it('between many kernels lets every command through once', async () => {
    const kernels = [1, 2, 3, 4].map(() => new CommandHandler(store, shelfCodec));
    const sent = [...Array(40).keys()].map((n) => {
      const task = put(store, { papers: [`p${n}`], commandId: commandId(n + 1) });
      return kernels[n % 4]?.handle(task);
    });
    for (const answer of await Promise.all(sent)) expect(answer?.ok).toBe(true);
    for (const handler of kernels) {
      const { state } = await handler.load(shelf, SHELF);
      const papers = Array.from({ length: 40 }, (_, n) => `p${n}`);
      expect(state.papers.toSorted()).toEqual(papers.toSorted());
    }
  });

  it('leaves commands on other streams alone', async () => {
    const blocked = Promise.withResolvers<void>();
    const handler = new CommandHandler(store, shelfCodec);
    const slow = handler.handle({
      ...put(store, { papers: ['a'] }),
      context: async () => {
        await blocked.promise;
        return null;
      },
    });
    const other = await handler.handle(put(store, { papers: ['b'] }, 'academy.shelf-2'));
    expect([other.ok, await logLength(store)]).toEqual([true, 1]);
    blocked.resolve();
    expect((await slow).ok).toBe(true);
  });

  it('or any error of one command does not stop the next on its stream', async () => {
    const handler = new CommandHandler(store, shelfCodec);
    const failing = {
      ...put(store, { papers: ['a'] }),
      decide: () => {
        throw new RangeError('a fault of ours');
      },
    };
    const settled = await Promise.allSettled([
      handler.handle(failing),
      handler.handle(put(store, { papers: ['b'] })),
    ]);
    expect(settled.map((one) => one.status)).toEqual(['rejected', 'fulfilled']);
  });
});
