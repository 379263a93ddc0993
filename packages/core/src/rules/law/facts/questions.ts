import type { Evidence, LawItem } from '../../../values/law/item.ts';
import { isVerified } from '../../../values/law/item.ts';
import type { LawFacts } from './state.ts';

/**
 * How a wording stands: `confirmed` by somebody who compared it; `verified` by its sources;
 * `outdated` where other words of the item were confirmed than the library has now; `unverified`.
 */
export type WordingStanding = 'confirmed' | 'verified' | 'outdated' | 'unverified';

/**
 * How a wording stands, and by which confirmation. Of several the last one that covers the words is
 * given; where none does, the last of the others. A confirmation covers the words that it names.
 *
 * @example
 * wordingStanding(item, []).standing; // => 'unverified'
 */
export function wordingStanding<Confirmation extends { readonly wording: string }>(
  { wording, evidence }: { readonly wording: string; readonly evidence: Evidence },
  confirmations: readonly Confirmation[],
): { readonly standing: WordingStanding; readonly confirmation: Confirmation | null } {
  const covering = confirmations.findLast((one) => one.wording === wording);
  if (covering !== undefined) return { standing: 'confirmed', confirmation: covering };
  const confirmation = confirmations.at(-1) ?? null;
  if (isVerified(evidence)) return { standing: 'verified', confirmation };
  return { standing: confirmation === null ? 'unverified' : 'outdated', confirmation };
}

/** Whether a wording may be printed without the note that it was not compared with the act. */
export const isSettled = (standing: WordingStanding): boolean =>
  standing === 'confirmed' || standing === 'verified';

/** The confirmation of just these words that counts; null: there is none. */
export function confirmationOf(
  { confirmed }: LawFacts,
  { id, wording }: Pick<LawItem, 'id' | 'wording'>,
): LawFacts['confirmed'][number] | null {
  return confirmed.findLast((one) => one.item === id && one.wording === wording) ?? null;
}
