import { confirmWording } from '@letopis/core/commands';
import { isSettled, reportedAnnex, wordingStanding } from '@letopis/core/facts';
import {
  ANNEX_2,
  ANNEX_5,
  ANNEX_6,
  annexOfKind,
  annexOn,
  EVIDENCE,
  isInForce,
  isLocalDate,
  isVerified,
  KINDS_OF_ORGANISATION,
  LAW_RULES,
  LIBRARY_LAW,
  libraryItem,
} from '@letopis/core/values';
import { describe, expect, test } from 'vitest';

const key = (number: string): string =>
  number
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('.');

describe.each([
  ['2', ANNEX_2, 52],
  ['5', ANNEX_5, 79],
  ['6', ANNEX_6, 43],
] as const)('order 1324 annex %s', (_annex, indicators, count) => {
  test('has each number once, in its order, with name and unit in both languages', () => {
    const numbers = indicators.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(count);
    expect(numbers).toEqual(numbers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)));
    for (const { ru, en, unit } of indicators) {
      expect(ru).toMatch(/^[А-Я].*[А-Яа-я):]$/);
      expect(en).toMatch(/^[ -~]+$/);
      expect(unit.ru.length * unit.en.length).toBeGreaterThan(0);
    }
  });

  test('says of each line how it is known, and since when', () => {
    for (const { evidence } of indicators) {
      expect(Object.keys(EVIDENCE)).toContain(evidence.mark);
      expect(isLocalDate(evidence.seenOn)).toBe(true);
    }
  });
});

const of = (indicators: typeof ANNEX_5, mark: string): readonly string[] =>
  indicators.filter(({ evidence }) => evidence.mark === mark).map(({ number }) => number);

describe('order 1324: what was seen of the annexes', () => {
  test('of annex 5 the first lines were seen twice, those on teachers once', () => {
    expect(of(ANNEX_5, 'V2')).toEqual(['1.1', '1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.2', '1.3']);
    expect(of(ANNEX_5, 'V1')).toEqual(
      '1.4 1.6 1.6.1 1.6.2 1.6.3 1.6.4 1.13 1.14 1.15 1.16 1.18 1.18.1 1.18.2 1.19 1.20'.split(' '),
    );
    expect(of(ANNEX_5, 'VP')).toHaveLength(12);
  });

  test('no line of annexes 2 and 6 was seen; of 15 of annex 6 recollections differ', () => {
    expect(of(ANNEX_2, 'M')).toHaveLength(ANNEX_2.length);
    expect(of(ANNEX_6, 'M!')).toHaveLength(15);
    expect([...ANNEX_2, ...ANNEX_6].some(({ evidence }) => isVerified(evidence))).toBe(false);
  });

  test('the library has annexes 2, 5 and 6, and each kind of organisation one annex', () => {
    expect(['1', '2', '3', '4', '5', '6'].filter((one) => annexOn(one, '2026-12-31'))).toEqual([
      '2',
      '5',
      '6',
    ]);
    expect(KINDS_OF_ORGANISATION.map(annexOfKind)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect([annexOfKind(null), annexOfKind('bakery'), annexOfKind('toString')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('the kind of an organisation goes before what no regulation says', () => {
    const none = { editions: [] };
    expect(reportedAnnex('2026', 'additional-education', none)).toEqual({
      annex: '5',
      kind: 'additional-education',
    });
    expect(reportedAnnex('2026', null, none)).toEqual({ annex: null, kind: null });
  });
});

describe('items of law', () => {
  test('each has one id, a source with its days, and words that can be confirmed', () => {
    const ids = LIBRARY_LAW.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = { publication: { title: 'Портал' }, signer: 'p-1' };
    for (const { id: item, wording } of LIBRARY_LAW) {
      const items = [{ item, wording }];
      expect(confirmWording.schema.parse({ ...rest, items }).items).toEqual(items);
      expect(libraryItem(item)?.wording).toBe(wording);
    }
    expect(libraryItem('order-1324/annex-5/9.9')).toBeNull();
    expect(libraryItem('own/rule')).toBeUndefined();
  });

  test('273-FZ art. 58, order 582: a doubt leaves even what was seen twice unverified', () => {
    const unsure = LAW_RULES.filter(({ evidence }) => !isVerified(evidence));
    expect(unsure.map(({ id }) => id)).toEqual([
      '273-fz/art-58/term',
      'order-1324/percent-decimals',
      'order-582/kept-once',
    ]);
    const [rule] = LAW_RULES.filter(({ id }) => id === 'order-582/kept-once');
    expect(rule !== undefined && isInForce(rule.source, '2022-09-01')).toBe(true);
    expect(rule !== undefined && isInForce(rule.source, '2022-08-31')).toBe(false);
  });

  test('words that were confirmed or verified are printed without the note, and no others', () => {
    const standings = ['confirmed', 'verified', 'outdated', 'unverified'] as const;
    expect(standings.map(isSettled)).toEqual([true, true, false, false]);
  });

  test('a confirmation covers the words that it names, and no later version of them', () => {
    const seenOn = '2026-11-30';
    const item = { wording: 'Слова', evidence: { mark: 'M', seenOn } } as const;
    const other = { wording: 'Другие слова', on: '2026-01-01' };
    const same = { wording: 'Слова', on: '2026-02-01' };
    const standing = (...of_: (typeof other)[]) => wordingStanding(item, of_);
    expect(standing()).toEqual({ standing: 'unverified', confirmation: null });
    expect(standing(other)).toEqual({ standing: 'outdated', confirmation: other });
    expect(standing(same, other)).toEqual({ standing: 'confirmed', confirmation: same });
    const seen = { ...item, evidence: { mark: 'V2', seenOn } } as const;
    expect(wordingStanding(seen, [other]).standing).toBe('verified');
    const doubted = { ...seen.evidence, doubt: { ru: 'есть сомнение', en: 'doubtful' } };
    expect(wordingStanding({ ...seen, evidence: doubted }, []).standing).toBe('unverified');
  });
});
