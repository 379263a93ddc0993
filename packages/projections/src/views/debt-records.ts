import type { Fact } from '../projection/fact.ts';
import type { ResultRecord } from './result.ts';

/** The facts of debts and retakes in one subject. */
export const DEBT_TYPES = [
  'DebtArose',
  'DebtTermPaused',
  'DebtSettled',
  'DebtExpired',
  'RetakeGranted',
  'RetakeWithdrawn',
] as const;

/** One fact about debts or retakes. */
export type DebtFact = Fact<(typeof DEBT_TYPES)[number]>;

/**
 * The state of a debt; `groundless`: the failed result that caused it has been corrected or
 * annulled.
 */
export type DebtRecordState = 'open' | 'settled' | 'expired' | 'groundless';

/** An academic debt with all facts about it. D9. */
export interface DebtRecord {
  /** Event id of the debt. */
  readonly debt: string;
  readonly arose: Fact<'DebtArose'>;
  readonly on: string;
  readonly state: DebtRecordState;
  /** Pauses of its term: their days do not count. */
  readonly pauses: readonly Fact<'DebtTermPaused'>[];
  /** The last settling fact; its result may have been corrected since. */
  readonly settled: Fact<'DebtSettled'> | null;
  readonly expired: Fact<'DebtExpired'> | null;
}

/** A granted retake with all facts about it. D9. */
export interface RetakeRecord {
  /** Event id of the grant. */
  readonly retake: string;
  readonly granted: Fact<'RetakeGranted'>;
  readonly plannedOn: string;
  readonly state: 'waiting' | 'taken' | 'withdrawn';
  readonly withdrawn: Fact<'RetakeWithdrawn'> | null;
  /** The result in force that was earned in it; `counts` is true if it uses up an attempt. */
  readonly taken: {
    readonly result: string;
    readonly on: string;
    readonly passes: boolean;
    readonly counts: boolean;
  } | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenDebt = Omit<Mutable<DebtRecord>, 'pauses'> & { pauses: Fact<'DebtTermPaused'>[] };

/** Derives the debts from a list of facts, given the current results. */
export function debtsOf(
  facts: readonly DebtFact[],
  results: readonly ResultRecord[],
): readonly DebtRecord[] {
  const found = new Map<string, OpenDebt>();
  for (const fact of facts) {
    if (fact.type === 'DebtArose') {
      const { source, on } = fact;
      const rest = { state: 'open', pauses: [], settled: null, expired: null } as const;
      found.set(source.event, { debt: source.event, arose: fact, on, ...rest, pauses: [] });
      continue;
    }
    if (!('debt' in fact.data)) continue;
    const debt = found.get(fact.data.debt);
    if (debt === undefined) continue;
    if (fact.type === 'DebtTermPaused') debt.pauses.push(fact);
    if (fact.type === 'DebtSettled') debt.settled = fact;
    if (fact.type === 'DebtExpired') debt.expired = fact;
  }
  return [...found.values()].map((debt) => ({ ...debt, state: stateOf(debt, results) }));
}

/**
 * Applies the rule of the enrollment itself: the result that settled a debt may have been corrected
 * since. D9.
 */
function stateOf(
  { arose, settled, expired }: OpenDebt,
  results: readonly ResultRecord[],
): DebtRecordState {
  const find = (id: string | null | undefined): ResultRecord | undefined =>
    results.find(({ result }) => result === id);
  const by = find(settled?.data.result);
  if (by !== undefined && passes(by)) return 'settled';
  const ground = find(arose.data.result);
  if (ground !== undefined && (ground.value === null || passes(ground))) return 'groundless';
  return expired === null ? 'open' : 'expired';
}

/** Derives the retakes from a list of facts, given the current results. */
export function retakesOf(
  facts: readonly DebtFact[],
  results: readonly ResultRecord[],
): readonly RetakeRecord[] {
  const withdrawn = new Map<string, Fact<'RetakeWithdrawn'>>();
  for (const fact of facts) {
    if (fact.type === 'RetakeWithdrawn') withdrawn.set(fact.data.retake, fact);
  }
  return facts.flatMap((granted): RetakeRecord[] => {
    if (granted.type !== 'RetakeGranted') return [];
    const retake = granted.source.event;
    const gone = withdrawn.get(retake) ?? null;
    const taken = takenIn(retake, results);
    const { plannedOn } = granted.data;
    const state = gone !== null ? 'withdrawn' : taken === null ? 'waiting' : 'taken';
    return [{ retake, granted, plannedOn, state, withdrawn: gone, taken }];
  });
}

/** The last result of this retake. If it was annulled, the retake is still to be taken. */
function takenIn(retake: string, results: readonly ResultRecord[]): RetakeRecord['taken'] {
  const record = results.findLast(
    ({ first }) => first.type === 'AssessmentRecorded' && first.data.retake?.granted === retake,
  );
  if (record?.first.type !== 'AssessmentRecorded' || record.value === null) return null;
  const counts = record.first.data.retake?.counts === true;
  return { result: record.result, on: record.on, passes: passes(record), counts };
}

/** True if a result is in force and passes: a passing mark, or a credit without a mark. */
function passes({ value }: ResultRecord): boolean {
  if (value?.outcome === 'mark') return value.mark.passes;
  if (value?.outcome !== 'credited') return false;
  return value.mark === null || value.mark.passes;
}
