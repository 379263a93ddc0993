import type { Decider } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { custodyEvents } from './events.ts';

/*
 * Stream: `<org>.custody-<studyYear>`. A study year is named by the calendar year in which it
 * begins. D20, R4 §5.6, §6.1-6.3.
 */

export type CustodyEvent = EventOf<(typeof custodyEvents)[number]>;

/** A study period: days, and when it was closed, exported and checked first; null: not yet. */
export interface StudyPeriod {
  readonly from: string;
  readonly until: string;
  closedOn: string | null;
  exportedOn: string | null;
  checkedOn: string | null;
}

/** One copy of a backup. */
export interface BackupMedium {
  readonly sha256: string;
  readonly since: string;
  /** Day on which it was found damaged; null: it was not. */
  damagedOn: string | null;
  replacedBy: string | null;
}

export interface Backup {
  readonly madeOn: string;
  readonly media: Map<string, BackupMedium>;
  /** Days on which its integrity was checked, in order. */
  readonly checkedOn: string[];
  restoredOn: string | null;
}

/** A check of entries. */
export interface EntriesCheck {
  readonly on: string;
  /** The day on which each finding was settled; null: it is open. */
  readonly settledOn: (string | null)[];
}

export interface CustodyState {
  readonly periods: Map<string, StudyPeriod>;
  readonly backups: Map<string, Backup>;
  readonly checks: Map<string, EntriesCheck>;
  /** Ids of exports, checks and restores: one stands once. */
  readonly ids: Set<string>;
}

export const custodyDecider: Decider<CustodyState, CustodyEvent> = {
  kind: 'custody',
  initial: () => ({
    periods: new Map(),
    backups: new Map(),
    checks: new Map(),
    ids: new Set(),
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'StudyPeriodDefined': {
        const { period, from, until } = event.data;
        const done = { closedOn: null, exportedOn: null, checkedOn: null };
        state.periods.set(period, { from, until, ...done });
        return;
      }
      case 'StudyPeriodClosed':
        return first(state, event.data.period, 'closedOn', on);
      case 'PeriodExported':
        state.ids.add(event.data.export);
        return first(state, event.data.period, 'exportedOn', on);
      case 'EntriesChecked': {
        const { check, period, findings } = event.data;
        state.ids.add(check);
        state.checks.set(check, { on, settledOn: findings.map(() => null) });
        return first(state, period, 'checkedOn', on);
      }
      case 'FindingSettled': {
        const found = state.checks.get(event.data.check);
        if (found !== undefined) found.settledOn[event.data.finding - 1] = on;
        return;
      }
      default:
        return evolveBackup(state, event);
    }
  },
};

function first(
  state: CustodyState,
  period: string,
  what: 'closedOn' | 'exportedOn' | 'checkedOn',
  on: string,
): void {
  const one = state.periods.get(period);
  // The earliest day counts: a later export of the same period takes nothing back.
  if (one !== undefined && (one[what] === null || on < one[what])) one[what] = on;
}

type BackupEvent = Extract<
  CustodyEvent,
  { type: 'BackupMade' | 'IntegrityChecked' | 'MediumReplaced' | 'BackupRestored' }
>;

function evolveBackup(state: CustodyState, event: BackupEvent): void {
  const { occurredOn: on, data } = event;
  if (event.type === 'BackupMade') {
    const media = event.data.media.map(
      ({ id, sha256 }) =>
        [id, { sha256, since: on, damagedOn: null, replacedBy: null }] satisfies [
          string,
          BackupMedium,
        ],
    );
    const made = { madeOn: on, media: new Map(media), checkedOn: [], restoredOn: null };
    state.backups.set(data.backup, made);
    return;
  }
  const backup = state.backups.get(data.backup);
  if (backup === undefined) return;
  switch (event.type) {
    case 'IntegrityChecked':
      state.ids.add(event.data.check);
      backup.checkedOn.push(on);
      for (const { medium, outcome } of event.data.media) {
        const one = backup.media.get(medium);
        if (one === undefined || outcome !== 'damaged') continue;
        // Checks may be entered late: the earliest day on which it was found counts.
        if (one.damagedOn === null || on < one.damagedOn) one.damagedOn = on;
      }
      return;
    case 'MediumReplaced': {
      const { damaged, medium } = event.data;
      const old = backup.media.get(damaged);
      if (old !== undefined) old.replacedBy = medium.id;
      const fresh = { sha256: medium.sha256, since: on, damagedOn: null, replacedBy: null };
      backup.media.set(medium.id, fresh);
      return;
    }
    case 'BackupRestored':
      state.ids.add(event.data.restore);
      backup.restoredOn = on;
      return;
  }
}

/** The media of a backup that are whole on a day, by id. */
export function wholeMedia(backup: Backup, on: string): readonly string[] {
  return [...backup.media].flatMap(([id, { since, damagedOn }]) =>
    since <= on && (damagedOn === null || damagedOn > on) ? [id] : [],
  );
}
