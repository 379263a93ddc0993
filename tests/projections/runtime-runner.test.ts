import type { EventStore, ViewStore } from '@letopis/core';
import type { Progress, Views } from '@letopis/projections';
import { openViews } from '@letopis/projections';
import { project } from '@letopis/projections/runtime';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opened } from './toy.ts';
import { inFiles, inMemory, points, tags, toyCodec, ToySchool } from './toy.ts';

const options = { codec: toyCodec };

/** A view store that calls `before` first; what that throws, its caller gets. */
function guarded(
  views: ViewStore,
  before: (name: keyof ViewStore) => void | Promise<void>,
): ViewStore {
  return new Proxy(views, {
    get: (target, name) => {
      const held: unknown = Reflect.get(target, name, target);
      if (typeof held !== 'function') return held;
      return async (...given: unknown[]) => {
        await before(name as keyof ViewStore);
        return (await Reflect.apply(held, target, given)) as unknown;
      };
    },
  });
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Waits, without advancing anything itself, until a view store has come so far. */
async function reached(views: ViewStore, position: string, count = 2): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const live = (await views.generations()).filter(({ state }) => state === 'live');
    if (live.length === count && live.every(({ checkpoint }) => checkpoint >= position)) return;
    await soon();
  }
  throw new Error(`nobody came to ${position}`);
}

/** Forty notes for seven children. */
async function fill(school: ToySchool): Promise<void> {
  for (let n = 0; n < 40; n += 1) await school.note(n % 7);
}

/** What the log itself says. */
async function truth(store: EventStore): Promise<unknown> {
  return (await project(store, toyCodec, points)).scan('');
}

