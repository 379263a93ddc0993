import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsPage, unknownCodes } from '../../tools/reference/commands-page.ts';
import { entriesOf } from '../../tools/reference/entries.ts';
import { refusalsPage } from '../../tools/reference/refusals.ts';
import { inWords } from '../../tools/reference/schema-words.ts';
import { commandSources } from '../../tools/reference/sources.ts';
import { Sources } from '../../tools/sources/sources.ts';

const root = join(import.meta.dirname, '../..');
const sources = new Sources(root);
const read = commandSources(sources);
const page = commandsPage(read);

describe('the reference of methods and commands', () => {
  test('has every method of the services, with what it does and what it takes', () => {
    expect(read.called.length).toBeGreaterThan(140);
    for (const { call, command } of read.called) {
      const [, part = ''] = page.split(`### ${call}\n`);
      const [own = ''] = part.split('\n#');
      expect([call, own.includes(`Command \`${command}\`.`)]).toEqual([call, true]);
      expect([call, /^[A-Z][^|]*\.$/m.test(own.replace(/^Command.*$/m, ''))]).toEqual([call, true]);
      const { properties = {}, oneOf = [] } = read.schemas[command] ?? {};
      const fields = [properties, ...oneOf.map((form) => form.properties ?? {})].flatMap((form) =>
        Object.keys(form),
      );
      expect([call, fields.filter((name) => !own.includes(`| \`${name}\` |`))]).toEqual([call, []]);
    }
  });

  test('shows the comment of a field, also of one that commands share', () => {
    const comments = read.comments.get('hold-lesson');
    expect(comments?.get('office')).toMatch(/^The office in which the teacher taught/);
    expect(read.comments.size).toBeGreaterThan(140);
  });

  test('a row names no refusal that there is not', () => {
    expect(unknownCodes(read)).toEqual([]);
    const comment = 'Lends.\nRefuses `book-out`, `order-required`. D1.';
    const [called] = read.called;
    const methods = read.methods.map((one) => ({ ...one, comment }));
    expect(
      unknownCodes({ ...read, methods, called: called === undefined ? [] : [called] }),
    ).toEqual([`${called?.call}: book-out`]);
  });

  test.each([
    [{ type: 'array', items: { type: 'boolean' }, maxItems: 5 }, 'list of yes or no, at most 5'],
    [{ type: 'string', pattern: '^[A-Za-z0-9_-]{1,48}$' }, 'id'],
    [
      { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }] },
      'text, at most 9 characters or null',
    ],
    [{ type: 'number', exclusiveMinimum: 0, maximum: 24 }, 'number over 0 to 24'],
    [{ type: 'string', enum: ['a', 'b'] }, '`a`, `b`'],
    [{ type: 'object', properties: { n: { const: 1 } }, required: ['n'] }, '{ `n` `1` }'],
  ])('says what a field takes: %j', (schema, words) => {
    expect(inWords(schema)).toBe(words);
  });
});

test('the table of refusals has each code once, with a sentence in both languages', async () => {
  const rows = (await refusalsPage(root, sources.refusals()))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  const codes = sources.refusals().map(({ code }) => code);
  const named = codes.toSorted().map((code) => `\`${code}\``);
  expect(rows.map(([, code]) => code)).toEqual(named);
  for (const [, code, en, ru] of rows) {
    expect([code, en]).toEqual([code, expect.stringMatching(/[a-z]{2}/)]);
    expect([code, ru]).toEqual([code, expect.stringMatching(/[а-я]{2}|^&lt;problem/)]);
    expect([code, `${en}${ru}`]).toEqual([code, expect.not.stringContaining('undefined')]);
  }
});

test('the API reference begins at every entry of every package', () => {
  const entries = entriesOf(root);
  const packages = globSync('packages/*/package.json', { cwd: root });
  expect(new Set(entries.map(({ file }) => file.split('/')[1])).size).toBe(packages.length);
  expect(entries.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  expect(entries.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@letopis/core', '@letopis/core/kernel', '@letopis/store-sqlite']),
  );
});
