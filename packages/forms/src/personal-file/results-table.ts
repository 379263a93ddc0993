import type { FileModule, ShownAct, ShownName, ShownResult } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Column, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameRun, nameText, noteRuns, paperOf } from '../tables/labels.ts';
import { resultStates, STATE_WORDS } from '../tables/result-cell.ts';
import { valueDigits, valueInFull, valueWords } from '../tables/value-text.ts';

/**
 * Makes the table of the results of one enrollment by module: kind and form, day, the value in
 * force in digits and in words, the assessor, and the whole history: what was corrected, when, by
 * whom and why, what waits, what was annulled, from where a result was credited. A module without
 * results has a row that says so. Source: R2 §2.3, domain D6, D7, D11.
 */
export function resultsTable(key: string, modules: readonly FileModule[], labels: Labels): Table {
  const { say } = labels;
  return {
    key,
    caption: say('results'),
    columns: columns(labels),
    rows: modules.flatMap((module) => {
      const { results } = module;
      if (results.length === 0) return [[moduleCell(module, labels), cell(say('noResults'))]];
      return results.map((result, index) => [
        // Each row names its module, because a table may continue on the next sheet.
        index === 0 ? moduleCell(module, labels) : cell(moduleName(module, labels)),
        ...resultCells(result, labels),
      ]);
    }),
    empty: say('noResults'),
  };
}

function columns({ say }: Labels): readonly Column[] {
  const mark = { group: say('mark'), align: 'center' } as const;
  return [
    { key: 'subject', heading: say('subject'), names: true },
    { key: 'assessmentKind', heading: say('kindAndForm'), widthMm: 27 },
    { key: 'date', heading: say('date'), widthMm: 18, align: 'center' },
    { key: 'markDigits', heading: say('inDigits'), widthMm: 14, ...mark },
    { key: 'markWords', heading: say('inWords'), widthMm: 23, ...mark },
    { key: 'assessor', heading: say('assessor'), widthMm: 28 },
    { key: 'history', heading: say('history'), widthMm: 40 },
  ];
}

/** The module with its hours and the lessons attended. */
function moduleCell(module: FileModule, labels: Labels): Cell {
  const { hours, attendance } = module;
  const { say } = labels;
  const lines: Run[][] = [[{ text: moduleName(module, labels) }]];
  if (hours !== null) lines.push([{ text: say('hoursOf', hours), as: 'quiet' }]);
  const { lessonsAttended: there, lessonsMissed: missed } = attendance;
  if (there + missed > 0) {
    lines.push([{ text: say('lessonsAttended', there, there + missed), as: 'quiet' }]);
  }
  return { lines };
}

function moduleName({ module, title }: FileModule, { say }: Labels): string {
  return module === null ? say('wholeProgramme') : (title ?? module);
}

function resultCells(result: ShownResult, labels: Labels): readonly Cell[] {
  const { say, titled } = labels;
  const { value, on, kind, kindTitle, form, formTitle } = result;
  const about = {
    events: result.events.map(({ event }) => event),
    state: resultStates(result).join(' '),
  };
  const first = { events: [result.result] };
  const formRun: Run = { text: titled(formTitle, form), as: 'quiet' };
  return [
    { lines: [[{ text: titled(kindTitle, kind) }], [formRun]], ...first },
    cell(shortDate(on), first),
    cell(value === null ? '–' : valueDigits(value), about),
    cell(value === null ? say('stateAnnulled') : valueWords(value, labels), about),
    assessorCell(result, labels),
    { lines: historyLines(result, labels), events: about.events },
  ];
}

/** The assessor with the sheet or protocol; for a credit, its source. */
function assessorCell({ assessor, credit, basis, result }: ShownResult, labels: Labels): Cell {
  const { say } = labels;
  const events = [result];
  const lines: Run[][] = [];
  if (assessor !== null) lines.push([nameRun(assessor.name, say)]);
  if (basis !== null && basis.number !== null) {
    const date = basis.date === null ? '' : ` ${say('groundDate', shortDate(basis.date))}`;
    lines.push([{ text: `${say('groundNumber', basis.number)}${date}`, as: 'quiet' }]);
  }
  if (credit === null) return { lines, events };
  const { organisation, document, achievedOn } = credit.from;
  lines.push([{ text: say('creditedFrom', organisation ?? say('thisOrganisation')) }]);
  if (document !== null) lines.push([{ text: document, as: 'quiet' }]);
  if (achievedOn !== null) lines.push([{ text: shortDate(achievedOn), as: 'quiet' }]);
  return { lines, events };
}

function historyLines({ corrections, annulled }: ShownResult, labels: Labels): readonly Run[][] {
  const { say } = labels;
  const lines = corrections.map((correction): Run[] => {
    const { actedOn, before, after, state, correctedBy } = correction;
    const inEffect = state === 'in-effect';
    const now = valueInFull(after, labels);
    return [
      { text: `${shortDate(actedOn)}: ` },
      { text: valueInFull(before, labels), as: inEffect ? 'struck' : 'quiet' },
      { text: ' → ' },
      inEffect ? { text: now, as: 'strong' } : { text: now },
      { text: `, ${say(STATE_WORDS[state])}; ${because(correction, correctedBy, labels)}` },
    ];
  });
  if (annulled !== null) {
    const why = because(annulled, annulled.signer.name, labels);
    lines.push([{ text: `${shortDate(annulled.actedOn)}: ${say('stateAnnulled')}; ${why}` }]);
  }
  return lines;
}

/** By whom, on which ground and why. */
function because(act: ShownAct, by: ShownName, labels: Labels): string {
  const why = noteRuns(act.reason, labels.say).map(({ text }) => text);
  return [nameText(by, labels.say), ...paperOf(act, labels), ...why].filter(Boolean).join('; ');
}
