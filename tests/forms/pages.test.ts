import type { PageOptions } from '@letopis/forms';
import {
  correctionsHtml,
  indexHtml,
  journalHtml,
  personalFileHtml,
  selfEvaluationHtml,
} from '@letopis/forms';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from './reading.ts';
import {
  basis,
  options,
  sampleCorrections,
  sampleEvaluation,
  sampleFile,
  sampleJournal,
} from './samples.ts';

type Page = readonly [name: string, write: (options: PageOptions, hostile?: string) => string];

/** Replaces every Russian text in report data: names, titles, topics, reasons. */
function filledWith<T>(data: T, hostile: string | undefined): T {
  if (hostile === undefined) return data;
  const text = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' && /[а-яё]{3}/i.test(value) ? hostile : value,
  );
  return JSON.parse(text);
}

const pages: readonly Page[] = [
  ['journal', (own, bad) => journalHtml(filledWith(sampleJournal(4, 5), bad), own)],
  ['personal file', (own, bad) => personalFileHtml(filledWith(sampleFile(), bad), own)],
  ['self-evaluation', (own, bad) => selfEvaluationHtml(filledWith(sampleEvaluation(), bad), own)],
  ['corrections', (own, bad) => correctionsHtml(filledWith(sampleCorrections(), bad), own)],
];

/** The kit's own tags; a hostile text may add none and no attribute of its own. */
const TAGS = new Set(
  (
    'a b body br caption code col colgroup dd details div dl dt footer h1 h2 h3 head header ' +
    'html li main meta p s section small span strong style summary sup table tbody td th thead ' +
    'time title tr ul'
  ).split(' '),
);
const ATTRIBUTE = / ([a-z-]+)="[^"<>]*"/g;

function foreignTags(page: string): readonly string[] {
  const markup = page.replace(/<style>[\s\S]*?<\/style>/, '').replace('<!doctype html>', '');
  return (markup.match(/<[^>]*>?/g) ?? []).filter((tag) => {
    const name = /^<\/?([a-z][a-z0-9]*)/.exec(tag)?.[1] ?? '';
    const rest = tag.replaceAll(/\s+/g, ' ').replace(/^<\/?[a-z][a-z0-9]*/, '');
    return !TAGS.has(name) || rest.replaceAll(ATTRIBUTE, '') !== '>';
  });
}

const hostileTexts = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"&',
    '\'"><img src=x onerror=alert(1)>',
    '</td></tr></table>',
    '</style><script>',
    '&lt;b&gt;',
    '" onmouseover="x',
    '<!-- ',
    ']]>',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => /[<>"&']/.test(text)),
);

