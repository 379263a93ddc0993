/*
 * Reads the XML of a workbook with the place of each element in its text, so that one element can
 * be replaced and everything around it kept byte for byte. Parsers of a registry give no such
 * places. It knows what workbooks use: no document type, no entities of its own.
 */

/** One element with its place in the text. */
export interface XmlElement {
  /** Name without its prefix: `row`. */
  readonly name: string;
  /** Prefix with its colon: `x:`; empty if there is none. */
  readonly prefix: string;
  /** By name as written: `r`, `r:id`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Offsets of the whole element, and of the end of its opening tag. */
  readonly start: number;
  readonly end: number;
  readonly opened: number;
  /** Offset of the closing tag; the same as `opened` where the tag closes itself. */
  readonly closing: number;
}

interface OpenElement {
  name: string;
  prefix: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  end: number;
  opened: number;
  closing: number;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_.-]*`;
const ATTRIBUTE = String.raw`(?:${NAME}:)?${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*')`;
const TOKEN = new RegExp(
  String.raw`<!--[^]*?-->|<!\[CDATA\[(?<data>[^]*?)\]\]>|<\?[^]*?\?>` +
    String.raw`|<(?<closes>/?)(?<prefix>(?:${NAME}:)?)(?<name>${NAME})` +
    String.raw`(?<attributes>(?:\s+${ATTRIBUTE})*)\s*(?<empty>/?)>|(?<text>[^<]+)`,
  'uy',
);
const ATTRIBUTES = new RegExp(
  String.raw`(?<name>(?:${NAME}:)?${NAME})\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`,
  'gu',
);

/** Reads a text of XML; `null` if it is not well formed, or has more than one root. */
export function readXml(text: string): XmlElement | null {
  const top: OpenElement = element({ name: '', prefix: '', attributes: new Map() }, 0);
  const open: OpenElement[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(text)?.groups;
    if (found === undefined) return null;
    const last = open.at(-1) ?? top;
    if (found['name'] === undefined) {
      last.text += found['data'] ?? decoded(found['text'] ?? '');
      continue;
    }
    const { name, prefix = '', closes, empty, attributes = '' } = found;
    if (closes === '/') {
      if (open.length === 1 || last.name !== name || last.prefix !== prefix) return null;
      open.pop();
      last.closing = start;
      last.end = TOKEN.lastIndex;
      continue;
    }
    const made = element({ name, prefix, attributes: attributesOf(attributes) }, start);
    made.opened = TOKEN.lastIndex;
    last.children.push(made);
    if (empty === '') open.push(made);
    else made.end = made.closing = made.opened;
  }
  const [root, ...others] = top.children;
  return open.length === 1 && root !== undefined && others.length === 0 ? root : null;
}

function element(
  own: Pick<OpenElement, 'name' | 'prefix' | 'attributes'>,
  start: number,
): OpenElement {
  return { ...own, children: [], text: '', start, end: start, opened: start, closing: start };
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTES)].map(({ groups = {} }) => [
      groups['name'] ?? '',
      decoded(groups['double'] ?? groups['single'] ?? ''),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[];
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
  });
}

/** The children with this name. */
export const childrenOf = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((child) => child.name === name);

/** The value of an attribute by its name without a prefix, such as `id` for `r:id`. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const own = attributes.get(name);
  if (own !== undefined) return own;
  return [...attributes].find(([key]) => key.endsWith(`:${name}`))?.[1];
}

/** A text as XML writes it. A character that XML has not is written as workbooks do: `_x0001_`. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(UNWRITABLE, (one) => {
      const code = one.codePointAt(0) ?? 0;
      return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const UNWRITABLE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text of a cell, with the characters that workbooks write as `_x0001_`. */
export const cellText = (text: string): string =>
  text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
