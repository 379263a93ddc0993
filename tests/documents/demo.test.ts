import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PersonName } from '@letopis/core';
import { nameLine } from '@letopis/core';
import { lineHash, parseLine } from '@letopis/core/kernel';
import { openSqlite } from '@letopis/store-sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const DEMO = fileURLToPath(new URL('../../examples/demo.ts', import.meta.url));
const folders: string[] = [];
let printed = '';

function play(...options: readonly string[]): { readonly folder: string; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'letopis-demo-'));
  folders.push(folder);
  const { status, stdout, stderr } = spawnSync(process.execPath, [DEMO, folder, ...options], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return { folder, said: stdout.replaceAll(folder, 'out') };
}

beforeAll(() => {
  play();
  printed = play().said;
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .toSorted();

/** The words in a personal value: a text, or the titles of several documents. */
function wordsIn(value: string): readonly string[] {
  const told = JSON.parse(value) as string | PersonName | readonly { readonly title: string }[];
  if (typeof told === 'string') return [told];
  if ('map' in told) return told.map(({ title }) => title);
  return [nameLine(told), ...nameLine(told).split(' ').slice(0, 1)];
}

describe('the demo', () => {
  test('tells a corrected mark, a refused command, and what was known when', () => {
    const lines = printed.split('\n');
    expect(lines[0]).toMatch(/^A study year under R2: 6 groups, 120 learners, \d{4} events,$/);
    expect(printed).toMatch(/was \d \([а-я]+\), is \d \([а-я]+\)/);
    expect(printed).toContain('words-disagree: Цифра');
    const [, then] = /as known at \S+: (.+)/.exec(printed) ?? [];
    const [, now] = /as known now: (.+)/.exec(printed) ?? [];
    expect(then).toMatch(/^\d \([а-я]+\)$/);
    expect(now).not.toBe(then);
  });

  test('holds no lesson on a public holiday', () => {
    const [folder = ''] = folders;
    const journals = pagesIn(folder).filter((name) => name.startsWith('journals'));
    expect(journals).toHaveLength(18);
    for (const name of journals) {
      const page = readFileSync(join(folder, name), 'utf8');
      expect(page).not.toMatch(/>(?:04\.11\.2025|31\.12\.2025|0[1-9]\.01\.2026|23\.02\.2026)</);
    }
  });

  test('plays the same year every time, page for page', () => {
    const [one = '', other = ''] = folders;
    const pages = pagesIn(one);
    expect(pages.length).toBeGreaterThan(140);
    expect(pagesIn(other)).toEqual(pages);
    for (const page of pages) {
      expect(readFileSync(join(other, page), 'utf8')).toBe(readFileSync(join(one, page), 'utf8'));
    }
  });

  test('plays the same year into EventStoreDB: only where the history is reads otherwise', () => {
    const [sqlite = ''] = folders;
    const { folder, said } = play('--test-server');
    const [where = '', ...above] = said.trimEnd().split('\n').toReversed();
    expect(above).toEqual(printed.trimEnd().split('\n').toReversed().slice(1));
    expect(where).toMatch(/^The history: demo_[0-9a-f]{12} on 127\.0\.0\.1:\d+ \(EventStoreDB\)/);
    const pages = pagesIn(sqlite);
    expect(pagesIn(folder)).toEqual(pages);
    for (const page of pages) {
      expect(readFileSync(join(folder, page), 'utf8')).toBe(
        readFileSync(join(sqlite, page), 'utf8'),
      );
    }
    expect(readdirSync(folder)).not.toContain('academy.letopis');
  });

  test('leads from its index to every page', () => {
    const [folder = ''] = folders;
    const index = readFileSync(join(folder, 'index.html'), 'utf8');
    const links = [...index.matchAll(/href="\.\/([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(links.map(decodeURIComponent).toSorted()).toEqual(
      pagesIn(folder).filter((name) => name !== 'index.html'),
    );
  });

  test('writes no name, birth date, merit, reason or title of a document in a line', async () => {
    const store = await openSqlite(join(folders[0] ?? '', 'academy.letopis'));
    const lines: string[] = [];
    const words = new Map<string, Set<string>>();
    for await (const page of store.readAll('')) {
      for (const { line, position, beside } of page.lines) {
        lines.push(line);
        const { type } = parseLine(line, position);
        for (const [path, { value }] of Object.entries(
          beside === 'emptied' ? {} : (beside ?? {}),
        )) {
          const field = `${type}.${path}`;
          // The number of an order stands in its ground, where it belongs.
          if (path === 'number') continue;
          const said = words.get(field) ?? new Set();
          words.set(field, said);
          wordsIn(value).forEach((word) => said.add(word));
        }
      }
    }
    await store.close();
    expect([...words.keys()]).toEqual(
      expect.arrayContaining([
        'LearnerRegistered.name',
        'LearnerRegistered.birthDate',
        'OfficialNamed.name',
        'CommendationProposed.merit',
        'CommendationProposed.documents',
        'AssessmentCorrected.reason',
        'FileDocumentAdded.title',
      ]),
    );
    const log = lines.join('\n');
    for (const [field, said] of words) {
      expect([field, [...said].filter((word) => log.includes(word))]).toEqual([field, []]);
    }
  });

  test('leaves a history whose every chain is whole', async () => {
    const store = await openSqlite(join(folders[0] ?? '', 'academy.letopis'));
    const heads = new Map<string, string>();
    for await (const { lines } of store.readAll('')) {
      for (const { line, position } of lines) {
        const { stream, prev } = parseLine(line, position);
        expect(prev).toBe(heads.get(stream) ?? null);
        heads.set(stream, lineHash(line, store.ports.hash));
      }
    }
    expect(heads.size).toBeGreaterThan(300);
    await store.close();
  });
});
