import type { FrdoTemplate } from '@letopis/forms/frdo';
import { strToU8, zipSync } from 'fflate';

/*
 * A file in the shape in which the federal register gives its templates: a visible protected sheet
 * with headings, styled empty rows and validations, and a hidden sheet with the lists that these
 * and the defined names point to. No official file is at hand.
 */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** What a test changes in the file. */
export interface FileChanges {
  readonly headings?: readonly string[];
  /** Sheets by name, with their state. */
  readonly sheets?: readonly (readonly [name: string, state: string])[];
  /** The rows after the headings, as XML. */
  readonly rows?: string;
  /** Changes the text of the visible sheet. */
  readonly sheetXml?: (xml: string) => string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

export const letters = (index: number): string =>
  index < 26
    ? String.fromCodePoint(65 + index)
    : `${letters(Math.floor(index / 26) - 1)}${String.fromCodePoint(65 + (index % 26))}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A cell of every column, empty and with a style of its own. */
export const emptyRow = ({ columns }: FrdoTemplate, number: number): string =>
  `<row r="${number}" spans="1:3" ht="15" x14ac:dyDescent="0.25">${columns
    .map(({ yearsBetween }, index) => {
      const at = `r="${letters(index)}${number}" s="${3 + (index % 2)}"`;
      return yearsBetween === undefined
        ? `<c ${at}/>`
        : `<c ${at}><f>M${number}-L${number}</f><v>0</v></c>`;
    })
    .join('')}</row>`;

function sheetText(template: FrdoTemplate, { rows, sheetXml = (xml) => xml }: FileChanges) {
  const { columns } = template;
  const last = letters(columns.length - 1);
  const headings = columns
    .map((_, index) => `<c r="${letters(index)}1" s="1" t="s"><v>${index}</v></c>`)
    .join('');
  const own = rows ?? [2, 3].map((number) => emptyRow(template, number)).join('\r\n  ');
  return sheetXml(
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" ` +
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
      'mc:Ignorable="x14ac" ' +
      'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">' +
      `<sheetPr codeName="Лист1"/><dimension ref="A1:${last}3"/>` +
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>' +
      `<cols><col min="1" max="${columns.length}" width="22.7" style="7" customWidth="1"/></cols>` +
      `<sheetData>\r\n  <row r="1" ht="90" customHeight="1">${headings}</row>\r\n  ${own}` +
      '</sheetData><sheetProtection algorithmName="SHA-512" hashValue="c2VjcmV0" sheet="1"/>' +
      '<!-- kept --><dataValidations count="1">' +
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2:B1000">' +
      '<formula1>Проверки!$B$2:$B$3</formula1></dataValidation></dataValidations>' +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
      '</worksheet>',
  );
}

function listsText({ columns }: FrdoTemplate): string {
  const rows = columns
    .filter(({ values }) => values !== undefined)
    .map(({ values = [] }, index) => {
      const cells = values
        .slice(0, 5)
        .map((one, at) => `<c r="${letters(at)}${index + 1}" t="str"><v>${escaped(one)}</v></c>`);
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** The first heading is in two runs, and one has a space after it, as in an official file. */
function textsText(headings: readonly string[]): string {
  const items = headings.map((heading, index) => {
    if (index === 0) {
      const [first = '', ...rest] = heading.split(' ');
      const runs = [first, ` ${rest.join(' ')}`].map(
        (one) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(one)}</t></r>`,
      );
      return `<si>${runs.join('')}<rPh sb="0" eb="1"><t>ВИД</t></rPh></si>`;
    }
    const space = index === 17 ? ' ' : '';
    return `<si><t xml:space="preserve">${escaped(heading)}${space}</t></si>`;
  });
  return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}">${items.join('')}</sst>`;
}

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const CONTENT = 'application/vnd.openxmlformats';

/** What each part of the file is. */
function typesText(sheets: readonly string[]): string {
  const types = [
    ['xl/workbook.xml', 'sheet.main'],
    ...sheets.map((path) => [path, 'worksheet']),
    ['xl/sharedStrings.xml', 'sharedStrings'],
    ['xl/styles.xml', 'styles'],
  ].map(
    ([path, type]) =>
      `<Override PartName="/${path}" ` +
      `ContentType="${CONTENT}-officedocument.spreadsheetml.${type}+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="${CONTENT}-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`
  );
}

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts>` +
  '<fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  `<cellXfs count="8">${'<xf numFmtId="49"/>'.repeat(8)}</cellXfs></styleSheet>`;

/** The sheets by name: the first named from the workbook's folder, the others from the root. */
function workbookTexts(sheets: readonly (readonly [name: string, state: string])[]) {
  const listed = sheets.map(
    ([name, state], index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 4}" state="${state}" ` +
      `r:id="rId${index + 1}"/>`,
  );
  const named = sheets.map((_, index) => {
    const target = index === 0 ? 'worksheets/sheet1.xml' : `/xl/worksheets/sheet${index + 1}.xml`;
    return [`rId${index + 1}`, `${OFFICE}/worksheet`, target] as const;
  });
  return {
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets>` +
      '<definedNames><definedName name="Статус">Проверки!$B$2:$B$3</definedName></definedNames>' +
      '</workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...named,
      ['rId98', `${OFFICE}/styles`, 'styles.xml'],
      ['rId99', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
  };
}

const SHEETS = [
  ['Шаблон', 'visible'],
  ['Проверки', 'hidden'],
] as const;

/** The parts of the file, by path. */
export function registerParts(
  template: FrdoTemplate,
  changes: FileChanges = {},
): Record<string, Uint8Array> {
  const { headings = template.columns.map(({ heading }) => heading), more = {} } = changes;
  const { sheets = SHEETS } = changes;
  const parts: Readonly<Record<string, string>> = Object.fromEntries(
    sheets.map(([name], index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      name === template.sheet ? sheetText(template, changes) : listsText(template),
    ]),
  );
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': typesText(Object.keys(parts)),
    '_rels/.rels': relations([['rId1', `${OFFICE}/officeDocument`, '/xl/workbook.xml']]),
    ...workbookTexts(sheets),
    ...parts,
    'xl/sharedStrings.xml': textsText(headings),
    'xl/styles.xml': STYLES,
  };
  const bytes = Object.entries(texts).map(([path, text]) => [path, strToU8(text)] as const);
  const binary = {
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from([0, 255, 13, 10, 0]),
  };
  return { ...Object.fromEntries(bytes), ...binary, ...more };
}

/** The file, as it is downloaded. */
export const registerFile = (template: FrdoTemplate, changes: FileChanges = {}): Uint8Array =>
  zipSync(registerParts(template, changes));
