/** The letters of a sheet's column, counted from 0: `A`, …, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}

/** The number of a cell's column, from 0: 26 for `AA12`; `null` if there are no letters. */
export function columnNumber(address: string): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(address)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, one) => sum * 26 + (one.codePointAt(0) ?? 0) - 64, 0) - 1;
}
