import { readSignedAct } from '../../../acting/context.ts';
import { service } from '../../../acting/service.ts';
import { readListed } from '../presence/context.ts';
import { onRetention } from '../service.ts';
import { endSeizure, seizeCarriers } from './commands.ts';
import { decideEndSeizure, decideSeizeCarriers } from './decide.ts';

/**
 * Carriers that an authority took away. They are no loan: there is no day of return, so they are
 * never overdue. An entry that was made in error is annulled by `retention.annulEntry`, with the
 * holds of the same act. RK 4 no. 10.
 *
 * @example
 * must(await seizureService(session).seize({ id: 's-1', number: '1-и', authority: 'СУ СК',
 *   takerPosition: 'следователь', paper: { kind: 'decision', number: '17', date: '2027-03-01' },
 *   items: [{ carrier: 'personal-files', record: 'file-l-1.1', sheets: 40, copySheets: 40 }],
 *   signer: 'p-1', on: '2027-03-02' }));
 */
export const seizureService = service({
  /**
   * Records that an authority took carriers away, and places a hold on each of their records by the
   * same act. The holds are named after the seizure: `s-1-1`, `s-1-2`.
   * Refuses `already-exists`, `carrier-listed-twice`, `carrier-unknown`, `carrier-holds-other`,
   * `record-unknown`, `carrier-released`, `carrier-unfit`, `period-reversed`,
   * `entry-contradicted`, `not-appointed`, `office-not-entitled`. RK 4, RK 1.11.
   */
  seize: onRetention(seizeCarriers, { context: readListed, decide: decideSeizeCarriers }),

  /**
   * Records that seized carriers came back, or that they will not: attached to the case, or
   * destroyed as evidence. Once all that was taken of a record is back, its hold is lifted; a hold
   * on what does not come back is lifted by `retention.lift`.
   * Refuses `seizure-unknown`, `nothing-seized`, `act-out-of-order`, `carrier-released`,
   * `entry-contradicted`, `not-appointed`, `office-not-entitled`. RK 4.
   */
  end: onRetention(endSeizure, { context: readSignedAct, decide: decideEndSeizure }),
});
