import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreEvents, coreServices } from '@letopis/core';
import { operationsOf } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { calledMethods } from '../../tools/map/called.ts';
import { mapPage } from '../../tools/map/page.ts';
import { questions } from '../../tools/map/questions.ts';
import { Sources } from '../../tools/sources/sources.ts';

const root = join(import.meta.dirname, '../..');
const sources = new Sources(root);
const map = readFileSync(join(root, 'docs/map.md'), 'utf8');

const named = (name: string): boolean => map.includes(`\`${name}\``);

describe('docs/map.md', () => {
  test('is what is made from the sources as they are now', () => {
    const made = mapPage(sources, calledMethods());
    expect(map === made, 'stale: run `pnpm map`').toBe(true);
  });

  test('answers its questions with files and folders that exist', () => {
    expect(questions.length).toBeGreaterThanOrEqual(12);
    const files = questions.flatMap((question) => question.files.map(([path]) => path));
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const links = [...map.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
  });

  test('names every event type and every command of the services', () => {
    const types = coreEvents.map(({ type }) => type);
    const commands = operationsOf(Object.values(coreServices)).map(({ command }) => command.name);
    expect([...types, ...commands].filter((name) => !named(name))).toEqual([]);
  });

  test('names the file of every refusal of the packages once', () => {
    const codes = sources.refusals().map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(300);
    const lines = map.split('\n').filter((line) => line.startsWith('Refusals in '));
    const shown = lines.flatMap((line) => [...line.matchAll(/`([a-z-]+)`/g)].map(([, it]) => it));
    expect(shown.toSorted()).toEqual(codes.toSorted());
  });
});
