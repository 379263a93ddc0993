import type { Entry } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { RuleBook, RulesSet } from '../sections/all.ts';
import type {
  editionAdopted,
  regulationDayCorrected,
  regulationEntryAnnulled,
  regulationPublished,
  regulationRepealed,
} from './events.ts';
import type { Editions } from './questions.ts';
import { addEditionFact } from './questions.ts';

/* Stream: `<org>.regulation-main`. It holds the editions only, because every command reads it. */

/** Any event of the regulation. */
export type RegulationEvent =
  | EventOf<RulesSet | typeof regulationEntryAnnulled | typeof regulationDayCorrected>
  | RegulationEntry;

/** An entry of the regulation that can be put right: an edition, a publication, a repeal. */
export type RegulationEntry = EventOf<
  typeof editionAdopted | typeof regulationPublished | typeof regulationRepealed
>;

/** An entry, and its day as last corrected. */
export interface DatedEntry extends Entry<RegulationEntry> {
  day: string;
}

/** All editions, oldest first, and the entries by event id. Publishing one changes none. */
export interface RegulationState extends Editions {
  readonly entries: Map<string, DatedEntry>;
}

/** Folds the events of the regulation. */
export const regulationFold: Fold<RegulationState, RegulationEvent> = {
  kind: 'regulation',
  initial: () => ({ editions: [], entries: new Map() }),
  evolve: (state, event) => {
    if (event.type !== 'RegulationPublished') addEditionFact(state, event);
    switch (event.type) {
      case 'EditionAdopted':
      case 'RegulationPublished':
      case 'RegulationRepealed': {
        const { id, revision: place, occurredOn } = event;
        state.entries.set(id, { event, annulled: null, place, day: occurredOn });
        return;
      }
      case 'RegulationEntryAnnulled': {
        const { corrects, actedOn, replacedBy } = event.data;
        const entry = state.entries.get(corrects);
        if (entry !== undefined) entry.annulled ??= { event: event.id, actedOn, replacedBy };
        return;
      }
      case 'RegulationDayCorrected': {
        const entry = state.entries.get(event.data.corrects);
        if (entry !== undefined) entry.day = event.data.day;
      }
    }
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
