import { readSignedAct } from '../../acting/context.ts';
import { withDefaultId } from '../../acting/default-id.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import type { Created } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import {
  annulPreservationEntry,
  checkEntries,
  checkIntegrity,
  closePeriod,
  definePeriod,
  recordBackup,
  recordExport,
  recordRestore,
  replaceMedium,
  settleFinding,
} from './commands.ts';
import {
  decideCheckIntegrity,
  decideRecordBackup,
  decideRecordRestore,
  decideReplaceMedium,
} from './decide-backups.ts';
import {
  decideCheckEntries,
  decideClosePeriod,
  decideDefinePeriod,
  decideRecordExport,
  decideSettleFinding,
} from './decide-periods.ts';
import { decideAnnulPreservationEntry } from './decide-put-right.ts';
import type { PreservationEvent } from './facts/state.ts';
import { preservationFold } from './facts/state.ts';

const onStudyYear = on({ fold: preservationFold, ...keyedBy('studyYear') });

/**
 * Preservation of the electronic record: exports, checks and backups of each study year. D20, R4
 * §5.6, §6.1-6.3.
 *
 * @example
 * must(await preservationService(session).definePeriod({ studyYear: '2026', period: 'q1',
 *   from: '2026-09-01', until: '2026-10-31', signer: 'p-1', on: '2026-09-01' }));
 */
export const preservationService = service({
  /**
   * Defines a study period with its days, because exports and checks are due by period.
   * Refuses `already-exists`, `study-period-misplaced`, `custody-not-owed`, `not-appointed`. D20,
   * R4 §6.2.
   */
  definePeriod: onStudyYear(definePeriod, { context: readSignedAct, decide: decideDefinePeriod }),

  /**
   * Closes a study period after its last day, because only a closed one is exported.
   * Refuses `study-period-unknown`, `study-period-closed`, `study-period-runs`, `not-appointed`.
   * D20, R4 §6.2.
   */
  closePeriod: onStudyYear(closePeriod, { context: readSignedAct, decide: decideClosePeriod }),

  /**
   * Records that a closed period was exported from the platform, where the export is kept, and its
   * hash. The receipt's `id` is the export's.
   * Refuses `already-exists`, `study-period-unknown`, `study-period-open`, `custody-not-owed`,
   * `not-appointed`. D20, R4 §6.2.
   */
  recordExport: onStudyYear.answering(recordExport, {
    context: readSignedAct,
    decide: withDefaultId(decideRecordExport),
    answer: createdReceipt,
  }),

  /**
   * Records the head's check of a period's entries with its findings. The receipt's `id` is the
   * check's.
   * Refuses `already-exists`, `study-period-unknown`, `act-out-of-order`, `custody-not-owed`,
   * `not-appointed`. D20, R4 §5.6.
   */
  checkEntries: onStudyYear.answering(checkEntries, {
    context: readSignedAct,
    decide: withDefaultId(decideCheckEntries),
    answer: createdReceipt,
  }),

  /**
   * Records how a finding of a check was settled.
   * Refuses `finding-not-open`, `act-out-of-order`, `not-appointed`. D20, R4 §5.6.
   */
  settleFinding: onStudyYear(settleFinding, {
    context: readSignedAct,
    decide: decideSettleFinding,
  }),

  /**
   * Records the yearly backup with its media, which all have the same bytes. The receipt's `id` is
   * the backup's.
   * Refuses `already-exists`, `media-few`, `media-differ`, `medium-kind-unknown`, `not-appointed`.
   * D20, R4 §6.3.
   */
  recordBackup: onStudyYear.answering(recordBackup, {
    context: readSignedAct,
    decide: withDefaultId(decideRecordBackup),
    answer: createdReceipt,
  }),

  /**
   * Records a check of all media of a backup that are in use, and which of them are damaged. The
   * receipt's `id` is the check's.
   * Refuses `already-exists`, `backup-unknown`, `medium-unfit`, `media-unchecked`, `not-appointed`.
   * D20, R4 §6.1.
   */
  checkIntegrity: onStudyYear.answering(checkIntegrity, {
    context: readSignedAct,
    decide: withDefaultId(decideCheckIntegrity),
    answer: createdReceipt,
  }),

  /**
   * Records that a damaged medium was replaced by a copy of an undamaged one.
   * Refuses `backup-unknown`, `medium-unfit`, `media-differ`, `medium-kind-unknown`,
   * `not-appointed`. D20, R4 §6.1.
   */
  replaceMedium: onStudyYear(replaceMedium, {
    context: readSignedAct,
    decide: decideReplaceMedium,
  }),

  /**
   * Records that a backup was restored from a medium, with the same bytes. The receipt's `id` is
   * the restore's.
   * Refuses `already-exists`, `backup-unknown`, `medium-unfit`, `media-differ`, `not-appointed`.
   * D20, R4 §6.1.
   */
  recordRestore: onStudyYear.answering(recordRestore, {
    context: readSignedAct,
    decide: withDefaultId(decideRecordRestore),
    answer: createdReceipt,
  }),

  /**
   * Annuls an entry that was made in error; enter it anew where it has another day or value. A
   * period, the closing of one that was exported, a check whose findings were settled, a backup and
   * a check on which a medium was replaced are annulled after what rests on them.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D20, RK 1.8.
   */
  annulEntry: onStudyYear(annulPreservationEntry, {
    context: readSignedAct,
    decide: decideAnnulPreservationEntry,
  }),
});

/** The receipt of a command that creates something, with its id from the event. */
function createdReceipt(outcome: Outcome<PreservationEvent>): Created {
  return { ...receipt(outcome), id: idOf(outcome) };
}

function idOf({ events: [event] }: Outcome<PreservationEvent>): string {
  switch (event?.type) {
    case 'PeriodExported':
      return event.data.export;
    case 'EntriesChecked':
    case 'IntegrityChecked':
      return event.data.check;
    case 'BackupMade':
      return event.data.backup;
    case 'BackupRestored':
      return event.data.restore;
    default:
      return '';
  }
}
