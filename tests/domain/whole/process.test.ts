import type { EventOf, EventStore, Process } from '@letopis/core';
import {
  codec,
  Session,
  followProcess,
  isLetopisError,
  CommandHandler,
  listOwed,
  memoryCheckpoint,
  must,
  runProcess,
  viewCheckpoint,
} from '@letopis/core';
import type { Fold, OwedCommand } from '@letopis/core/kernel';
import {
  command,
  deriveId,
  eventType,
  knowsCommand,
  on,
  refusal,
  streamKey,
} from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Killed, killingStore } from '../worlds/faulty-store.ts';

/* A house of bells: a call to some bells owes each of them a ring; a bell may be cracked. */

const called = eventType('Called', z.strictObject({ bells: z.array(z.string()) }));
const notRung = eventType('NotRung', z.strictObject({ bell: z.string(), code: z.string() }));
const rung = eventType('Rung', z.strictObject({}));
const bells = codec([called, notRung, rung]);
type Called = EventOf<typeof called>;

interface Count {
  rings: number;
}
const counting = (kind: string): Fold<Count, EventOf<typeof rung>> => ({
  kind,
  initial: () => ({ rings: 0 }),
  evolve: (state) => {
    state.rings += 1;
  },
});
const callFold = counting('call');
const bellFold = counting('bell');

const cracked = refusal('cracked', (d: { bell: string }) => ({
  ru: `${d.bell} треснул`,
  en: `${d.bell} is cracked`,
}));
const nobodyListens = refusal('nobody-listens', (d: { bell: string }) => ({
  ru: `${d.bell} никто не записывает`,
  en: `nobody writes down ${d.bell}`,
}));

const answer = (): null => null;
const anything = z.record(z.string(), z.unknown());
const day = '2026-09-01';
const onBell = (bell: string) => on({ fold: bellFold, key: () => [bell], answer });
const onCall = (key: readonly string[]) => on({ fold: callFold, key: () => key, answer });

function house(store: EventStore, options: { deaf?: boolean; mended?: boolean } = {}) {
  const sender = { actor: 'u-1', onBehalfOf: null, ground: null };
  const session = new Session('tower', sender, new CommandHandler(store, bells));
  const owe = (event: Called, bell: string): OwedCommand => ({
    target: `ring ${bell}`,
    isStored: async (id) =>
      knowsCommand(await session.load(bellFold, bell), id) ||
      knowsCommand(await session.load(callFold, 'c'), id),
    run: (sending) =>
      onBell(bell)(command('ring', anything), {
        decide: () =>
          bell === 'cracked' && options.mended !== true
            ? cracked({ bell })
            : [rung.draft({ occurredOn: day, refs: {}, data: {} })],
      }).run(session, { bell, ...sending }),
    notDone: ({ code }, sending) =>
      onCall(streamKey(event.stream))(command('not-rung', anything), {
        decide: () =>
          options.deaf === true
            ? nobodyListens({ bell })
            : [notRung.draft({ occurredOn: day, refs: {}, data: { bell, code } })],
      }).run(session, { bell, code, ...sending }),
  });
  const process: Process<Called> = {
    name: 'tower.bells',
    types: ['Called'],
    streamPrefix: 'tower.',
    owes: (event) => event.data.bells.map((bell) => owe(event, bell)),
  };
  const call = async (...names: string[]) =>
    must(
      await onCall(['c'])
        .answering(command('call', anything), {
          decide: () => [called.draft({ occurredOn: day, refs: {}, data: { bells: names } })],
          answer: ({ events }) => events[0]?.id ?? '',
        })
        .run(session, { names }),
    );
  const rings = async (bell: string) => (await session.load(bellFold, bell)).state.rings;
  const owing = { store, codec: bells, process };
  const still = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { target } of listOwed(owing)) found.push(target);
    return found;
  };
  return { session, call, rings, still, owing };
}

const store = () => openMemory(fixedPorts());

