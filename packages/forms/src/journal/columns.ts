/** Width of A4 landscape between the margins, in millimetres. */
const PAPER_MM = 267;
/** Width of the number and name of a learner, in millimetres. */
const NAMES_MM = 60;

/**
 * How many columns of dates, of a width in millimetres, fit beside the names on a sheet of A4
 * landscape.
 *
 * @example
 * datesThatFit(12.8); // => 16
 */
export function datesThatFit(dateMm: number): number {
  return Math.max(1, Math.floor((PAPER_MM - NAMES_MM) / dateMm));
}

/**
 * Distributes the columns of a wide grid over sheets, so that each stays readable: the same number
 * on every sheet, fewer on the last, which also has totals as wide as `taken` columns. An empty
 * list gives one empty sheet.
 *
 * @example
 * shareOut([1, 2, 3, 4, 5], 0, 3); // => [[1, 2, 3], [4, 5]]
 * shareOut([1, 2, 3, 4, 5], 1, 3); // => [[1, 2, 3], [4, 5]]
 */
export function shareOut<T>(
  columns: readonly T[],
  taken: number,
  perSheet: number,
): readonly (readonly T[])[] {
  // On a sheet too small for dates and totals, the totals get a sheet of their own.
  const whole = columns.length + Math.min(taken, perSheet);
  const sheets = Math.max(1, Math.ceil(whole / perSheet));
  const each = Math.ceil(whole / sheets);
  return Array.from({ length: sheets }, (_, index) =>
    columns.slice(index * each, (index + 1) * each),
  );
}
