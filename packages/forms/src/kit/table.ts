import type { Html } from './html.ts';
import { attribute, html } from './html.ts';

/** Style of a run of text: struck through, bold, pale, a raised note number, a missing value. */
export type RunStyle = 'struck' | 'strong' | 'quiet' | 'note' | 'missing';

/** A piece of a cell's line; without a style it is plain. */
export interface Run {
  readonly text: string;
  readonly as?: RunStyle;
}

/** One cell: its lines of text, its state, and the events that it shows. */
export interface Cell {
  readonly lines: readonly (readonly Run[])[];
  /** State of the cell, for style and for readers of the page: `corrected`, `waiting`, … */
  readonly state?: string;
  /** A longer text, shown when the cell is pointed at. */
  readonly title?: string;
  /** Ids of the events that the cell shows. */
  readonly events?: readonly string[];
  /** Details that open below the text on a screen; they are not printed. */
  readonly details?: { readonly summary: string; readonly items: readonly string[] };
}

/** A column. Neighbours with the same `group` have one common heading. */
export interface Column {
  /** Stable English name: `fullName`. */
  readonly key: string;
  readonly heading: string;
  readonly group?: string;
  /** Full form of a shortened heading. */
  readonly title?: string;
  /** Width in millimetres on paper; if absent, the column shares the rest. */
  readonly widthMm?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** True if the column names its row: its cells are then row headers. */
  readonly names?: boolean;
}

/** A table independent of its output: a page prints it, a spreadsheet stores it. */
export interface Table {
  /** Stable English name: `lesson-contents`. */
  readonly key: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Printed if there are no rows. */
  readonly empty: string;
  /** `fixed` keeps the widths whatever the cells contain. */
  readonly layout?: 'auto' | 'fixed';
}

/**
 * Makes a cell of one line of plain text; `null` makes an empty cell.
 *
 * @example
 * cell('12', { events: ['018f'] }); // => { lines: [[{ text: '12' }]], events: ['018f'] }
 */
export function cell(text: string | number | null, more: Omit<Cell, 'lines'> = {}): Cell {
  return { lines: text === null || text === '' ? [] : [[{ text: String(text) }]], ...more };
}

/**
 * The text of a cell without styles, lines joined by a space.
 *
 * @example
 * cellText({ lines: [[{ text: '3', as: 'struck' }], [{ text: '4' }]] }); // => '3 4'
 */
export function cellText({ lines }: Cell): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join(' ');
}

/**
 * Makes a table as HTML: a caption, column groups with scopes, row headers, each cell with its
 * state and its events in `data-` attributes. The head repeats on every sheet, and no row is split
 * over sheets.
 *
 * @example
 * String(tableHtml({ key: 'x', caption: 'Итого', columns: [], rows: [], empty: 'Записей нет' }))
 *   .includes('<caption>Итого</caption>'); // => true
 */
export function tableHtml(table: Table): Html {
  const { columns, rows } = table;
  const body =
    rows.length > 0
      ? rows.map((row) => rowHtml(columns, row))
      : html`<tr><td class="empty" colspan="${columns.length}">${table.empty}</td></tr>`;
  // A wide table scrolls on a narrow screen; the region can be reached by keyboard.
  const region = attribute('aria-label', table.caption);
  return html`<div class="scroll" role="region" tabindex="0"${region}>
<table class="${table.layout ?? 'auto'}" data-table="${table.key}">
<caption>${table.caption}</caption>
<colgroup>${columns.map(colHtml)}</colgroup>
<thead>
${headHtml(columns)}
</thead>
<tbody>
${body}
</tbody>
</table></div>
`;
}

function colHtml({ key, widthMm }: Column): Html {
  const style = widthMm === undefined ? null : `width:${widthMm}mm`;
  return html`<col data-column="${key}"${attribute('style', style)}>`;
}

function headHtml(columns: readonly Column[]): Html {
  const grouped = columns.some(({ group }) => group !== undefined);
  if (!grouped) return html`<tr>${columns.map((column) => headingHtml(column, 1))}</tr>`;
  const upper: Html[] = [];
  columns.forEach((column, index) => {
    const { group } = column;
    if (group === undefined) upper.push(headingHtml(column, 2));
    else if (index === 0 || columns[index - 1]?.group !== group) {
      const after = columns.slice(index).findIndex((one) => one.group !== group);
      const span = after === -1 ? columns.length - index : after;
      upper.push(html`<th scope="colgroup" colspan="${span}">${group}</th>`);
    }
  });
  const lower = columns.filter(({ group }) => group !== undefined);
  return html`<tr>${upper}</tr>
<tr>${lower.map((column) => headingHtml(column, 1))}</tr>`;
}

function headingHtml({ key, heading, title }: Column, rowspan: number): Html {
  const span = attribute('rowspan', rowspan > 1 ? rowspan : null);
  const more = attribute('title', title);
  return html`<th scope="col" data-column="${key}"${span}${more}>${heading}</th>`;
}

function rowHtml(columns: readonly Column[], row: readonly Cell[]): Html {
  const cells = columns.map((column, index) => cellHtml(column, row[index] ?? cell(null)));
  return html`<tr>${cells}</tr>
`;
}

function cellHtml({ align, names }: Column, whole: Cell): Html {
  const { lines, state, title, events, details } = whole;
  const attributes = [
    attribute('class', align),
    attribute('data-state', state),
    attribute('data-events', events?.join(' ')),
    attribute('title', title),
  ];
  const text = [
    lines.map((line, index) => html`${index > 0 && html`<br>`}${line.map(runHtml)}`),
    details === undefined ? null : detailsHtml(details),
  ];
  if (names === true) return html`<th scope="row"${attributes}>${text}</th>`;
  return html`<td${attributes}>${text}</td>`;
}

function detailsHtml({ summary, items }: NonNullable<Cell['details']>): Html {
  return html`<details class="screen-only"><summary>${summary}</summary>
<ul class="records">${items.map((item) => html`<li>${item}</li>`)}</ul></details>`;
}

/**
 * Makes a run of text as HTML. Struck text is `<s>`, so that screen readers announce it as deleted.
 */
export function runHtml({ text, as }: Run): Html {
  if (as === 'struck') return html`<s>${text}</s>`;
  if (as === 'strong') return html`<b>${text}</b>`;
  if (as === 'note') return html`<sup>${text}</sup>`;
  if (as === undefined) return html`${text}`;
  return html`<span class="${as}">${text}</span>`;
}
