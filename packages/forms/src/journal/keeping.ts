import type { JournalPage } from '@letopis/projections';
import type { JournalContinuation, JournalKeepingLine } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameText } from '../tables/labels.ts';
import type { Say } from '../words/words.ts';

/**
 * Makes the table of what happened to the journal itself: handed over by one teacher to another,
 * continued in that of another group, a continuation of one. An annulled line is struck through,
 * and says when, by whom and why. RK 4 no. 4, 5.
 */
export function keepingTable({ keeping }: JournalPage, labels: Labels): Table {
  const { say } = labels;
  return {
    key: 'journal-keeping',
    caption: say('journalKeeping'),
    columns: [
      { key: 'date', heading: say('date'), widthMm: 24, align: 'center' },
      { key: 'act', heading: say('act'), names: true },
      { key: 'basis', heading: say('basisPaper'), widthMm: 62 },
      { key: 'signer', heading: say('signer'), widthMm: 54 },
    ],
    rows: keeping.map((line): readonly Cell[] => {
      const { on, source, annulled, signer } = line;
      const events = [source.event, ...(annulled === null ? [] : [annulled.source.event])];
      const state = annulled === null ? line.what : 'annulled';
      const run = (text: string): readonly Run[] => [
        annulled === null ? { text } : { text, as: 'struck' },
      ];
      return [
        { lines: [run(shortDate(on))], events },
        { lines: [run(lineText(line, labels)), ...annulment(line, labels)], events, state },
        { lines: [run(paperText(line, labels) || '–')], events },
        cell(`${nameText(signer.name, say)}, ${labels.titled(signer.officeTitle, signer.office)}`),
      ];
    }),
    empty: say('noRecords'),
  };
}

/** The journals that this one continues, or is continued in, as the head of the page names them. */
export function otherJournals(
  { keeping }: JournalPage,
  what: JournalContinuation['what'],
  say: Say,
): string | null {
  const named = keeping.flatMap((line) => {
    if (line.what !== what || line.annulled !== null) return [];
    const { group, on, lessonsHeld, hoursHeld } = line as JournalContinuation;
    const title = group.title ?? group.id;
    return [say('otherJournal', title, shortDate(on), lessonsHeld, hoursHeld)];
  });
  return named.length === 0 ? null : named.join('; ');
}

function lineText(line: JournalKeepingLine, { say }: Labels): string {
  if (line.what === 'handed-over') {
    return say('journalHandedOver', nameText(line.from, say), nameText(line.to, say));
  }
  const { what, group, lessonsHeld, hoursHeld } = line;
  const word = what === 'continued-in' ? 'continuedInLine' : 'continuedFromLine';
  return say(word, group.title ?? group.id, lessonsHeld, hoursHeld);
}

/** The act of a handing over, else the ground of the entry. */
function paperText(line: JournalKeepingLine, { say, ground }: Labels): string {
  if (line.what !== 'handed-over' || line.act === null) return ground(line.ground);
  const { number, date } = line.act;
  return [
    say('groundAct'),
    ...(number === null ? [] : [say('groundNumber', number)]),
    say('groundDate', shortDate(date)),
  ].join(' ');
}

function annulment({ annulled }: JournalKeepingLine, { say }: Labels): readonly Run[][] {
  if (annulled === null) return [];
  const { actedOn, signer, reason } = annulled;
  const why = reason === null ? '' : `: ${reason}`;
  const text = `${say('stepAnnulled', shortDate(actedOn))}, ${nameText(signer.name, say)}${why}`;
  return [[{ text, as: 'quiet' }]];
}
