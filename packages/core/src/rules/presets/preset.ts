import { deepFreeze } from '../../kernel/json.ts';
import type { RegulationPreset } from '../regulation/facts/state.ts';
import type { StatedRules } from '../regulation/sections/all.ts';
import { SECTIONS, defaultRules } from '../regulation/sections/all.ts';
import type { GeneralRules } from '../regulation/sections/general.ts';

/** What a preset states; for every other section it takes the library's default. */
export interface PresetRules extends Omit<StatedRules, 'general'> {
  /** Name and version of the preset. */
  readonly preset: string;
  readonly title: RegulationPreset['title'];
  /** The time zone is the organisation's own; the sources are made from the clauses. */
  readonly general: Omit<GeneralRules, 'timeZone' | 'sources'>;
}

/**
 * A preset: what its regulation states, and the library's default where it is silent. `clauses`
 * names the fields that a clause or a law gives, all others have the source `default`. A key is
 * `<section>.<field>`, and below it the id of one of the field's parts, such as
 * `carriers.protocols.retention`. Nobody can change a preset.
 */
export function presetOf(
  { preset, title, ...stated }: PresetRules,
  clauses: Readonly<Record<string, string>>,
): RegulationPreset {
  const rules = { ...defaultRules, ...stated };
  const fields = SECTIONS.flatMap((section) =>
    Object.keys(rules[section]).map((field) => [`${section}.${field}`, 'default'] as const),
  );
  // The time zone is the organisation's own, given when it adopts the preset.
  const all = { 'general.timeZone': 'default', ...Object.fromEntries(fields), ...clauses };
  const sources = Object.entries(all).map(([field, source]) => ({ field, source }));
  return deepFreeze({ preset, title, ...rules, general: { ...rules.general, sources } });
}
