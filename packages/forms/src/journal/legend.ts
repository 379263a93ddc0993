import type { JournalPage } from '@letopis/projections';
import { shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { Run } from '../kit/table.ts';
import { runHtml } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { valueInFull } from '../tables/value-text.ts';
import { assessmentName, assessmentNumbers } from './marks-grid.ts';

type Sign = readonly [sign: readonly Run[], meaning: string];

/**
 * Explains the signs of the grid: the codes that occur in it, the assessments outside lessons, and
 * how a corrected, waiting, annulled, credited or missing mark is shown.
 */
export function legendHtml(page: JournalPage, labels: Labels): Html {
  const signs = [...codes(page, labels), ...assessments(page, labels), ...marks(labels)];
  return html`<section data-part="legend">
<h2>${labels.say('legend')}</h2>
<ul class="legend">
${signs.map(
  ([sign, meaning]) => html`<li><span>${sign.map(runHtml)}</span> – ${meaning}</li>
`,
)}</ul>
</section>
`;
}

/** The absence codes that occur in the grid. */
function codes({ rows }: JournalPage, labels: Labels): readonly Sign[] {
  const found = new Map<string, string>();
  for (const { attendance, results } of rows.flatMap(({ cells }) => cells)) {
    if (attendance !== null && attendance.code !== null) {
      found.set(attendance.code, labels.titled(attendance.title, attendance.code));
    }
    for (const { value } of results) {
      if (value?.outcome !== 'absent' || value.code === null) continue;
      found.set(value.code, valueInFull(value, labels));
    }
  }
  return [...found]
    .toSorted(([a], [b]) => a.localeCompare(b, 'ru'))
    .map(([code, meaning]) => [[{ text: code, as: 'strong' }], meaning]);
}

function assessments(page: JournalPage, labels: Labels): readonly Sign[] {
  const numbers = assessmentNumbers(page);
  return page.columns.flatMap((column): readonly Sign[] => {
    const number = numbers.get(column.key);
    if (number === undefined) return [];
    const sign: Run = { text: labels.say('assessmentNumber', number), as: 'strong' };
    return [[[sign], `${assessmentName(column, page, labels)}, ${shortDate(column.on)}`]];
  });
}

function marks({ say }: Labels): readonly Sign[] {
  const corrected: Run[] = [
    { text: '3', as: 'struck' },
    { text: ' ' },
    { text: '4', as: 'strong' },
    { text: '1)', as: 'note' },
    { text: ` (${say('exampleWords')})` },
  ];
  return [
    [corrected, say('legendCorrected')],
    [[{ text: say('waitingShort', '5') }], say('legendWaiting')],
    [[{ text: '3', as: 'struck' }, { text: ` ${say('annulledShort')}` }], say('legendAnnulled')],
    [[{ text: say('creditedShort') }], say('legendCredited')],
    [[{ text: say('notAssessedShort') }], say('legendNotAssessed')],
  ];
}
