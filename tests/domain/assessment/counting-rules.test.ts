import type { CountedResult, ResultSubject } from '@letopis/core/facts';
import {
  bySubject,
  countsAsPass,
  failuresIn,
  inDayOrder,
  lastInForce,
  resultSubjectKey,
  resultsOfSubject,
  resultsThatCount,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';

/* Which result counts, by the results alone: tables of the rules in counting-questions.ts. */

const subject: ResultSubject = {
  module: 'm',
  kind: 'final',
  studyYear: '2026',
  period: null,
  planned: null,
};

const result = (event: string, on: string, more: Partial<CountedResult> = {}): CountedResult => ({
  event,
  on,
  countsFor: subject,
  outcome: 'mark',
  reason: null,
  mark: null,
  appealOf: null,
  retake: null,
  ...more,
});

const retaken = { retake: { of: 'fail-1' } };

const day = (n: number): string => `2026-12-${String(n).padStart(2, '0')}`;
const pass = (n: number, more: Partial<CountedResult> = {}) =>
  result(`pass-${n}`, day(n), { mark: { passes: true }, ...more });
const fail = (n: number, more: Partial<CountedResult> = {}) =>
  result(`fail-${n}`, day(n), { mark: { passes: false }, ...more });
const absent = (n: number, reason: string | null) =>
  result(`absent-${n}`, day(n), { outcome: 'absent', reason });
const credit = (n: number, more: Partial<CountedResult> = {}) =>
  result(`credit-${n}`, day(n), { outcome: 'credited', ...more });
const notAssessed = (n: number) =>
  result(`none-${n}`, day(n), { outcome: 'not-assessed', reason: 'exempt' });

const isIll = (code: string): boolean => code === 'ill';
const events = (results: readonly CountedResult[]) => results.map(({ event }) => event);

describe('RK 1.3: a retake of what was passed does not count', () => {
  test.each([
    ['after a pass', [pass(1), fail(3, retaken)], ['pass-1']],
    ['even where it is better', [pass(1), pass(3, retaken)], ['pass-1']],
    ['after a credit', [credit(1), fail(3, retaken)], ['credit-1']],
    ['after a failure', [fail(1), fail(3, retaken)], ['fail-1', 'fail-3']],
    ['after a passed retake', [fail(1), pass(3, retaken), fail(5, retaken)], ['fail-1', 'pass-3']],
    ['after an absence', [absent(1, null), fail(3, retaken)], ['absent-1', 'fail-3']],
    [
      'an absence between changes nothing',
      [pass(1), absent(2, 'ill'), fail(3, retaken)],
      ['pass-1', 'absent-2'],
    ],
    ['a plain result counts', [pass(1), fail(3)], ['pass-1', 'fail-3']],
    [
      'after an appeal lowered it',
      [pass(1), fail(2, { appealOf: 'pass-1' }), pass(3, retaken)],
      ['pass-1', 'fail-2', 'pass-3'],
    ],
    ['whatever the order of entry', [fail(3, retaken), pass(1)], ['pass-1']],
  ])('%s', (_title, results, left) => {
    expect(events(resultsOfSubject(results, null))).toEqual(left);
    expect(events([...bySubject(results, null).values()].flat())).toEqual(left);
  });

  test('up to the day asked', () => {
    const results = [fail(1), pass(3, retaken), fail(5, retaken)];
    expect(events(resultsOfSubject(results, day(3)))).toEqual(['fail-1', 'pass-3']);
    expect(events(resultsOfSubject(results, day(2)))).toEqual(['fail-1']);
  });
});

describe('the key of a subject', () => {
  test('tells apart every field, and writes an empty one as nothing', () => {
    const keys = [
      subject,
      { ...subject, module: null },
      { ...subject, kind: 'midterm' },
      { ...subject, studyYear: '2027' },
      { ...subject, period: 'q1' },
      { ...subject, planned: 'q1' },
    ].map((one) => resultSubjectKey(one));
    expect(keys).toEqual([
      'm|final|2026||',
      '|final|2026||',
      'm|midterm|2026||',
      'm|final|2027||',
      'm|final|2026|q1|',
      'm|final|2026||q1',
    ]);
  });
});

describe('a result passes', () => {
  test.each([
    ['a passing mark', pass(1), true],
    ['a failing mark', fail(1), false],
    ['a credit without a mark', credit(1), true],
    ['a credit with a failing mark', credit(1, { mark: { passes: false } }), false],
    ['an absence', absent(1, 'ill'), false],
    ['not assessed', notAssessed(1), false],
  ])('%s', (_name, one, passes) => {
    expect(countsAsPass(one)).toBe(passes);
  });
});

describe('by day', () => {
  const first = pass(3);
  const second = result('second', day(3));
  const earlier = fail(2);

  test('those of one day stay as they were recorded', () => {
    expect(events(inDayOrder([first, earlier, second], null))).toEqual([
      'fail-2',
      'pass-3',
      'second',
    ]);
    expect(events(inDayOrder([second, first, earlier], null))).toEqual([
      'fail-2',
      'second',
      'pass-3',
    ]);
  });

  test('a day takes in its own results and none after it', () => {
    expect(events(inDayOrder([first, earlier], day(2)))).toEqual(['fail-2']);
    expect(events(inDayOrder([first, earlier], day(1)))).toEqual([]);
  });
});

describe('RK 1.3: the result in force', () => {
  test.each<[string, CountedResult[], string | null]>([
    ['there is none', [], null],
    ['the last mark', [fail(1), pass(2), fail(3)], 'fail-3'],
    ['a credit counts as a mark does', [fail(1), credit(2)], 'credit-2'],
    ['a mark is not undone by a later absence', [pass(1), absent(2, null)], 'pass-1'],
    ['a credit is not undone by a later absence', [credit(1), absent(2, null)], 'credit-1'],
    ['nor by one without an assessment', [pass(1), notAssessed(2)], 'pass-1'],
    [
      'an excuse does not undo an absence without one',
      [absent(1, null), absent(2, 'ill')],
      'absent-1',
    ],
    ['the last absence without an excuse', [absent(1, null), absent(2, 'away')], 'absent-2'],
    ['only excused: the last', [absent(1, 'ill'), absent(2, 'ill')], 'absent-2'],
    ['of three the last', [absent(1, 'ill'), notAssessed(2), absent(3, 'ill')], 'absent-3'],
    ['none has a value: the last', [absent(1, 'ill'), notAssessed(2)], 'none-2'],
  ])('%s', (_name, results, inForce) => {
    expect(lastInForce(results, isIll)?.event ?? null).toBe(inForce);
  });

  test('without a rule for excuses every absence that gives a reason is excused', () => {
    expect(lastInForce([absent(1, 'away'), absent(2, 'ill')])?.event).toBe('absent-2');
    expect(lastInForce([absent(1, null), absent(2, 'ill')])?.event).toBe('absent-1');
    expect(lastInForce([absent(1, 'away'), notAssessed(2)])?.event).toBe('none-2');
  });
});

const lesson = (n: number): CountedResult =>
  result(`lesson-${n}`, day(n), {
    countsFor: { ...subject, kind: 'lesson' },
    mark: { passes: false },
  });
const isAttestation = (kind: string): boolean => kind === 'final';

describe('RK 1.3: the results that count', () => {
  test('current marks all count; of an attestation only the result in force does', () => {
    const results = [lesson(1), lesson(3), fail(2), pass(4)];
    expect(events(resultsThatCount(results, isAttestation, null))).toEqual([
      'lesson-1',
      'lesson-3',
      'pass-4',
    ]);
  });

  test('on an earlier day, what was in force then', () => {
    const results = [lesson(1), lesson(3), fail(2), pass(4)];
    expect(events(resultsThatCount(results, isAttestation, day(2)))).toEqual([
      'lesson-1',
      'fail-2',
    ]);
  });

  test('each subject has its own result in force', () => {
    const other = pass(5, { event: 'other', countsFor: { ...subject, module: 'n' } });
    expect(events(resultsThatCount([fail(1), other], isAttestation, null))).toEqual([
      'fail-1',
      'other',
    ]);
  });

  test('the rule for excuses decides among absences', () => {
    const results = [absent(1, 'away'), absent(2, 'ill')];
    expect(events(resultsThatCount(results, isAttestation, null, isIll))).toEqual(['absent-1']);
    expect(events(resultsThatCount(results, isAttestation, null))).toEqual(['absent-2']);
    const none = [absent(1, 'away'), notAssessed(2)];
    expect(events(resultsThatCount(none, isAttestation, null))).toEqual(['none-2']);
  });
});

/** `failed [attempts] passed`, as `fail-1 [fail-2 pass-3] pass-3`. */
const told = (results: readonly CountedResult[]) =>
  failuresIn(results, isIll).map(
    ({ failed, attempts, passed }) =>
      `${failed.event} [${events(attempts).join(' ')}] ${passed?.event ?? '-'}`,
  );

const appealed = { appealOf: 'fail-1' };

describe('RK 1.2: failures', () => {
  test.each<[string, CountedResult[], string[]]>([
    ['nothing is none', [], []],
    ['a pass is none', [pass(1)], []],
    ['a failing mark lasts', [fail(1)], ['fail-1 [] -']],
    ['retakes use up attempts', [fail(1), fail(2), pass(3)], ['fail-1 [fail-2 pass-3] pass-3']],
    ['a credit ends it and is no attempt', [fail(1), credit(2)], ['fail-1 [] credit-2']],
    ['an appeal that passes is no attempt', [fail(1), pass(2, appealed)], ['fail-1 [] pass-2']],
    ['an appeal that fails is none either', [fail(1), fail(2, appealed)], ['fail-1 [] -']],
    [
      'a credit with a failing mark is no attempt',
      [fail(1), credit(2, { mark: { passes: false } })],
      ['fail-1 [] -'],
    ],
    ['an absence without an excuse begins one', [absent(1, null)], ['absent-1 [] -']],
    ['an excused absence does not', [absent(1, 'ill')], []],
    ['an excused absence uses up no attempt', [fail(1), absent(2, 'ill')], ['fail-1 [] -']],
    ['one without an excuse does', [fail(1), absent(2, 'away')], ['fail-1 [absent-2] -']],
    ['not after a mark in force', [pass(1), absent(2, null)], []],
    ['not after a credit', [credit(1), absent(2, null)], []],
    ['but after an excused absence', [absent(1, 'ill'), absent(2, null)], ['absent-2 [] -']],
    ['and after one without an assessment', [notAssessed(1), absent(2, null)], ['absent-2 [] -']],
    ['a failing mark after a pass begins one', [pass(1), fail(2)], ['fail-2 [] -']],
    [
      'not assessed neither ends nor uses up',
      [fail(1), notAssessed(2), pass(3)],
      ['fail-1 [pass-3] pass-3'],
    ],
    [
      'a second one follows the first',
      [fail(1), pass(2), fail(3)],
      ['fail-1 [pass-2] pass-2', 'fail-3 [] -'],
    ],
  ])('%s', (_name, results, failures) => {
    expect(told(results)).toEqual(failures);
  });
});
