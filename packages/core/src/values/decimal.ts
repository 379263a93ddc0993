import * as z from 'zod';
import { LetopisError } from '../kernel/errors.ts';
import { complaint, shown } from './complaint.ts';

const CANONICAL = /^(?!-0$)-?(?:0|[1-9]\d{0,14})(?:\.\d{0,5}[1-9])?$/;
const WRITTEN = /^(-?)0*(\d+)(?:[.,](\d+))?$/;

/** Most digits after the point that a decimal may have. */
export const DECIMAL_PLACES_MAX = 6;

/**
 * Schema of a decimal as the log holds it: a string without spare zeros and with a point, up to 15
 * digits before it and 6 after it. Refuses every other spelling; for what people type see
 * {@link decimal}.
 *
 * @example
 * canonicalDecimal.parse('4.5'); // => '4.5'
 * canonicalDecimal.safeParse('4,50').success; // => false
 */
export const canonicalDecimal = z
  .string({ error: ({ input }) => noDecimal(input) })
  .regex(CANONICAL, { error: ({ input }) => noDecimal(input) })
  .brand<'Decimal'>();

/** A decimal as a string: exact, never a binary fraction. */
export type Decimal = z.output<typeof canonicalDecimal>;

/**
 * Schema of a decimal as people type it in a command: takes a comma for the point, and drops spare
 * zeros and spaces. Refuses what is no decimal, and more than 15 digits before the point or 6 after
 * it.
 *
 * @example
 * decimal.parse(' 4,50 '); // => '4.5'
 * decimal.safeParse('1e3').success; // => false
 */
export const decimal = z
  .string({ error: ({ input }) => noDecimal(input) })
  .overwrite(withoutSpareZeros)
  .regex(CANONICAL, { error: ({ input }) => noDecimal(input) })
  .brand<'Decimal'>();

function noDecimal(input: unknown): string {
  return complaint(
    `${shown(input)} не число вида 4.5 (до 15 знаков до запятой и до 6 после)`,
    `${shown(input)} is no decimal as 4.5 (up to 15 digits before the point, 6 after)`,
  );
}

function withoutSpareZeros(text: string): string {
  const parts = WRITTEN.exec(text.trim());
  if (parts === null) return text;
  const [, sign = '', units = '', fraction = ''] = parts;
  const places = fraction.replace(/0+$/, '');
  const absolute = places === '' ? units : `${units}.${places}`;
  return absolute === '0' ? '0' : sign + absolute;
}

/**
 * The decimal that a text spells in digits, or null where it spells none.
 *
 * @example
 * readDecimal('5,0'); // => '5'
 * readDecimal('пять'); // => null
 */
export function readDecimal(text: string): Decimal | null {
  return decimal.safeParse(text).data ?? null;
}

/**
 * Compares two decimals: -1 where the first is less, 1 where it is greater, 0 where they are equal.
 * Throws `misuse` for a text that is no canonical decimal.
 *
 * @example
 * compareDecimals('4.5', '10'); // => -1
 */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [unitsOf(a), unitsOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The exact sum; of nothing it is `'0'`. Throws `misuse` for a text that is no canonical decimal
 * and for a sum of more than 15 digits before the point.
 *
 * @example
 * addDecimals('0.1', '0.2'); // => '0.3'
 */
export function addDecimals(...terms: readonly string[]): Decimal {
  return decimalOf(terms.reduce((sum, term) => sum + unitsOf(term), 0n));
}

/**
 * Is the difference of `from` (0 by default) and the value a whole number of steps? Throws `misuse`
 * for a step of 0 or less and for a text that is no canonical decimal.
 *
 * @example
 * isMultipleOf('4.5', '0.1'); // => true
 * isMultipleOf('4', '2', '1'); // => false
 */
export function isMultipleOf(value: string, step: string, from = '0'): boolean {
  const stepUnits = unitsOf(step);
  if (stepUnits <= 0n) throw new LetopisError('misuse', `the step ${step} is not above 0`);
  return (unitsOf(value) - unitsOf(from)) % stepUnits === 0n;
}

/**
 * The mean, rounded half up to `places` digits after the point (0 to 6); null for an empty list.
 * Throws `misuse` for a text that is no canonical decimal.
 *
 * @example
 * meanOfDecimals(['4', '5', '5'], 2); // => '4.67'
 * meanOfDecimals([], 2); // => null
 */
export function meanOfDecimals(values: readonly string[], places: number): Decimal | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + unitsOf(value), 0n);
  return roundRatioHalfUp(sum, BigInt(values.length), places);
}

