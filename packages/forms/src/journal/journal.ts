import type { JournalPage } from '@letopis/projections';
import { longDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { PageOptions, SignatureLine } from '../kit/options.ts';
import type { HeadLine } from '../kit/page.ts';
import { pageHtml } from '../kit/page.ts';
import { tableHtml } from '../kit/table.ts';
import { carriersText } from '../tables/carrier-text.ts';
import { annulments, correctionsTable } from '../tables/corrections-table.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn, nameText } from '../tables/labels.ts';
import { keepingTable, otherJournals } from './keeping.ts';
import { legendHtml } from './legend.ts';
import { lessonsTable } from './lessons-table.ts';
import { marksGrid } from './marks-grid.ts';
import { rosterTable } from './roster.ts';

/** Options of a journal, besides those of every page. */
export interface JournalOptions extends PageOptions {
  /** Number of lesson dates on a sheet without totals; by default as many as fit A4 landscape. */
  readonly datesPerSheet?: number;
}

/**
 * Prints the journal of a group in a module as a page (A4 landscape): cover, attendance and marks,
 * legend, contents of the lessons, roster with orders, handing over and continuation, sheet of
 * corrections, signatures. A
 * corrected mark shows the old value struck through and the new one in digits and in words. A
 * number beside it refers to the sheet of corrections, where the person who corrected signs.
 * Sources: R2 §2.2-2.3, domain P1.
 *
 * Throws a RangeError for an unknown time zone.
 *
 * @example
 * const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
 * const text = journalHtml(await journalPage(reader, { group: 'm-1', module: 'safety' }), options);
 */
export function journalHtml(page: JournalPage, options: JournalOptions): string {
  const own = labelsIn(options.language ?? 'ru');
  const { say } = own;
  const results = page.rows.flatMap(({ learner, cells }) =>
    cells.flatMap((cell) => cell.results.map((result) => ({ learner, result }))),
  );
  const corrections = page.corrections.map(({ line, learner, result, correction }) => ({
    line: String(line),
    learner,
    result,
    act: correction,
  }));
  const annulled = annulments(results, own);
  const lines = [...corrections, ...annulled];
  const notes = new Map(lines.map(({ line, act }) => [act.source.event, line]));
  const { datesPerSheet } = options;
  const sheets = marksGrid(page, { notes, labels: own, datesPerSheet });
  const body = [
    html`<div class="grid">${sheets.map((sheet, nth) => part(tableHtml(sheet), nth > 0))}</div>`,
    legendHtml(page, own),
    part(tableHtml(lessonsTable(page, own)), true),
    part(tableHtml(rosterTable(page, own)), true),
    ...(page.keeping.length === 0 ? [] : [part(tableHtml(keepingTable(page, own)), false)]),
    part(sheetOf('corrections', say('correctionsSheet'), corrections, own), true),
    ...(annulled.length === 0 ? [] : [sheetOf('annulments', say('annulments'), annulled, own)]),
  ];
  const { module, group } = page;
  return pageHtml(
    {
      key: 'lesson-journal',
      title: say('journalTitle'),
      subtitle: [
        module?.title ?? module?.id ?? say('wholeProgramme'),
        `${say('group').toLowerCase()} ${group.title ?? group.id}`,
      ].join(', '),
      orientation: 'landscape',
      head: head(page, own),
      body,
      basis: page.basis,
      form: page.form,
      signatures: signers(page, own),
      seal: true,
    },
    options,
  );
}

function head(page: JournalPage, labels: Labels): readonly HeadLine[] {
  const { say, language } = labels;
  const { programme, module, group, hoursPlanned, hoursHeld, carried, scale, columns } = page;
  const lessons = columns.filter(({ lesson, annulled }) => lesson !== null && !annulled);
  const [first, last] = [group.from ?? lessons[0]?.on, group.until ?? lessons.at(-1)?.on];
  const { hours } = carried;
  const held = hours === 0 ? hoursHeld : say('hoursWithCarried', hoursHeld + hours, hours);
  const day = (date: string): string => longDate(date, language);
  return [
    [say('programme'), programme === null ? null : (programme.title ?? programme.id)],
    [say('subject'), module === null ? say('wholeProgramme') : (module.title ?? module.id)],
    [say('group'), group.title ?? group.id],
    [say('period'), first && last ? `${day(first)} – ${day(last)}` : null],
    [say('hoursPlannedHeld'), `${hoursPlanned ?? '–'} / ${held}`],
    [say('continuedFrom'), otherJournals(page, 'continued-from', say)],
    [say('continuedIn'), otherJournals(page, 'continued-in', say)],
    [say('carrierState'), carriersText(page.absent, labels)],
    [say('scale'), scale?.[language]],
    [say('teachers'), page.teachers.map((teacher) => nameText(teacher, say)).join(', ')],
  ];
}

/** Signature lines of the teachers of the lessons, and of the head: R2 §2.2-2.3. */
function signers({ teachers }: JournalPage, { say }: Labels): readonly SignatureLine[] {
  return [
    ...teachers.map(({ text }): SignatureLine => ({
      role: say('teacher'),
      ...(text === null ? {} : { name: text }),
    })),
    { role: say('head') },
  ];
}

function sheetOf(...args: Parameters<typeof correctionsTable>): Html {
  return tableHtml(correctionsTable(...args));
}

function part(content: Html, newSheet: boolean): Html {
  return html`<section${newSheet && html` class="sheet"`}>${content}</section>
`;
}
