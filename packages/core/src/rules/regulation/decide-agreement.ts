import { utf8Bytes } from '../../kernel/json.ts';
import type { LocalisedText } from '../../kernel/refusal.ts';
import type { RuleBook } from './sections/all.ts';
import { regulationSections } from './sections/all.ts';
import type { Named } from './sections/kit/field.ts';

/** Longest section, in bytes of JSON: an event must fit into one line of the log. */
const SECTION_BYTES_MAX = 60_000;

/**
 * The contradictions in a rule book; an empty list if there are none. Checked are: ids are unique
 * in their list, every office and kind of assessment that a section names is described, the checks
 * that each section declares, and the length of each section. D1.
 */
export function disagreements(rules: RuleBook): readonly LocalisedText[] {
  const named = regulationSections.flatMap((one) => [...one.named(rules)]);
  const offices = new Set(rules.general.offices.map((one) => one.id));
  const kinds = new Set(rules.assessment.kinds.map((one) => one.id));
  return [
    ...named
      .filter(({ what }) => what === 'repeated')
      .map(({ id, at }) => ({
        ru: `${at}: «${id}» стоит дважды`,
        en: `${at}: ${id} stands twice`,
      })),
    ...undescribed(named, 'office', offices).map((id) => ({
      ru: `должность «${id}» не описана`,
      en: `office ${id} is not described`,
    })),
    ...undescribed(named, 'assessment-kind', kinds).map((id) => ({
      ru: `вид контроля «${id}» не описан`,
      en: `kind of assessment ${id} is not described`,
    })),
    ...regulationSections.flatMap((one) => [...one.disagreements(rules)]),
    ...tooLong(rules),
  ];
}

function undescribed(
  named: readonly Named[],
  what: Named['what'],
  described: ReadonlySet<string>,
): readonly string[] {
  const ids = named.filter((one) => one.what === what).map(({ id }) => id);
  return [...new Set(ids)].filter((id) => !described.has(id));
}

function tooLong(rules: RuleBook): readonly LocalisedText[] {
  return regulationSections
    .filter(({ name }) => utf8Bytes(JSON.stringify(rules[name])) > SECTION_BYTES_MAX)
    .map(({ name }) => ({
      ru: `раздел ${name} длиннее ${SECTION_BYTES_MAX} байт: сократите названия`,
      en: `section ${name} is longer than ${SECTION_BYTES_MAX} bytes: shorten its titles`,
    }));
}
