import type { FileCommendation } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';
import { annulledEvents, annulledLines } from './annulled-text.ts';

/**
 * Makes the table of a learner's commendations: kind, merit with the documents that prove it,
 * order, presentation; a step that was annulled is struck through. D14, RK 1.8.
 */
export function commendationsTable(
  commendations: readonly FileCommendation[],
  labels: Labels,
): Table {
  const { say } = labels;
  return {
    key: 'commendations',
    caption: say('commendations'),
    columns: [
      { key: 'commendationKind', heading: say('commendationKind'), widthMm: 38, names: true },
      { key: 'merit', heading: say('merit') },
      { key: 'order', heading: say('order'), widthMm: 42 },
      { key: 'presentedOn', heading: say('presentedOn'), widthMm: 22, align: 'center' },
      { key: 'state', heading: say('state'), widthMm: 32 },
    ],
    rows: commendations.map((one) => row(one, labels)),
    empty: say('noRecords'),
  };
}

function row(one: FileCommendation, labels: Labels): readonly Cell[] {
  const { kind, kindTitle, proposed, ordered, presented, revoked, state } = one;
  const { say, titled, ground, code } = labels;
  const steps = [proposed, ordered, presented, ...one.published, revoked];
  const events = [
    ...steps.flatMap((fact) => (fact === null ? [] : [fact.source.event])),
    ...annulledEvents(one.annulledEntries),
  ];
  const lines: (readonly Run[])[] = [[{ text: code(state) }]];
  if (revoked !== null) {
    const paper = [shortDate(revoked.on), ground(revoked.ground)].filter(Boolean).join(', ');
    lines.push([{ text: paper, as: 'quiet' }], noteRuns(one.revocationReason, say));
  }
  for (const { on, data } of one.published) {
    lines.push([{ text: say('publishedOn', shortDate(on), data.place), as: 'quiet' }]);
  }
  lines.push(...annulledLines(one.annulledEntries, labels));
  return [
    cell(kind === null ? '–' : titled(kindTitle, kind), { events }),
    { lines: whatFor(one, labels), events },
    cell(ordered === null ? '–' : ground(ordered.ground) || shortDate(ordered.on)),
    cell(presented === null ? '–' : shortDate(presented.on)),
    { lines, state, events },
  ];
}

/** The merit, then a document a line: `Диплом олимпиады № 14 от 30.10.2026`. */
function whatFor(
  { merit, documents: { documents, erased } }: FileCommendation,
  { say }: Labels,
): readonly (readonly Run[])[] {
  const shown = documents.map(({ title, number, date }): readonly Run[] => {
    const words = [
      title,
      ...(number === null ? [] : [say('groundNumber', number)]),
      ...(date === null ? [] : [say('groundDate', shortDate(date))]),
    ];
    return [{ text: words.join(' '), as: 'quiet' }];
  });
  // If either was erased, the cell says so once.
  const words = noteRuns({ text: merit.text, erased: merit.erased || erased }, say);
  const gone = erased && merit.text !== null ? [noteRuns({ text: null, erased }, say)] : [];
  return [words, ...gone, ...shown].filter((line) => line.length > 0);
}
