import { countedFacts } from '../projection/entries.ts';
import type { Fact } from '../projection/fact.ts';

/** The event types of holds. */
export const HOLD_TYPES = ['HoldPlaced', 'HoldLifted'] as const;

/** A hold was placed or lifted. */
export type HoldFact = Fact<(typeof HOLD_TYPES)[number]>;

/** What annulled a hold, its lifting, or a decision that a carrier is no longer needed. RK 1.8. */
export type RetentionAnnulment = Fact<'RetentionEntryAnnulled'>;

/** A hold: what it covers may be neither destroyed nor erased until it is lifted. D19. */
export interface HoldRecord {
  readonly hold: string;
  readonly placed: Fact<'HoldPlaced'>;
  readonly lifted: Fact<'HoldLifted'> | null;
  /** What annulled the hold as if it had never been placed; `null`: it counts. RK 1.8. */
  readonly annulled: RetentionAnnulment | null;
}

/** Is the fact about a hold? */
export const isHold = (fact: { readonly type: string }): fact is HoldFact =>
  (HOLD_TYPES as readonly string[]).includes(fact.type);

/**
 * The holds that these facts place and lift, in the order of their days; those that were annulled
 * come last.
 */
export function holdsOf(
  facts: readonly HoldFact[],
  annulments: readonly RetentionAnnulment[],
): readonly HoldRecord[] {
  const found = new Map<string, HoldRecord>();
  const { inForce, annulled } = countedFacts(facts, annulments);
  for (const fact of inForce) {
    const { hold } = fact.data;
    const one = found.get(hold);
    if (fact.type === 'HoldPlaced') {
      found.set(hold, { hold, placed: fact, lifted: null, annulled: null });
    } else if (one !== undefined) found.set(hold, { ...one, lifted: one.lifted ?? fact });
  }
  const never = annulled.flatMap(({ fact, annulment }): readonly HoldRecord[] => {
    if (fact.type !== 'HoldPlaced') return [];
    return [{ hold: fact.data.hold, placed: fact, lifted: null, annulled: annulment }];
  });
  return [...found.values(), ...never];
}
