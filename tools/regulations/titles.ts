import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A test, or a group of tests, by its title. */
export interface TestTitle {
  /** Path from the project's root. */
  readonly file: string;
  readonly title: string;
  /** The groups around it, the outermost first. */
  readonly within: readonly TestTitle[];
  readonly isGroup: boolean;
}

/**
 * Every title under a folder of tests; a title of a table (`test.each`) is given once for each row.
 */
export function testTitles(root: string, folder = 'tests'): readonly TestTitle[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .toSorted();
  return names.flatMap((name) => {
    const file = join(folder, name);
    return titlesIn(file, readFileSync(join(root, file), 'utf8'));
  });
}

/**
 * The titles of one file, without what is skipped or only planned (`todo`), because it checks
 * nothing.
 */
export function titlesIn(file: string, text: string): readonly TestTitle[] {
  const found: TestTitle[] = [];
  const walk = (node: ts.Node, within: readonly TestTitle[]): void => {
    const call = ts.isCallExpression(node) ? titledCall(node) : null;
    if (call === 'skipped') return;
    const own = call?.titles.map((title) => ({ file, title, within, isGroup: call.isGroup })) ?? [];
    found.push(...own);
    const inner = call?.isGroup ? [...within, ...own] : within;
    ts.forEachChild(node, (child) => walk(child, inner));
  };
  walk(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), []);
  return found;
}

interface TitledCall {
  readonly isGroup: boolean;
  readonly titles: readonly string[];
}

/**
 * Recognises `test('…', …)`, `describe('…', …)` and `test.each(rows)('…', …)`; null for other
 * calls.
 */
function titledCall(call: ts.CallExpression): TitledCall | 'skipped' | null {
  const {
    expression,
    arguments: [first],
  } = call;
  const [head, ...links] = expression.getText().split(/[.(]/, 3);
  if (head !== 'describe' && head !== 'it' && head !== 'test') return null;
  if (links.includes('skip') || links.includes('todo')) return 'skipped';
  const title = first && titleText(first);
  if (title === undefined) return null;
  const rows = ts.isCallExpression(expression) ? expression.arguments[0] : undefined;
  const titles = rows ? [...new Set(rowsOf(rows).map((row) => filled(title, row)))] : [title];
  return { isGroup: head === 'describe', titles };
}

/** The text of a title; a placeholder of a template literal is given as it is written. */
function titleText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : undefined;
}

/**
 * The texts at the beginning of each row; a table that is not a literal list counts as one empty
 * row.
 */
function rowsOf(table: ts.Expression): readonly (readonly string[])[] {
  if (ts.isAsExpression(table)) return rowsOf(table.expression);
  if (!ts.isArrayLiteralExpression(table)) return [[]];
  return table.elements.map((row) => {
    const cells = ts.isArrayLiteralExpression(row) ? row.elements : [row];
    const end = cells.findIndex((cell) => !ts.isStringLiteralLike(cell));
    return cells.slice(0, end < 0 ? undefined : end).map((cell) => titleText(cell) ?? '');
  });
}

/** A title with its `%s` and the like replaced from a row, as far as the row's texts go. */
function filled(title: string, row: readonly string[]): string {
  let at = 0;
  return title.replaceAll(/%[sdijo]/g, (mark) => row[at++] ?? mark);
}
