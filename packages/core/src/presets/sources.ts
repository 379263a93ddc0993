import type { GeneralRules, RegulationPreset } from '../regulation/rules.ts';

type Sections = {
  readonly general: Omit<GeneralRules, 'timeZone' | 'sources'>;
} & Omit<RegulationPreset, 'general' | 'preset' | 'title'>;

/**
 * Where each field of a preset comes from: `clauses` names those that a clause or a law gives, all
 * others are the library's default. A key is `<section>.<field>`, and below it the id of one of the
 * field's parts, such as `carriers.protocols.retention`.
 *
 * @example
 * sourcesOf(sections, { 'scales.chosenBy': 'R3 §1.5' })[0];
 * // => { field: 'general.timeZone', source: 'default' }
 */
export function sourcesOf(
  sections: Sections,
  clauses: Readonly<Record<string, string>>,
): GeneralRules['sources'] {
  const fields = Object.entries(sections).flatMap(([section, rules]) =>
    Object.keys(rules)
      .filter((field) => field !== 'section')
      .map((field) => [`${section}.${field}`, 'default'] as const),
  );
  // The time zone is the organisation's own, given when it adopts the preset.
  const all = { 'general.timeZone': 'default', ...Object.fromEntries(fields), ...clauses };
  return Object.entries(all).map(([field, source]) => ({ field, source }));
}
