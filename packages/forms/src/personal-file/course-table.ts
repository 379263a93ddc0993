import type { FileEnrollment } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameRun, paperOf } from '../tables/labels.ts';
import { daysColumns, enteredCell } from './days-columns.ts';

type Entry = FileEnrollment['course'][number];

/**
 * Makes the table of how a learner studied: decisions on study years with the debts that they name,
 * forms of education and of study with their days. An annulled entry is struck through, and says
 * when and by whom. Each names its three days. Source: RK 1.5, 1.6, 273-FZ art. 17, 58.
 */
export function courseTable(key: string, { course }: FileEnrollment, labels: Labels): Table {
  const { say, ground } = labels;
  return {
    key,
    caption: say('courseOfStudy'),
    columns: daysColumns(labels),
    rows: course.map((entry): readonly Cell[] => {
      const { fact, days, annulled } = entry;
      const events = [fact.source.event, ...(annulled === null ? [] : [annulled.source.event])];
      return [
        cell(shortDate(fact.on), { events }),
        { lines: [[struckIf(entry, textOf(entry, labels))], ...annulment(entry, labels)], events },
        cell(ground(fact.ground) || '–', { events }),
        enteredCell(days, events, labels),
      ];
    }),
    empty: say('noRecords'),
  };
}

function textOf({ fact, title }: Entry, { say, titled }: Labels): string {
  if (fact.type === 'YearDecided') {
    const { studyYear, decision, debts, debtsUntil } = fact.data;
    const year = say('yearDecision', studyYear, titled(title, decision));
    if (debts.length === 0) return year;
    const named = debts.map(({ module, kind }) => `${module ?? '*'}: ${kind}`).join(', ');
    const term = debtsUntil === null ? '' : ` ${say('plannedUntil', shortDate(debtsUntil))}`;
    return `${year}; ${say('debtsNamed', named)}${term}`;
  }
  const form = titled(title, fact.data.form);
  if (fact.type === 'StudyFormEnded') return say('studyFormEnded', form);
  const { until } = fact.data;
  return until === null ? form : `${form} ${say('plannedUntil', shortDate(until))}`;
}

const struckIf = ({ annulled }: Entry, text: string): Run =>
  annulled === null ? { text } : { text, as: 'struck' };

/** When it was annulled, by whom and on which paper. RK 1.8, RK 1.9. */
function annulment(entry: Entry, labels: Labels): readonly Run[][] {
  const { annulled, annulledBy, afterArchive, groundAt } = entry;
  if (annulled === null || annulledBy === null) return [];
  const { say } = labels;
  const { actedOn, replacedBy } = annulled.data;
  const paper = paperOf({ ground: annulled.ground, afterArchive, groundAt }, labels);
  const word = replacedBy === null ? 'lessonAnnulled' : 'entryReplaced';
  return [
    [
      { text: `${say(word, shortDate(actedOn))}, `, as: 'quiet' },
      nameRun(annulledBy.name, say),
      ...paper.map((text): Run => ({ text: `; ${text}`, as: 'quiet' })),
    ],
  ];
}
