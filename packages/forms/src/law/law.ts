import type { LawSource } from '@letopis/core/values';
import { EVIDENCE } from '@letopis/core/values';
import type { LawPage } from '@letopis/projections/reports';
import type { KeptTwice, LawLine } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { PageOptions } from '../kit/options.ts';
import { pageHtml } from '../kit/page.ts';
import type { Cell, Column, Run } from '../kit/table.ts';
import { tableHtml } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn, nameRun } from '../tables/labels.ts';

/**
 * Prints the wordings and rules of law that the records rest on as a page (A4 landscape): each with
 * its act, the days on which that is in force, how it is known, what the regulation says, and who
 * compared it with which publication. Journals that are kept twice are named at the foot. Sources:
 * orders 1324 and 582, 273-FZ art. 58.
 *
 * Throws a RangeError for an unknown time zone.
 *
 * @example
 * const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
 * const text = lawHtml(await lawReport(reader, { year: '2026' }), options);
 */
export function lawHtml(page: LawPage, options: PageOptions): string {
  const own = labelsIn(options.language ?? 'ru');
  const { say } = own;
  const table = tableHtml({
    key: 'law',
    caption: say('lawItems'),
    columns: columns(own),
    rows: page.lines.map((line) => row(line, own)),
    empty: say('noRecords'),
  });
  return pageHtml(
    {
      key: 'law',
      title: say('lawTitle'),
      orientation: 'landscape',
      head: [[say('notComparedCount'), say('someOf', page.unsettled, page.lines.length)]],
      body: [table, ...page.keptTwice.map((one) => keptTwiceHtml(one, own))],
      basis: page.basis,
      signatures: [{ role: say('head') }],
    },
    options,
  );
}

function columns({ say }: Labels): readonly Column[] {
  return [
    { key: 'wording', heading: say('wording'), names: true },
    { key: 'lawSource', heading: say('lawSource'), widthMm: 55 },
    { key: 'evidence', heading: say('evidence'), widthMm: 55 },
    { key: 'inRegulation', heading: say('inRegulation'), widthMm: 35 },
    { key: 'compared', heading: say('compared'), widthMm: 60 },
  ];
}

function row(line: LawLine, labels: Labels): readonly Cell[] {
  const { evidence, field } = line;
  const { language } = labels;
  const known: Run[][] = [[{ text: `${evidence.mark}: ${EVIDENCE[evidence.mark][language]}` }]];
  if (evidence.doubt !== undefined) known.push([{ text: evidence.doubt[language], as: 'quiet' }]);
  const said = field === null ? [] : [field.name, field.values.join(', ')];
  return [
    { lines: [[{ text: line.wording }], [{ text: line.item, as: 'quiet' }]] },
    { lines: sourceTexts(line.source, labels).map((text) => [{ text }]) },
    { lines: [...known, [{ text: shortDate(evidence.seenOn), as: 'quiet' }]] },
    { lines: said.filter((text) => text !== '').map((text) => [{ text }]) },
    comparedCell(line, labels),
  ];
}

const dayText = (one: string | null): string => (one === null ? '…' : shortDate(one));

function sourceTexts(source: LawSource, { language, say }: Labels): readonly string[] {
  const { act, number, date, clause, from, until } = source;
  const paper = [
    number === null ? '' : say('groundNumber', number),
    date === null ? '' : say('groundDate', shortDate(date)),
  ].filter((part) => part !== '');
  return [
    act[language],
    paper.join(' '),
    clause ?? '',
    say('inForceFromUntil', dayText(from), dayText(until)),
  ].filter((text) => text !== '');
}

function comparedCell({ standing, confirmation }: LawLine, labels: Labels): Cell {
  const { say } = labels;
  const words: Run[] = [{ text: say(STANDING[standing]), as: 'strong' }];
  if (confirmation === null) return { lines: [words], state: standing };
  const { on, signer, publication, ground, source } = confirmation;
  const { title, reference, date } = publication;
  const by: Run[] = [
    { text: `${shortDate(on)}, ` },
    nameRun(signer.name, say),
    { text: `, ${signer.position ?? labels.titled(signer.officeTitle, signer.office)}` },
  ];
  const published = [title, reference, date === null ? null : shortDate(date)];
  const paper = labels.ground(ground);
  const rest = [published.filter((part) => part !== null).join(', '), paper];
  return {
    lines: [words, by, ...rest.filter((text) => text !== '').map((text) => [{ text }])],
    state: standing,
    events: [source.event],
  };
}

const STANDING = {
  confirmed: 'comparedWithAct',
  verified: 'knownFromSources',
  amended: 'amendedByRegulation',
  outdated: 'comparedOtherwise',
  unverified: 'notCompared',
} as const;

function keptTwiceHtml({ paper, electronic }: KeptTwice, { say }: Labels): Html {
  const told = say('keptTwice', paper.join(', '), electronic.join(', '));
  return html`<p data-part="kept-twice">${told}</p>
`;
}
