import { readSignedAct } from '../../acting/context.ts';
import { withDefaultId } from '../../acting/default-id.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import type { Created } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import { readDate, readDay } from '../../rules/regulation/facts/reading.ts';
import {
  addModule,
  annulProgrammeEntry,
  chooseScale,
  closeProgramme,
  correctProgrammeEntry,
  openProgramme,
  setPlannedResult,
  setTargetGuideline,
} from './commands.ts';
import { readProgrammeCorrection, readScaleChoice } from './context.ts';
import { decideAnnulProgrammeEntry, decideCorrectProgrammeEntry } from './decide-put-right.ts';
import {
  decideAddModule,
  decideChooseScale,
  decideCloseProgramme,
  decideOpenProgramme,
  decidePlannedResult,
  decideTargetGuideline,
} from './decide.ts';
import type { ProgrammeEvent } from './facts/state.ts';
import { programmeFold } from './facts/state.ts';

const onProgramme = on({ fold: programmeFold, ...keyedBy('programme') });

/**
 * Programmes: their modules, scales, planned results and target guidelines. D2.
 *
 * @example
 * must(await programmeService(session).open({ id: 'mentor',
 *   modules: [{ id: 'safety', scale: 'five-point', hours: 36 }] }));
 */
export const programmeService = service({
  /**
   * Opens a programme with its modules. The answer's `id` is the one given, or the command's.
   * Refuses `already-exists`, `programme-type-unknown`, `scale-unknown`, `kind-unknown`,
   * `form-unknown`, `result-group-unknown`, `hours-below-minimum`, `modules-exceed-programme`. D2.
   */
  open: onProgramme.create(openProgramme, {
    context: (session, input) => readDay(session, input.on),
    decide: decideOpenProgramme,
  }),

  /**
   * Adds a module to a programme.
   * Refuses `programme-unknown`, `already-exists`, `scale-unknown`, `kind-unknown`,
   * `form-unknown`, `result-group-unknown`, `modules-exceed-programme`. D2.
   */
  addModule: onProgramme(addModule, {
    context: (session, input) => readDay(session, input.on),
    decide: decideAddModule,
  }),

  /**
   * Records which scale a teacher chose for a module or the whole programme; it applies from then
   * on.
   * Refuses `scale-unknown`, `module-unknown`, `scale-not-chosen-by-teacher`, `not-appointed`,
   * `scale-choice-out-of-order`. D2, D6.
   */
  chooseScale: onProgramme(chooseScale, { context: readScaleChoice, decide: decideChooseScale }),

  /**
   * Sets a planned result of a programme or module. The answer's `id` names it.
   * Refuses `programme-unknown`, `already-exists`, `module-unknown`. D2.
   */
  setPlannedResult: onProgramme.answering(setPlannedResult, {
    context: readDate,
    decide: withDefaultId(decidePlannedResult),
    answer: setReceipt,
  }),

  /**
   * Sets a target guideline, which is observed and never assessed. The answer's `id` names it.
   * Refuses `programme-unknown`, `already-exists`. D2, R4 §4.1.
   */
  setTargetGuideline: onProgramme.answering(setTargetGuideline, {
    context: readDate,
    decide: withDefaultId(decideTargetGuideline),
    answer: setReceipt,
  }),

  /**
   * Closes a programme: from that day on it takes no new enrollments.
   * Refuses `programme-unknown`, `programme-closed`, `closing-before-opening`. D2.
   */
  close: onProgramme(closeProgramme, { context: readDate, decide: decideCloseProgramme }),

  /**
   * Annuls an entry about a programme from the start: as if it had never been made.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`. RK 1.8.
   */
  annulEntry: onProgramme(annulProgrammeEntry, {
    context: readSignedAct,
    decide: decideAnnulProgrammeEntry,
  }),

  /**
   * Corrects an entry about a programme, its day too; the earlier one stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-rested-on`,
   * `reason-missing`, `not-appointed`, and what the ordinary command refuses. RK 1.8.
   */
  correctEntry: onProgramme(correctProgrammeEntry, {
    context: readProgrammeCorrection,
    decide: decideCorrectProgrammeEntry,
  }),
});

/** A receipt that names the planned result or the guideline that was set. */
function setReceipt(outcome: Outcome<ProgrammeEvent>): Created {
  const [set] = outcome.events;
  if (set?.type === 'PlannedResultSet') return { ...receipt(outcome), id: set.data.result };
  const id = set?.type === 'TargetGuidelineSet' ? set.data.guideline : '';
  return { ...receipt(outcome), id };
}