describe.each([
  ['in memory', inMemory],
  ['in files', inFiles],
])('the runner %s', (_, open) => {
  let opened: Opened;
  let store: EventStore;
  let viewStore: ViewStore;
  let school: ToySchool;
  const opening = (): Promise<Views> => openViews(store, viewStore, [points, tags], options);
  const states = async (): Promise<readonly string[]> =>
    (await viewStore.generations()).map((g) => `${g.name} ${g.version} ${g.state}`);

  beforeEach(async () => {
    opened = await open();
    store = opened.store;
    viewStore = opened.views;
    school = new ToySchool(store);
  });
  afterEach(() => opened.clean());

  describe('follow', () => {
    it('builds what is not there, goes on for ever, and ends with its signal', async () => {
      const views = await opening();
      const { position } = await school.note(1);
      const end = new AbortController();
      const following = views.follow({ signal: end.signal, pollMs: 2 });
      await reached(viewStore, position);
      for (let round = 0; round < 5; round += 1) {
        await reached(viewStore, (await school.note(1)).position);
      }
      expect((await views.get(points, 'l-1')).value).toBe(21);
      end.abort();
      await following;
      expect(await states()).toEqual(['points 1 live', 'tags 1 live']);
    });

    it('takes up a view that was rebuilt meanwhile', async () => {
      const views = await opening();
      await school.note(1);
      await views.catchUp();
      const end = new AbortController();
      const following = views.follow({ signal: end.signal, pollMs: 2 });
      await views.rebuild(points);
      await reached(viewStore, (await school.note(1)).position);
      const elsewhere = await opening();
      await elsewhere.rebuild(points);
      await reached(viewStore, (await school.note(1)).position);
      end.abort();
      await following;
      expect((await views.get(points, 'l-1')).value).toBe(6);
    });

    it('applies each event once, whoever else follows and reads', async () => {
      const runners = await Promise.all([opening(), opening(), opening()]);
      const end = new AbortController();
      const following = runners.map((views) => views.follow({ signal: end.signal, pollMs: 1 }));
      let last = '';
      for (let n = 0; n < 60; n += 1) {
        last = (await school.note(n % 5)).position;
        if (n % 7 === 0) {
          await runners[n % 3]?.get(points, 'l-1', { atLeast: last });
          await runners[(n + 1) % 3]?.catchUp();
        }
      }
      await reached(viewStore, last);
      end.abort();
      await Promise.all(following);
      const log = await project(store, toyCodec, tags);
      const live = await runners[0]?.scan(tags, '');
      expect(live?.value).toEqual(log.scan(''));
    });
  });

  it('goes on from where somebody else has moved the views', async () => {
    const [one, other] = [await opening(), await opening()];
    await school.note(1);
    await one.catchUp();
    await school.note(1);
    await other.catchUp();
    await school.note(1);
    await one.catchUp();
    expect((await one.get(points, 'l-1')).value).toBe(6);
    const { counts } = (await one.get(tags, 'group/g-1')).value;
    expect(counts).toEqual({ 't-1': 1, 't-2': 1, 't-3': 1 });
  });

  it('names a position that is not before what the answer rests on', async () => {
    const [one, other] = [await opening(), await opening()];
    await school.note(1);
    await one.catchUp();
    let newest = '';
    const moving = guarded(viewStore, async (name) => {
      if (name !== 'get' && name !== 'scan') return;
      newest = (await school.note(1)).position;
      await other.catchUp();
    });
    const views = await openViews(store, moving, [points, tags], options);
    const answer = await views.get(points, 'l-1');
    expect(answer).toMatchObject({ value: 3, position: newest, last: { position: newest } });
    // A scan during which the views move every time is folded from the log, where nothing moves.
    const scan = await views.scan(points, '');
    const then = await project(store, toyCodec, points, { known: scan.position });
    expect(scan.value).toEqual(then.scan(''));
    expect(scan.position < newest).toBe(true);
  });

  it('loses nothing and repeats nothing when it is killed between fold and commit', async () => {
    await (await opening()).catchUp();
    let failures = 0;
    const failing = guarded(viewStore, (name) => {
      if (name === 'commit' && (failures += 1) % 2 === 1) throw new Error('killed');
    });
    const views = await openViews(store, failing, [points, tags], options);
    for (let n = 0; n < 4; n += 1) {
      await school.note(1);
      await expect(views.catchUp()).rejects.toThrow('killed');
      await views.catchUp();
    }
    expect(failures).toBe(8);
    expect((await views.get(points, 'l-1')).value).toBe(10);
  });

  it('applies an event once to a key that it names twice', async () => {
    const twice = { ...points, keysOf: () => ['all', 'all'] };
    await school.note(1);
    const views = await openViews(store, viewStore, [twice], options);
    await views.catchUp();
    await school.note(2);
    await views.catchUp();
    expect((await views.get(twice, 'all')).value).toBe(3);
    expect((await project(store, toyCodec, twice)).get('all').value).toBe(3);
  });

  it('does not lead a view over events that it has not seen', async () => {
    const gate = Promise.withResolvers<void>();
    let readings = 0;
    const gated = new Proxy(store, {
      get: (target, name) => {
        const held: unknown = Reflect.get(target, name, target);
        if (typeof held !== 'function') return held;
        if (name !== 'readAll') return held.bind(target) as unknown;
        return async function* readAll(...given: Parameters<EventStore['readAll']>) {
          readings += 1;
          await gate.promise;
          yield* target.readAll(...given);
        };
      },
    });
    await (await openViews(store, viewStore, [points], options)).catchUp();
    const views = await openViews(gated, viewStore, [points, tags], options);
    const end = new AbortController();
    const following = views.follow({ signal: end.signal, pollMs: 1 });
    await reached(viewStore, (await school.note(1)).position, 1);
    await (await openViews(store, viewStore, [tags], options)).catchUp();
    const { position: atLeast } = await school.note(1);
    while ((await viewStore.generations())[0]?.checkpoint !== atLeast) await soon();
    // The runner comes to know of the tags, which lie behind the page that the follower waits for.
    const asked = views.get(tags, 'group/g-1', { atLeast });
    await vi.waitFor(() => expect(readings).toBe(2));
    await reached(viewStore, (await school.note(1)).position);
    gate.resolve();
    const { counts } = (await asked).value;
    end.abort();
    await following;
    expect(counts).toEqual({ 't-1': 1, 't-2': 1, 't-3': 1 });
  });

  it('catches a projection up that came later', async () => {
    await school.note(1);
    await (await openViews(store, viewStore, [points], options)).catchUp();
    await school.note(1);
    const views = await opening();
    await views.catchUp();
    expect((await views.get(tags, 'group/g-1')).value.counts).toEqual({ 't-1': 1, 't-2': 1 });
    expect((await views.get(points, 'l-1')).value).toBe(3);
  });

  it('lets old and new code read side by side, each its own version', async () => {
    const doubled = { ...points, version: 2, read: () => 2 };
    await school.note(1);
    const old = await openViews(store, viewStore, [points], options);
    await old.catchUp();
    const young = await openViews(store, viewStore, [doubled], options);
    await young.catchUp();
    const { position: atLeast } = await school.note(1);
    expect((await old.get(points, 'l-1', { atLeast })).value).toBe(3);
    expect((await young.get(doubled, 'l-1', { atLeast })).value).toBe(2);
    expect(await states()).toEqual(['points 1 live', 'points 2 live']);
    await young.prune();
    expect(await states()).toEqual(['points 2 live']);
  });

  describe('rebuild', () => {
    const small = { ...options, pageSize: 3, memoryCharactersMax: 600 };

    it('fills a generation beside the old one, which stays readable', async () => {
      await fill(school);
      const views = await openViews(store, viewStore, [points], small);
      await views.catchUp();
      const [old] = await viewStore.generations();
      const heard: Progress[] = [];
      const seen: number[] = [];
      const onProgress = (progress: Progress): void => {
        heard.push(progress);
        void views.get(points, 'l-1').then(({ value }) => seen.push(value));
      };
      await views.rebuild(points, { onProgress });
      const [fresh, ...rest] = await viewStore.generations();
      expect(rest).toEqual([]);
      expect(fresh?.id).not.toBe(old?.id);
      expect(heard.map(({ events }) => events).slice(0, 3)).toEqual([3, 6, 9]);
      const head = await store.head();
      expect(heard.at(-1)).toMatchObject({ name: 'points', events: 40, scannedTo: head, head });
      expect(new Set(seen)).toEqual(new Set([(await views.get(points, 'l-1')).value]));
      expect((await views.scan(points, '')).value).toEqual(await truth(store));
    });

    it('goes on from its last commit when it was killed', async () => {
      await fill(school);
      const views = await openViews(store, viewStore, [points], small);
      await views.catchUp();
      let commits = 0;
      const dying = guarded(viewStore, (name) => {
        if (name === 'commit' && (commits += 1) === 3) throw new Error('killed');
      });
      const first = await openViews(store, dying, [points], small);
      await expect(first.rebuild(points)).rejects.toThrow('killed');
      expect(await states()).toEqual(['points 1 live', 'points 1 building']);
      let events = 0;
      const onProgress = (progress: Progress): void => void (events = progress.events);
      const second = await openViews(store, viewStore, [points], small);
      await second.rebuild(points, { onProgress });
      expect(events).toBeGreaterThan(0);
      expect(events).toBeLessThan(40);
      expect(await states()).toEqual(['points 1 live']);
      expect((await second.scan(points, '')).value).toEqual(await truth(store));
    });

    it('begins anew where it is told to, so that nothing emptied stays in it', async () => {
      await fill(school);
      const views = await openViews(store, viewStore, [points], small);
      await views.catchUp();
      const end = new AbortController();
      const abort = (): void => end.abort(new Error('stop'));
      const first = views.rebuild(points, { signal: end.signal, onProgress: abort });
      await expect(first).rejects.toThrow('stop');
      let events = 0;
      const onProgress = (progress: Progress): void => void (events = progress.events);
      await views.rebuild(points, { resume: false, onProgress });
      expect(events).toBe(40);
      expect(await states()).toEqual(['points 1 live']);
    });

    it('is done once, when several begin it at once', async () => {
      await fill(school);
      const one = (): Promise<Views> => openViews(store, viewStore, [points], small);
      const views = await Promise.all([one(), one(), one()]);
      await Promise.all(views.map((each) => each.catchUp()));
      await Promise.all(views.map((each) => each.rebuild(points)));
      expect(await states()).toEqual(['points 1 live']);
      expect((await views[0]?.scan(points, ''))?.value).toEqual(await truth(store));
    });
  });
});
