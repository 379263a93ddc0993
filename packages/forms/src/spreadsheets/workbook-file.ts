import { strToU8, unzipSync, zipSync } from 'fflate';
import type { XmlElement } from './xml.ts';
import { attributeOf, cellText, childrenOf, readXml } from './xml.ts';

/*
 * A workbook that somebody else made, as its parts. One part can be replaced; the others keep their
 * bytes, known here or not: styles, validations, hidden sheets, macros, signatures of a maker.
 */

/** A sheet of a workbook file. */
export interface FileSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Path of its part: `xl/worksheets/sheet1.xml`. */
  readonly part: string;
}

/** A workbook file, opened. */
export interface WorkbookFile {
  /** Bytes by path, in the order of the file. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheets: readonly FileSheet[];
  /** Texts that cells name by number. */
  readonly texts: readonly string[];
}

/** Bytes that a file may have, and its parts together once unpacked. */
export const WORKBOOK_BYTES_MAX = 32 * 1024 * 1024;
const UNPACKED_BYTES_MAX = 512 * 1024 * 1024;

/** Opens an XLSX file; `null` if it is none, is encrypted, broken or too large. */
export function openWorkbookFile(bytes: Uint8Array): WorkbookFile | null {
  const parts = unpacked(bytes);
  if (parts === null) return null;
  const book = relatedTo(parts, '').find(({ type }) => type.endsWith('/officeDocument'));
  const root = book === undefined ? null : partXml(parts, book.part);
  if (book === undefined || root === null) return null;
  const related = relatedTo(parts, book.part);
  const listed = childrenOf(root, 'sheets').flatMap((one) => childrenOf(one, 'sheet'));
  const sheets = listed.map((sheet) => ({
    name: attributeOf(sheet, 'name') ?? '',
    hidden: (attributeOf(sheet, 'state') ?? 'visible') !== 'visible',
    part: related.find(({ id }) => id === idOf(sheet))?.part ?? '',
  }));
  const shared = related.find(({ type }) => type.endsWith('/sharedStrings'));
  const table = shared === undefined ? null : partXml(parts, shared.part);
  if (shared !== undefined && table === null) return null;
  const texts = table === null ? [] : childrenOf(table, 'si').map(textOfItem);
  return { parts, sheets, texts };
}

/** The id of the relation, which always has a prefix: a sheet has a `sheetId` too. */
const idOf = ({ attributes }: XmlElement): string | undefined =>
  [...attributes].find(([key]) => key.endsWith(':id'))?.[1];

function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  if (bytes.length > WORKBOOK_BYTES_MAX) return null;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > UNPACKED_BYTES_MAX) throw new RangeError('too large');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return null;
  }
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** The parts that a part names; those that the file as a whole names for ''. */
function relatedTo(parts: WorkbookFile['parts'], part: string): readonly Relation[] {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const root = partXml(parts, `${folder}_rels/${part.slice(at)}.rels`);
  if (root === null) return [];
  return childrenOf(root, 'Relationship').map((one) => ({
    id: attributeOf(one, 'Id') ?? '',
    type: attributeOf(one, 'Type') ?? '',
    part: resolved(folder, attributeOf(one, 'Target') ?? ''),
  }));
}

/** A path relative to a folder, or from the root of the file. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The text of a part; `null` if there is none in UTF-8. */
export function partText(parts: WorkbookFile['parts'], path: string): string | null {
  const bytes = parts.get(path);
  if (bytes === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function partXml(parts: WorkbookFile['parts'], path: string): XmlElement | null {
  const text = partText(parts, path);
  return text === null ? null : readXml(text);
}

/** The text of a cell's item: of its runs, without the readings of other scripts. */
export function textOfItem(item: XmlElement): string {
  const runs = item.children.flatMap((one) => (one.name === 'r' ? childrenOf(one, 't') : [one]));
  return cellText(
    runs
      .filter(({ name }) => name === 't')
      .map(({ text }) => text)
      .join(''),
  );
}

/** A day that every entry gets, so that the same parts make the same bytes. */
const ENTRY_DAY = '1980-01-02T00:00:00';

/** Writes the file again with one part replaced; the others have the bytes that they had. */
export function withPart({ parts }: WorkbookFile, path: string, text: string): Uint8Array {
  const files = Object.fromEntries(parts);
  files[path] = strToU8(text);
  return zipSync(files, { mtime: ENTRY_DAY });
}
