import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimal,
  isMultipleOf,
  meanOfDecimals,
  readDecimal,
  roundHalfUp,
} from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** The oracle counts in millionths. */
const million = 1_000_000n;
const micros = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const textOf = (units: bigint): string => {
  const absolute = units < 0n ? -units : units;
  const fraction = String(absolute % million)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const digits = `${absolute / million}${fraction === '' ? '' : `.${fraction}`}`;
  return units < 0n ? `-${digits}` : digits;
};
const microsOf = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(6, '0'));
  return text.startsWith('-') ? -units : units;
};

describe('a decimal at the door', () => {
  test.each([
    ['4,5', '4.5'],
    ['5.0', '5'],
    [' 87 ', '87'],
    ['0,50', '0.5'],
    ['007', '7'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['-3,10', '-3.1'],
    ['0.1000000000', '0.1'],
  ])('takes %j for %j', (written, canonical) => {
    expect(decimal.parse(written)).toBe(canonical);
  });

  test('refuses what is no decimal, and what is too long, naming it', () => {
    const odd = ['', ' ', '4.', '.5', '1e3', '4..5', '4.5.1', '1 000', '+1', 'пять', '٤', 4.5];
    const long = ['1.2345678', '1234567890123456'];
    expect([...odd, ...long].filter((text) => decimal.safeParse(text).success)).toEqual([]);
    expect(decimal.safeParse('4x').error?.issues[0]?.message).toContain('"4x" is no decimal');
  });

  test('gives every number one spelling, which is the one that the log takes', () => {
    fc.assert(
      fc.property(micros, fc.nat(3), fc.nat(3), (units, before, after) => {
        const canonical = textOf(units);
        expect(canonicalDecimal.parse(canonical)).toBe(canonical);
        const padded = canonical.replace(/\d+/, (digits) => '0'.repeat(before) + digits);
        const zeros = '0'.repeat(after);
        const long = canonical.includes('.') ? padded + zeros : `${padded}.0${zeros}`;
        expect(readDecimal(long.replace('.', ','))).toBe(canonical);
        expect(canonicalDecimal.safeParse(long).success).toBe(long === canonical);
      }),
    );
  });
});

describe('arithmetic of decimals', () => {
  test('is exact where binary fractions are not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals()).toBe('0');
  });

  test('adds and compares as whole millionths do', () => {
    const half = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(half, half, (a, b) => {
        expect(addDecimals(textOf(a), textOf(b))).toBe(textOf(a + b));
        expect(compareDecimals(textOf(a), textOf(b))).toBe(a === b ? 0 : a < b ? -1 : 1);
        expect(compareDecimals(textOf(a), textOf(a))).toBe(0);
      }),
    );
  });

  test('finds the multiples of a step from a start', () => {
    const step = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(step, fc.bigInt(-1000n, 1000n), micros, step, (unit, times, from, extra) => {
        const value = from + unit * times;
        expect(isMultipleOf(textOf(value), textOf(unit), textOf(from))).toBe(true);
        const off = isMultipleOf(textOf(value + extra), textOf(unit), textOf(from));
        expect(off).toBe(extra % unit === 0n);
      }),
    );
    expect(() => isMultipleOf('4', '0')).toThrow('misuse');
  });

  test('refuses a text that is no canonical decimal, and a sum too long to write', () => {
    for (const odd of ['4,5', '4.50', ' 4', '', 'x', '-0']) {
      expect(() => addDecimals(odd)).toThrow(`misuse: "${odd}" is no canonical decimal`);
      expect(() => compareDecimals('1', odd)).toThrow('misuse');
    }
    expect(() => addDecimals('999999999999999', '1')).toThrow('misuse');
  });
});

describe('rounding', () => {
  test.each([
    ['4.45', 1, '4.5'],
    ['4.449999', 1, '4.4'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-0.4', 0, '0'],
    ['4.999999', 2, '5'],
    ['7', 0, '7'],
  ])('takes %s at %i places to %s: a half goes away from zero', (value, places, rounded) => {
    expect(roundHalfUp(value, places)).toBe(rounded);
  });

  test('refuses a number of places outside 0 to 6', () => {
    for (const places of [-1, 7, 1.5]) expect(() => roundHalfUp('1', places)).toThrow('misuse');
  });
});

describe('the mean', () => {
  test('is null of nothing, and one rounded decimal of a list', () => {
    expect(meanOfDecimals([], 2)).toBeNull();
    expect(meanOfDecimals(['4', '5', '5'], 2)).toBe('4.67');
    expect(meanOfDecimals(['4', '5'], 0)).toBe('5');
    expect(meanOfDecimals(['2.1', '2.2'], 1)).toBe('2.2');
  });

  test('lies within half a unit of the true mean; on the half it is the one away from zero', () => {
    const lists = fc.array(micros, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 6 }), (list, places) => {
        const count = BigInt(list.length);
        const sum = list.reduce((total, units) => total + units, 0n);
        const mean = microsOf(meanOfDecimals(list.map(textOf), places) ?? 'none');
        const unit = 10n ** BigInt(6 - places);
        expect(mean % unit).toBe(0n);
        const twiceOff = 2n * (mean * count - sum) * (sum < 0n ? -1n : 1n);
        expect(twiceOff > -unit * count && twiceOff <= unit * count).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
