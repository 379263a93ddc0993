import type { RuleBook } from './sections.ts';

export type * from './sections.ts';

/**
 * An edition of the regulation in force on some day. Where it is older than a section and lacks it,
 * it says there what `unregulated` says.
 */
export interface Edition extends RuleBook {
  readonly edition: number;
  /** First day in force. */
  readonly from: string;
  readonly title: { readonly ru: string; readonly en: string };
}

/** A regulation ready to be adopted: what a preset exports. */
export interface RegulationPreset extends Omit<RuleBook, 'general'> {
  /** Name and version of the preset; null: the organisation's own rules. */
  readonly preset: string | null;
  readonly title: { readonly ru: string; readonly en: string };
  /** The time zone is the organisation's own, given when it is adopted. */
  readonly general: Omit<RuleBook['general'], 'timeZone'>;
}
