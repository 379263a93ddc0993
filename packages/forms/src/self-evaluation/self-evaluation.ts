import { EVIDENCE } from '@letopis/core/values';
import type { SelfEvaluationPage } from '@letopis/projections';
import type { IndicatorBasis, IndicatorRow } from '@letopis/projections/reports';
import { mayPrintPlain } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { PageOptions } from '../kit/options.ts';
import type { HeadLine } from '../kit/page.ts';
import { pageHtml } from '../kit/page.ts';
import type { Cell, Column, Run } from '../kit/table.ts';
import { cell, tableHtml } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn } from '../tables/labels.ts';

/**
 * Prints the self-evaluation report of a year as a page (A4 portrait): each indicator with its
 * number, name, unit, value and share, and whether it is computed, entered («внесено») or missing
 * («нет данных»). A wording that nobody has compared with the act says so, and the foot counts
 * them, until `school.law.confirm` records who compared it with which publication. The records
 * behind each number open on the screen and are printed in an annex. They are named by ids, because
 * the report is published. Sources: orders 462 and 1324, domain P10.
 *
 * Throws a RangeError for an unknown time zone.
 *
 * @example
 * const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
 * const text = selfEvaluationHtml(await selfEvaluationReport(reader, { year: '2026' }), options);
 */
export function selfEvaluationHtml(page: SelfEvaluationPage, options: PageOptions): string {
  const own = labelsIn(options.language ?? 'ru');
  const { say } = own;
  const { year, annex, lines } = page;
  const parts = Map.groupBy(lines, ({ number }) => number.split('.')[0] ?? '');
  const tables = [...parts].map(([part, ofPart]) =>
    tableHtml({
      key: `indicators-${part}`,
      caption: partTitle(annex, part, own),
      columns: columns(own),
      rows: ofPart.map((line) => row(line, own)),
      empty: say('noRecords'),
    }),
  );
  return pageHtml(
    {
      key: 'self-evaluation',
      title: say('selfEvaluationTitle'),
      subtitle: say('forYear', year),
      orientation: 'portrait',
      head: [
        [say('indicatorsBy'), say('order1324', annex)],
        learnersLine(page, own),
        [say('indicatorsTitle'), page.title[own.language]],
      ],
      body: [...tables, unsettledHtml(page, own), annexHtml(lines, own)],
      basis: page.basis,
      signatures: [{ role: say('head') }],
      seal: true,
    },
    options,
  );
}

/** How many were trained in the year (annex 6), or studied in it. */
function learnersLine({ annex, trained, lines }: SelfEvaluationPage, { say }: Labels): HeadLine {
  if (annex === '6') return [say('trained'), String(trained.length)];
  return [say('learnersOfYear'), lines.find(({ number }) => number === '1.1')?.printed];
}

/** How many wordings were not compared with the act; nothing where all were. */
function unsettledHtml({ unsettled, lines }: SelfEvaluationPage, { say }: Labels): Html {
  if (unsettled === 0) return html``;
  const told = say('unsettledWordings', unsettled, lines.length + 1);
  return html`<p data-part="unsettled">${told}</p>
`;
}

function columns({ say }: Labels): readonly Column[] {
  return [
    { key: 'indicatorNumber', heading: say('number'), widthMm: 14 },
    { key: 'indicator', heading: say('indicator'), names: true },
    { key: 'unit', heading: say('unit'), widthMm: 22, align: 'center' },
    { key: 'value', heading: say('value'), widthMm: 20, align: 'right' },
    { key: 'share', heading: say('share'), widthMm: 14, align: 'right' },
    { key: 'origin', heading: say('origin'), widthMm: 38 },
  ];
}

