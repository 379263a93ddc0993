import type { CoreEvent, Personal } from '@letopis/core';
import type { RepresentativeScope } from '@letopis/core/facts';
import { comingOfAge, isFormerBy, representativeScopeOf } from '@letopis/core/facts';
import type { Dated } from '../projection/fact.ts';
import type { Closing } from './closed-change.ts';

/* Who represents whom: in the partitions of both, without their names. */

/** The event types by which somebody represents a learner, or does so no more. */
export const BOND_TYPES = ['RepresentativeNamed', 'RepresentativeEnded'] as const;

/** That somebody represents a learner, or does so no more. */
export interface Bond {
  readonly learner: string;
  readonly representative: string;
  /** `parent`, `guardian`, …; `null` if the relation ended. */
  readonly relation: string | null;
  readonly scope: RepresentativeScope;
  readonly until: string | null;
}

/** A legal representative of a learner. */
export interface Representative {
  readonly representative: string;
  readonly relation: string;
  /** Whether they sign and are told, are only told, or neither. RK 1.16. */
  readonly scope: RepresentativeScope;
  readonly from: string;
  readonly until: string | null;
}

/** A fact that may be about such a bond. */
type BondFact = Dated & { readonly bond: Bond | null; readonly closed: Closing | null };

/** The bond that an event makes or ends; `null` if it is about something else. */
export function bondOf(event: CoreEvent): Bond | null {
  if (event.type === 'RepresentativeNamed') {
    const { learner, representative, relation, scope, until } = event.data;
    return { learner, representative, relation, scope: representativeScopeOf(scope), until };
  }
  if (event.type !== 'RepresentativeEnded') return null;
  const { learner, representative } = event.data;
  return { learner, representative, relation: null, scope: 'none', until: null };
}

/** The representatives of a learner, as core's `representativesOn` says; D3. */
export function representativesOn(
  learner: string,
  inForce: readonly BondFact[],
  day: string | null,
  birthDate: Personal<string> | null,
): readonly Representative[] {
  const own = standingBonds(inForce, day).filter((one) => one.learner === learner);
  const born = birthDate !== null && 'value' in birthDate ? birthDate.value : null;
  const age = comingOfAge(born);
  if (day !== null && age !== null && day >= age) return [];
  const newest = new Map(own.map(({ learner: _of, ...one }) => [one.representative, one]));
  return [...newest.values()];
}

/** The learners whom a person represents on a day, by the facts in the person's own partition. */
export function representedBy(
  person: string,
  inForce: readonly BondFact[],
  day: string | null,
): readonly string[] {
  const own = standingBonds(inForce, day).filter((one) => one.representative === person);
  return [...new Set(own.map(({ learner }) => learner))];
}

type StandingBond = Representative & { readonly learner: string };

interface OpenBond {
  readonly bond: StandingBond;
  ended: boolean;
}

/** A closed change ends the rights of those who do not stay. RK 1.10. */
function endFormer(bonds: readonly OpenBond[], { staying }: Closing, on: string): void {
  for (const one of bonds) if (isFormerBy(staying, on, one.bond)) one.ended = true;
}

/** The bonds that were neither ended nor have run out on a day. */
function standingBonds(inForce: readonly BondFact[], day: string | null): readonly StandingBond[] {
  const bonds: OpenBond[] = [];
  for (const { on: from, bond, closed } of inForce) {
    if (closed !== null) endFormer(bonds, closed, from);
    if (bond === null) continue;
    const { learner, representative, relation, scope, until } = bond;
    if (relation !== null) {
      const own = { learner, representative, relation, scope, from, until };
      bonds.push({ bond: own, ended: false });
      continue;
    }
    const last = bonds.findLast(
      (one) => one.bond.learner === learner && one.bond.representative === representative,
    );
    if (last !== undefined && (last.bond.until ?? from) >= from) last.ended = true;
  }
  return bonds
    .filter(({ bond: { until }, ended }) => !ended && (day === null || (until ?? day) >= day))
    .map(({ bond }) => bond);
}
