import { spellNumber } from '@letopis/core';
import type { FileVolume } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { attribute, html } from '../kit/html.ts';
import type { Cell } from '../kit/table.ts';
import { cell, runHtml, tableHtml } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';
import { annulledEvents, annulledLines } from './annulled-text.ts';

/**
 * Makes the inventory of a personal file: number, index, day and title of each document, the
 * numbers of its sheets, and the total in digits and in words. An erased title or number is shown
 * as «сведения удалены»; the item and its sheets stay. Below it stand the entries of the file that
 * were annulled, struck through. Source: domain D17, R1 §1.3.2, RK 1.8.
 */
export function inventoryHtml({ inventory, annulled }: FileVolume, labels: Labels): Html {
  const { say, language } = labels;
  let sheetsBefore = 0;
  const rows = inventory.map(({ data, source, title, number }): readonly Cell[] => {
    const { sheets } = data;
    const [from, to] = [sheetsBefore + 1, sheetsBefore + sheets];
    sheetsBefore = to;
    const events = [source.event];
    // An electronic document has no sheets of paper to be numbered.
    const numbers = sheets === 0 ? '–' : from === to ? `${from}` : `${from}–${to}`;
    return [
      cell(data.item, { events }),
      { lines: [number.text === null && !number.erased ? NONE : noteRuns(number, say)], events },
      cell(data.date === null ? '–' : shortDate(data.date), { events }),
      { lines: [noteRuns(title, say)], events },
      cell(numbers, { events }),
      cell(sheets, { events }),
      cell(`${mediumText(data.medium, say)}, ${say(data.original ? 'original' : 'copy')}`, {
        events,
      }),
    ];
  });
  const count = (number: number): string => spellNumber(String(number), { language });
  const table = tableHtml({
    key: 'inventory',
    caption: say('inventory'),
    columns: [
      { key: 'line', heading: say('number'), widthMm: 10, align: 'center' },
      { key: 'documentNumber', heading: say('documentNumber'), widthMm: 26 },
      { key: 'documentDate', heading: say('documentDate'), widthMm: 21, align: 'center' },
      { key: 'documentTitle', heading: say('documentTitle'), names: true },
      { key: 'sheetNumbers', heading: say('sheetNumbers'), widthMm: 17, align: 'center' },
      { key: 'sheets', heading: say('sheets'), widthMm: 15, align: 'center' },
      { key: 'note', heading: say('note'), widthMm: 32 },
    ],
    rows,
    empty: say('noDocuments'),
  });
  return html`${table}<p data-part="inventory-total">${say(
    'inventoryTotal',
    inventory.length,
    count(inventory.length),
    sheetsBefore,
    count(sheetsBefore),
  )}</p>
${annulledHtml(annulled, labels)}`;
}

/** A line for each entry of the file that was annulled, with its number in the inventory. */
function annulledHtml(annulled: FileVolume['annulled'], labels: Labels): readonly Html[] {
  return annulled.map((one) => {
    const number = 'item' in one.fact.data ? ` (№ ${one.fact.data.item})` : '';
    const runs = annulledLines([one], labels).flat();
    const events = annulledEvents([one]).join(' ');
    return html`<p data-part="inventory-annulled"${attribute('data-events', events)}>${runs.map(
      (run, at) => runHtml(at === 0 ? { ...run, text: run.text + number } : run),
    )}</p>
`;
  });
}

const NONE = [{ text: '–' }] as const;

function mediumText(medium: string, say: Labels['say']): string {
  if (medium === 'paper') return say('paper');
  return medium === 'electronic' ? say('electronic') : medium;
}
