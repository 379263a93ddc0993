import type { DebtFacts, DebtRules } from '@letopis/core/facts';
import {
  bySubject,
  excusedBy,
  failuresIn,
  leavingClosesDebts,
  resultSubjectKey,
} from '@letopis/core/facts';
import type { DebtSubject } from '../views/debts.ts';
import type { CountedRecord } from '../views/result.ts';
import { countedResults } from '../views/result.ts';
import type { DebtRecord } from './debts-report.ts';

/**
 * Event ids of the results of which something is failed still, and may be retaken: not in a study
 * year that is repeated, nor after a discharge that closes debts. RK 1.2, 1.6, RK §4 no. 11.
 */
export function retakable(
  { results }: DebtSubject,
  own: readonly DebtRecord[],
  {
    left,
    rules,
    on,
  }: {
    readonly left: DebtFacts<CountedRecord>['left'];
    readonly rules: DebtRules;
    readonly on: string | null;
  },
): ReadonlySet<string> {
  if (left !== null && leavingClosesDebts(left, rules, on ?? left.on)) return new Set();
  const repeated = own.filter(({ state }) => state === 'repeated');
  const over = new Set(repeated.map(({ countsFor }) => resultSubjectKey(countsFor)));
  const lasting = [...bySubject(countedResults(results), null)].filter(
    ([subject, all]) =>
      !over.has(subject) && failuresIn(all, excusedBy(rules)).some(({ passed }) => passed === null),
  );
  return new Set(lasting.flatMap(([, all]) => all).map(({ event }) => event));
}