function row(line: IndicatorRow, labels: Labels): readonly Cell[] {
  const { number, origin, form, printed, behind } = line;
  const { language, say } = labels;
  // A number may count thousands of events: the value names them, once in its row.
  const about = { events: eventsOf(line), state: origin };
  // Printed as `12/34`, number and share; either alone by the form of the indicator.
  const [first = '', second = '–'] = printed.split('/');
  const missing: Cell = { lines: [[{ text: say('noData'), as: 'missing' }]], ...about };
  if (origin === 'heading') {
    return [
      cell(number),
      nameCell(line, labels),
      ...[null, null, null, null].map((no) => cell(no)),
    ];
  }
  const shown = form === 'yes-no' ? say(line.value === '0' ? 'answerNo' : 'answerYes') : first;
  const value = form === 'share' ? cell('–') : cell(shown, about);
  const share = form === 'share' ? cell(first, about) : cell(second, { state: origin });
  return [
    cell(number),
    nameCell(line, labels),
    cell(line.unit[language]),
    origin === 'missing' ? missing : value,
    origin === 'missing' || form === 'number' || form === 'yes-no' ? cell('–') : share,
    {
      ...originCell(line, labels),
      ...(behind.length === 0
        ? {}
        : {
            details: { summary: say('recordsBehind', behind.length), items: behind.map(basisText) },
          }),
    },
  ];
}

/** The wording, with the note that it was not compared with the act; pointed at, it says why. */
function nameCell({ law, ...line }: IndicatorRow, { language, say }: Labels): Cell {
  const name: Run[] = [{ text: line[language] }];
  if (mayPrintPlain(law)) return { lines: [name] };
  const note = say(law.standing === 'outdated' ? 'comparedOtherwise' : 'notCompared');
  const why = [EVIDENCE[law.evidence.mark], law.evidence.doubt];
  const title = why.flatMap((one) => one?.[language] ?? []).join('; ');
  return { lines: [name, [{ text: note, as: 'quiet' }]], state: law.standing, title };
}

function originCell(line: IndicatorRow, { say }: Labels): Cell {
  const { origin, entered, value } = line;
  if (origin === 'missing') return cell(null);
  if (origin === 'computed') {
    const lines: Run[][] = [[{ text: say('computed') }]];
    const { length: unknown } = line.undecided;
    if (unknown > 0) lines.push([{ text: say('birthDateUnknown', unknown), as: 'quiet' }]);
    if (entered !== null && entered.value !== value) {
      lines.push([{ text: say('alsoEntered', entered.value), as: 'quiet' }]);
    }
    return { lines, state: origin };
  }
  const about = entered === null ? '' : `${shortDate(entered.on)}, ${entered.source}`;
  return {
    lines: [[{ text: say('entered'), as: 'strong' }], [{ text: about, as: 'quiet' }]],
    state: origin,
  };
}

function eventsOf({ behind, entered, origin }: IndicatorRow): readonly string[] {
  if (origin === 'entered' && entered !== null) return [entered.event.event];
  return [...new Set(behind.flatMap(({ events }) => events.map(({ event }) => event)))];
}

/** A record behind a number: a learner with the enrollments that count, or a programme. */
function basisText({ id, enrollments }: IndicatorBasis): string {
  return enrollments.length === 0 ? id : `${id}: ${enrollments.join(', ')}`;
}

/**
 * The annex with the records behind each number, for print only: on the screen each row opens its
 * own.
 */
function annexHtml(lines: readonly IndicatorRow[], { say }: Labels): Html {
  const counted = lines.filter(({ behind }) => behind.length > 0);
  if (counted.length === 0) return html``;
  return html`<section class="print-only sheet" data-part="annex">
<h2>${say('annexTitle')}</h2>
${counted.map(
  ({ number, behind }) => html`<h3>${number}: ${behind.length}</h3>
<ul class="records columns">${behind.map((one) => html`<li>${basisText(one)}</li>`)}</ul>
`,
)}</section>
`;
}

/** The title of a part. Parts of an annex that the library does not have are numbered. */
function partTitle(annex: string, part: string, { say }: Labels): string {
  if (part === '1') return say('part1');
  if (annex === '6') {
    if (part === '2') return say('part2');
    if (part === '3') return say('part3');
    if (part === '4') return say('part4');
  }
  return part === '2' ? say('partInfrastructure') : say('partNumber', part);
}
