/** Millimetres on A4 landscape between the margins. */
const PAPER_MM = 267;
/** The number and the name of a learner. */
const NAMES_MM = 60;
const DATE_MM = 11.5;

/**
 * Shares the columns of a wide grid out over sheets, so that each stays readable on A4 landscape:
 * as many on every sheet, fewer on the last, which also bears the totals. `perSheet` columns of
 * dates fit a sheet without totals; absent: as many as fit. Nothing to share out is one empty sheet.
 *
 * @example
 * shareOut([1, 2, 3, 4, 5], 0, 3); // => [[1, 2, 3], [4, 5]]
 */
export function shareOut<T>(
  columns: readonly T[],
  totalsMm: number,
  perSheet: number = Math.floor((PAPER_MM - NAMES_MM) / DATE_MM),
): readonly (readonly T[])[] {
  // Totals take the room of so many dates; on a sheet too small for both they stand alone.
  const taken = Math.min(Math.ceil(totalsMm / DATE_MM), perSheet);
  const sheets = Math.max(1, Math.ceil((columns.length + taken) / perSheet));
  const each = Math.ceil((columns.length + taken) / sheets);
  return Array.from({ length: sheets }, (_, index) =>
    columns.slice(index * each, (index + 1) * each),
  );
}
