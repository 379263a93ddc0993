import type { Loan, LoanFacts } from './state.ts';

/**
 * Key of the stream of a record's loans: one word holds the record's kind and its dotted key.
 * @example
 * loanKey('file-l-1.1'); // => 'file.l-1.1'
 */
export const loanKey = (record: string): string => record.replace('-', '.');

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
