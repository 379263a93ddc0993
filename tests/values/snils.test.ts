import { isSnils, snils, snilsCheck } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const nineDigits = fc
  .integer({ min: 1_001_999, max: 999_999_999 })
  .map((number) => String(number).padStart(9, '0'));
const printed = (nine: string, check: string): string =>
  `${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)} ${check}`;

/** The rule in the words of the source: below 100 itself, 100 and 101 are 00, above modulo 101. */
function checkBySource(nine: string): string {
  let sum = 0;
  for (let place = 1; place <= 9; place += 1) sum += Number(nine[place - 1]) * (10 - place);
  if (sum > 101) sum %= 101;
  return sum === 100 || sum === 101 ? '00' : String(sum).padStart(2, '0');
}

describe('a SNILS', () => {
  test('is taken in any spelling of its eleven digits, and kept as it is printed', () => {
    for (const text of ['112-233-445 95', '11223344595', ' 112 233 445 95', '112-233-445-95']) {
      expect(snils.parse(text)).toBe('112-233-445 95');
    }
  });

  test('has the check number of its source, and is refused with any other', () => {
    fc.assert(
      fc.property(nineDigits, fc.integer({ min: 0, max: 99 }), (nine, other) => {
        const check = checkBySource(nine);
        expect(snilsCheck(nine)).toBe(check);
        expect(isSnils(printed(nine, check))).toBe(true);
        const wrong = String(other).padStart(2, '0');
        expect(isSnils(printed(nine, wrong))).toBe(wrong === check);
      }),
    );
  });

  test.each([
    ['087654303', '00'],
    ['087654302', '00'],
    ['087654301', '99'],
    ['999999999', '01'],
  ])('%s has the check number %s', (nine, check) => {
    expect(checkBySource(nine)).toBe(check);
    expect(snilsCheck(nine)).toBe(check);
  });

  test('is not checked up to 001-001-998, but is never all zeros', () => {
    expect(isSnils('001-001-998 77')).toBe(true);
    expect(isSnils('001-001-999 77')).toBe(false);
    expect(isSnils('000-000-000 00')).toBe(false);
  });

  test('is never shown in a message', () => {
    for (const odd of ['112-233-445 96', '112-233-445', 11_223_344_595, 'Ильина']) {
      const { error } = snils.safeParse(odd);
      expect(error).toBeDefined();
      expect(JSON.stringify(error)).not.toMatch(/112|Ильина/);
    }
  });

  test('is of nine digits where its check number is asked', () => {
    expect(() => snilsCheck('11223344')).toThrow('misuse');
  });
});
