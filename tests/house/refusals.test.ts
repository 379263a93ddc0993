import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Refusal } from '@letopis/core';
import type { RefusalCode } from '@letopis/core/refusals';
import * as refusals from '@letopis/core/refusals';
import { expect, expectTypeOf, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Declared {
  readonly name: string;
  readonly code: string;
  readonly file: string;
}

/** Every refusal that the sources declare, with its file. */
function declared(): readonly Declared[] {
  return globSync('packages/*/src/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(`${ROOT}${file}`, 'utf8');
    const found = text.matchAll(/^export const (\w+) = refusal\(\s*'([a-z-]+)'/gm);
    return [...found].map(([, name = '', code = '']) => ({ name, code, file }));
  });
}

test('a refusal code is declared once: one code, one meaning, one shape of data', () => {
  const all = declared();
  expect(all.length).toBeGreaterThan(360);
  const codes = all.map(({ code }) => code);
  const twice = all.filter(({ code }) => codes.indexOf(code) !== codes.lastIndexOf(code));
  expect(twice).toEqual([]);
});

test('core exports every refusal that its sources declare; `RefusalCode` names the codes', () => {
  const exported = Object.values(refusals).flatMap((one) => ('code' in one ? [one.code] : []));
  expectTypeOf(exported).toEqualTypeOf<RefusalCode[]>();
  expectTypeOf<string>().not.toExtend<RefusalCode>();
  expectTypeOf<'debt-unknowable'>().not.toExtend<RefusalCode>();
  const inCore = declared().filter(({ file }) => file.startsWith('packages/core/'));
  expect(exported.toSorted()).toEqual(inCore.map(({ code }) => code).toSorted());
});

test('every refusal code is what a test expects: a value, not a word of a comment', () => {
  const tests = globSync('tests/**/*.test.ts', { cwd: ROOT })
    .filter((file) => !file.endsWith('house/refusals.test.ts'))
    .map((file) => readFileSync(`${ROOT}${file}`, 'utf8'))
    .map((text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, ''))
    .join('\n');
  // An argument, a cell of a table, a field, a named value; no title, import or type.
  const expected = new Set(
    [...tests.matchAll(/[(,[:=?]\s*'([a-z]+(?:-[a-z]+)*)'\s*[),\];}:]/g)].map(([, code]) => code),
  );
  expect(declared().filter(({ code }) => !expected.has(code))).toEqual([]);
});

/* A word of a code, such as a phase, is said in each language's own words: no mark comes out. */
const IN_WORDS: ReadonlySet<string> = new Set([
  'already-exists',
  'already-enrolled',
  'document-kind-unknown',
  'medium-unfit',
  'not-in-regulation',
  'personal-id',
  'record-not-to-settle',
  'transfer-not-ready',
  'transfer-over',
  'work-code-unknown',
]);

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

/** The marks that stand in a sentence, in no order. */
const marksOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/<(\w+)>/g)].map(([mark]) => mark))].toSorted();

async function textOf({ name, file }: Declared): Promise<Refusal['text']> {
  const source = (await import(`${ROOT}${file}`)) as Readonly<Record<string, unknown>>;
  const make = source[name] as (data: unknown) => Refusal;
  const { text } = make(new Proxy({}, { get: (_, field) => marked(String(field)) }));
  return { ru: String(text.ru), en: String(text.en) };
}

test('both languages of every refusal name the same values, and at least one', async () => {
  const differing: unknown[] = [];
  for (const one of declared().filter(({ code }) => !IN_WORDS.has(code))) {
    const { ru, en } = await textOf(one);
    const same = marksOf(ru).join() === marksOf(en).join() && marksOf(en).length > 0;
    if (!same) differing.push({ code: one.code, ru, en });
  }
  expect(differing).toEqual([]);
});
