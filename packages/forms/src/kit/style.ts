import { Html } from './html.ts';

/** Orientation of a form on A4. */
export type Orientation = 'portrait' | 'landscape';

/** The texts in the margins of each printed sheet. */
export interface SheetMargins {
  /** Bottom left: the form, and the history that it was made from. */
  readonly mark: string;
  /** Bottom right: `Лист 1 из 4`, given as the words before and between the numbers. */
  readonly sheet: string;
  readonly of: string;
}

/**
 * Makes the whole style of a page: for the screen and for A4, without any outside resource. The
 * left margin is 20 mm wide for stitching. Every sheet has its number, the number of sheets and the
 * mark of its history, so that a loose sheet can be matched to its form.
 *
 * @example
 * String(pageStyle('portrait', { mark: 'form', sheet: 'Лист', of: 'из' })).includes('A4 portrait');
 * // => true
 */
export function pageStyle(orientation: Orientation, margins: SheetMargins): Html {
  const { mark, sheet, of } = margins;
  const numbers = `${cssText(`${sheet} `)} counter(page) ${cssText(` ${of} `)} counter(pages)`;
  const small = 'font: 7.5pt "PT Sans", Arial, "Liberation Sans", sans-serif; color: #333;';
  return Html.trusted(`<style>
@page {
  size: A4 ${orientation};
  margin: 12mm 10mm 14mm 20mm;
  @bottom-left { content: ${cssText(mark)}; ${small} }
  @bottom-right { content: ${numbers}; ${small} }
}
${STYLE}</style>`);
}

/** A text as a CSS string: everything but ASCII letters and digits is written as its code point. */
function cssText(text: string): string {
  const codes = [...text].map((sign) =>
    /[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${codes.join('')}"`;
}

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 8mm; max-width: 297mm; background: #fff; color: #111;
  font: 11pt/1.35 "PT Serif", "Times New Roman", "Liberation Serif", "DejaVu Serif", serif;
}
body.portrait { max-width: 210mm; }
h1 { font-size: 16pt; text-align: center; margin: 4mm 0 1mm; text-wrap: balance; }
h2 { font-size: 12pt; margin: 7mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 1mm 0; }
.organisation { text-align: center; }
.organisation strong { display: block; }
.approval { margin-left: auto; width: 75mm; }
.subtitle { text-align: center; margin-bottom: 3mm; }
dl.facts {
  display: grid; grid-template-columns: max-content 1fr; gap: .5mm 4mm; margin: 3mm 0;
}
dl.facts dt { color: #444; max-width: 75mm; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 2mm 0 4mm; padding-right: .4mm; }
table {
  border-collapse: collapse; width: 100%; line-height: 1.2;
  font-family: "PT Sans", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 8.5pt;
}
table.fixed { table-layout: fixed; }
caption { text-align: left; font-weight: bold; padding: 1mm 0; break-after: avoid; }
th, td {
  border: .3mm solid #555; padding: .7mm 1mm; vertical-align: top; text-align: left;
  overflow-wrap: break-word; font-weight: normal;
}
thead th { background: #eee; text-align: center; vertical-align: middle; hyphens: manual; }
td.center, th.center { text-align: center; }
td.right, th.right { text-align: right; }
td.empty { text-align: center; color: #444; font-style: italic; }
s { text-decoration-thickness: .25mm; }
sup { line-height: 0; font-size: 75%; }
.quiet { color: #444; font-size: 90%; }
.missing { color: #444; font-style: italic; }
[data-state~="corrected"] { background: #fff3d6; }
[data-state~="waiting"] { background: #e4eefb; outline: .4mm dashed #555; outline-offset: -.6mm; }
[data-state~="annulled"] { color: #555; background: #f3f3f3; }
[data-state~="credited"] { background: #e6f4e6; }
[data-state~="outside"] { background: #f3f3f3; }
.grid td, .grid th { padding: .5mm .4mm; }
.grid tbody th { padding-left: 1mm; }
.grid td .quiet { font-size: 7.2pt; }
.grid tbody tr { height: 6mm; }
ul.legend { display: flex; flex-wrap: wrap; gap: .5mm 5mm; list-style: none; padding: 0;
  margin: 2mm 0; font-size: 9pt; }
ul.records { margin: 1mm 0 2mm; padding-left: 5mm; font-size: 8.5pt; }
section ul.columns { columns: 3; list-style: none; padding: 0; overflow-wrap: anywhere; }
ul.pages li { margin-bottom: 2mm; break-inside: avoid; }
ul.pages.many { columns: 3 52mm; }
.signatures { margin: 6mm 0 2mm; break-inside: avoid; }
.signature {
  display: grid; grid-template-columns: minmax(45mm, 1.3fr) 45mm minmax(40mm, 1fr) 40mm;
  gap: 0 4mm; align-items: end; margin-top: 5mm; break-inside: avoid;
}
.signature > span { min-height: 5mm; }
.signature .line { border-bottom: .3mm solid #111; }
.signature small { grid-row: 2; text-align: center; font-size: 7.5pt; color: #444; }
.seal { margin-top: 4mm; }
.basis {
  margin-top: 6mm; padding-top: 2mm; border-top: .3mm solid #555; font-size: 8pt; color: #333;
  break-inside: avoid;
}
.basis code { font: 7.5pt "PT Mono", "Liberation Mono", "DejaVu Sans Mono", monospace;
  overflow-wrap: anywhere; }
details { margin: .5mm 0; }
summary { cursor: pointer; }
.print-only { display: none; }
.cover { text-align: center; }
.cover dl.facts { text-align: left; width: max-content; max-width: 100%; margin: 8mm auto; }
@media screen {
  /* Columns of a fixed table would shrink to nothing: it scrolls in its region instead. */
  table.fixed { min-width: 190mm; }
  .landscape table.fixed { min-width: 260mm; }
}
@media screen and (max-width: 180mm) {
  /* The role has a row of its own, with the three lines below it. */
  .signature { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .signature > span:first-child { grid-column: 1 / -1; }
  .signature small { grid-row: 3; }
  .signature small:first-of-type { display: none; }
}
@media print {
  body, body.portrait { padding: 0; max-width: none; font-size: 10pt; }
  .scroll { overflow: visible; }
  .screen-only { display: none; }
  .print-only { display: block; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  .sheet { break-before: page; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
