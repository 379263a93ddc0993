import { service } from '../../acting/service.ts';
import { noteStepDone, noteStepNotDone } from './commands.ts';
import { decideStepDone, decideStepNotDone } from './decide-steps.ts';
import { onAct } from './service.ts';

/**
 * What the process `actProcess` notes in an act. Applications do not send these commands. D4, D19.
 */
export const actNotesService = service({
  /**
   * Notes that a target accepted its command, because an act is closed only when every target has
   * an outcome.
   * Refuses `act-target-not-awaited`. D4, D19.
   */
  done: onAct(noteStepDone, { decide: decideStepDone }),

  /**
   * Notes why a target refused its command, which is then no longer owed.
   * Refuses `act-target-not-awaited`. D4, D19.
   */
  notDone: onAct(noteStepNotDone, { decide: decideStepNotDone }),
});
