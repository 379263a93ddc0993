import { service } from '../../acting/service.ts';
import { noteCreditNotDone } from './commands.ts';
import { decideNoteCreditNotDone } from './decide.ts';
import { onCredit } from './service.ts';

/**
 * Notes of the process `creditGranting` in an application for credit; programs do not send them.
 * D11.
 */
export const creditNotes = service({
  /**
   * Records why the enrollment refused a granted subject; the process does not try again.
   * Refuses `credit-not-wanted`. D11.
   */
  notDone: onCredit(noteCreditNotDone, { decide: decideNoteCreditNotDone }),
});
