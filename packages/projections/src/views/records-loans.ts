import { countedFacts } from '../projection/entries.ts';
import type { Fact } from '../projection/fact.ts';

/** The loans of records by the archive, their returns, and what annulled either. D18, RK 1.8. */
export const LOAN_TYPES = ['RecordLent', 'LoanReturned', 'LoanEntryAnnulled'] as const;

/** A loan, a return, or an annulment. */
export type LoanFact = Fact<(typeof LOAN_TYPES)[number]>;

/** That a loan or a return was annulled. */
export type LoanAnnulment = Fact<'LoanEntryAnnulled'>;

/** Is this a fact about a loan? */
export const isLoan = <F extends { readonly type: string }>(fact: F): fact is F & LoanFact =>
  (LOAN_TYPES as readonly string[]).includes(fact.type);

/** The loans and returns that count, in the order of their days. */
export function loansInForce(
  facts: readonly LoanFact[],
): readonly Exclude<LoanFact, LoanAnnulment>[] {
  const given = facts.filter((fact) => fact.type !== 'LoanEntryAnnulled');
  const annulments = facts.filter((fact) => fact.type === 'LoanEntryAnnulled');
  return countedFacts(given, annulments).inForce;
}
