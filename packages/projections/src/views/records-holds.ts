import type { Fact } from '../projection/fact.ts';

/** The event types of holds. */
export const HOLD_TYPES = ['HoldPlaced', 'HoldLifted'] as const;

/** A hold was placed or lifted. */
export type HoldFact = Fact<(typeof HOLD_TYPES)[number]>;

/** A hold: what it covers may be neither destroyed nor erased until it is lifted. D19. */
export interface HoldRecord {
  readonly hold: string;
  readonly placed: Fact<'HoldPlaced'>;
  readonly lifted: Fact<'HoldLifted'> | null;
}

/** Is the fact about a hold? */
export const isHold = (fact: { readonly type: string }): fact is HoldFact =>
  (HOLD_TYPES as readonly string[]).includes(fact.type);

/** The holds that these facts place and lift, in the order in which they were placed. */
export function holdsOf(facts: readonly HoldFact[]): readonly HoldRecord[] {
  const found = new Map<string, HoldRecord>();
  for (const fact of facts) {
    const { hold } = fact.data;
    const one = found.get(hold);
    if (fact.type === 'HoldPlaced') found.set(hold, { hold, placed: fact, lifted: null });
    else if (one !== undefined) found.set(hold, { ...one, lifted: one.lifted ?? fact });
  }
  return [...found.values()];
}
