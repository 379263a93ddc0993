import { service } from '../../acting/service.ts';
import { noteStepDone, noteStepNotDone } from './commands.ts';
import { decideStepDone, decideStepNotDone } from './decide-steps.ts';
import { onAct } from './service.ts';

/** What the process `actProcess` notes in an act; no application sends it. D4, D19. */
export const actNotesService = service({
  /**
   * Notes that a target took its command, because an act is closed only when all is settled.
   * Refuses `act-target-not-awaited`. D4, D19.
   */
  done: onAct(noteStepDone, { decide: decideStepDone }),

  /**
   * Notes why a target refused its command: it is owed no longer. Refuses
   * `act-target-not-awaited`. D4, D19.
   */
  notDone: onAct(noteStepNotDone, { decide: decideStepNotDone }),
});
