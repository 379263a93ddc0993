import type { Fit } from '@letopis/core/decisions';
import { fitting, restingFacts } from '@letopis/core/decisions';
import { stateWith, stateWithout } from '@letopis/core/facts';
import type { DraftEvent } from '@letopis/core/kernel';
import { entryUnknown } from '@letopis/core/refusals';
import { describe, expect, test } from 'vitest';
import type { Diary, Note } from './diary.ts';
import { annulled, diaryOf, drafted, noted, ownDiary } from './diary.ts';

/* RK 1.8: no entry is left without what it rests on, in whichever order they are recorded. */

const [early, middle, late] = ['2026-09-01', '2026-10-01', '2026-11-01'] as const;

/** The entry `end of x` rests on the entry `x`, as long as nothing has ended that. */
const fit: Fit<{ words: string[] }, Note> = {
  own: ownDiary,
  unfit: ({ words, entries }) =>
    [...entries.values()].flatMap(({ event, annulled: gone }) => {
      const { word } = event.data;
      const begun = words.indexOf(word.replace('end of ', ''));
      const lasts = begun !== -1 && begun < words.indexOf(word);
      return gone === null && word.startsWith('end of ') && !lasts ? [event] : [];
    }),
};

/** An entry, as a refusal names it. */
const fact = (id: string, on: string) => ({ type: 'Noted', id, on });

const state = (): Diary =>
  diaryOf(
    noted('a', early),
    noted('end of a', middle),
    noted('b', early),
    noted('end of b', late),
    noted('end of x', late),
    noted('end of y', late),
    annulled('end of y'),
  );

/** The entries that rest on some others. */
const without = (...entries: readonly string[]) =>
  restingFacts(fit, state(), stateWithout(ownDiary, state(), ...entries));

describe('RK 1.8: the entries that rest on one which is to go', () => {
  test('are named, each with its day; those that rest on another are not', () => {
    expect(without('a')).toEqual([fact('end of a', middle)]);
    expect(without('a', 'b')).toEqual([fact('end of a', middle), fact('end of b', late)]);
  });

  test('are none that go with it, none that did not fit before, and none that is annulled', () => {
    expect(without('a', 'end of a')).toEqual([]);
    expect(without('end of x')).toEqual([]);
    expect(restingFacts(fit, state(), state())).toEqual([]);
  });

  test('are none of the new entries, for which their own decision answers', () => {
    const after = stateWith(ownDiary, state(), [drafted('end of z', late)]);
    expect(restingFacts(fit, state(), after)).toEqual([]);
  });
});

describe('RK 1.8: a decision beside whose facts an entry could not be', () => {
  /** Beside the word `closed` no other entry can be. */
  const closing: Fit<{ words: string[] }, Note> = {
    own: ownDiary,
    unfit: ({ words, entries }) =>
      words.includes('closed') ? [...entries.values()].map(({ event }) => event) : [],
  };
  const decide = fitting(closing, (_state, drafts: readonly DraftEvent[]) => drafts);
  const open = diaryOf(noted('a', early), noted('b', middle));

  test('is refused, with its day and all that contradicts it', () => {
    expect(decide(open, [drafted('closed', late)])).toMatchObject({
      code: 'entry-contradicted',
      data: { on: late, facts: [fact('a', early), fact('b', middle)] },
    });
  });

  test('stands where nothing contradicts it, or where it enters nothing', () => {
    const drafts = [drafted('c', early)];
    expect(decide(open, drafts)).toBe(drafts);
    expect(decide(open, [])).toEqual([]);
  });

  test('is refused for its own reason first', () => {
    const no = entryUnknown({ entry: 'e-1', of: 'd-1' });
    expect(fitting(closing, () => no)(open)).toBe(no);
  });
});
