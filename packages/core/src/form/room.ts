import type * as z from 'zod';
import { readDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Result } from '../kernel/refusal.ts';
import {
  approveForm,
  decideApproveForm,
  decideWithdrawForm,
  formDecider,
  withdrawForm,
} from './form.ts';

/** Forms in which the record is kept: approved by order, version by version. D1, R2 §2.1. */
export interface FormRoom {
  approve(raw: Sent<z.input<typeof approveForm.schema>>): Promise<Result<Receipt>>;
  withdraw(raw: Sent<z.input<typeof withdrawForm.schema>>): Promise<Result<Receipt>>;
}

/**
 * The forms of an organisation, for one sender.
 * @example
 * await formRoom(desk).approve({ form: 'lesson-journal', version: 'Ф-07/2026',
 *   title: { ru: 'Журнал учёта занятий', en: 'Lesson journal' } });
 */
export function formRoom(desk: Desk): FormRoom {
  return {
    approve: (raw) =>
      desk.run(approveForm, raw, {
        decider: formDecider,
        stream: ({ form }) => desk.stream('form', form),
        context: ({ on }) => readDay(desk, on),
        decide: decideApproveForm,
        answer: receipt,
      }),
    withdraw: (raw) =>
      desk.run(withdrawForm, raw, {
        decider: formDecider,
        stream: ({ form }) => desk.stream('form', form),
        context: ({ on }) => readDay(desk, on),
        decide: decideWithdrawForm,
        answer: receipt,
      }),
  };
}
