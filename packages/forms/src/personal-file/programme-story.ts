import type { EnrollmentLife, LifeFact, RegulationTitles } from '@letopis/projections';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../words/labels.ts';

/** What a step of a life needs to be told. */
export interface StoryInput {
  readonly titles: RegulationTitles;
  readonly groupTitle: (group: string) => string;
  readonly labels: Labels;
}

/**
 * The steps of one enrollment with the orders that they rest on: enrolled, begun, transferred, on
 * leave, back, completed, discharged. Source: domain D4, P3.
 */
export function stepsTable(key: string, life: EnrollmentLife, input: StoryInput): Table {
  const { say, ground } = input.labels;
  return {
    key,
    caption: say('movements'),
    columns: [
      { key: 'date', heading: say('date'), widthMm: 24, align: 'center' },
      { key: 'act', heading: say('act'), names: true },
      { key: 'basis', heading: say('basisPaper'), widthMm: 62 },
    ],
    rows: life.steps.map((step): readonly Cell[] => {
      const events = [step.source.event];
      return [
        cell(shortDate(step.on), { events }),
        cell(stepText(step, input), { events, state: step.type }),
        cell(ground(step.ground) || '–', { events }),
      ];
    }),
    empty: say('noRecords'),
  };
}

function stepText(step: LifeFact, { titles, groupTitle, labels }: StoryInput): string {
  const { say, titled } = labels;
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
      return `${say('stepSuspended', titled(titles.suspensionReasons, reason))}${back}`;
    }
    case 'Reinstated':
      return say('stepReinstated', groupTitle(step.data.group));
    case 'Completed': {
      const { honours } = step.data;
      return honours === null
        ? say('stepCompleted')
        : `${say('stepCompleted')} (${honours === 'distinction' ? say('distinction') : honours})`;
    }
    case 'Discharged':
      return say('stepDischarged', titled(titles.dischargeReasons, step.data.reason));
  }
}
