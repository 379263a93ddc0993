import type { FileAchievement, FilePortfolioItem } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';
import { annulledEvents, annulledLines, annulledText } from './annulled-text.ts';
import { documentLines } from './document-lines.ts';
import { recordTable } from './record-table.ts';

/** Makes the table of a learner's achievements with their documents and verification. D12. */
export function achievementsTable(list: readonly FileAchievement[], labels: Labels): Table {
  const { say, titled } = labels;
  const rows = list.map((one): readonly Cell[] => {
    const { recorded, verified, annulled, participants, evidence, result } = one;
    const facts = [recorded, ...participants, ...evidence, verified, annulled];
    const events = [
      ...facts.flatMap((fact) => (fact === null ? [] : [fact.source.event])),
      ...annulledEvents(one.annulledEntries),
    ];
    const state = annulled === null ? (verified === null ? 'open' : 'verified') : 'annulled';
    const checked =
      verified === null ? say('notVerified') : say('verified', shortDate(verified.on));
    const stateText = annulled === null ? checked : say('stateAnnulled');
    const outcome = titled(one.outcomeTitle, recorded?.data.outcome ?? '');
    const kind = titled(one.kindTitle, recorded?.data.kind ?? '');
    const own = noteRuns(result, say);
    return [
      cell(recorded === null ? null : shortDate(recorded.on), { events }),
      {
        lines: [[{ text: recorded?.data.event ?? one.achievement }], [{ text: kind, as: 'quiet' }]],
        events,
      },
      cell(titled(one.levelTitle, recorded?.data.level ?? ''), { events }),
      { lines: [[{ text: outcome }], own].filter((line) => line.length > 0), events },
      { lines: documentLines(one.documents, labels), events },
      {
        lines: [[{ text: stateText }], ...annulledLines(one.annulledEntries, labels)],
        state,
        events,
      },
    ];
  });
  const columns = [
    ['date', 22],
    ['event'],
    ['level', 28],
    ['outcome', 30],
    ['documents', 40],
    ['state', 30],
  ] as const;
  return recordTable('achievements', 'achievements', columns, 'event', rows, labels);
}

/** Makes the inventory of a portfolio; an item removed, or added in error, stays. D13, RK 1.8. */
export function portfolioTable(items: readonly FilePortfolioItem[], labels: Labels): Table {
  const { say, titled } = labels;
  const rows = items.map((item, index): readonly Cell[] => {
    const { added, removed, annulled, kindTitle, title, locator } = item;
    const events = [added, removed, annulled].flatMap((fact) => fact?.source.event ?? []);
    const kept = removed === null ? say('inPortfolio') : say('removedOn', shortDate(removed.on));
    const text = annulled === null ? kept : annulledText(annulled, labels);
    const state = annulled === null ? (removed === null ? 'kept' : 'removed') : 'annulled';
    return [
      cell(index + 1, { events }),
      { lines: [noteRuns(title, say)], events },
      cell(titled(kindTitle, added.data.kind), { events }),
      cell(shortDate(added.on), { events }),
      { lines: [noteRuns(locator, say)], events },
      cell(text, { state, events }),
    ];
  });
  const columns = [
    ['number', 10],
    ['itemTitle'],
    ['itemKind', 30],
    ['addedOn', 22],
    ['whereKept', 40],
    ['state', 28],
  ] as const;
  return recordTable('portfolio', 'portfolio', columns, 'itemTitle', rows, labels);
}
