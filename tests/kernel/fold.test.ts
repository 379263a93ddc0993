import type { EventStore } from '@letopis/core';
import { CommandHandler, must } from '@letopis/core';
import { foldEvents } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShelfEvent } from './shelf.ts';
import { commandId, decidePut, put, SHELF, shelf, shelfCodec, take } from './shelf.ts';
import { storedDraft } from './stored.ts';
import { wrapped } from './wrapped-store.ts';

const event = fc
  .tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c'), fc.option(fc.string(), { nil: undefined }))
  .map(([on, paper, owner]): ShelfEvent => {
    if (!on) return { type: 'PaperTaken', data: { paper } } as ShelfEvent;
    const [draft] = decidePut({ papers: [paper], owner }) as readonly [never];
    return shelfCodec.decode(storedDraft(shelfCodec, draft)) as ShelfEvent;
  });
const events = fc.array(event, { maxLength: 20 });

describe('a fold', () => {
  it('of two parts is the fold of the whole', () => {
    fc.assert(
      fc.property(events, events, (a, b) => {
        expect(foldEvents(shelf, b, foldEvents(shelf, a))).toEqual(foldEvents(shelf, [...a, ...b]));
      }),
    );
  });

  it('begins with a state of its own each time', () => {
    const first = foldEvents(shelf, []);
    first.papers.push('spoilt');
    expect(foldEvents(shelf, []).papers).toEqual([]);
  });
});

const shelfOf = (n: number): string => `academy.shelf-${n}`;
let store: EventStore;
let reads: { stream: string; from: number }[];
let counted: EventStore;
beforeEach(() => {
  store = openMemory(fixedPorts());
  reads = [];
  counted = wrapped(store, {
    readStream: (stream, options) => {
      reads.push({ stream, from: options?.from ?? 0 });
      return store.readStream(stream, options);
    },
  });
});

