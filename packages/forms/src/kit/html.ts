/**
 * Text that is already HTML. Only {@link html} and the style of the kit make one; callers cannot.
 */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** @internal Takes the text unchanged: only for text that the kit itself wrote. */
  static trusted(text: string): Html {
    return new Html(text);
  }

  /** Gives the HTML as a string, unchanged. */
  toString(): string {
    return this.#text;
  }
}

/** What may be put into a template: nothing, a text, HTML, or a list of these. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * Builds HTML. Whatever is in `${}` is escaped unless it is HTML itself, so that a name can never
 * open a tag or leave an attribute. Write attributes in double quotes. Lists are joined without a
 * separator; `null`, `undefined` and `false` add nothing.
 *
 * @example
 * String(html`<td title="${'"'}">${'<Ильина>'}</td>`);
 * // => '<td title="&quot;">&lt;Ильина&gt;</td>'
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = pieces[0] ?? '';
  parts.forEach((part, index) => {
    text += written(part) + (pieces[index + 1] ?? '');
  });
  return Html.trusted(text);
}

/**
 * An attribute with its leading space; nothing if the value is absent or empty. Throws a TypeError
 * for an invalid name of an attribute.
 *
 * @example
 * String(attribute('title', 'a "b"')); // => ' title="a &quot;b&quot;"'
 * String(attribute('title', null)); // => ''
 */
export function attribute(name: string, value: string | number | null | undefined): Html {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new TypeError(`${name} is no attribute's name`);
  if (value === null || value === undefined || value === '') return html``;
  return Html.trusted(` ${name}="${escaped(String(value))}"`);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(written).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters and half surrogates have no place in a page, and direction overrides could
// make a mark read backwards: all are shown as a replacement character.
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

function escaped(text: string): string {
  return text
    .replaceAll(UNPRINTABLE, '\ufffd')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
