import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { preservationEntries, preservationEntryAnnulled } from './events.ts';
import type { PreservationCourse } from './questions.ts';
import { addPreservationFact, preservationHistoryOf } from './questions.ts';

/*
 * Stream: `<org>.custody-<studyYear>`. A study year is named by the calendar year in which it
 * begins. D20, R4 §5.6, §6.1-6.3.
 */

/** An entry of the preservation of a study year, which may be annulled. */
export type PreservationEntry = EventOf<(typeof preservationEntries)[number]>;

type PreservationAnnulment = EventOf<typeof preservationEntryAnnulled>;

/** Any event in the stream of the preservation of a study year. */
export type PreservationEvent = PreservationEntry | PreservationAnnulment;

/** A check of entries, with its findings. */
export interface EntriesCheck {
  readonly on: string;
  /** Day on which each finding was settled; null while it is open. */
  readonly settledOn: (string | null)[];
}

/** What was done in the study year, and the ids that its commands used. */
export interface PreservationFacts extends PreservationCourse {
  /** By id. */
  readonly checks: Map<string, EntriesCheck>;
  /** Ids of exports, checks and restores, each used once. */
  readonly ids: Set<string>;
}

/** The preservation of a study year. */
export type PreservationState = PreservationFacts & WithEntries<PreservationEntry>;

/** How the entries that count, in the order of their days, make the state. */
export const preservationFacts: EntryFold<PreservationFacts, PreservationEntry> = {
  kind: 'custody',
  initial: () => ({ ...preservationHistoryOf([]), checks: new Map(), ids: new Set() }),
  evolve: (state, event) => {
    addPreservationFact(state, event);
    switch (event.type) {
      case 'PeriodExported':
        state.ids.add(event.data.export);
        return;
      case 'EntriesChecked': {
        const { check, findings } = event.data;
        state.ids.add(check);
        state.checks.set(check, { on: event.occurredOn, settledOn: findings.map(() => null) });
        return;
      }
      case 'FindingSettled': {
        const found = state.checks.get(event.data.check);
        if (found !== undefined) found.settledOn[event.data.finding - 1] = event.occurredOn;
        return;
      }
      case 'IntegrityChecked':
        // An id counts only where its backup is known.
        if (state.backups.has(event.data.backup)) state.ids.add(event.data.check);
        return;
      case 'BackupRestored':
        if (state.backups.has(event.data.backup)) state.ids.add(event.data.restore);
        return;
      default:
    }
  },
};

/** Folds the events of the preservation of a study year into its state. */
export const preservationFold: Fold<PreservationState, PreservationEvent> = foldEntries<
  PreservationFacts,
  PreservationEntry,
  PreservationAnnulment
>(preservationFacts, { type: 'PreservationEntryAnnulled' });
