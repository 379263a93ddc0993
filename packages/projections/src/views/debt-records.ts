import type { Fact } from '../projection/fact.ts';
import type { ResultRecord } from './result.ts';

/** The facts that are entered about debts and retakes in one subject. A debt itself is derived. */
export const DEBT_TYPES = [
  'DebtTermPaused',
  'RetakeGranted',
  'RetakeMoved',
  'RetakeWithdrawn',
  'DebtEntryAnnulled',
] as const;

/** One fact about debts or retakes. */
export type DebtFact = Fact<(typeof DEBT_TYPES)[number]>;

/** A granted retake with all facts about it. D9. */
export interface RetakeRecord {
  /** Event id of the grant. */
  readonly retake: string;
  readonly granted: Fact<'RetakeGranted'>;
  /** The planned day, as it was moved last. */
  readonly plannedOn: string;
  /** Moves to another day, in log order. */
  readonly moved: readonly Fact<'RetakeMoved'>[];
  readonly state: 'waiting' | 'taken' | 'withdrawn' | 'annulled';
  readonly withdrawn: Fact<'RetakeWithdrawn'> | null;
  /** The result in force that was earned in it; `counts` is true if it uses up an attempt. */
  readonly taken: {
    readonly result: string;
    readonly on: string;
    readonly passes: boolean;
    readonly counts: boolean;
  } | null;
}

/** A pause of a debt's term, and its annulment. */
export interface PauseRecord {
  readonly fact: Fact<'DebtTermPaused'>;
  /** `null`: the pause counts. */
  readonly annulled: Fact<'DebtEntryAnnulled'> | null;
}

type Annulments = ReadonlyMap<string, Fact<'DebtEntryAnnulled'>>;

function annulmentsIn(facts: readonly DebtFact[]): Annulments {
  const found = new Map<string, Fact<'DebtEntryAnnulled'>>();
  for (const fact of facts) {
    if (fact.type === 'DebtEntryAnnulled') found.set(fact.data.corrects, fact);
  }
  return found;
}

/** The pauses among some facts, annulled ones too, in log order. */
export function pausesIn(facts: readonly DebtFact[]): readonly PauseRecord[] {
  const annulments = annulmentsIn(facts);
  return facts.flatMap((fact) =>
    fact.type === 'DebtTermPaused'
      ? [{ fact, annulled: annulments.get(fact.source.event) ?? null }]
      : [],
  );
}

/** Derives the retakes from a list of facts, given the current results. */
export function retakesOf(
  facts: readonly DebtFact[],
  results: readonly ResultRecord[],
): readonly RetakeRecord[] {
  const annulments = annulmentsIn(facts);
  const stands = ({ source }: DebtFact): boolean => !annulments.has(source.event);
  const withdrawn = new Map<string, Fact<'RetakeWithdrawn'>>();
  const moves = new Map<string, Fact<'RetakeMoved'>[]>();
  for (const fact of facts.filter(stands)) {
    if (fact.type === 'RetakeWithdrawn') withdrawn.set(fact.data.retake, fact);
    if (fact.type !== 'RetakeMoved') continue;
    moves.set(fact.data.retake, [...(moves.get(fact.data.retake) ?? []), fact]);
  }
  return facts.flatMap((granted): RetakeRecord[] => {
    if (granted.type !== 'RetakeGranted') return [];
    const retake = granted.source.event;
    const gone = withdrawn.get(retake) ?? null;
    const taken = takenIn(retake, results);
    const moved = moves.get(retake) ?? [];
    const plannedOn = moved.at(-1)?.data.plannedOn ?? granted.data.plannedOn;
    const open = taken === null ? 'waiting' : 'taken';
    const state = !stands(granted) ? 'annulled' : gone !== null ? 'withdrawn' : open;
    return [{ retake, granted, plannedOn, moved, state, withdrawn: gone, taken }];
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
