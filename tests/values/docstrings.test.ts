import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import * as values from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const folder = new URL('../../packages/core/src/values/', import.meta.url);

/** `call; // => answer` in the docstrings' examples; the answer may stand on the next line. */
function promises(file: string): readonly (readonly [call: string, answer: string])[] {
  const source = readFileSync(new URL(file, folder), 'utf8');
  const found: (readonly [string, string])[] = [];
  for (const [, example = ''] of source.matchAll(/@example\n([\s\S]*?)\n \*\//g)) {
    const code = example.replaceAll(/^ \* ?/gm, '').replaceAll(';\n// =>', '; // =>');
    for (const line of code.split('\n')) {
      const [call, answer] = line.split('; // => ');
      expect(answer, `${file}: ${line}`).toBeDefined();
      found.push([call ?? '', answer ?? '']);
    }
  }
  return found;
}

/** Files that no user of the package sees. */
const internal = [
  'index.ts',
  'complaint.ts',
  'parse-or-throw.ts',
  'spelling-english.ts',
  'spelling-russian.ts',
];

const run = (code: string): unknown => {
  const known = { ...values, z };
  const names = Object.keys(known);
  return new Function(...names, `return (${code});`)(...Object.values(known)) as unknown;
};

describe('the examples in the docstrings of values', () => {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || internal.includes(basename(file))) continue;
    for (const [call, answer] of promises(file)) {
      test(`${file}: ${call} is ${answer}`, () => {
        expect(run(call)).toEqual(run(answer));
      });
    }
  }
});
