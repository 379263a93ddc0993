import { hash } from 'node:crypto';
import type { Fold } from '@letopis/core/kernel';
import { fixedPorts, scenario, scenarioEventId, seededChance, sha256 } from '@letopis/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shelf, ShelfEvent } from './shelf.ts';
import {
  decidePut,
  decideTake,
  noPaper,
  paperPut,
  paperTaken,
  shelf,
  shelfCodec,
} from './shelf.ts';

const put = (paper: string) =>
  paperPut.draft({
    occurredOn: '2026-09-01',
    refs: { learner: ['l-1'] },
    data: { paper, learner: 'l-1' },
  });
const taken = (paper: string) =>
  paperTaken.draft({ occurredOn: '2026-09-02', refs: {}, data: { paper } });
const shelves = scenario(shelf, shelfCodec);

describe('a scenario', () => {
  it('decides on the fold of its facts', () => {
    shelves
      .given(put('a'), put('b'), taken('a'))
      .when((state) => decideTake(state, { paper: 'b' }))
      .thenEvents(taken('b'))
      .thenState((state) => expect(state).toEqual({ papers: [], owners: {}, taken: 2 }));
    shelves
      .given(put('a'))
      .when((state) => decideTake(state, { paper: 'x' }))
      .thenRefused('no-paper', { paper: 'x' });
  });

  it('gives facts their ids, and the actor who entered them', () => {
    shelves
      .given(put('a'))
      .by({ actor: 'u-2', recordedAt: '2026-10-01T00:00:00.000Z' })
      .given(put('b'))
      .when((_, events) => {
        expect(events.map(({ id }) => id)).toEqual([scenarioEventId(0), scenarioEventId(1)]);
        expect(events.map(({ actor }) => actor)).toEqual(['u-1', 'u-2']);
        expect(events[1]).toMatchObject({ recordedAt: '2026-10-01T00:00:00.000Z', revision: 1 });
        return [taken('a')];
      });
  });

  it('can be gone on with in two ways', () => {
    const base = shelves.given(put('a'));
    const again = base.given(taken('a')).when((state) => decideTake(state, { paper: 'a' }));
    const first = base.when((state) => decideTake(state, { paper: 'a' }));
    expect(again.thenRefused('no-paper').decision).toEqual(noPaper({ paper: 'a' }));
    expect(first.thenEvents(taken('a')).decision).toEqual([taken('a')]);
  });

  it('fails on other events than were decided', () => {
    const decided = shelves.when(() => decidePut({ papers: ['a'] }));
    expect(() => decided.thenEvents(put('b'))).toThrow('the decided events');
    expect(() => decided.thenEvents()).toThrow('the decided events');
    expect(() => decided.thenEvents(put('a'), put('a'))).toThrow('the decided events');
    expect(() => decided.thenRefused('no-paper')).toThrow('must be refused with no-paper');
    decided.thenEvents(put('a'));
  });

  it('fails on another refusal than was asked for', () => {
    const refused = shelves.when(() => noPaper({ paper: 'x' }));
    expect(() => refused.thenRefused('other')).toThrow('another refusal');
    expect(() => refused.thenRefused('no-paper', { paper: 'y' })).toThrow(
      'the data of the refusal',
    );
    expect(() => refused.thenEvents(put('a'))).toThrow('it was refused: no-paper');
    const unsaid = shelves.when(() => noPaper({ paper: undefined as never }));
    expect(() => unsaid.thenRefused('no-paper')).toThrow('undefined');
  });

  it('fails when deciding writes to the state', () => {
    const facts = shelves.given(put('a'));
    const writes = (write: (state: Shelf) => void) => () =>
      facts.when((state) => {
        write(state);
        return [taken('a')];
      });
    expect(writes((state) => state.papers.pop())).toThrow(TypeError);
    expect(writes((state) => (state.taken += 1))).toThrow(TypeError);
    expect(writes((state) => (state.owners['b'] = 'x'))).toThrow(TypeError);
  });

  it('fails when deciding writes to a map or a set of the state', () => {
    type State = { map: Map<string, { n: number }>; set: Set<string> };
    const kept: Fold<State, ShelfEvent> = {
      kind: 'shelf',
      initial: () => ({ map: new Map([['a', { n: 1 }]]), set: new Set(['a']) }),
      evolve: () => undefined,
    };
    const writes = (write: (state: State) => void) => () =>
      scenario(kept, shelfCodec).when((state) => {
        write(state);
        return [taken('a')];
      });
    expect(writes(() => undefined)).not.toThrow();
    expect(writes((state) => state.map.set('b', { n: 2 }))).toThrow('decide wrote to the state');
    expect(writes((state) => state.set.delete('a'))).toThrow('decide wrote to the state');
    expect(writes((state) => Object.assign(state.map.get('a') ?? {}, { n: 2 }))).toThrow(TypeError);
  });

  it('fails on an event that cannot be stored, or folded', () => {
    const wrong = { ...taken('a'), data: { paper: 5 } };
    expect(() => shelves.when(() => [wrong])).toThrow('PaperTaken cannot be stored');
    expect(() => shelves.given({ ...taken('a'), type: 'Gone' })).toThrow('Gone cannot be stored');
    const fragile: typeof shelf = {
      ...shelf,
      evolve: () => {
        throw new RangeError('x');
      },
    };
    expect(() => scenario(fragile, shelfCodec).when(() => [taken('a')])).toThrow(
      'it must be total',
    );
    expect(() => shelves.when(() => [])).toThrow('nothing was decided');
  });
});

describe('fixed ports', () => {
  it('give the same in every run, and move only when told to', async () => {
    const [a, b] = [fixedPorts({ seed: 7 }), fixedPorts({ seed: 7 })];
    expect(a.random(40)).toEqual(b.random(40));
    expect(a.random(40)).not.toEqual(fixedPorts({ seed: 8 }).random(40));
    const began = a.clock();
    expect(a.clock()).toBe(began);
    a.advance(-5);
    await a.wait(20);
    expect(a.clock()).toBe(began + 15);
    a.setClock('2026-09-02T00:00:00.000Z');
    expect(new Date(a.clock()).toISOString()).toBe('2026-09-02T00:00:00.000Z');
    const chance = seededChance(3);
    expect(new Set(Array.from({ length: 100 }, chance)).size).toBe(100);
  });

  it('hash as the machine does', () => {
    const texts = fc
      .string({ unit: 'binary', maxLength: 300 })
      .filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(texts, fc.constantFrom('hex', 'base64'), (text, encoding) => {
        expect(sha256(text, encoding)).toBe(hash('sha256', text, encoding));
      }),
    );
    for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 65_536]) {
      expect(sha256('x'.repeat(length), 'hex')).toBe(hash('sha256', 'x'.repeat(length), 'hex'));
    }
  });
});