describe('kept folds', () => {
  it('save the fold, never the read: each command reads its stream’s tail', async () => {
    const handler = new CommandHandler(counted, shelfCodec);
    for (const paper of ['a', 'b', 'c'])
      must(await handler.handle(put(counted, { papers: [paper] })));
    expect(reads.map(({ from }) => from)).toEqual([0, 1, 2]);
  });

  it('are never stale: what another kernel wrote is seen by the next command', async () => {
    const [one, two] = [
      new CommandHandler(store, shelfCodec),
      new CommandHandler(store, shelfCodec),
    ];
    must(await one.handle(put(store, { papers: ['a'] })));
    must(await two.handle(take(store, { paper: 'a' })));
    expect(await one.handle(take(store, { paper: 'a' }))).toMatchObject({ ok: false });
    expect((await one.load(shelf, SHELF)).state).toMatchObject({ papers: [], taken: 1 });
  });

  it('may be as old as was allowed where they are only context', async () => {
    const ports = fixedPorts();
    const slow = wrapped(counted, { ports });
    const handler = new CommandHandler(slow, shelfCodec, { contextMaxAgeMs: 100 });
    must(await new CommandHandler(store, shelfCodec).handle(put(store, { papers: ['a'] })));
    expect((await handler.load(shelf, SHELF)).revision).toBe(0);
    must(await new CommandHandler(store, shelfCodec).handle(put(store, { papers: ['b'] })));
    ports.advance(100);
    expect((await handler.load(shelf, SHELF)).revision).toBe(0);
    ports.advance(1);
    expect((await handler.load(shelf, SHELF)).revision).toBe(1);
  });

  it('are bounded by the events they were folded from; the longest unused go first', async () => {
    const handler = new CommandHandler(counted, shelfCodec, { cacheEventsMax: 10 });
    for (let n = 0; n < 5; n += 1) {
      const papers = ['a', 'b', 'c'];
      must(await handler.handle(put(counted, { papers }, shelfOf(n))));
    }
    reads.length = 0;
    for (const n of [4, 3, 2, 0, 1]) await handler.load(shelf, shelfOf(n));
    const fresh = reads.map(({ from }) => from === 0);
    expect(fresh.slice(0, 2)).toEqual([false, false]);
    expect(fresh.slice(3)).toEqual([true, true]);
  });

  it('are bounded also when they fold no event at all', async () => {
    const handler = new CommandHandler(counted, shelfCodec, { cacheEventsMax: 10 });
    for (let n = 0; n < 1000; n += 1) await handler.load(shelf, `academy.shelf-${n}`);
    must(await handler.handle(put(counted, { papers: ['a'] })));
    expect((await handler.load(shelf, SHELF)).state.papers).toEqual(['a']);
  });

  it('are counted right, also where they were thrown out under a command', async () => {
    const handler = new CommandHandler(counted, shelfCodec, { cacheEventsMax: 6 });
    const shelves = [...Array(12).keys()].map((n) => `academy.shelf-${n}`);
    for (let round = 0; round < 20; round += 1) {
      const sent = shelves.map((name) => handler.handle(put(counted, { papers: ['a'] }, name)));
      await Promise.all(sent);
    }
    const fresh = ['academy.shelf-x', 'academy.shelf-y'];
    for (const name of fresh) must(await handler.handle(put(counted, { papers: ['a'] }, name)));
    reads.length = 0;
    for (const name of fresh) await handler.load(shelf, name);
    expect(reads.map(({ from }) => from)).toEqual([1, 1]);
  });

  it('give the same as no kept folds, whatever is thrown out when', async () => {
    const command = fc.record({
      stream: fc.nat(4),
      on: fc.boolean(),
      paper: fc.constantFrom('a', 'b'),
    });
    const histories = fc.asyncProperty(fc.array(command, { maxLength: 30 }), async (commands) => {
      const [small, large] = [openMemory(fixedPorts()), openMemory(fixedPorts())];
      const kept = new CommandHandler(small, shelfCodec, { cacheEventsMax: 4 });
      for (const [n, { stream, on, paper }] of commands.entries()) {
        const id = { commandId: commandId(n + 1) };
        const name = `academy.shelf-${stream}`;
        const of = (at: EventStore) =>
          on ? put(at, { papers: [paper], ...id }, name) : take(at, { paper, ...id }, name);
        const answer = await kept.handle(of(small));
        expect(answer).toEqual(await new CommandHandler(large, shelfCodec).handle(of(large)));
      }
    });
    await fc.assert(histories, { numRuns: 30 });
  });

  it('of a stream with a gap are corrupt, and are not kept', async () => {
    const handler = new CommandHandler(
      wrapped(store, {
        async *readStream(stream, options) {
          for await (const page of store.readStream(stream, options))
            yield page.filter((_, n) => n !== 1);
        },
      }),
      shelfCodec,
    );
    await store.append(SHELF, [], -1).catch(() => undefined);
    must(
      await new CommandHandler(store, shelfCodec).handle(put(store, { papers: ['a', 'b', 'c'] })),
    );
    for (let n = 0; n < 2; n += 1) {
      await expect(handler.load(shelf, SHELF)).rejects.toMatchObject({
        code: 'corrupt',
        fields: { stream: SHELF },
      });
    }
  });

  it('that failed half-way are folded anew', async () => {
    let fails = true;
    const fragile: typeof shelf = {
      ...shelf,
      evolve: (state, one) => {
        shelf.evolve(state, one);
        if (fails && one.revision === 1) throw new RangeError('a fault of ours');
      },
    };
    const handler = new CommandHandler(store, shelfCodec);
    must(
      await new CommandHandler(store, shelfCodec).handle(put(store, { papers: ['a', 'b', 'c'] })),
    );
    await expect(handler.load(fragile, SHELF)).rejects.toThrow('a fault of ours');
    fails = false;
    expect((await handler.load(fragile, SHELF)).state.papers).toEqual(['a', 'b', 'c']);
  });
});
