import type { Fact } from '../projection/fact.ts';

/** The facts of an application for credit. */
export const CREDIT_TYPES = [
  'CreditApplied',
  'CreditCompared',
  'CreditDecided',
  'CreditWithdrawn',
  'CreditNotDone',
] as const;

/** One fact of an application for credit. */
export type CreditFact = Fact<(typeof CREDIT_TYPES)[number]>;

/** An application for credit and what was decided. D11, R4 §2.2.9, R5 §5. */
export interface CreditCase {
  readonly credit: string;
  readonly state: 'applied' | 'full' | 'part' | 'refused' | 'withdrawn';
  readonly applied: Fact<'CreditApplied'> | null;
  readonly compared: readonly Fact<'CreditCompared'>[];
  readonly decided: Fact<'CreditDecided'> | null;
  readonly withdrawn: Fact<'CreditWithdrawn'> | null;
  /** Credits that were granted but that the enrollment refused, each with the refusal. */
  readonly notDone: readonly Fact<'CreditNotDone'>[];
}

/** Derives the case from the facts of one application. */
export function creditOf(credit: string, facts: readonly CreditFact[]): CreditCase {
  const decided = facts.findLast((fact) => fact.type === 'CreditDecided') ?? null;
  const withdrawn = facts.findLast((fact) => fact.type === 'CreditWithdrawn') ?? null;
  const open = withdrawn === null ? 'applied' : 'withdrawn';
  return {
    credit,
    state: decided === null ? open : decided.data.outcome,
    applied: facts.find((fact) => fact.type === 'CreditApplied') ?? null,
    compared: facts.filter((fact) => fact.type === 'CreditCompared'),
    decided,
    withdrawn,
    notDone: facts.filter((fact) => fact.type === 'CreditNotDone'),
  };
}
