import type { AnnulledEntry } from '../projection/entries.ts';
import { countedFacts } from '../projection/entries.ts';
import type { EventName, Fact } from '../projection/fact.ts';
import { isOneOf } from '../projection/fact.ts';

const STEP_TYPES = [
  'CommendationProposed',
  'CommendationOrdered',
  'CommendationPresented',
  'CommendationPublished',
  'CommendationRevoked',
] as const;

/** The facts of commendations. */
export const COMMENDATION_TYPES = [...STEP_TYPES, 'CommendationEntryAnnulled'] as const;

type Step = Fact<(typeof STEP_TYPES)[number]>;

type CommendationFact = Fact<(typeof COMMENDATION_TYPES)[number]>;

/** A commendation from its proposal to its presentation, or its revocation. */
export interface CommendationRecord {
  readonly commendation: string;
  /** `annulled`: the commendation itself counts as never proposed. */
  readonly state: 'proposed' | 'ordered' | 'presented' | 'revoked' | 'annulled';
  /** Kind by code; `null` if not ordered yet. */
  readonly kind: string | null;
  readonly proposed: Fact<'CommendationProposed'> | null;
  readonly ordered: Fact<'CommendationOrdered'> | null;
  readonly presented: Fact<'CommendationPresented'> | null;
  readonly published: readonly Fact<'CommendationPublished'>[];
  readonly revoked: Fact<'CommendationRevoked'> | null;
  /** Steps that count as never entered. RK 1.8. */
  readonly annulledEntries: readonly AnnulledEntry<Step, Fact<'CommendationEntryAnnulled'>>[];
}

/** Is the fact one of a commendation? */
export const isCommendationFact = <F extends { readonly type: EventName }>(
  fact: F,
): fact is F & CommendationFact => isOneOf(fact, COMMENDATION_TYPES);

/** Derives the commendations from their facts, in the order in which they were first entered. */
export function commendationsOf(facts: readonly CommendationFact[]): readonly CommendationRecord[] {
  const ids = [...new Set(facts.map(({ data }) => data.commendation))];
  return ids.map((id) =>
    recordOf(
      id,
      facts.filter(({ data }) => data.commendation === id),
    ),
  );
}

function recordOf(commendation: string, all: readonly CommendationFact[]): CommendationRecord {
  const { inForce, annulled: annulledEntries } = countedFacts<
    Step,
    Fact<'CommendationEntryAnnulled'>
  >(
    all.filter((fact) => fact.type !== 'CommendationEntryAnnulled'),
    all.filter((fact) => fact.type === 'CommendationEntryAnnulled'),
  );
  const proposed = inForce.findLast((fact) => fact.type === 'CommendationProposed') ?? null;
  const ordered = inForce.findLast((fact) => fact.type === 'CommendationOrdered') ?? null;
  const presented = inForce.findLast((fact) => fact.type === 'CommendationPresented') ?? null;
  const revoked = inForce.findLast((fact) => fact.type === 'CommendationRevoked') ?? null;
  return {
    commendation,
    state: stateOf(inForce),
    kind: ordered?.data.kind ?? null,
    proposed,
    ordered,
    presented,
    published: inForce.filter((fact) => fact.type === 'CommendationPublished'),
    revoked,
    annulledEntries,
  };
}

/** What the latest step that says so made of it; one may be published at any time. */
function stateOf(inForce: readonly Step[]): CommendationRecord['state'] {
  switch (inForce.findLast(({ type }) => type !== 'CommendationPublished')?.type) {
    case 'CommendationRevoked':
      return 'revoked';
    case 'CommendationPresented':
      return 'presented';
    case 'CommendationOrdered':
      return 'ordered';
    case 'CommendationProposed':
      return 'proposed';
    default:
      return 'annulled';
  }
}
