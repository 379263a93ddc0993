import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every refusal that the sources declare, with its file. */
function declared(): readonly { readonly code: string; readonly file: string }[] {
  return globSync('packages/*/src/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(`${ROOT}${file}`, 'utf8');
    const found = text.matchAll(/^export const \w+ = refusal\(\s*'([a-z-]+)'/gm);
    return [...found].map(([, code]) => ({ code: code ?? '', file }));
  });
}

test('a refusal code is declared once: one code, one meaning, one shape of data', () => {
  const all = declared();
  expect(all.length).toBeGreaterThan(80);
  const codes = all.map(({ code }) => code);
  const twice = all.filter(({ code }) => codes.indexOf(code) !== codes.lastIndexOf(code));
  expect(twice).toEqual([]);
});

test('every refusal code stands in a test that triggers it', () => {
  const tests = globSync('tests/**/*.ts', { cwd: ROOT })
    .filter((file) => !file.endsWith('refusals.test.ts'))
    .map((file) => readFileSync(`${ROOT}${file}`, 'utf8'))
    .join('\n');
  const untested = declared().filter(({ code }) => !tests.includes(`'${code}'`));
  expect(untested).toEqual([]);
});
