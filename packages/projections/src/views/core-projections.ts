import { catalogue } from './catalogue.ts';
import { corrections } from './corrections.ts';
import { journal } from './journal.ts';
import { outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { personalFile } from './personal-file.ts';
import { records } from './records.ts';
import { selfEvaluation } from './self-evaluation.ts';

/**
 * Every view of the library: with these, `openViews` serves each report. One that is left out costs
 * nothing and answers nothing; a report says which one it misses.
 *
 * @example
 * const views = await openViews(store, viewStore, [...coreProjections, myOwn], {
 *   codec: codec(coreEvents, myEvents), streamPrefix: 'academy.' });
 */
export const coreProjections = [
  catalogue,
  people,
  journal,
  personalFile,
  selfEvaluation,
  corrections,
  outcomes,
  records,
] as const;
