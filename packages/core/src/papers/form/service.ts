import { readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { customOperation, service } from '../../acting/service.ts';
import { readDay } from '../../rules/regulation/facts/reading.ts';
import { annulFormEntry, approveForm, approveForms, withdrawForm } from './commands.ts';
import { approveEach } from './context.ts';
import { decideAnnulFormEntry, decideApproveForm, decideWithdrawForm } from './decide.ts';
import { formFold } from './facts/state.ts';

const onForm = on({ fold: formFold, ...keyedBy('form') });

const approving = onForm(approveForm, {
  context: (session, input) => readDay(session, input.on),
  decide: decideApproveForm,
});

/**
 * Forms of the record: approved version by version, by order, and withdrawn. D1, R2 §2.1.
 *
 * @example
 * await formService(session).approve({ form: 'lesson-journal', version: 'Ф-07/2026',
 *   title: { ru: 'Журнал учёта занятий', en: 'Lesson journal' } });
 */
export const formService = service({
  /**
   * Approves a version of a form, which is in force from a day on until the next one. One that was
   * withdrawn may be approved again from a later day.
   * Refuses `carrier-unknown`, `already-exists`, `entry-contradicted`, `order-required`. D1, R2
   * §2.1.
   */
  approve: approving,

  /**
   * Approves a version of each of several forms by one order; `standardForms` lists the usual ones.
   * Each approval is an entry of its form, and is annulled there. Nothing is approved where one of
   * them is refused; the receipt is that of the last.
   * Refuses `carrier-unknown`, `already-exists`, `entry-contradicted`, `order-required`. D1, R2
   * §2.1.
   *
   * @example
   * const forms = standardForms(r2.carriers, '2026');
   * must(await formService(session).approveAll({ forms, on: '2026-09-01' }));
   */
  approveAll: customOperation(approveForms, approveEach(approving)),

  /**
   * Withdraws a form: no version of it is in force from a day on.
   * Refuses `form-not-in-force`, `act-out-of-order`, `entry-contradicted`, `order-required`. D1, R2
   * §2.1.
   */
  withdraw: onForm(withdrawForm, {
    context: (session, input) => readDay(session, input.on),
    decide: decideWithdrawForm,
  }),

  /**
   * Annuls an approval or a withdrawal that was entered in error, by an order where approval needs
   * one; enter it anew where it has another day or value. What was printed in the form stays.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `order-required`,
   * `reason-missing`, `not-appointed`, `office-not-entitled`. D1, R2 §2.1, RK 1.8.
   */
  annulEntry: onForm(annulFormEntry, { context: readSignedAct, decide: decideAnnulFormEntry }),
});
