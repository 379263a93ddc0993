import type { DebtStatus } from '@letopis/core/facts';
import { OnePerson } from './one-person.ts';
import type { Reading, ShownName } from './reading.ts';

/** How many debts there are in each state, and how many persons owe. */
export interface DebtCounts {
  readonly open: number;
  readonly settled: number;
  readonly expired: number;
  /** Number of debts whose term or attempts are over; what is expired is still owed. */
  readonly overdue: number;
  /** The persons who owe something, open or expired; linked ids are one person. */
  readonly debtors: number;
}

/** Counts some debts, and the persons behind those that are owed. */
export async function debtCounts(
  reading: Reading,
  debts: readonly { readonly learner: ShownName; readonly state: DebtStatus }[],
): Promise<DebtCounts> {
  const count = (state: DebtStatus): number => debts.filter((one) => one.state === state).length;
  const owed = debts.filter(({ state }) => state === 'open' || state === 'expired');
  const persons = new OnePerson((id) => reading.card(id));
  return {
    open: count('open'),
    settled: count('settled'),
    expired: count('expired'),
    overdue: count('expired'),
    debtors: await persons.count(owed.map(({ learner }) => learner.person)),
  };
}
