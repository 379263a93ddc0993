import { achievements } from './achievements.ts';
import { catalogue } from './catalogue.ts';
import { corrections } from './corrections.ts';
import { custody } from './custody.ts';
import { debts } from './debts.ts';
import { disclosures } from './disclosures.ts';
import { journal } from './journal.ts';
import { lineCorrections } from './line-corrections.ts';
import { outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { personalFile } from './personal-file.ts';
import { portfolio } from './portfolio.ts';
import { protocols } from './protocols.ts';
import { records } from './records.ts';
import { registers } from './registers.ts';
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
  lineCorrections,
  protocols,
  registers,
  debts,
  disclosures,
  achievements,
  portfolio,
  custody,
] as const;
