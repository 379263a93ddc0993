import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalisedText, Refusal } from '@letopis/core';
import type { DeclaredRefusal } from '../sources/sources.ts';

/** A value that shows, wherever a sentence puts it and however it joins it, as `<field>`. */
function marked(field: string): unknown {
  const shown = (): string => `<${field}>`;
  const asText: ReadonlySet<string | symbol> = new Set([Symbol.toPrimitive, 'toString', 'join']);
  return new Proxy(() => marked(field), {
    get: (_, key) => {
      if (asText.has(key)) return shown;
      if (key === Symbol.iterator) return () => [marked(field)].values();
      return key === 'length' ? 2 : marked(field);
    },
    apply: () => marked(field),
  });
}

/** What a refusal says in both languages, with `<field>` where it puts a value. */
export async function textOf(
  root: string,
  { name, file }: Pick<DeclaredRefusal, 'name' | 'file'>,
): Promise<LocalisedText> {
  const source = (await import(pathToFileURL(join(root, file)).href)) as Readonly<
    Record<string, unknown>
  >;
  const make = source[name] as (data: unknown) => Refusal;
  const { text } = make(new Proxy({}, { get: (_, field) => marked(String(field)) }));
  return { ru: String(text.ru), en: String(text.en) };
}

/** The same for a page: as it is written where it looks words up by a value. */
async function shownText(root: string, refusal: DeclaredRefusal): Promise<LocalisedText> {
  try {
    const text = await textOf(root, refusal);
    return /undefined/.test(text.ru + text.en) ? refusal.written : text;
  } catch {
    return refusal.written;
  }
}

/** The page of all refusals: code, what it says in both languages, file. */
export async function refusalsPage(
  root: string,
  refusals: readonly DeclaredRefusal[],
): Promise<string> {
  const rows = await Promise.all(
    refusals
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(async (one) => {
        const { ru, en } = await shownText(root, one);
        const file = one.file.replace(/^packages\/(\w+)\/src\//, '$1/');
        return `| \`${one.code}\` | ${cell(en)} | ${cell(ru)} | \`${file}\` |`;
      }),
  );
  return [TOP, '| code | in English | in Russian | file |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}

const TOP = `# Refusals

A refusal is a value: \`{ refused: true, code, data, text: { ru, en } }\`. Below, \`<name>\`
stands for a value of its data. A code has one meaning and one shape of data.
`;

const cell = (text: string): string =>
  text.replaceAll(/[<>|]/g, (mark) => ({ '<': '&lt;', '>': '&gt;', '|': '\\|' })[mark] ?? mark);
