import type { FileRecord, ShownDebt, ShownRetake } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell, tableHtml } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { creditsTable } from './credits-table.ts';
import { consentsTable, disclosuresTable } from './disclosures-table.ts';
import { documentMarksTable } from './document-marks-table.ts';
import { documentsTable } from './documents-table.ts';
import { keepingTable } from './keeping-table.ts';
import { achievementsTable, portfolioTable } from './portfolio-table.ts';
import { recordTable } from './record-table.ts';

/**
 * Makes the remaining parts of a personal file: credits, debts with retakes and notices, documents,
 * achievements, portfolio, consents and disclosures, holds and loans. Leaves out empty parts. P3,
 * R1 §5.4, R4 §2.2.6, R5 §4.3.1.
 */
export function recordHtml(record: FileRecord, labels: Labels): Html {
  const tables = [
    creditsTable(record.credits, labels),
    debtsTable(record.debts, labels),
    retakesTable(record.retakes, labels),
    noticesTable(record, labels),
    documentsTable(record.documents, labels),
    documentMarksTable(record.documents, labels),
    achievementsTable(record.achievements, labels),
    portfolioTable(record.portfolio, labels),
    consentsTable(record.consents, labels),
    disclosuresTable(record.disclosures, labels),
    keepingTable(record, labels),
  ];
  return html`${tables.filter(({ rows }) => rows.length > 0).map(tableHtml)}`;
}

function placeOf({ module }: ShownDebt | ShownRetake, { say }: Labels): string {
  return module === null ? say('wholeProgramme') : (module.title ?? module.id);
}

/** Makes the table of debts with their state and deadline. P9, 273-FZ art. 58. */
export function debtsTable(debts: readonly ShownDebt[], labels: Labels): Table {
  const rows = debts.map((debt): readonly Cell[] => {
    const { kind, kindTitle, deadline, state, settled, pauses } = debt;
    const paused = pauses.map(({ fact }) => fact.source.event);
    const events = [debt.debt, ...paused, ...(settled === null ? [] : [settled.result])];
    return [
      cell(placeOf(debt, labels), { events }),
      cell(labels.titled(kindTitle, kind)),
      cell(shortDate(debt.on), { events: [debt.debt] }),
      cell(deadline === null ? '–' : shortDate(deadline)),
      // A record that is `open` is kept by its department: the code says that, and not this.
      cell(state === 'open' ? labels.say('debtOpen') : labels.code(state), { state, events }),
    ];
  });
  const columns = [
    ['subject'],
    ['assessmentKind', 32],
    ['aroseOn', 24],
    ['deadline', 26],
    ['state', 34],
  ] as const;
  return recordTable('debts', 'debts', columns, 'subject', rows, labels);
}

/** Makes the table of retakes in the order given; by day, it is the calendar of retakes. P9. */
export function retakesTable(retakes: readonly ShownRetake[], labels: Labels): Table {
  const { say, code } = labels;
  const rows = retakes.map((retake): readonly Cell[] => {
    const { granted, taken, withdrawn, plannedOn, state } = retake;
    const events = [granted.source.event];
    const outcome =
      taken === null
        ? code(state)
        : say('takenOn', shortDate(taken.on), say(taken.passes ? 'passed' : 'notPassed'));
    const about = [...events, ...(taken === null ? [] : [taken.result])];
    const gone = withdrawn === null ? [] : [withdrawn.source.event];
    return [
      cell(placeOf(retake, labels), { events }),
      cell(granted.data.attempt, { events }),
      cell(shortDate(plannedOn), { events }),
      cell(granted.data.commission ?? '–', { events }),
      cell(outcome, { state, events: [...about, ...gone] }),
    ];
  });
  const columns = [
    ['subject'],
    ['attempt', 20],
    ['plannedOn', 26],
    ['commission', 36],
    ['outcome', 40],
  ] as const;
  return recordTable('retakes', 'retakes', columns, 'subject', rows, labels);
}

function noticesTable({ notices }: FileRecord, labels: Labels): Table {
  const { say, code } = labels;
  const rows = notices.map(({ on, data, source }): readonly Cell[] => {
    const events = [source.event];
    const what = data.debts.length === 0 ? say('noDebtsTold') : say('debtsTold', data.debts.length);
    return [
      cell(shortDate(on), { events }),
      cell(what, { events }),
      cell(code(data.informed), { events }),
      cell(code(data.way), { events }),
    ];
  });
  const columns = [
    ['date', 24],
    ['whatWasTold'],
    ['whoWasTold', 48],
    ['wayOfTelling', 30],
  ] as const;
  return recordTable('told', 'toldOfDebts', columns, 'whatWasTold', rows, labels);
}
