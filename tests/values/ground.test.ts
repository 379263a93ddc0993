import { order } from '@letopis/core';
import { GROUND_KINDS, application, ground, protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';

const paper = { kind: 'order', number: null, date: null };

describe('a ground', () => {
  test('is an order, a protocol or an application, each made by a word', () => {
    expect(order('1-од', '2026-08-25')).toEqual({
      kind: 'order',
      number: '1-од',
      date: '2026-08-25',
    });
    expect(protocol('7', '2026-12-20').kind).toBe('protocol');
    expect(application(null, '2026-09-03')).toEqual({
      kind: 'application',
      number: null,
      date: '2026-09-03',
    });
  });

  test('is of one of twelve kinds', () => {
    expect(GROUND_KINDS).toHaveLength(13);
    for (const kind of GROUND_KINDS) {
      expect(ground.parse({ kind, number: null, date: null }).kind).toBe(kind);
    }
    expect(ground.safeParse({ kind: 'rumour', number: null, date: null }).success).toBe(false);
  });

  test('has its number trimmed, and none rather than an empty one', () => {
    expect(order(' 12/к ', '2026-08-25').number).toBe('12/к');
    const odd = ['', '  ', 'a\nb', '1'.repeat(65), undefined];
    const taken = odd.filter((number) => ground.safeParse({ ...paper, number }).success);
    expect(taken).toEqual([]);
  });

  test('holds nothing but kind, number and day: there is no place for a person', () => {
    const parsed = ground.safeParse({ kind: 'act', number: '1', date: null, applicant: 'Ильина' });
    expect(parsed.success).toBe(false);
  });

  test('is refused by its helper with the path and the repair', () => {
    expect(() => order('1', '2026-13-01')).toThrow(/misuse: date: "2026-13-01"/);
  });
});
