import { readDayOf, readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import {
  annulCommissionEntry,
  changeCommission,
  correctCommissionEntry,
  dissolveCommission,
  formCommission,
  holdSitting,
} from './commands.ts';
import { readCommissionCorrection, readOrder } from './context.ts';
import { decideAnnulCommissionEntry, decideCorrectCommissionEntry } from './decide-put-right.ts';
import { decideHoldSitting } from './decide-sitting.ts';
import {
  decideChangeCommission,
  decideDissolveCommission,
  decideFormCommission,
} from './decide.ts';
import { commissionFold } from './facts/state.ts';

/** Answer of a command about a commission: later commands name it by `commission`. */
export interface CommissionReceipt extends Receipt {
  readonly commission: string;
}

/** Answer of `hold`: later commands name the protocol of the sitting by `protocol`. */
export interface SittingReceipt extends CommissionReceipt {
  readonly protocol: string;
}

const commissionReceipt = (outcome: Outcome): CommissionReceipt => ({
  ...receipt(outcome),
  commission: streamId(outcome),
});

const onCommission = on({
  fold: commissionFold,
  key: ({ commission }: { readonly commission: string }) => [commission],
  answer: commissionReceipt,
});

/**
 * Commissions: formed by order, changed, dissolved; and their sittings. D8, R1 §4.2.3.
 *
 * @example
 * const members = [{ person: 'p-1', role: 'chair' }, { person: 'p-8', role: 'member' },
 *   { person: 'p-9', role: 'member' }];
 * must(await commissionService(session).form({ id: 'c-1', kind: 'attestation', members,
 *   from: '2026-12-01' }));
 */
export const commissionService = service({
  /**
   * Forms a commission with its members, by order. The answer's `commission` names it.
   * Refuses `already-exists`, `commission-kind-unknown`, `commission-seats-wrong`,
   * `period-reversed`, `order-required`, `not-appointed`. D8, R1 §4.2.3.
   */
  form: onCommission.begin(formCommission, {
    context: (session, { from, members }, command) => readOrder(session, from, members, command),
    decide: decideFormCommission,
  }),

  /**
   * Relieves members and seats others in one act, after which the members fit the regulation. The
   * answer's `commission` names it.
   * Refuses `commission-not-working`, `commission-out-of-order`, `not-seated`,
   * `commission-seats-wrong`, `order-required`, `not-appointed`. D8, R1 §4.2.3.
   */
  change: onCommission(changeCommission, {
    context: (session, { on: day, seated }, command) => readOrder(session, day, seated, command),
    decide: decideChangeCommission,
  }),

  /**
   * Records a sitting with the members present; its protocol begins. The answer's `protocol` names
   * it.
   * Refuses `commission-not-working`, `not-seated`, `no-quorum`, `nobody-presides`. D8.
   */
  hold: onCommission.answering(holdSitting, {
    context: readDayOf,
    decide: decideHoldSitting,
    answer: (outcome): SittingReceipt => {
      const [first] = outcome.events;
      const protocol = first?.type === 'SittingHeld' ? first.data.protocol : '';
      return { ...commissionReceipt(outcome), protocol };
    },
  }),

  /**
   * Dissolves a commission; `on` is the first day without it. The answer's `commission` names it.
   * Refuses `commission-unknown`, `commission-not-working`, `commission-out-of-order`,
   * `order-required`. D8.
   */
  dissolve: onCommission(dissolveCommission, {
    context: (session, { on: day }, command) => readOrder(session, day, [], command),
    decide: decideDissolveCommission,
  }),

  /**
   * Annuls an entry about a commission, or a sitting, from the start.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `order-required`, `not-appointed`. RK 1.8.
   */
  annulEntry: onCommission(annulCommissionEntry, {
    context: readSignedAct,
    decide: decideAnnulCommissionEntry,
  }),

  /**
   * Corrects an entry about a commission, its day too; the earlier one stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-rested-on`,
   * `reason-missing`, `order-required`, `not-appointed`, `seated-twice`. RK 1.8.
   */
  correctEntry: onCommission(correctCommissionEntry, {
    context: readCommissionCorrection,
    decide: decideCorrectCommissionEntry,
  }),
});
