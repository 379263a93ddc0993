import type { FileIssued, ShownDocumentMark, ShownMarkPart } from '@letopis/projections/reports';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { recordTable } from './record-table.ts';

/**
 * Makes the table of the marks on documents: each in digits and words, and the results that it is
 * made of, whose events its cells name. P7, P8, R5 §4.10, RK 1.1.
 */
export function documentMarksTable(documents: readonly FileIssued[], labels: Labels): Table {
  const columns = [
    ['registrationNumber', 28],
    ['subject'],
    ['documentMark', 40],
    ['madeOf', 62],
  ] as const;
  const rows = documents.flatMap((one) => one.marksShown.map((mark) => row(one, mark, labels)));
  return recordTable('document-marks', 'documentMarks', columns, 'subject', rows, labels);
}

function row(
  { inForce }: FileIssued,
  { module, title, digits, words, isMean, parts }: ShownDocumentMark,
  labels: Labels,
): readonly Cell[] {
  const { say } = labels;
  const own = [inForce.event];
  const events = [...own, ...parts.map(({ event }) => event)];
  const text =
    words === null
      ? (digits ?? say('creditedFull'))
      : digits === null
        ? words
        : `${digits} (${words})`;
  const lines = parts.map((part) => [{ text: partText(part, labels), as: 'quiet' as const }]);
  return [
    cell(inForce.registrationNumber ?? '–', { events: own }),
    cell(title ?? module ?? say('wholeProgramme'), { events: own }),
    cell(text, { events }),
    { lines: isMean ? [[{ text: say('meanOf') }], ...lines] : lines, events },
  ];
}

function partText({ kind, kindTitle, studyYear, period, value }: ShownMarkPart, labels: Labels) {
  const { say, titled } = labels;
  const when = studyYear === null ? '' : ` ${studyYear}/${String(Number(studyYear) + 1).slice(2)}`;
  const within = period === null ? '' : `, ${period}`;
  return `${titled(kindTitle, kind)}${when}${within}: ${value ?? say('creditedShort')}`;
}
