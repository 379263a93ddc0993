import type { SelfEvaluationPage } from '@letopis/projections';
import type { IndicatorBasis, IndicatorRow } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { PageOptions } from '../kit/options.ts';
import { pageHtml } from '../kit/page.ts';
import type { Cell, Column, Run } from '../kit/table.ts';
import { cell, tableHtml } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn } from '../tables/labels.ts';

/**
 * Prints the self-evaluation report of a year as a page (A4 portrait): each indicator with its
 * number, name, unit, value and share, and whether it is computed, entered («внесено») or missing
 * («нет данных»). The records behind each number open on the screen and are printed in an annex.
 * They are named by ids, because the report is published. Sources: orders 462 and 1324, domain P10.
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
  const { year, annex, trained, lines } = page;
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
        [say('trained'), String(trained.length)],
      ],
      body: [...tables, annexHtml(lines, own)],
      basis: page.basis,
      signatures: [{ role: say('head') }],
      seal: true,
    },
    options,
  );
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
  const value = form === 'share' ? cell('–') : cell(first, about);
  const share = form === 'share' ? cell(first, about) : cell(second, { state: origin });
  return [
    cell(number),
    cell(line[language]),
    cell(line.unit[language]),
    origin === 'missing' ? missing : value,
    origin === 'missing' || form === 'number' ? cell('–') : share,
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

function originCell(line: IndicatorRow, { say }: Labels): Cell {
  const { origin, entered, value } = line;
  if (origin === 'missing') return cell(null);
  if (origin === 'computed') {
    const lines: Run[][] = [[{ text: say('computed') }]];
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

/**
 * The title of a part. Only the parts of annex 6 have names; those of other annexes have numbers.
 */
function partTitle(annex: string, part: string, { say }: Labels): string {
  if (annex === '6') {
    if (part === '1') return say('part1');
    if (part === '2') return say('part2');
    if (part === '3') return say('part3');
    if (part === '4') return say('part4');
  }
  return say('partNumber', part);
}
