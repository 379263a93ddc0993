import { deepFreeze } from '../../kernel/json.ts';
import type { RegulationPreset } from '../regulation/facts/state.ts';
import type { StatedRules } from '../regulation/sections/all.ts';
import { SECTIONS, defaultRules } from '../regulation/sections/all.ts';
import type { GeneralRules } from '../regulation/sections/general.ts';

/** What a preset states; every other section has the library's default. */
export interface PresetRules extends Omit<StatedRules, 'general'> {
  /** Name and version of the preset: `r2@1`. */
  readonly preset: string;
  readonly title: RegulationPreset['title'];
  /** Without the time zone, which the organisation gives, and the sources, made from `clauses`. */
  readonly general: Omit<GeneralRules, 'timeZone' | 'sources'>;
}

/**
 * Makes a preset from the rules that its regulation states, and the library's defaults where it is
 * silent. The preset is frozen.
 * @param clauses the source of each field that a clause or a law sets; all others have the source
 *   `default`. A key is `<section>.<field>`, or the path of a part: `carriers.protocols.retention`.
 */
export function presetOf(
  { preset, title, ...stated }: PresetRules,
  clauses: Readonly<Record<string, string>>,
): RegulationPreset {
  const rules = { ...defaultRules, ...stated };
  const fields = SECTIONS.flatMap((section) =>
    Object.keys(rules[section]).map((field) => [`${section}.${field}`, 'default'] as const),
  );
  // The organisation gives the time zone when it adopts the preset.
  const all = { 'general.timeZone': 'default', ...Object.fromEntries(fields), ...clauses };
  const sources = Object.entries(all).map(([field, source]) => ({ field, source }));
  return deepFreeze({ preset, title, ...rules, general: { ...rules.general, sources } });
}
