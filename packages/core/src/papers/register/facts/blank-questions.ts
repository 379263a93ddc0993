/*
 * Ranges of blanks: a series and two numbers with the same number of digits, both ends included.
 * Such numbers compare as strings, so a number of 20 digits needs no arithmetic.
 */

/** Blanks of one series from one number to another, both included. */
export interface BlankRange {
  readonly series: string | null;
  /** Digits with leading zeros; both ends have the same number of digits. */
  readonly from: string;
  readonly to: string;
}

/** One blank. */
export interface BlankNumber {
  readonly series: string | null;
  readonly number: string;
}

/** Key of a blank within its kind: `ПК 0012`. */
export const blankKey = ({ series, number }: BlankNumber): string =>
  series === null ? number : `${series} ${number}`;

/** The range as it is printed: `ПК 0001–0100`. */
export const rangeText = ({ series, from, to }: BlankRange): string =>
  `${series === null ? '' : `${series} `}${from}–${to}`;

/** Whether the range contains this blank. */
export function containsBlank(range: BlankRange, { series, number }: BlankNumber): boolean {
  return containsRange(range, { series, from: number, to: number });
}

/** Whether one range contains all of another. */
export function containsRange(range: BlankRange, part: BlankRange): boolean {
  return sameKind(range, part) && range.from <= part.from && part.to <= range.to;
}

/** The common part of two ranges, or null. */
export function overlap(a: BlankRange, b: BlankRange): BlankRange | null {
  if (!sameKind(a, b)) return null;
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from > to ? null : { series: a.series, from, to };
}

/** The rest of a range without another: none, one or two ranges. */
export function subtractRange(range: BlankRange, part: BlankRange): readonly BlankRange[] {
  const common = overlap(range, part);
  if (common === null) return [range];
  const { series, from, to } = range;
  const left = from < common.from ? [{ series, from, to: step(common.from, -1n) }] : [];
  const right = common.to < to ? [{ series, from: step(common.to, 1n), to }] : [];
  return [...left, ...right];
}

/** Whether the ranges together contain all blanks of `part`. */
export function isCovered(part: BlankRange, ranges: readonly BlankRange[]): boolean {
  let left: readonly BlankRange[] = [part];
  for (const range of ranges) left = left.flatMap((one) => subtractRange(one, range));
  return left.length === 0;
}

/** Number of blanks in the range. */
export function blankCount({ from, to }: BlankRange): number {
  return Number(BigInt(to) - BigInt(from)) + 1;
}

function sameKind(a: BlankRange, b: BlankRange): boolean {
  return a.series === b.series && a.from.length === b.from.length;
}

function step(number: string, by: bigint): string {
  return String(BigInt(number) + by).padStart(number.length, '0');
}
