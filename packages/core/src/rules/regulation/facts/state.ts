import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { RuleBook, RulesSet } from '../sections/all.ts';
import type { editionAdopted, regulationPublished, regulationRepealed } from './events.ts';
import type { Editions } from './questions.ts';
import { addEditionFact } from './questions.ts';

/* Stream: `<org>.regulation-main`. It holds the editions only, because every command reads it. */

/** Any event of the regulation. */
export type RegulationEvent = EventOf<
  typeof editionAdopted | RulesSet | typeof regulationPublished | typeof regulationRepealed
>;

/** All editions, oldest first. Publishing one changes none. */
export type RegulationState = Editions;

/** Folds the events of the regulation. */
export const regulationFold: Fold<RegulationState, RegulationEvent> = {
  kind: 'regulation',
  initial: () => ({ editions: [] }),
  evolve: (state, event) => {
    if (event.type !== 'RegulationPublished') addEditionFact(state, event);
  },
};

/**
 * An edition with the rules of every section. For a section that the stored edition lacks because
 * it is older, the rules are those of `unregulated`.
 */
export interface Edition extends RuleBook {
  readonly edition: number;
  /** First day in force. */
  readonly from: string;
  readonly title: { readonly ru: string; readonly en: string };
}

/** The content of a regulation, ready to be adopted: what a preset exports. */
export interface RegulationPreset extends Omit<RuleBook, 'general'> {
  /** Name and version of the preset; null: the organisation's own rules. */
  readonly preset: string | null;
  readonly title: { readonly ru: string; readonly en: string };
  /** Without the time zone, which the organisation gives when it adopts the regulation. */
  readonly general: Omit<RuleBook['general'], 'timeZone'>;
}
