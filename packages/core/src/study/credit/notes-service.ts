import { service } from '../../acting/service.ts';
import { noteCreditNotDone } from './commands.ts';
import { decideNoteCreditNotDone } from './decide.ts';
import { onCredit } from './service.ts';

/** What the process `creditGranting` notes in an application; no application sends it. D11. */
export const creditNotes = service({
  /**
   * Notes why the enrollment refused a subject that was granted: it is owed no longer.
   * Refuses `credit-not-wanted`. D11.
   */
  notDone: onCredit(noteCreditNotDone, { decide: decideNoteCreditNotDone }),
});
