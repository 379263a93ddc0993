import type { AnnulledEntry } from '../projection/entries.ts';
import { countedFacts } from '../projection/entries.ts';
import type { Fact } from '../projection/fact.ts';

const STEP_TYPES = [
  'CreditApplied',
  'CreditCompared',
  'CreditDecided',
  'CreditWithdrawn',
  'CreditNotDone',
] as const;

/** The facts of an application for credit. */
export const CREDIT_TYPES = [...STEP_TYPES, 'CreditEntryAnnulled'] as const;

/** One fact of an application for credit. */
export type CreditFact = Fact<(typeof CREDIT_TYPES)[number]>;

/** An application for credit and what was decided. D11, R4 §2.2.9, R5 §5. */
export interface CreditCase {
  readonly credit: string;
  /** `annulled`: the application itself counts as never made. */
  readonly state: 'applied' | 'full' | 'part' | 'refused' | 'withdrawn' | 'annulled';
  readonly applied: Fact<'CreditApplied'> | null;
  readonly compared: readonly Fact<'CreditCompared'>[];
  readonly decided: Fact<'CreditDecided'> | null;
  readonly withdrawn: Fact<'CreditWithdrawn'> | null;
  /** Credits that were granted but that the enrollment refused, each with the refusal. */
  readonly notDone: readonly Fact<'CreditNotDone'>[];
  /** Steps that count as never entered. RK 1.8. */
  readonly annulledEntries: readonly AnnulledEntry<
    Fact<(typeof STEP_TYPES)[number]>,
    Fact<'CreditEntryAnnulled'>
  >[];
}

/** Derives the case from the facts of one application. */
export function creditOf(credit: string, all: readonly CreditFact[]): CreditCase {
  const annulments = all.filter((fact) => fact.type === 'CreditEntryAnnulled');
  const steps = all.filter((fact) => fact.type !== 'CreditEntryAnnulled');
  const { inForce: facts, annulled: annulledEntries } = countedFacts(steps, annulments);
  const applied = facts.find((fact) => fact.type === 'CreditApplied') ?? null;
  const decided = facts.findLast((fact) => fact.type === 'CreditDecided') ?? null;
  const withdrawn = facts.findLast((fact) => fact.type === 'CreditWithdrawn') ?? null;
  const open = withdrawn === null ? 'applied' : 'withdrawn';
  const stands = decided === null ? open : decided.data.outcome;
  return {
    credit,
    state: applied === null && annulledEntries.length > 0 ? 'annulled' : stands,
    applied,
    compared: facts.filter((fact) => fact.type === 'CreditCompared'),
    decided,
    withdrawn,
    notDone: decided === null ? [] : facts.filter((fact) => isOf(decided, fact)),
    annulledEntries,
  };
}

/** What an enrollment refused follows the decision in the log: another one went with its own. */
const isOf = (decided: Fact<'CreditDecided'>, fact: CreditFact): fact is Fact<'CreditNotDone'> =>
  fact.type === 'CreditNotDone' && fact.source.revision > decided.source.revision;
