import type { PrintoutRules } from '../regulation/sections/printouts.ts';

/* How carriers on paper stay abreast of the record. The clauses make them mandatory; how often
 * their sheets are signed, and which paper answers a change, is our default. */

type Upkeep = PrintoutRules['sheets']['upkeep'][number];

/** A journal whose sheets are signed each month; a correction sheet answers a change. R2 §2.3. */
export const monthly = (carrier: string): Upkeep => ({
  carrier,
  whenChanged: 'correction-sheet',
  signedEach: 'month',
  signedDueDays: 10,
  lessonKinds: [],
});

/** A carrier whose sheet is printed anew where its facts have changed, and the old one is void. */
export const printedAnew = (carrier: string): Upkeep => ({
  carrier,
  whenChanged: 'new-sheet',
  signedEach: 'never',
  signedDueDays: 0,
  lessonKinds: [],
});