describe('a process sends what its events owe', () => {
  test('once, however often it is run, under ids made of the cause', async () => {
    const { call, rings, owing, session } = house(store());
    const cause = await call('great', 'small');
    expect(await runProcess(owing)).toMatchObject({ done: 2, settled: 0 });
    expect(await runProcess(owing)).toMatchObject({ done: 0, settled: 2 });
    expect([await rings('great'), await rings('small')]).toEqual([1, 1]);
    const [ring] = await session.handler.events('tower.bell-great');
    const commandId = deriveId(cause, 'ring great', owing.store.ports.hash);
    expect(ring).toMatchObject({ causationId: cause, commandId });
  });

  test('a new cause owes anew', async () => {
    const { call, rings, owing } = house(store());
    await call('great');
    await call('great');
    await runProcess(owing);
    expect(await rings('great')).toBe(2);
  });

  test('a refused command is recorded, owed no longer, never tried again by itself', async () => {
    const log = store();
    const { call, still, owing, session } = house(log);
    await call('cracked', 'great');
    expect(await still()).toEqual(['ring cracked', 'ring great']);
    expect(await runProcess(owing)).toMatchObject({ done: 1, 'not-done': 1 });
    expect((await session.handler.events('tower.call-c')).at(-1)).toMatchObject({
      type: 'NotRung',
      data: { bell: 'cracked', code: 'cracked' },
    });
    expect(await still()).toEqual([]);
    const mended = house(log, { mended: true });
    expect(await runProcess(mended.owing)).toMatchObject({ done: 0, settled: 2 });
    expect(await mended.rings('cracked')).toBe(0);
  });

  test('one whose refusal nobody records is counted, and goes on being listed', async () => {
    const { call, still, owing } = house(store(), { deaf: true });
    await call('cracked');
    expect(await runProcess(owing)).toMatchObject({ unrecorded: 1, 'not-done': 0 });
    expect(await still()).toEqual(['ring cracked']);
  });

  test('another refusal of the same command, recorded by another runner, is enough', async () => {
    const log = store();
    const first = house(log);
    const cause = await first.call('cracked');
    const commandId = deriveId(cause, 'not done: ring cracked', log.ports.hash);
    const [event] = await first.session.handler.events('tower.call-c');
    const [owed] = await first.owing.process.owes(event as Called);
    const other = refusal('silent', () => ({ ru: 'молчит', en: 'it is silent' }))({});
    await owed?.notDone(other, { commandId, causationId: cause });
    const blind = { ...first.owing.process, owes: () => [{ ...owed!, stands: async () => false }] };
    expect(await runProcess({ ...first.owing, process: blind })).toMatchObject({ settled: 1 });
  });

  test('killed at any append, it is finished by the next run', async () => {
    for (const when of ['before', 'after'] as const) {
      for (const k of [1, 2, 3]) {
        const log = store();
        await house(log).call('great', 'cracked', 'small');
        const killed = house(killingStore(log, k, when));
        await expect(runProcess(killed.owing)).rejects.toBeInstanceOf(Killed);
        const next = house(log);
        await runProcess(next.owing);
        expect(await Promise.all(['great', 'cracked', 'small'].map(next.rings))).toEqual([1, 0, 1]);
        expect(await next.session.handler.events('tower.call-c')).toHaveLength(2);
        expect(await next.still()).toEqual([]);
      }
    }
  });

  test('other organisations’ events owe it nothing', async () => {
    const log = store();
    const { call, still } = house(log);
    await call('great');
    const { owing } = house(log);
    const elsewhere = { ...owing.process, streamPrefix: 'chapel.' };
    expect(await runProcess({ ...owing, process: elsewhere })).toMatchObject({ done: 0 });
    expect(await still()).toEqual(['ring great']);
  });
});

describe('a process that follows', () => {
  test('sends what is owed by events that come later, until it is told to stop', async () => {
    const { call, rings, owing } = house(store());
    const stop = new AbortController();
    const checkpoint = memoryCheckpoint();
    await call('great');
    const following = followProcess({ ...owing, checkpoint }, stop.signal, 1);
    await call('small', 'great');
    await expect.poll(() => rings('small'), { interval: 1 }).toBe(1);
    await expect.poll(checkpoint.load, { interval: 1 }).toBe(await owing.store.head());
    stop.abort();
    expect(await following).toMatchObject({ done: 3 });
    expect(await rings('great')).toBe(2);
  });
});

describe('the checkpoint of a process', () => {
  test('in a view store it is shared, goes on only, and outlives the runner', async () => {
    const log = store();
    const { call, owing } = house(log);
    const views = openMemoryViews();
    const [one, other] = [0, 1].map(() => viewCheckpoint(views, log, 'tower.bells'));
    await call('great');
    expect(await one?.load()).toBe('');
    const { position } = await runProcess({ ...owing, checkpoint: one! });
    expect(await other?.load()).toBe(position);
    await other?.save('0');
    expect(await one?.load()).toBe(position);
    expect(await runProcess({ ...owing, checkpoint: other! })).toMatchObject({ settled: 0 });
    await call('small');
    expect(await runProcess({ ...owing, checkpoint: other! })).toMatchObject({ done: 1 });
    expect(await one?.load()).toBe(await log.head());
  });

  test('two processes keep theirs in one view store', async () => {
    const [log, views] = [store(), openMemoryViews()];
    const [bell, clock] = ['bells', 'clocks'].map((name) => viewCheckpoint(views, log, name));
    await Promise.all([bell?.save('1'), clock?.save('2'), bell?.save('3')]);
    expect([await bell?.load(), await clock?.load()]).toEqual(['3', '2']);
  });

  test('views of another log are refused, and not skipped by', async () => {
    const views = openMemoryViews();
    await viewCheckpoint(views, store(), 'bells').save('1');
    const foreign = viewCheckpoint(views, openMemory(fixedPorts({ seed: 2 })), 'bells');
    for (const asked of [foreign.load(), foreign.save('2')]) {
      await expect(asked).rejects.toSatisfy((error) => isLetopisError(error, 'foreign-log'));
    }
  });
});
