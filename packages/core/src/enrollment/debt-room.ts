import type * as z from 'zod';
import { readCommission } from '../commission/reading.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readContext } from './context.ts';
import {
  decideExpireDebt,
  decidePauseDebtTerm,
  decideRaiseDebt,
  decideSettleDebt,
  expireDebt,
  pauseDebtTerm,
  raiseDebt,
  settleDebt,
} from './debt.ts';
import type { GrantContext } from './retake.ts';
import {
  decideGrantRetake,
  decideInformOfDebts,
  decideWithdrawRetake,
  grantRetake,
  informOfDebts,
  withdrawRetake,
} from './retake.ts';
import { enrollmentDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Academic debts and retakes of learners. `eventId` of an answer names debt or grant. D9. */
export interface DebtRoom {
  raise(raw: Raw<typeof raiseDebt>): Promise<Result<Receipt>>;
  pauseTerm(raw: Raw<typeof pauseDebtTerm>): Promise<Result<Receipt>>;
  settle(raw: Raw<typeof settleDebt>): Promise<Result<Receipt>>;
  expire(raw: Raw<typeof expireDebt>): Promise<Result<Receipt>>;
  grantRetake(raw: Raw<typeof grantRetake>): Promise<Result<Receipt>>;
  withdrawRetake(raw: Raw<typeof withdrawRetake>): Promise<Result<Receipt>>;
  inform(raw: Raw<typeof informOfDebts>): Promise<Result<Receipt>>;
}

/**
 * The room of debts and retakes. A retake is taken by `assessments.record` with `retake`.
 * @example
 * const debt = must(await debtRoom(desk).raise({ enrollment: 'l-1.mentor.1', result: failed,
 *   on: '2026-11-02' }));
 * await debtRoom(desk).grantRetake({ enrollment: 'l-1.mentor.1', of: debt.eventId,
 *   plannedOn: '2026-11-20', on: '2026-11-03' });
 */
export function debtRoom(desk: Desk): DebtRoom {
  const shared = {
    decider: enrollmentDecider,
    stream: (input: { readonly enrollment: string }) => desk.stream('enrollment', input.enrollment),
    answer: (outcome: Outcome) => receipt(outcome),
    context: ({ enrollment }: { readonly enrollment: string }) => readContext(desk, { enrollment }),
  };
  return {
    raise: (raw) => desk.run(raiseDebt, raw, { ...shared, decide: decideRaiseDebt }),
    pauseTerm: (raw) => desk.run(pauseDebtTerm, raw, { ...shared, decide: decidePauseDebtTerm }),
    settle: (raw) => desk.run(settleDebt, raw, { ...shared, decide: decideSettleDebt }),
    expire: (raw) => desk.run(expireDebt, raw, { ...shared, decide: decideExpireDebt }),
    grantRetake: (raw) =>
      desk.run(grantRetake, raw, {
        ...shared,
        context: async ({ enrollment, commission }): Promise<GrantContext | Refusal> => {
          const context = await readContext(desk, { enrollment });
          if (isRefusal(context)) return context;
          const named = commission === null ? null : await readCommission(desk, commission);
          return { ...context, commission: named };
        },
        decide: decideGrantRetake,
      }),
    withdrawRetake: (raw) =>
      desk.run(withdrawRetake, raw, { ...shared, decide: decideWithdrawRetake }),
    inform: (raw) => desk.run(informOfDebts, raw, { ...shared, decide: decideInformOfDebts }),
  };
}
