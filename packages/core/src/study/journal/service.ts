import { withDefaultId } from '../../acting/default-id.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import {
  annulJournalEntry,
  annulLesson,
  continueJournal,
  correctLesson,
  handOverJournal,
  holdLesson,
} from './commands.ts';
import {
  readJournalAnnulment,
  readKeeping,
  readLesson,
  readLessonAct,
  readLessonCorrection,
} from './context.ts';
import { decideCorrectLesson } from './decide-correction.ts';
import {
  decideAnnulJournalEntry,
  decideContinueJournal,
  decideHandOverJournal,
} from './decide-keeping.ts';
import { decideAnnulLesson, decideHoldLesson, journalKey } from './decide.ts';
import type { JournalEvent } from './facts/state.ts';
import { journalFold } from './facts/state.ts';

/** Answer of a command about a lesson: later commands name it by `journal` and `lesson`. */
export interface LessonReceipt extends Receipt {
  readonly journal: string;
  readonly lesson: string;
}

const onJournal = on({
  fold: journalFold,
  key: ({ journal }: { readonly journal: string }) => [journal],
  answer: lessonReceipt,
});

/**
 * Journals: lessons with attendance, handed over between teachers, continued in another group's. A
 * listed learner is in the group on the lesson's day, or named as a guest. D5.
 *
 * @example
 * const { lesson } = must(await journalService(session).holdLesson({ group: 'm-1',
 *   module: 'safety', topic: 'Вводный инструктаж', hours: 2, teacher: 'p-9', present: ['l-1'],
 *   on: '2026-09-07' }));
 */
export const journalService = service({
  /**
   * Records that a lesson took place, with its topic, hours and attendance. The answer's `journal`
   * and `lesson` name it.
   * Refuses `already-exists`, `group-unknown`, `module-unknown`, `lesson-kind-unknown`,
   * `attendance-code-unknown`, `learner-listed-twice`, `not-appointed`, `dated-ahead`.
   * D5, R2 §2.2.
   */
  holdLesson: onJournal.at(holdLesson, {
    key: journalKey,
    context: readLesson,
    decide: withDefaultId(decideHoldLesson),
    answer: lessonReceipt,
  }),

  /**
   * Annuls a lesson that was recorded in error; its entry stays readable. Once the archive has the
   * journal, it goes by order. RK 1.9.
   * Refuses `lesson-unknown`, `lesson-annulled-already`, `reason-missing`, `record-handed-over`,
   * `order-required`, `ground-place-missing`, `office-not-entitled`, `not-appointed`,
   * `act-out-of-order`. D5, D7.
   */
  annulLesson: onJournal(annulLesson, { context: readLessonAct, decide: decideAnnulLesson }),

  /**
   * Corrects the entry of a lesson; what it said before stays in the history. The lesson keeps its
   * own order: `ground` is that of the correction, `entryGround` gives the lesson another one. An
   * absence is corrected on the paper that is the `ground`; what rests on it is put right then:
   * see `contradictionsReport`, and `assessments.correctAbsence`. Once the archive has the journal,
   * the paper is an order, and the correction is added to it. RK 1.9.
   * Refuses `lesson-unknown`, `lesson-annulled-already`, `reason-missing`,
   * `attendance-paper-missing`, `lesson-corrected-in-parts`, `record-handed-over`,
   * `order-required`, `ground-place-missing`, `office-not-entitled`, `not-appointed`,
   * `act-out-of-order`. D5, D7, RK 1.4.
   */
  correctLesson: onJournal(correctLesson, {
    context: readLessonCorrection,
    decide: decideCorrectLesson,
  }),

  /**
   * Hands a journal over to another teacher, by an act, from a day on.
   * Refuses `journal-empty`, `journal-continued`, `hand-over-unfit`, `entry-contradicted`,
   * `office-not-entitled`, `not-appointed`, `dated-ahead`. RK 4.
   */
  handOver: onJournal(handOverJournal, { context: readKeeping, decide: decideHandOverJournal }),

  /**
   * Closes a journal and continues it in that of the group that its own was merged into.
   * Refuses `journal-empty`, `journal-continued`, `group-not-merged`,
   * `lessons-after-continuation`, `entry-contradicted`, `not-appointed`, `dated-ahead`. RK 4.
   */
  continueIn: onJournal(continueJournal, { context: readKeeping, decide: decideContinueJournal }),

  /**
   * Annuls a handing over or a continuation of a journal from the start.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `record-handed-over`, `order-required`, `ground-place-missing`, `not-appointed`. RK 1.8, 1.9.
   */
  annulEntry: onJournal(annulJournalEntry, {
    context: readJournalAnnulment,
    decide: decideAnnulJournalEntry,
  }),
});

function lessonReceipt(outcome: Outcome<JournalEvent>): LessonReceipt {
  const data = outcome.events[0]?.data;
  const lesson = data !== undefined && 'lesson' in data ? data.lesson : '';
  const journal = data !== undefined && 'journal' in data ? data.journal : '';
  return { ...receipt(outcome), journal, lesson };
}
