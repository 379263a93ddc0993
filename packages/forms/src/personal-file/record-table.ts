import type { Cell, Column, Table } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import type { WordKey } from '../words/words.ts';

/**
 * Makes a table of the record, with column headings from the words of the forms; the first of
 * `names` is the column that names the row.
 */
export function recordTable(
  key: string,
  caption: WordKey,
  columns: readonly (readonly [WordKey, number?])[],
  names: WordKey,
  rows: readonly (readonly Cell[])[],
  { say }: Labels,
): Table {
  const shown = columns.map(([word, widthMm]): Column => ({
    key: word,
    heading: say(word),
    ...(widthMm === undefined ? {} : { widthMm }),
    ...(word === names ? { names: true } : {}),
  }));
  return { key, caption: say(caption), columns: shown, rows, empty: say('noRecords') };
}
