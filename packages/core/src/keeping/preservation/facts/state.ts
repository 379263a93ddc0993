import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { custodyEvents } from './events.ts';
import type { CustodyHistory } from './questions.ts';
import { addCustodyFact, custodyHistoryOf } from './questions.ts';

/*
 * Stream: `<org>.custody-<studyYear>`. A study year is named by the calendar year in which it
 * begins. D20, R4 §5.6, §6.1-6.3.
 */

export type CustodyEvent = EventOf<(typeof custodyEvents)[number]>;

/** A check of entries. */
export interface EntriesCheck {
  readonly on: string;
  /** The day on which each finding was settled; null: it is open. */
  readonly settledOn: (string | null)[];
}

/** The history of the year, and what was checked or named in it. */
export interface CustodyState extends CustodyHistory {
  readonly checks: Map<string, EntriesCheck>;
  /** Ids of exports, checks and restores: one stands once. */
  readonly ids: Set<string>;
}

export const custodyFold: Fold<CustodyState, CustodyEvent> = {
  kind: 'custody',
  initial: () => ({ ...custodyHistoryOf([]), checks: new Map(), ids: new Set() }),
  evolve: (state, event) => {
    addCustodyFact(state, event);
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
