import { readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { annulCarrierEntry, decideOnCarrier } from './commands.ts';
import { readCarrierDecision } from './context.ts';
import { decideAnnulCarrierEntry, decideCarrier } from './decide.ts';
import { carrierKey } from './facts/reading.ts';
import { carrierFold } from './facts/state.ts';

const onCarrier = on({
  fold: carrierFold,
  key: ({ carrier, group }: { readonly carrier: string; readonly group: string | null }) =>
    carrierKey(carrier, group),
  answer: receipt,
});

/**
 * Carriers of the record: decisions on which of the optional ones are kept. D1.
 *
 * @example
 * must(await carrierService(session).decide({ carrier: 'analytical-note', keep: true,
 *   decidedBy: 'p-1' }));
 */
export const carrierService = service({
  /**
   * Records the decision that an optional carrier is kept from a day on, or no longer, because the
   * regulation leaves that choice open.
   * Refuses `carrier-unknown`, `carrier-mandatory`, `already-decided`, `group-unknown`,
   * `not-appointed`. D1, R1 §4/5.6, R3 §3.4, R5 §4.3.4.
   */
  decide: onCarrier(decideOnCarrier, { context: readCarrierDecision, decide: decideCarrier }),

  /**
   * Annuls a decision that was entered in error; enter it anew where it has another day or value.
   * Sheets that were signed meanwhile stay.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. D1, RK 1.8.
   */
  annulEntry: onCarrier(annulCarrierEntry, {
    context: readSignedAct,
    decide: decideAnnulCarrierEntry,
  }),
});
