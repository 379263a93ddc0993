import type { JournalPage } from '@letopis/projections';
import type { Stay } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameRun } from '../tables/labels.ts';
import { stayNotes } from './stays.ts';

/**
 * Makes the roster: who came and left when, by which order. One row for each time that a learner
 * was in the group. Source: domain D4, P1.
 */
export function rosterTable({ rows, groupTitles }: JournalPage, { say, ground }: Labels): Table {
  const moved = (move: Moved): Cell => {
    const text = [shortDate(move.on), ground(move.ground)].filter(Boolean).join(', ');
    return cell(text, { events: [move.source.event] });
  };
  return {
    key: 'roster',
    caption: say('roster'),
    columns: [
      { key: 'line', heading: say('number'), widthMm: 9, align: 'center' },
      { key: 'fullName', heading: say('fullName'), names: true },
      { key: 'enrolOrder', heading: say('enrolOrder'), widthMm: 66 },
      { key: 'leaveOrder', heading: say('leaveOrder'), widthMm: 66 },
      { key: 'note', heading: say('note'), widthMm: 54 },
    ],
    rows: rows.flatMap(({ line, learner, stays }) =>
      stays.map((stay, nth) => [
        cell(nth === 0 ? line : null),
        { lines: [[nameRun(learner, say)]], events: [stay.arrival.source.event] },
        moved(stay.arrival),
        stay.departure === null ? cell(null) : moved(stay.departure),
        { lines: stayNotes([stay], groupTitles, say).map((text) => [{ text }]) },
      ]),
    ),
    empty: say('noLearners'),
  };
}

type Moved = Pick<Stay['arrival'], 'on' | 'ground' | 'source'>;
