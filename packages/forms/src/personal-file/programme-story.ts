import type { FileEnrollment, ShownStep } from '@letopis/projections/reports';
import type { LifeFact } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameText, noteRuns, paperOf } from '../tables/labels.ts';
import { daysColumns, enteredCell } from './days-columns.ts';

/**
 * Makes the table of the steps of one enrollment with their orders: enrolled, begun, transferred,
 * on leave, back, completed, discharged. Each names the days of effect, of its paper and of entry,
 * and says if it was entered late. A step that was annulled is struck through; below it
 * stands by whom, when, on which ground and why, and whether another stands in its place. D4, P3,
 * RK 1.5, 1.8.
 */
export function stepsTable(key: string, enrollment: FileEnrollment, labels: Labels): Table {
  const { say, ground } = labels;
  return {
    key,
    caption: say('movements'),
    columns: daysColumns(labels),
    rows: enrollment.steps.map((shown): readonly Cell[] => {
      const { step, days, annulled } = shown;
      const text = stepText(shown, enrollment, labels);
      if (annulled === null) {
        const events = [step.source.event];
        return [
          cell(shortDate(step.on), { events }),
          cell(text, { events, state: step.type }),
          cell(ground(step.ground) || '–', { events }),
          enteredCell(days, events, labels),
        ];
      }
      const events = [step.source.event, annulled.source.event];
      return [
        { lines: [struck(shortDate(step.on))], events },
        { lines: [struck(text), ...annulmentLines(annulled, labels)], events, state: 'annulled' },
        { lines: [struck(ground(step.ground) || '–')], events },
        enteredCell(days, events, labels),
      ];
    }),
    empty: say('noRecords'),
  };
}

const struck = (text: string): readonly Run[] => [{ text, as: 'struck' }];

/** When a step was annulled or corrected, by whom, on which ground, and why. */
function annulmentLines(
  annulled: NonNullable<ShownStep['annulled']>,
  labels: Labels,
): readonly (readonly Run[])[] {
  const { say } = labels;
  const { actedOn, replacedBy, signer, reason } = annulled;
  const what = say(replacedBy === null ? 'stepAnnulled' : 'stepReplaced', shortDate(actedOn));
  const who = [what, nameText(signer.name, say), ...paperOf(annulled, labels)].join('; ');
  const why = noteRuns(reason, say);
  return [[{ text: who, as: 'quiet' }], ...(why.length === 0 ? [] : [why])];
}

function stepText(
  {
    step,
    reasonTitle,
  }: { readonly step: LifeFact; readonly reasonTitle: ShownStep['reasonTitle'] },
  enrollment: FileEnrollment,
  labels: Labels,
): string {
  const { say, titled, code } = labels;
  const groupTitle = (group: string): string => enrollment.groupTitles[group] ?? group;
  switch (step.type) {
    case 'Enrolled': {
      const { group, studyFrom } = step.data;
      const begins = studyFrom === null ? '' : `; ${say('studyFrom', shortDate(studyFrom))}`;
      return `${say('stepEnrolled', groupTitle(group))}${begins}`;
    }
    case 'StudyStarted':
      return say('stepStudyStarted');
    case 'Transferred':
      return say('stepTransferred', groupTitle(step.data.fromGroup), groupTitle(step.data.toGroup));
    case 'Suspended': {
      const { reason, until } = step.data;
      const back = until === null ? '' : ` ${say('plannedUntil', shortDate(until))}`;
      const why = reasonTitle === null ? code(reason) : titled(reasonTitle, reason);
      return `${say('stepSuspended', why)}${back}`;
    }
    case 'Reinstated':
      return say('stepReinstated', groupTitle(step.data.group));
    case 'Completed': {
      const { honours } = step.data;
      return honours === null ? say('stepCompleted') : `${say('stepCompleted')} (${code(honours)})`;
    }
    case 'Discharged': {
      const { reason, whereTo } = step.data;
      const text = say('stepDischarged', titled(reasonTitle, reason));
      return whereTo === undefined ? text : `${text}, ${say('whereTo', whereTo)}`;
    }
  }
}
