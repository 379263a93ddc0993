import type { Sheet } from '../spreadsheets/workbook.ts';
import { workbookXlsx } from '../spreadsheets/workbook.ts';
import type { FrdoRow, FrdoTemplate } from './template.ts';

/**
 * Writes the rows as a workbook of our own in the form of the template: one visible sheet, with one
 * row of headings and texts only, and a hidden one with the lists of values. The register may
 * refuse it, as it asks for the file that it gives itself: fill that one with {@link fillFrdoFile},
 * and take this to look at, or to copy from. Check the rows first with {@link frdoProblems}:
 * nothing is left out or fixed here.
 *
 * @example
 * await writeFile('to-copy-from.xlsx', await frdoXlsx(frdoDpo, rows));
 */
export function frdoXlsx(template: FrdoTemplate, rows: readonly FrdoRow[]): Promise<Uint8Array> {
  const { columns, sheet } = template;
  const filled: Sheet = {
    name: sheet,
    headings: [columns.map(({ heading }) => ({ text: heading }))],
    rows: rows.map(({ values }) => columns.map(({ key }) => values[key] ?? '')),
    widths: columns.map(() => 24),
  };
  return workbookXlsx([filled, lists(template)]);
}

/** The lists of allowed values, a column each. */
function lists({ columns, listsSheet }: FrdoTemplate): Sheet {
  const listed = columns.filter(({ values }) => values !== undefined);
  const height = Math.max(0, ...listed.map(({ values }) => values?.length ?? 0));
  return {
    name: listsSheet,
    headings: [listed.map(({ heading }) => ({ text: heading }))],
    rows: Array.from({ length: height }, (_, index) =>
      listed.map(({ values }) => values?.[index] ?? ''),
    ),
    hidden: true,
  };
}
