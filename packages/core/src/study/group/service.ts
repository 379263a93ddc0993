import { withDefaultId } from '../../acting/default-id.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { readDate } from '../../rules/regulation/facts/reading.ts';
import {
  annulGroupEntry,
  announceRequirements,
  closeGroup,
  correctGroupEntry,
  dropAssessment,
  mergeGroup,
  openGroup,
  planAssessment,
  planAssessments,
} from './commands.ts';
import {
  readAnnouncement,
  readGroupAnnulment,
  readGroupCorrection,
  readMerger,
  readOpening,
  readPlanning,
} from './context.ts';
import { decideMergeGroup } from './decide-merger.ts';
import { decideAnnulGroupEntry, decideCorrectGroupEntry } from './decide-put-right.ts';
import {
  decideAnnounce,
  decideCloseGroup,
  decideDrop,
  decideOpenGroup,
  decidePlan,
  decidePlanOne,
} from './decide.ts';
import { groupFold } from './facts/state.ts';

const onGroup = on({ fold: groupFold, ...keyedBy('group') });

/**
 * Groups of learners in a programme, with their planned assessments and announced requirements. D2.
 *
 * @example
 * must(await groupService(session).open({ id: 'm-1', programme: 'mentor' }));
 * must(await groupService(session).planAssessment({ group: 'm-1', id: 'w-1', module: 'safety',
 *   kind: 'current', form: 'test', on: '2026-10-05' }));
 */
export const groupService = service({
  /**
   * Opens a group in a programme. The answer's `id` is the one given, or the command's.
   * Refuses `already-exists`, `programme-unknown`, `programme-closed`, `period-reversed`. D2.
   */
  open: onGroup.create(openGroup, { context: readOpening, decide: decideOpenGroup }),

  /**
   * Plans one assessment of a group. The answer's `id` is the one given, or the command's.
   * Refuses `group-unknown`, `already-exists`, `module-unknown`, `kind-unknown`, `form-unknown`,
   * `result-group-unknown`.
   * D2.
   */
  planAssessment: onGroup.answering(planAssessment, {
    context: readPlanning,
    decide: withDefaultId(decidePlanOne),
    answer: (outcome) => {
      const [planned] = outcome.events;
      const id = planned?.type === 'AssessmentPlanned' ? planned.data.planned : '';
      return { ...receipt(outcome), id };
    },
  }),

  /**
   * Plans up to 500 assessments at once: all are planned, or none.
   * Refuses `group-unknown`, `already-exists`, `module-unknown`, `kind-unknown`, `form-unknown`,
   * `result-group-unknown`.
   * D2.
   */
  planAssessments: onGroup(planAssessments, { context: readPlanning, decide: decidePlan }),

  /**
   * Drops a planned assessment; its id is not used again, and results that name it keep it.
   * Refuses `group-unknown`, `planned-unknown`. D2.
   */
  dropAssessment: onGroup(dropAssessment, { context: readDate, decide: decideDrop }),

  /**
   * Records that a teacher made the requirements of attestation known to the learners.
   * Refuses `group-unknown`, `module-unknown`, `dated-ahead`, `not-appointed`. R2 §1.5.
   */
  announceRequirements: onGroup(announceRequirements, {
    context: readAnnouncement,
    decide: decideAnnounce,
  }),

  /**
   * Closes a group: from that day on it takes no new enrollments.
   * Refuses `group-unknown`, `group-closed`, `closing-before-opening`. D2.
   */
  close: onGroup(closeGroup, { context: readDate, decide: decideCloseGroup }),

  /**
   * Merges a group into another one of its programme, by order.
   * Refuses `group-unknown`, `group-closed`, `merger-unfit`, `closing-before-opening`,
   * `order-required`. RK 4.
   */
  merge: onGroup(mergeGroup, { context: readMerger, decide: decideMergeGroup }),

  /**
   * Annuls an entry about a group from the start: as if it had never been made.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`. RK 1.8.
   */
  annulEntry: onGroup(annulGroupEntry, {
    context: readGroupAnnulment,
    decide: decideAnnulGroupEntry,
  }),

  /**
   * Corrects an entry about a group, its day too; the earlier one stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-rested-on`,
   * `reason-missing`, `not-appointed`, and what the ordinary command refuses. RK 1.8.
   */
  correctEntry: onGroup(correctGroupEntry, {
    context: readGroupCorrection,
    decide: decideCorrectGroupEntry,
  }),
});
