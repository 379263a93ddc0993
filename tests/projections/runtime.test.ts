import type { EventStore, Position, ViewStore } from '@letopis/core';
import { codec, START } from '@letopis/core';
import type { Views } from '@letopis/projections';
import { openViews } from '@letopis/projections';
import { project } from '@letopis/projections/runtime';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Opened } from './toy.ts';
import { inFiles, inMemory, points, tags, toyCodec, ToySchool, toyTypes } from './toy.ts';

const options = { codec: toyCodec };

const sum = (total: number, entry: { readonly value: number }): number => total + entry.value;

/** Counts the calls of some methods, and passes them on. */
function counted<T extends object>(port: T): T & { readonly calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  return new Proxy(port, {
    get: (target, name) => {
      if (name === 'calls') return calls;
      const held: unknown = Reflect.get(target, name, target);
      if (typeof held !== 'function') return held;
      return (...given: unknown[]) => {
        calls[String(name)] = (calls[String(name)] ?? 0) + 1;
        return Reflect.apply(held, target, given);
      };
    },
  }) as T & { readonly calls: Record<string, number> };
}

describe.each([
  ['in memory', inMemory],
  ['in files', inFiles],
])('views %s', (_, open) => {
  let opened: Opened;
  let store: EventStore;
  let viewStore: ViewStore;
  let school: ToySchool;
  const opening = (): Promise<Views> => openViews(store, viewStore, [points, tags], options);

  beforeEach(async () => {
    opened = await open();
    store = opened.store;
    viewStore = opened.views;
    school = new ToySchool(store);
  });
  afterEach(() => opened.clean());

  describe('project', () => {
    it('folds the log as of a position, and names it', async () => {
      const first = await school.note(1);
      const second = await school.note(1);
      const then = await project(store, toyCodec, points, { known: first.position });
      expect(then.get('l-1')).toEqual({
        value: 1,
        position: first.position,
        last: {
          position: first.position,
          stream: 'academy.child-1',
          revision: 0,
          recordedAt: '2026-09-01T08:00:00.000Z',
        },
      });
      const now = await project(store, toyCodec, points);
      expect(now.get('l-1')).toMatchObject({ value: 3, position: second.position });
    });

    it('folds as of an instant, and as of the end of a day where the school is', async () => {
      const first = await school.note(1);
      opened.setClock('2026-09-01T20:59:59.999Z');
      const second = await school.note(1);
      opened.setClock('2026-09-01T21:00:00.000Z');
      await school.note(1);
      const at = { instant: '2026-09-01T12:00:00+03:00' };
      const early = await project(store, toyCodec, points, { known: at });
      expect(early.get('l-1')).toMatchObject({ value: 1, position: first.position });
      const day = { day: '2026-09-01', timeZone: 'Europe/Moscow' };
      const evening = await project(store, toyCodec, points, { known: day });
      expect(evening.get('l-1')).toMatchObject({ value: 3, position: second.position });
    });

    it('folds only what is asked for', async () => {
      await school.note(1);
      await school.note(2);
      await school.note(1, {}, 'lyceum');
      const keys = await project(store, toyCodec, points, { keys: ['l-2'] });
      expect(keys.scan('').map(({ key }) => key)).toEqual(['l-2']);
      const prefix = await project(store, toyCodec, points, { prefix: 'l-1' });
      expect(prefix.scan('').map(({ key, value }) => [key, value])).toEqual([['l-1', 4]]);
      const lyceum = await project(store, toyCodec, points, { streamPrefix: 'lyceum.' });
      expect(lyceum.scan('').map(({ key, value }) => [key, value])).toEqual([['l-1', 3]]);
    });

    it('says on a day what held on it', async () => {
      const note = await school.note(1, { occurredOn: '2026-09-03' });
      const back = { type: 'TakenBack', data: { note: note.id }, occurredOn: '2026-09-10' };
      await school.note(1, back);
      const folded = await project(store, toyCodec, points);
      const days = ['2026-09-02', '2026-09-03', '2026-09-09', '2026-09-10'];
      expect(days.map((on) => folded.get('l-1', on).value)).toEqual([0, 1, 1, 0]);
    });

    it.each([
      [{ instant: 'yesterday' }],
      [{ instant: '2026-09-01T08:00:00' }],
      [{ day: '2026-02-30', timeZone: 'Europe/Moscow' }],
      [{ day: '2026-02-03', timeZone: 'Middle/Earth' }],
    ])('refuses %j', async (known) => {
      const asked = project(store, toyCodec, points, { known });
      await expect(asked).rejects.toMatchObject({ code: 'misuse' });
    });
  });

  describe('reading', () => {
    it('builds a view when it is first asked for, and names the event it rests on', async () => {
      await school.note(1);
      const { position } = await school.note(2);
      const views = await opening();
      expect(await views.get(points, 'l-1')).toMatchObject({
        value: 1,
        position,
        last: { stream: 'academy.child-1', revision: 0 },
      });
    });

    it('answers for a key that no event has touched', async () => {
      const { position } = await school.note(1);
      const views = await opening();
      expect(await views.get(points, 'l-9')).toEqual({ value: 0, position, last: null });
      expect(await views.scan(points, 'l-9')).toEqual({ value: [], position, last: null });
    });

    it('reads your own write', async () => {
      const views = await opening();
      await views.catchUp();
      await school.note(1);
      expect((await views.get(points, 'l-1')).value).toBe(0);
      const { position } = await school.note(1, { type: 'Renamed', data: { title: 'x' } });
      expect(await views.get(points, 'l-1', { atLeast: position })).toMatchObject({ value: 1 });
      expect(await views.get(tags, 'group/g-1', { atLeast: position })).toMatchObject({
        value: { title: 'x' },
        last: { position },
      });
    });

    it('waits no longer than it is told for a position that the log does not have', async () => {
      const views = await opening();
      const { position } = await school.note(1);
      const beyond: Position = `${position}9`;
      const asked = views.get(points, 'l-1', { atLeast: beyond, patienceMs: 5 });
      await expect(asked).rejects.toMatchObject({ code: 'misuse', fields: { to: beyond } });
      const aborted = AbortSignal.abort(new Error('enough'));
      const given = views.get(points, 'l-1', { atLeast: beyond, signal: aborted });
      await expect(given).rejects.toThrow('enough');
    });

    it('answers as it was known then', async () => {
      const first = await school.note(1);
      await school.note(2);
      const third = await school.note(1);
      const views = await opening();
      await views.catchUp();
      const known = first.position;
      expect(await views.get(points, 'l-1', { known })).toMatchObject({
        value: 1,
        position: known,
        last: { position: known },
      });
      expect(await views.get(points, 'l-2', { known })).toMatchObject({ value: 0, last: null });
      const then = await views.scan(points, '', { known });
      expect(then).toMatchObject({ position: known, last: { position: known } });
      expect(then.value.map(({ key, value }) => [key, value])).toEqual([['l-1', 1]]);
      const now = await views.scan(points, '', { known: third.position });
      expect(now.value.map(({ key, value }) => [key, value])).toEqual([
        ['l-1', 4],
        ['l-2', 2],
      ]);
    });

    it('does not read the log for what has not changed since', async () => {
      const log = counted(store);
      const views = await openViews(log, viewStore, [points], options);
      await school.note(1);
      const { position: known } = await school.note(2);
      await school.note(2);
      await school.note(3);
      await views.catchUp();
      const before = log.calls['readAll'];
      expect((await views.get(points, 'l-1', { known })).value).toBe(1);
      expect((await views.get(points, 'l-3', { known })).value).toBe(0);
      expect(log.calls['readAll']).toBe(before);
      expect((await views.get(points, 'l-2', { known })).value).toBe(2);
      expect(log.calls['readAll']).toBe((before ?? 0) + 1);
    });

    it('reduces a whole prefix, as of a position and on a day', async () => {
      for (let child = 0; child < 12; child += 1) await school.note(child);
      const { position: known } = await school.note(3, { occurredOn: '2026-10-01' });
      await school.note(4);
      const views = await opening();
      const all = await views.reduce(points, 'l-', () => 0, sum);
      expect(all.value).toBe(105);
      const then = await views.reduce(points, 'l-', () => 0, sum, { known, on: '2026-09-30' });
      expect(then).toMatchObject({ value: 78, position: known });
    });

    it('refuses a projection that was not opened, and two of one name', async () => {
      const views = await openViews(store, viewStore, [points], options);
      await expect(views.get(tags, 'group/g-1')).rejects.toMatchObject({ code: 'misuse' });
      const twice = openViews(store, viewStore, [points, { ...tags, name: 'points' }], options);
      await expect(twice).rejects.toMatchObject({ code: 'misuse' });
    });

    it('keeps the views of organisations apart', async () => {
      await school.note(1);
      await school.note(1, {}, 'lyceum');
      const [academy, lyceum] = await Promise.all(
        ['academy.', 'lyceum.'].map((streamPrefix) =>
          openViews(store, viewStore, [points], { ...options, streamPrefix }),
        ),
      );
      expect((await academy?.get(points, 'l-1'))?.value).toBe(1);
      expect((await lyceum?.get(points, 'l-1'))?.value).toBe(2);
    });
  });

  describe('instants', () => {
    it('are found by the log where its times never go back', async () => {
      const log = counted(store);
      const views = await openViews(log, viewStore, [points], options);
      const { position } = await school.note(1);
      const at = new Date(store.ports.clock()).toISOString();
      const answer = await views.get(points, 'l-1', { known: { instant: at } });
      expect(answer).toMatchObject({ value: 1, position });
      expect(log.calls['positionAt']).toBe(1);
    });

    it('become positions by time marks where a scan of the log would be needed', async () => {
      const crossing = { timesRise: 'stream', erasure: 'by-key' };
      const log = new Proxy(counted(store), {
        get: (target, name) =>
          name === 'guarantees' ? crossing : (Reflect.get(target, name, target) as unknown),
      });
      const views = await openViews(log, viewStore, [points, tags], options);
      const positions: Position[] = [];
      for (let hour = 0; hour < 20; hour += 1) {
        opened.setClock(new Date(Date.UTC(2026, 8, 2, hour)).toISOString());
        positions.push((await school.note(hour % 3)).position);
        if (hour % 2 === 0) await views.catchUp();
      }
      await views.catchUp();
      const known = { instant: '2026-09-02T13:30:00Z' };
      const answer = await views.get(points, 'l-1', { known });
      expect(answer.position).toBe(positions[13]);
      expect(answer.position).toBe(await store.positionAt('2026-09-02T13:30:00.000Z'));
      expect(log.calls['positionAt']).toBeUndefined();
      const before = await views.get(points, 'l-1', { known: { instant: '2026-09-01T00:00:00Z' } });
      expect(before).toMatchObject({ value: 0, position: START });
    });
  });

  describe('an event that cannot be read', () => {
    it('stops the views there, by name, when all before it is committed', async () => {
      const older = codec(toyTypes.slice(0, 1));
      const wanting = { ...points, name: 'wanting' };
      const views = await openViews(store, viewStore, [wanting], { codec: older });
      await school.note(1);
      await views.catchUp();
      const { position } = await school.note(2);
      const bad = { type: 'TakenBack', data: { note: 'x' } };
      await school.note(1, bad);
      await school.note(2);
      const stop = {
        code: 'unknown-event-type',
        message: expect.stringContaining('academy.child-1@1'),
        fields: { stream: 'academy.child-1', revision: 1, type: 'TakenBack' },
      };
      await expect(views.catchUp()).rejects.toMatchObject(stop);
      await expect(views.catchUp()).rejects.toMatchObject(stop);
      expect(await views.get(wanting, 'l-2')).toMatchObject({ value: 2, position });
      const { signal } = new AbortController();
      await expect(views.follow({ signal })).rejects.toMatchObject(stop);
      await expect(views.rebuild(wanting)).rejects.toMatchObject(stop);
      expect((await views.get(wanting, 'l-2')).value).toBe(2);
      const newer = await openViews(store, viewStore, [wanting], options);
      await newer.catchUp();
      expect((await newer.get(wanting, 'l-2')).value).toBe(6);
    });

    it.each([
      ['newer-event-version', { schema: 2 }],
      ['undecodable-event', { data: { points: 'many', tags: [] } }],
    ])('%s stops them too', async (code, over) => {
      await school.note(1);
      await school.note(1, over);
      const views = await opening();
      const stop = { code, message: expect.stringContaining('academy.child-1@1') };
      await expect(views.catchUp()).rejects.toMatchObject(stop);
      await expect(project(store, toyCodec, points)).rejects.toMatchObject(stop);
    });

    it('is no matter to projections that do not want it', async () => {
      await school.note(1, { type: 'Foreign', data: {} });
      await school.note(1);
      const views = await opening();
      expect((await views.get(points, 'l-1')).value).toBe(2);
    });
  });

  it('refuses views of another log, and says what to do', async () => {
    await school.note(1);
    await (await opening()).catchUp();
    const other = openViews(openMemory(), viewStore, [points], options);
    await expect(other).rejects.toMatchObject({
      code: 'foreign-log',
      message: expect.stringContaining('open an empty view store'),
    });
    const elsewhere = openViews(openMemory(), openMemoryViews(), [points], options);
    await expect(elsewhere).resolves.toBeDefined();
  });

  it('touches only the partitions of an event, however many there are', async () => {
    for (let child = 0; child < 200; child += 1) await school.note(child);
    const port = counted(viewStore);
    const written: number[] = [];
    const spied = new Proxy(port, {
      get: (target, name) =>
        name === 'commit'
          ? (commit: Parameters<ViewStore['commit']>[0]) => {
              written.push(...commit.changes.map(({ puts }) => puts.size));
              return target.commit(commit);
            }
          : (Reflect.get(target, name, target) as unknown),
    });
    await (await opening()).catchUp();
    const views = await openViews(store, spied, [points], options);
    await school.note(7);
    await views.catchUp();
    expect(port.calls['get']).toBe(1);
    await school.note(7);
    await views.catchUp();
    expect(port.calls['get']).toBe(1);
    expect(written).toEqual([1, 1]);
  });
});
