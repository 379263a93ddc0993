import type { EventStore } from '@letopis/core';
import { CommandHandler, known, LetopisError, must } from '@letopis/core';
import { eventId, idInStream } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, noPaper, paperTaken, put, SHELF, shelf, shelfCodec, take } from './shelf.ts';
import { logLength, wrapped } from './wrapped-store.ts';

let store: EventStore;
let handler: CommandHandler;
beforeEach(() => {
  store = openMemory(fixedPorts());
  handler = new CommandHandler(store, shelfCodec);
});

describe('a handled command', () => {
  it('gives its events as anybody will read them', async () => {
    const task = put(store, { papers: ['a', 'b'], owner: 'Ильина', commandId: commandId(0xabc) });
    const outcome = must(await handler.handle(task));
    expect(outcome).toMatchObject({ stream: SHELF, revision: 1, position: await store.head() });
    expect(await handler.events(SHELF)).toEqual(outcome.events);
    const own = idInStream(commandId(0xabc), SHELF, store.ports.hash);
    expect(outcome.events.map(({ id }) => id)).toEqual([eventId(own, 0), eventId(own, 1)]);
    expect(eventId(own, 1)).toMatch(/^01990000-0000-7001-8000-[0-9a-f]{12}$/);
    expect(outcome.events[0]).toMatchObject({
      type: 'PaperPut',
      actor: 'u-1',
      commandId: commandId(0xabc),
      revision: 0,
      recordedAt: '2026-09-01T08:00:00.000Z',
      refs: { learner: ['l-1'] },
      data: { paper: 'a', learner: 'l-1', owner: known('Ильина') },
    });
  });

  it('gives events that nobody can change', async () => {
    const outcome = must(await handler.handle(put(store, { papers: ['a'] })));
    expect(() => Object.assign(outcome.events[0]?.data ?? {}, { paper: 'z' })).toThrow(TypeError);
    expect(() => Object.assign(outcome.events[0] ?? {}, { revision: 9 })).toThrow(TypeError);
  });

  it('decides on everything that stands before it', async () => {
    must(await handler.handle(put(store, { papers: ['a', 'b'] })));
    must(await handler.handle(take(store, { paper: 'a' })));
    const again = await handler.handle(take(store, { paper: 'a' }));
    expect(again).toEqual({ ok: false, refusal: noPaper({ paper: 'a' }) });
    expect((await handler.load(shelf, SHELF)).state).toMatchObject({ papers: ['b'], taken: 1 });
  });

  it('leaves no trace when it is refused', async () => {
    must(await handler.handle(put(store, { papers: ['a'] })));
    const [head, before] = [await store.head(), await logLength(store)];
    const raw = { paper: 'x', commandId: commandId(5) };
    expect(await handler.handle(take(store, raw))).toMatchObject({ ok: false });
    expect([await store.head(), await logLength(store)]).toEqual([head, before]);
    must(await handler.handle(put(store, { papers: ['x'] })));
    expect(await handler.handle(take(store, raw))).toMatchObject({ ok: true });
  });

  it('is refused by its context without deciding', async () => {
    let decided = false;
    const task = {
      ...put(store, { papers: ['a'] }),
      context: async () => noPaper({ paper: 'context' }),
      decide: () => {
        decided = true;
        return [];
      },
    };
    expect(await handler.handle(task)).toEqual({
      ok: false,
      refusal: noPaper({ paper: 'context' }),
    });
    expect([decided, await logLength(store)]).toEqual([false, 0]);
  });

  it('must emit an event or refuse', async () => {
    const task = { ...put(store, { papers: ['a'] }), decide: () => [] };
    await expect(handler.handle(task)).rejects.toThrow('misuse: put-papers decided nothing');
  });

  it('with an event of the wrong shape leaves nothing, and the kernel goes on', async () => {
    const wrong = { type: 'PaperTaken', occurredOn: '2026-09-01', refs: {}, data: { paper: 5 } };
    const good = paperTaken.draft({ ...wrong, data: { paper: 'a' } });
    const task = { ...put(store, { papers: ['a'] }), decide: () => [good, wrong] };
    await expect(handler.handle(task)).rejects.toThrow('wrong shape: paper');
    expect(await logLength(store)).toBe(0);
    must(await handler.handle(put(store, { papers: ['a'] })));
  });

  it('takes the ground of a fact over its own', async () => {
    const ground = { kind: 'protocol', number: '3', date: null };
    const fact = paperTaken.draft({ occurredOn: '2026-09-01', refs: {}, data: { paper: 'a' } });
    const order = { kind: 'order', number: '1', date: null };
    const task = put(store, { papers: ['a'], ground: order });
    const drafts = [{ ...fact, ground }, { ...fact, ground: null }, fact];
    const { events } = must(await handler.handle({ ...task, decide: () => drafts }));
    expect(events.map((event) => event.ground)).toEqual([ground, null, order]);
  });
});

