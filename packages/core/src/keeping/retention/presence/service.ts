import { service } from '../../../acting/service.ts';
import { onRetention } from '../service.ts';
import {
  approveNonDiscovery,
  checkPresence,
  recordFound,
  reportCarrier,
  restoreCopy,
} from './commands.ts';
import { readCarrier, readCheck, readWithMembers } from './context.ts';
import { decideCheckPresence, decideRecordFound, decideReportCarrier } from './decide-check.ts';
import { decideNonDiscovery, decideRestoreCopy } from './decide-search.ts';

/**
 * Presence of the carriers of records: checks, searches, acts of non-discovery, restored copies.
 * Only a carrier is ever lost: the record is in the log. An entry that was made in error is
 * annulled by `retention.annulEntry`. R4 §6.6, RK 4 no. 3.
 *
 * @example
 * must(await presenceService(session).check({ id: 'pc-2027', signer: 'p-7', on: '2027-02-01',
 *   items: [{ carrier: 'personal-files', record: 'file-l-1.1', found: 'absent' }] }));
 */
export const presenceService = service({
  /**
   * Records a check of presence: each carrier of the list is present, absent or damaged. What is
   * absent is sought until the day that the regulation's term gives; a search ends with the find or
   * with an act of non-discovery.
   * Refuses `already-exists`, `carrier-listed-twice`, `carrier-unknown`, `carrier-holds-other`,
   * `record-unknown`, `carrier-lent`, `carrier-released`, `carrier-unfit`, `commission-few`,
   * `entry-contradicted`, `not-appointed`, `office-not-entitled`. R4 §6.6.
   */
  check: onRetention(checkPresence, { context: readCheck, decide: decideCheckPresence }),

  /**
   * Reports a carrier lost or damaged, without a check. A lost one is sought.
   * Refuses `carrier-unknown`, `carrier-holds-other`, `record-unknown`, `carrier-released`,
   * `carrier-unfit`, `entry-contradicted`, `not-appointed`, `office-not-entitled`. RK 4.
   */
  report: onRetention(reportCarrier, { context: readCarrier, decide: decideReportCarrier }),

  /**
   * Records that an absent carrier was found, also after its act of non-discovery.
   * Refuses `carrier-unknown`, `carrier-holds-other`, `record-unknown`, `carrier-released`,
   * `carrier-unfit`, `entry-contradicted`, `not-appointed`, `office-not-entitled`. RK 4.
   */
  found: onRetention(recordFound, { context: readCarrier, decide: decideRecordFound }),

  /**
   * Records that the head approved an act of non-discovery, by which the search ends. The facts
   * stand on that act where the command names no other paper.
   * Refuses `carrier-listed-twice`, `carrier-unknown`, `carrier-holds-other`, `record-unknown`,
   * `carrier-released`, `carrier-unfit`, `commission-few`, `act-out-of-order`,
   * `entry-contradicted`, `not-appointed`, `office-not-entitled`. RK 4.
   */
  approveNonDiscovery: onRetention(approveNonDiscovery, {
    context: readWithMembers,
    decide: decideNonDiscovery,
  }),

  /**
   * Records a copy that was restored from the log and certified. It stands in the original's place,
   * and the term of keeping goes on from the original's.
   * Refuses `carrier-unknown`, `carrier-holds-other`, `record-unknown`, `carrier-released`,
   * `carrier-unfit`, `entry-contradicted`, `not-appointed`, `office-not-entitled`. RK 4.
   */
  restoreCopy: onRetention(restoreCopy, { context: readCarrier, decide: decideRestoreCopy }),
});
