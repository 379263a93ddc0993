import type { ActDay } from '../acting/act-day.ts';
import { signAs } from '../acting/signer.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import type { AchievementRules } from '../regulation/sections/achievements.ts';
import type { ReplenishBank } from './commands.ts';
import type { bankEvents } from './events.ts';
import { bankReplenished } from './events.ts';
import {
  bankReplenishedAlready,
  bankUnknown,
  replenishedTooEarly,
  replenishmentNotDue,
} from './refusals.ts';

/*
 * Stream: `<org>.bank-<bank>`. A bank of achievements (of learners, of collectives, of the
 * institution) and the periods for which it was replenished. R3 §3.5, D12.
 */

export type BankEvent = EventOf<(typeof bankEvents)[number]>;

/** What came of one period. */
export interface Replenishment {
  /** The day by which it was to be done. */
  readonly due: string;
  /** The day on which it was done. */
  readonly on: string;
}

export interface BankState {
  readonly done: Replenishment[];
}

export const bankDecider: Decider<BankState, BankEvent> = {
  kind: 'bank',
  initial: () => ({ done: [] }),
  evolve: (state, event) => {
    state.done.push({ due: event.data.due, on: event.occurredOn });
  },
};

/**
 * The days by which banks are replenished, from one day to another, both included.
 *
 * @example
 * dueDays(['06-30', '12-31'], '2026-09-01', '2027-06-30'); // => ['2026-12-31', '2027-06-30']
 */
export function dueDays(
  replenishBy: readonly string[],
  from: string,
  until: string,
): readonly string[] {
  const found: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    for (const day of replenishBy.toSorted()) {
      const due = `${year}-${day}`;
      if (due >= from && due <= until) found.push(due);
    }
  }
  return found;
}

/** A replenishment that is not there although its day has gone by. */
export interface OverdueReplenishment {
  readonly bank: string;
  readonly due: string;
}

/**
 * The replenishments that are overdue on a day, as the facts up to that day say: a due day lies
 * before it, and nobody had replenished the bank for it. `from` is the first day asked of, such as
 * the first one on which the regulation keeps banks. R3 §3.5.
 *
 * @example
 * overdueReplenishments(rules, new Map(), '2026-09-01', '2027-01-10');
 * // => [{ bank: 'learners', due: '2026-12-31' }]
 */
export function overdueReplenishments(
  rules: Pick<AchievementRules, 'banks' | 'replenishBy'>,
  banks: ReadonlyMap<string, { readonly done: readonly Replenishment[] }>,
  from: string,
  on: string,
): readonly OverdueReplenishment[] {
  const gone = dueDays(rules.replenishBy, from, on).filter((due) => due < on);
  return rules.banks.flatMap(({ id: bank }) => {
    const done = banks.get(bank)?.done ?? [];
    const there = new Set(done.filter((one) => one.on <= on).map((one) => one.due));
    return gone.filter((due) => !there.has(due)).map((due) => ({ bank, due }));
  });
}

/** What replenishing needs from elsewhere. */
export interface BankContext extends ActDay {
  readonly official: OfficialState;
}

/** Decides `replenish-bank`: once a period, not before it begins; late is allowed. R3 §3.5. */
export function decideReplenishBank(
  state: BankState,
  input: ReplenishBank,
  { edition, official }: BankContext,
): Decision {
  const { bank, due, replenishedBy: person, office, on } = input;
  const { banks, replenishBy, replenishOffices } = edition.achievements;
  const known = banks.map(({ id }) => id);
  if (!known.includes(bank)) return bankUnknown({ bank, banks: known });
  if (!replenishBy.includes(due.slice(5))) return replenishmentNotDue({ due, replenishBy });
  const after = dueBefore(replenishBy, due);
  if (on <= after) return replenishedTooEarly({ on, due, after });
  const standing = state.done.find((one) => one.due === due);
  if (standing !== undefined) return bankReplenishedAlready({ bank, due, on: standing.on });
  const signer = signAs(official, { person, office, on }, replenishOffices);
  if (isRefusal(signer)) return signer;
  const data = { bank, due, signer, edition: edition.edition };
  return [bankReplenished.draft({ occurredOn: on, refs: { official: [person] }, data })];
}

/** The due day before one; replenishing once a year, it is that of the year before. */
function dueBefore(replenishBy: readonly string[], due: string): string {
  const yearBefore = `${Number(due.slice(0, 4)) - 1}${due.slice(4)}`;
  return dueDays(replenishBy, yearBefore, due).findLast((day) => day < due) ?? yearBefore;
}
