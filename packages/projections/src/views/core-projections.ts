import { achievements } from './achievements.ts';
import { acquaintances } from './acquaintances.ts';
import { annulledFacts } from './annulled-facts.ts';
import { catalogue } from './catalogue.ts';
import { contests } from './contests.ts';
import { corrections } from './corrections.ts';
import { debts } from './debts.ts';
import { disclosures } from './disclosures.ts';
import { entryCorrections } from './entry-corrections.ts';
import { journal } from './journal.ts';
import { notes } from './notes.ts';
import { outcomes } from './outcomes.ts';
import { lateEntries, orders } from './papers.ts';
import { people } from './people.ts';
import { personalFile } from './personal-file.ts';
import { portfolio } from './portfolio.ts';
import { presence } from './presence.ts';
import { preservation } from './preservation.ts';
import { printed } from './printed.ts';
import { protocols } from './protocols.ts';
import { records } from './records.ts';
import { registers } from './registers.ts';
import { selfEvaluation } from './self-evaluation.ts';

/**
 * Every projection of the library. Opened with all of them, views serve each report. You may leave
 * out those that you do not need; a report that needs one throws `misuse` and names it.
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
  entryCorrections,
  annulledFacts,
  orders,
  lateEntries,
  protocols,
  registers,
  debts,
  disclosures,
  achievements,
  portfolio,
  preservation,
  presence,
  printed,
  acquaintances,
  contests,
  notes,
] as const;
