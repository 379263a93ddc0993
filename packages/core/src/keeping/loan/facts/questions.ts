import type { Loan, LoanFacts } from './state.ts';

/**
 * The loan of a record on a day; null where it is not lent.
 * @example
 * loanOn(state, '2027-03-01')?.unit; // => 'Учебный отдел'
 */
export function loanOn(state: LoanFacts, on: string): Loan | null {
  const holds = ({ on: from, returnedOn }: Loan): boolean =>
    from <= on && (returnedOn === null || returnedOn > on);
  return state.loans.find(holds) ?? null;
}
