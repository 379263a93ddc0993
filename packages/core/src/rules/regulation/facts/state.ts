import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { RuleBook, RulesSet } from '../sections/all.ts';
import type { editionAdopted, regulationPublished, regulationRepealed } from './events.ts';
import type { Editions } from './questions.ts';
import { addEditionFact } from './questions.ts';

/* Stream: `<org>.regulation-main`. Editions only; every command reads it. */

export type RegulationEvent = EventOf<
  typeof editionAdopted | RulesSet | typeof regulationPublished | typeof regulationRepealed
>;

/** All editions, oldest first, and which of them were published. */
export interface RegulationState extends Editions {
  /** Numbers of editions that were published. */
  readonly published: number[];
}

export const regulationFold: Fold<RegulationState, RegulationEvent> = {
  kind: 'regulation',
  initial: () => ({ editions: [], published: [] }),
  evolve: (state, event) => {
    if (event.type === 'RegulationPublished') state.published.push(event.data.edition);
    else addEditionFact(state, event);
  },
};

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
