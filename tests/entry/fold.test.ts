import { entriesInForce, stateWith, stateWithout } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import type { Diary } from './diary.ts';
import { annulled, diary, diaryOf, drafted, noted, ownDiary } from './diary.ts';

/* RK 1.5, 1.8: what a stream says of which an entry is entered late, annulled or corrected. */

const wordsIn = (state: Diary): readonly string[] =>
  entriesInForce(state).map(({ data }) => data.word);

const [early, middle, late] = ['2026-09-01', '2026-10-01', '2026-11-01'] as const;

describe('RK 1.5: entries count in the order of their days', () => {
  test('one that is entered late has its place; those of one day have that of the log', () => {
    const state = diaryOf(
      noted('c', late),
      noted('a', early),
      noted('b', middle),
      noted('b2', middle),
      noted('d', late),
    );
    expect(state.words).toEqual(['a', 'b', 'b2', 'c', 'd']);
    expect(wordsIn(state)).toEqual(state.words);
    expect([...state.entries.keys()]).toEqual(['c', 'a', 'b', 'b2', 'd']);
    expect(state.latestDay).toBe(late);
  });

  test('before the first one there is none', () => {
    const empty = { words: [], entries: new Map(), latestDay: '', replaced: new Map() };
    expect(diaryOf()).toEqual(empty);
    expect(diary.kind).toBe('diary');
  });

  test('an entry in its order is added to what stands, and nothing is made anew', () => {
    const state = diaryOf(noted('a', early));
    const { words } = state;
    diary.evolve(state, { ...noted('b', early)(1) });
    diary.evolve(state, { ...noted('c', late)(2) });
    expect(state.words).toBe(words);
    expect([words, state.latestDay]).toEqual([['a', 'b', 'c'], late]);
  });
});

describe('RK 1.8: an entry that is annulled counts as if it had never been made', () => {
  test('and stays readable, with the act that annulled it', () => {
    const state = diaryOf(noted('a', early), noted('b', late), annulled('b'));
    expect([state.words, state.latestDay]).toEqual([['a'], early]);
    expect(wordsIn(state)).toEqual(['a']);
    expect(state.entries.get('b')).toMatchObject({
      event: { data: { word: 'b' } },
      annulled: { event: 'annulled-2', actedOn: '2026-11-20', replacedBy: null },
    });
    expect(state.replaced.size).toBe(0);
  });

  test('once: a second annulment says nothing, nor does one of an entry that is not there', () => {
    const state = diaryOf(
      noted('a', early),
      annulled('a'),
      annulled('a', 'b', '2026-11-21'),
      annulled('x', 'y'),
    );
    expect(state.entries.get('a')?.annulled?.event).toBe('annulled-1');
    expect([state.entries.size, state.replaced.size]).toEqual([1, 0]);
  });

  test('when the only one is annulled, there is no latest day', () => {
    expect(diaryOf(noted('a', early), annulled('a'))).toMatchObject({ words: [], latestDay: '' });
  });

  test('an annulment that annuls nothing leaves the state as it is', () => {
    const state = diaryOf(noted('a', early));
    const { words } = state;
    diary.evolve(state, annulled('x')(1));
    expect(state.words).toBe(words);
  });
});

describe('RK 1.8: an entry that stands in the place of another', () => {
  test('has that one’s place among those of its day, also when it is corrected again', () => {
    const first = [noted('a', early), noted('b', early), annulled('a', 'a2'), noted('a2', early)];
    expect(diaryOf(...first).words).toEqual(['a2', 'b']);
    expect(diaryOf(...first).replaced).toEqual(new Map([['a2', 'a']]));
    const again = [...first, annulled('a2', 'a3'), noted('a3', early)];
    expect(diaryOf(...again).words).toEqual(['a3', 'b']);
    expect(diaryOf(...again, noted('c', early)).words).toEqual(['a3', 'b', 'c']);
  });

  test('on another day is the last of those that stand there already', () => {
    const moved = [noted('a', early), noted('b', middle), annulled('a', 'a2')];
    expect(diaryOf(...moved, noted('a2', middle)).words).toEqual(['b', 'a2']);
    expect(diaryOf(...moved, noted('a2', middle), noted('c', middle)).words).toEqual([
      'b',
      'a2',
      'c',
    ]);
  });
});

describe('RK 1.8: what the stream would say, before it is decided', () => {
  const state = diaryOf(
    noted('a', early),
    noted('b', early),
    noted('c', late),
    noted('x', late),
    annulled('x'),
  );

  test('without entries, however many', () => {
    expect(stateWithout(ownDiary, state, 'c')).toMatchObject({
      words: ['a', 'b'],
      latestDay: early,
    });
    expect(stateWithout(ownDiary, state, 'a', 'c').words).toEqual(['b']);
    expect(stateWithout(ownDiary, state).words).toEqual(['a', 'b', 'c']);
  });

  test('with drafts: each is the last of its day, in the order of the command', () => {
    const drafts = [drafted('d', early), drafted('e', early)];
    const after = stateWith(ownDiary, state, drafts);
    expect(after.words).toEqual(['a', 'b', 'd', 'e', 'c']);
    expect([after.latestDay, after.replaced]).toEqual([late, state.replaced]);
    expect(after.entries.get('draft-0')?.event).toMatchObject({
      type: 'Noted',
      occurredOn: early,
      data: { word: 'd' },
    });
    expect(after.entries.get('draft-1')).toMatchObject({ annulled: null });
  });

  test('with a draft in the place of an entry: of its day in its place, else as a new one', () => {
    const corrected = stateWith(ownDiary, state, [drafted('a2', early)], 'a');
    expect(corrected.words).toEqual(['a2', 'b', 'c']);
    const moved = stateWith(ownDiary, state, [drafted('a2', late)], 'a');
    expect(moved.words).toEqual(['b', 'c', 'a2']);
  });

  test('a draft bears the refs of its command, by which unfit entries are found', () => {
    const draft = { ...drafted('d', late), refs: { learner: ['l-1'] } };
    const { entries } = stateWith(ownDiary, state, [draft]);
    expect(entries.get('draft-0')?.event.refs).toEqual({ learner: ['l-1'] });
  });

  test('and the state that is asked does not change', () => {
    stateWith(ownDiary, state, [drafted('a2', late)], 'a');
    stateWithout(ownDiary, state, 'c');
    expect([state.words, state.latestDay]).toEqual([['a', 'b', 'c'], late]);
    expect([...state.entries.keys()]).toEqual(['a', 'b', 'c', 'x']);
  });
});
