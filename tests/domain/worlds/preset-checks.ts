import type { RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { utf8Bytes } from '@letopis/core/kernel';
import { checkScale } from '@letopis/core/values';
import { expect, test } from 'vitest';
import { newAcademy } from './academy.ts';

/** All sections of a preset; `general` has its sources too. */
export const sectionsOf = ({ preset: _name, title: _title, ...rules }: RegulationPreset) => rules;

/** The source of each field of a preset. */
export const sourcesIn = (preset: RegulationPreset): ReadonlyMap<string, string> =>
  new Map(preset.general.sources.map(({ field, source }) => [field, source]));

/** A law, another act, or `default`: sources that are allowed beside a clause of the regulation. */
const ELSEWHERE = /^(?:\d+-FZ art\. [\d.]+|order \d+ of \d{4} (?:item|annex) \d+|default)$/;

/**
 * Checks what is required of every preset: adopted, complete, frozen, and with a source for each
 * field.
 */
export function describesItself(name: 'R1' | 'R3' | 'R4' | 'R5', preset: RegulationPreset): void {
  const sources = sourcesIn(preset);
  const sections = sectionsOf(preset);

  test('is adopted without a problem, each section in a line well under 65,535 bytes', async () => {
    const { session, regulation, events } = newAcademy();
    const given = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
    must(await regulation.adopt(preset, given));
    const [adopted, ...rules] = await events('academy.regulation-main');
    expect(adopted?.data).toMatchObject({ edition: 1, preset: `${name.toLowerCase()}@1` });
    expect(rules).toHaveLength(Object.keys(sections).length);
    const lines: number[] = [];
    for await (const page of session.handler.store.readStream('academy.regulation-main')) {
      lines.push(...page.map(({ line }) => utf8Bytes(line)));
    }
    expect(Math.max(...lines)).toBeLessThan(20_000);
  });

  test('names a source for every field, once', () => {
    const fields = Object.entries(sections).flatMap(([section, rules]) =>
      Object.keys(rules)
        .filter((field) => field !== 'sources')
        .map((field) => `${section}.${field}`),
    );
    expect(fields.filter((field) => !sources.has(field))).toEqual([]);
    expect(sources.size).toBe(preset.general.sources.length);
  });

  test(`gives each source as clauses of ${name}, a law, or default`, () => {
    const clause = new RegExp(`^${name} §[\\d./b-]+(?:, §[\\d./b-]+)*$`);
    const odd = [...sources].filter(([, said]) => !clause.test(said) && !ELSEWHERE.test(said));
    expect(odd).toEqual([]);
  });

  test('names only fields and ids that it has', () => {
    const strange = [...sources.keys()].filter((field) => {
      const [section = '', ...names] = field.split('.');
      const { general } = sections;
      const held = { ...sections, general: { ...general, sources: null } };
      const whole = JSON.stringify(held[section as 'general']);
      return !names.every((each) => whole.includes(`"${each}"`));
    });
    expect(strange).toEqual(['general.timeZone']);
  });

  test('has scales whose parts agree', () => {
    for (const scale of preset.scales.scales) {
      expect(checkScale(scale as Parameters<typeof checkScale>[0])).toEqual([]);
    }
  });

  test('cannot be changed by who adopts it', () => {
    expect(Object.isFrozen(preset.correction.signerOffices)).toBe(true);
    expect(Object.isFrozen(preset.general.programmeTypes[0])).toBe(true);
  });
}

/** Expects that these fields name this clause as their source. */
export function expectSource(preset: RegulationPreset, clause: string, ...fields: string[]): void {
  const sources = sourcesIn(preset);
  for (const field of fields) expect([field, sources.get(field)]).toEqual([field, clause]);
}

/** The ids of a list. */
export const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id);
