import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { preservationEvents } from './events.ts';
import type { PreservationHistory } from './questions.ts';
import { addPreservationFact, preservationHistoryOf } from './questions.ts';

/*
 * Stream: `<org>.custody-<studyYear>`. A study year is named by the calendar year in which it
 * begins. D20, R4 §5.6, §6.1-6.3.
 */

/** Any event in the stream of the preservation of a study year. */
export type PreservationEvent = EventOf<(typeof preservationEvents)[number]>;

/** A check of entries, with its findings. */
export interface EntriesCheck {
  readonly on: string;
  /** Day on which each finding was settled; null while it is open. */
  readonly settledOn: (string | null)[];
}

/** What was done in the study year, and the ids that its commands used. */
export interface PreservationState extends PreservationHistory {
  /** By id. */
  readonly checks: Map<string, EntriesCheck>;
  /** Ids of exports, checks and restores, each used once. */
  readonly ids: Set<string>;
}

/** Folds the events of the preservation of a study year into its state. */
export const preservationFold: Fold<PreservationState, PreservationEvent> = {
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