/**
 * Rounds to `places` digits after the point (0 to 6): a half goes away from zero, as schools count
 * it. Throws `misuse` for a text that is no canonical decimal. Source: ST SEV 543-77 (rounding).
 *
 * @example
 * roundHalfUp('4.45', 1); // => '4.5'
 * roundHalfUp('-2.5', 0); // => '-3'
 */
export function roundHalfUp(value: string, places: number): Decimal {
  return roundRatioHalfUp(unitsOf(value), 1n, places);
}

/**
 * The candidate that is nearest to the exact mean of the values, the greater one of two equally
 * near; null where there are no values or no candidates. Throws `misuse` for a text that is no
 * canonical decimal.
 *
 * @example
 * nearestMean(['3', '4'], ['2', '3', '4', '5']); // => '4'
 */
export function nearestMean(
  values: readonly string[],
  candidates: readonly string[],
): string | null {
  const count = BigInt(values.length);
  if (count === 0n) return null;
  const sum = values.reduce((total, value) => total + unitsOf(value), 0n);
  let best: { readonly text: string; readonly off: bigint } | null = null;
  for (const text of candidates) {
    const difference = unitsOf(text) * count - sum;
    const off = difference < 0n ? -difference : difference;
    const greater = best !== null && off === best.off && compareDecimals(text, best.text) > 0;
    if (best === null || off < best.off || greater) best = { text, off };
  }
  return best?.text ?? null;
}

/**
 * As {@link nearestMean}, where the candidates are `min` and every whole number of steps above it.
 * The values are not below `min`; null where there are none.
 *
 * @example
 * nearestMeanInSteps(['4.5', '4.6'], { min: '0', step: '0.1' }); // => '4.6'
 */
export function nearestMeanInSteps(
  values: readonly string[],
  { min, step }: { readonly min: string; readonly step: string },
): Decimal | null {
  const count = BigInt(values.length);
  if (count === 0n) return null;
  const [from, by] = [unitsOf(min), unitsOf(step)];
  const above = values.reduce((total, value) => total + unitsOf(value) - from, 0n);
  return decimalOf(from + ((2n * above + count * by) / (2n * count * by)) * by);
}

/** All decimals are counted in millionths. */
const UNIT_PLACES = DECIMAL_PLACES_MAX;

function unitsOf(value: string): bigint {
  if (!CANONICAL.test(value)) {
    throw new LetopisError('misuse', `${shown(value)} is no canonical decimal; parse it first`);
  }
  const point = value.indexOf('.');
  if (point === -1) return BigInt(value) * 10n ** BigInt(UNIT_PLACES);
  const fraction = value.slice(point + 1).padEnd(UNIT_PLACES, '0');
  return BigInt(value.slice(0, point) + fraction);
}

function decimalOf(units: bigint): Decimal {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(UNIT_PLACES + 1, '0');
  const text = `${sign}${digits.slice(0, -UNIT_PLACES)}.${digits.slice(-UNIT_PLACES)}`;
  const found = readDecimal(text);
  if (found !== null) return found;
  throw new LetopisError('misuse', `${text} has more than 15 digits before the point`);
}

function roundRatioHalfUp(units: bigint, count: bigint, places: number): Decimal {
  if (!Number.isInteger(places) || places < 0 || places > UNIT_PLACES) {
    throw new LetopisError('misuse', `${places} is no number of places from 0 to ${UNIT_PLACES}`);
  }
  const unit = 10n ** BigInt(UNIT_PLACES - places);
  const divisor = count * unit;
  const absolute = units < 0n ? -units : units;
  const rounded = ((2n * absolute + divisor) / (2n * divisor)) * unit;
  return decimalOf(units < 0n ? -rounded : rounded);
}
