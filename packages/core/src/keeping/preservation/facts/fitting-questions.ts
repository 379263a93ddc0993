import { entriesInForce } from '../../../entry/fold.ts';
import type { Backup, PreservationHistory } from './questions.ts';
import { wholeMedia } from './questions.ts';
import type { PreservationEntry, PreservationFacts, PreservationState } from './state.ts';
import { preservationFacts } from './state.ts';

/*
 * What the entries of a study year rest on: an export on the closing of its period, a replaced
 * medium on the check that found it damaged. D20, R4 §5.6, §6.1-6.3.
 */

/**
 * The entries that the others do not carry. A period may be defined later than what was done in it;
 * what is done with a backup follows it.
 */
export function unfitPreservationEntries(state: PreservationState): readonly PreservationEntry[] {
  const before = preservationFacts.initial();
  return entriesInForce(state).filter((entry) => {
    const fits = isCarried(state, before, entry);
    preservationFacts.evolve(before, entry);
    return !fits;
  });
}

function isCarried(
  { periods, checks }: PreservationFacts,
  before: PreservationHistory,
  { type, occurredOn: on, data }: PreservationEntry,
): boolean {
  switch (type) {
    case 'StudyPeriodDefined':
    case 'BackupMade':
      return true;
    case 'StudyPeriodClosed':
    case 'EntriesChecked':
      return periods.has(data.period);
    case 'PeriodExported':
      return (periods.get(data.period)?.closedOn ?? null) !== null;
    case 'FindingSettled':
      return checks.has(data.check);
    case 'IntegrityChecked': {
      const backup = before.backups.get(data.backup);
      return data.media.every(({ medium }) => backup?.media.has(medium));
    }
    case 'MediumReplaced': {
      const backup = before.backups.get(data.backup);
      const { damagedOn = null } = backup?.media.get(data.damaged) ?? {};
      // What was found later does not count: `before` knows only what was entered up to this day.
      return damagedOn !== null && isWhole(backup, data.from, on);
    }
    case 'BackupRestored':
      return isWhole(before.backups.get(data.backup), data.medium, on);
  }
}

const isWhole = (backup: Backup | undefined, medium: string, on: string): boolean =>
  backup !== undefined && wholeMedia(backup, on).includes(medium);
