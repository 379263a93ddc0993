import type { FileEnrollment } from '@letopis/projections/reports';
import type { LifeFact } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';

/**
 * Makes the table of the steps of one enrollment with their orders: enrolled, begun, transferred,
 * on leave, back, completed, discharged. Source: domain D4, P3.
 */
export function stepsTable(key: string, enrollment: FileEnrollment, labels: Labels): Table {
  const { say, ground } = labels;
  return {
    key,
    caption: say('movements'),
    columns: [
      { key: 'date', heading: say('date'), widthMm: 24, align: 'center' },
      { key: 'act', heading: say('act'), names: true },
      { key: 'basis', heading: say('basisPaper'), widthMm: 62 },
    ],
    rows: enrollment.life.steps.map((step): readonly Cell[] => {
      const events = [step.source.event];
      return [
        cell(shortDate(step.on), { events }),
        cell(stepText(step, enrollment, labels), { events, state: step.type }),
        cell(ground(step.ground) || '–', { events }),
      ];
    }),
    empty: say('noRecords'),
  };
}

function stepText(step: LifeFact, enrollment: FileEnrollment, labels: Labels): string {
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
      return `${say('stepSuspended', code(reason))}${back}`;
    }
    case 'Reinstated':
      return say('stepReinstated', groupTitle(step.data.group));
    case 'Completed': {
      const { honours } = step.data;
      return honours === null ? say('stepCompleted') : `${say('stepCompleted')} (${code(honours)})`;
    }
    case 'Discharged':
      return say('stepDischarged', titled(enrollment.dischargeTitle, step.data.reason));
  }
}
