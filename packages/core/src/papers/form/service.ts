import type * as z from 'zod';
import { readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { customOperation, service } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { Refusal, Result } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { deriveId } from '../../kernel/uuid.ts';
import { readDay } from '../../rules/regulation/facts/reading.ts';
import { annulFormEntry, approveForm, approveForms, withdrawForm } from './commands.ts';
import { decideAnnulFormEntry, decideApproveForm, decideWithdrawForm } from './decide.ts';
import { formFold } from './facts/state.ts';

const onForm = on({
  fold: formFold,
  key: ({ form }: { readonly form: string }) => [form],
  answer: receipt,
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
   * Approves a version of a form, which is in force from a day on until the next one.
   * Refuses `carrier-unknown`, `already-exists`, `entry-contradicted`, `order-required`. D1, R2
   * §2.1.
   */
  approve: onForm(approveForm, {
    context: (session, input) => readDay(session, input.on),
    decide: decideApproveForm,
  }),

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
  approveAll: customOperation(approveForms, approveEach),

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

/** The receipt of approvals by one order: the last one, and which event approved which form. */
export interface FormsReceipt extends Receipt {
  readonly approved: readonly { readonly form: string; readonly eventId: string }[];
}

type Approvals = ReceivedCommand<z.output<typeof approveForms.schema>>;

/**
 * Carries out `approve-forms`: decides every approval before the first is stored. Each goes into the
 * stream of its form under an id that is derived from the command's, so that a command sent again
 * after an interruption approves the rest, and gives the same receipt.
 */
export async function approveEach(
  session: Session,
  command: Approvals,
): Promise<Result<FormsReceipt>> {
  const each = approvalsOf(session, command);
  for (const one of each) {
    const refused = await refuseUnlessApprovable(session, one);
    if (refused !== null) return { ok: false, refusal: refused };
  }
  const approved: FormsReceipt['approved'][number][] = [];
  let last: Receipt | null = null;
  for (const one of each) {
    const { input } = one;
    const done = await session.handle(one, {
      fold: formFold,
      key: [input.form],
      context: () => readDay(session, input.on),
      decide: (state, day) => decideApproveForm(state, input, day, one),
      answer: receipt,
    });
    if (!done.ok) return done;
    last = done.value;
    approved.push({ form: input.form, eventId: last.eventId });
  }
  const { eventId = '', stream = '', revision = 0, position = '' } = last ?? {};
  return { ok: true, value: { eventId, stream, revision, position, approved } };
}

type Approval = ReceivedCommand<z.output<typeof approveForm.schema>>;

function approvalsOf(session: Session, command: Approvals): readonly Approval[] {
  const { forms, on: day } = command.input;
  const { hash } = session.handler.store.ports;
  return forms.map((one) => ({
    ...command,
    name: approveForm.name,
    id: deriveId(command.id, one.form, hash),
    input: { ...one, on: day },
  }));
}

async function refuseUnlessApprovable(
  session: Session,
  approval: Approval,
): Promise<Refusal | null> {
  const { state, commands } = await session.load(formFold, approval.input.form);
  if (knowsCommand({ commands }, approval.id)) return null;
  const day = await readDay(session, approval.input.on);
  if (isRefusal(day)) return day;
  const decided = decideApproveForm(state, approval.input, day, approval);
  return isRefusal(decided) ? decided : null;
}