describe.each(pages)('%s', (_, write) => {
  const text = write(options);

  test('no text of the data or the options becomes markup', () => {
    expect(foreignTags(text)).toEqual([]);
    fc.assert(
      fc.property(hostileTexts, (hostile) => {
        const organisation = { name: hostile, place: hostile };
        const signatures = [{ role: hostile, position: hostile, name: hostile }];
        const approvedBy = { order: hostile, date: hostile };
        const own = { ...options, organisation, signatures, approvedBy, form: hostile };
        const page = write(own, hostile);
        expect(foreignTags(page)).toEqual([]);
        // One style, and it ends where it began: a form's name in a page margin leaves it not.
        expect(page.match(/<\/?style/gi)).toHaveLength(2);
        const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
        expect(style).not.toMatch(/[<&']/);
        expect(style).toMatch(/@bottom-left \{ content: "(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"; font/);
      }),
      { numRuns: 15 },
    );
  });

  test('loads nothing and runs nothing', () => {
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=|https?:/i);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('says on both clocks of when it is', () => {
    const seen = textOf(text);
    expect(seen).toContain('Состояние на дату 20 декабря 2026 г.');
    expect(seen).toContain('Последняя запись внесена 22.12.2026 00:05:09 (Europe/Moscow)');
    const utc = textOf(write({ ...options, timeZone: 'UTC' }));
    expect(utc).toContain('21.12.2026 21:05:09 (UTC)');
  });

  test('names the last event that it rests on, its instant, and the digest', () => {
    const foot = /<div class="basis"[\s\S]*?<\/div>/.exec(text)?.[0] ?? '';
    expect(foot).toContain(`data-last="${basis.last}"`);
    expect(foot).toContain(`data-known-at="${basis.recordedAt}"`);
    expect(foot).toContain(`data-digest="${basis.digest}"`);
    expect(textOf(foot)).toContain(`${basis.last}`);
    expect(textOf(foot)).toContain(`${basis.digest}`);
  });

  test('bears on every printed sheet its number and the mark of its history', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const read = style.replaceAll(/\\([0-9a-f]+) /g, (_sign, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    expect(read).toContain('"Лист " counter(page) " из " counter(pages)');
    expect(read).toContain(`${basis.last} · 9f86d081884c7d65…"`);
    expect(read).toMatch(/thead \{ display: table-header-group; \}/);
    expect(read).toMatch(/tr, li \{ break-inside: avoid; \}/);
  });

  test('is Russian by default, with headed tables', () => {
    expect(text).toMatch(/^<!doctype html>\n<html lang="ru">/);
    const tables = text.match(/<table[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      for (const heading of table.match(/<th\b[^>]*>/g) ?? []) {
        expect(heading).toMatch(/ scope="(col|colgroup|row)"/);
      }
    }
  });

  test('in English leaves no Russian heading', () => {
    const english = write({ ...options, language: 'en' });
    expect(english).toContain('<html lang="en">');
    for (const [, heading] of english.matchAll(/<(?:h1|dt|th scope="col[^>]*)>([^<]*)</g)) {
      expect(heading).not.toMatch(/[а-яё]/i);
    }
  });

  test('has the lines to be signed, initials before the surname', () => {
    const signatures = [{ role: 'Директор', position: 'к. п. н.', name: 'Орлов Игорь Борисович' }];
    const signed = write({ ...options, signatures });
    const block = /<section class="signatures"[\s\S]*?<\/section>/.exec(signed)?.[0] ?? '';
    expect(textOf(block)).toMatch(/^Директор, к\. п\. н\.И\. Б\. Орлов/);
    expect(write({ ...options, signatures: [] })).not.toContain('class="signatures"');
  });

  test('names the order that approved the form', () => {
    const approvedBy = { order: '7-од', date: '2026-08-20' };
    expect(write({ ...options, approvedBy, form: 'Ф-07' })).toContain(
      'Форма утверждена приказом № 7-од от 20.08.2026',
    );
  });

  test('is the same for the same data', () => {
    expect(write(options)).toBe(text);
  });

  test('refuses a time zone that is none', () => {
    expect(() => write({ ...options, timeZone: 'Moscow' })).toThrow(RangeError);
  });
});

function list(path: string): string {
  const listed = [{ path, title: 'Н-1', description: '30 слушателей' }];
  const groups = [{ heading: 'Журналы', pages: listed }];
  return indexHtml({ title: 'Страницы <года>', intro: ['Всё & вся'], groups }, options);
}

describe('the list of pages', () => {
  test('leads to each page with its description', () => {
    const page = list('journals/м 1.html');
    expect(page).toContain('href="./journals/%D0%BC%201.html"');
    expect(textOf(page)).toContain('Н-1 30 слушателей');
    expect(foreignTags(page)).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'https://example.org/',
    '//example.org/',
    '../x',
    '" onclick="',
  ])('takes the path %s for a file below it', (path) => {
    const href = /href="([^"]*)"/.exec(list(path))?.[1] ?? '';
    expect(new URL(href, 'file:///out/index.html').href).toMatch(/^file:\/\/\/out\/./);
    expect(foreignTags(list(path))).toEqual([]);
  });
});