describe('a command sent twice', () => {
  const raw = { papers: ['a', 'b'], owner: 'Ильина', commandId: commandId(1) };

  it('has one effect and one answer', async () => {
    const first = await handler.handle(put(store, raw));
    expect(await handler.handle(put(store, raw))).toEqual(first);
    must(await handler.handle(take(store, { paper: 'a' })));
    expect(await handler.handle(put(store, raw))).toEqual(first);
    expect(await logLength(store)).toBe(3);
  });

  it('has one answer also where the repetition would be refused', async () => {
    must(await handler.handle(put(store, raw)));
    const taken = { paper: 'a', commandId: commandId(2) };
    const first = await handler.handle(take(store, taken));
    expect(await handler.handle(take(store, taken))).toEqual(first);
  });

  it('has one answer from another kernel, which read nothing before', async () => {
    const first = await handler.handle(put(store, raw));
    expect(await new CommandHandler(store, shelfCodec).handle(put(store, raw))).toEqual(first);
  });

  it('has one effect and one answer when it is sent many times at once', async () => {
    const kernels = [
      handler,
      new CommandHandler(store, shelfCodec),
      new CommandHandler(store, shelfCodec),
    ];
    const sent = kernels.flatMap((one) => [1, 2, 3].map(() => one.handle(put(store, raw))));
    const answers = await Promise.all(sent);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await logLength(store)).toBe(2);
  });

  it.for([
    ['before the append', true],
    ['after the append', false],
  ] as const)('has one effect and one answer when the answer is lost %s', async ([, before]) => {
    const lossy = losing(store, 3, before);
    const first = await new CommandHandler(lossy, shelfCodec).handle(put(lossy, raw));
    expect(await handler.handle(put(store, raw))).toEqual(first);
    expect(await logLength(store)).toBe(2);
  });

  it('sends the very same bytes again when the answer was lost', async () => {
    const batches: string[] = [];
    const lossy = losing(store, 2, true, (items) => batches.push(JSON.stringify(items)));
    must(await new CommandHandler(lossy, shelfCodec).handle(put(lossy, raw)));
    expect(batches).toHaveLength(3);
    expect(new Set(batches).size).toBe(1);
  });

  it('says that the outcome is unknown once its patience is spent', async () => {
    const lossy = losing(store, Infinity, false);
    const impatient = new CommandHandler(lossy, shelfCodec, { patienceMs: 50 });
    await expect(impatient.handle(put(lossy, raw))).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
    const outcome = must(await handler.handle(put(store, raw)));
    expect([outcome.revision, await logLength(store)]).toEqual([1, 2]);
  });

  it('is no repetition under another content: the id is reused', async () => {
    must(await handler.handle(put(store, raw)));
    const others = [
      put(store, { ...raw, papers: ['c'] }),
      take(store, { paper: 'a', commandId: commandId(1) }),
    ];
    for (const other of others) {
      await expect(handler.handle(other)).rejects.toMatchObject({
        code: 'command-id-reused',
        fields: { stream: SHELF, commandId: commandId(1) },
      });
    }
    expect(await logLength(store)).toBe(2);
  });

  it('is reused by an id that would number its events alike', async () => {
    must(await handler.handle(put(store, raw)));
    const id = commandId(1);
    const twin = `${id.slice(0, 15)}abc${id.slice(18)}`;
    const other = put(store, { ...raw, papers: ['c'], commandId: twin });
    await expect(handler.handle(other)).rejects.toMatchObject({ code: 'command-id-reused' });
    expect(await logLength(store)).toBe(2);
  });

  it('is a repetition also where only a personal field differs', async () => {
    const first = await handler.handle(put(store, raw));
    expect(await handler.handle(put(store, { ...raw, owner: 'Петрова' }))).toEqual(first);
  });
});

/** Loses so many answers: the append has not been made then, or has been. */
function losing(
  kept: EventStore,
  times: number,
  before: boolean,
  see: (items: unknown) => void = () => undefined,
): EventStore {
  let left = times;
  return wrapped(kept, {
    append: async (stream, items, expected) => {
      see(items);
      left -= 1;
      if (left >= 0 && before) throw new LetopisError('outcome-unknown', 'lost on the way');
      const answer = await kept.append(stream, items, expected);
      if (left >= 0) throw new LetopisError('outcome-unknown', 'lost on the way back');
      return answer;
    },
  });
}
