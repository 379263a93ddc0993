import { fivePoint, hundredPoint, meanMark, passFail, pointsScale } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('RK 1.1: the mean as a mark of the scale', () => {
  test.each([
    [['3', '5'], '4'],
    [['3', '4'], '4'],
    [['4', '5'], '5'],
    [['2', '3'], '3'],
    [['3', '3', '4'], '3'],
    [['4', '4', '4', '4', '5', '5'], '4'],
    [['4', '4', '4', '5', '5', '5'], '5'],
    [['5'], '5'],
  ])('%j gives %s: a half goes up', (points, value) => {
    expect(meanMark(fivePoint, points)).toBe(value);
  });

  test('no points, and a scale without points, give none', () => {
    expect(meanMark(fivePoint, [])).toBeNull();
    expect(meanMark(hundredPoint, [])).toBeNull();
    expect(meanMark(passFail, ['1'])).toBeNull();
  });

  test('a scale that has no such number gives its nearest one', () => {
    const halves = pointsScale({ id: 'halves', max: '5', step: '0.5', min: '1', passesAt: '3' });
    expect(meanMark(halves, ['4', '4', '5'])).toBe('4.5');
    expect(meanMark(halves, ['4', '4', '4', '5'])).toBe('4.5');
    expect(meanMark(halves, ['1', '1'])).toBe('1');
    const fours = { ...fivePoint, levels: fivePoint.levels.filter(({ value }) => value !== '4') };
    expect(meanMark(fours, ['3', '5'])).toBe('5');
    expect(meanMark(fours, ['3', '4'])).toBe('3');
  });

  test('on whole points it is what a count in whole numbers says', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(marks, (all) => {
        const sum = all.reduce((total, one) => total + one, 0);
        const halfUp = Math.floor((2 * sum + all.length) / (2 * all.length));
        expect(meanMark(hundredPoint, all.map(String))).toBe(String(halfUp));
      }),
    );
  });
});
