import { columnLetters } from '../spreadsheets/column-letters.ts';
import type { FrdoProblem, FrdoProblemCode } from './problem.ts';
import { hintOf } from './problem.ts';
import type { FrdoRow, FrdoTemplate } from './template.ts';

/** What a problem has besides its code. */
interface ProblemParts {
  readonly more?: string;
  readonly fix?: string;
  readonly warning?: boolean;
}

/** A row at its place on the sheet, which makes its problems. */
export class SheetRow {
  readonly template: FrdoTemplate;
  readonly row: FrdoRow;
  readonly number: number;

  constructor(template: FrdoTemplate, row: FrdoRow, number: number) {
    this.template = template;
    this.row = row;
    this.number = number;
  }

  value(key: string): string {
    return this.row.values[key] ?? '';
  }

  heading(key: string): string {
    return this.template.columns.find((one) => one.key === key)?.heading ?? key;
  }

  problem(
    key: string,
    code: FrdoProblemCode,
    { more = '', fix, warning = false }: ProblemParts = {},
  ): FrdoProblem {
    const index = this.template.columns.findIndex((one) => one.key === key);
    const severity = warning ? 'warning' : fix === undefined ? 'blocking' : 'fixable';
    return {
      code,
      severity,
      row: this.number,
      document: this.row.document,
      column: key,
      cell: `${columnLetters(index)}${this.number}`,
      hint: hintOf(code, this.heading(key), this.value(key), more),
      ...(fix === undefined ? {} : { fix }),
    };
  }
}
