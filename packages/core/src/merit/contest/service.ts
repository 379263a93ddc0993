import { readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { service } from '../../acting/service.ts';
import { annulContestEntry, keepContestProtocol } from './commands.ts';
import { decideAnnulContestEntry, decideKeepContestProtocol } from './decide.ts';
import { contestFold } from './facts/state.ts';

const onContest = on({ fold: contestFold, ...keyedBy('contest') });

/**
 * Copies of contest protocols, kept as evidence of achievements and in portfolios. R3 §3.4.
 *
 * @example
 * const { id } = must(await contestService(session).keepProtocol({ title: 'Звонкие голоса',
 *   kind: 'festival', level: 'municipal', organiser: 'Управление образования',
 *   heldOn: '2026-10-10', number: '3', medium: 'paper', locator: 'папка 04-07',
 *   signer: 'p-9', on: '2026-10-15' }));
 */
export const contestService = service({
  /**
   * Keeps a copy of a contest's protocol; `achievements.evidence` and `portfolios.add` name its id.
   * Refuses `already-exists`, `contest-word-unknown`, `not-appointed`, `office-not-entitled`.
   * R3 §3.4.
   */
  keepProtocol: onContest.create(keepContestProtocol, {
    context: readSignedAct,
    decide: decideKeepContestProtocol,
  }),

  /**
   * Annuls the keeping of a copy that was entered in error; what rests on it is listed.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. R3 §3.4, RK 1.8.
   */
  annulEntry: onContest(annulContestEntry, {
    context: readSignedAct,
    decide: decideAnnulContestEntry,
  }),
});
