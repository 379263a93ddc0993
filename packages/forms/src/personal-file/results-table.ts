import type {
  RegulationTitles, ResultRecord, ShownName, ShownText,
} from '@letopis/projections'; // prettier-ignore
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import { eventsOf, resultStates, STATE_WORDS } from '../marks/result-cell.ts';
import { valueDigits, valueInFull, valueWords } from '../marks/value-text.ts';
import type { Labels } from '../words/labels.ts';
import { nameText, noteRuns } from '../words/labels.ts';

/** What the table of results needs to be told. */
export interface ResultsInput {
  readonly key: string;
  readonly results: readonly ResultRecord[];
  readonly titles: RegulationTitles;
  readonly moduleTitle: (module: string | null) => string;
  readonly person: (id: string) => ShownName;
  /** The reason of a correction or annulment, by its event id; without text: none was given. */
  readonly reason: (event: string) => ShownText;
  readonly labels: Labels;
}

/**
 * The results of one enrollment by module: kind and form, day, the value that stands in digits and
 * in words, who assessed, and the whole history: what was corrected, when, by whom and why, what
 * waits, what was annulled, from where a result was credited. Source: R2 §2.3, domain D6, D7, D11.
 */
export function resultsTable(input: ResultsInput): Table {
  const { key, results, titles, moduleTitle, labels } = input;
  const { say, titled } = labels;
  return {
    key,
    caption: say('results'),
    columns: [
      { key: 'date', heading: say('date'), widthMm: 19, align: 'center' },
      { key: 'subject', heading: say('subject'), names: true },
      { key: 'assessmentKind', heading: say('kindAndForm'), widthMm: 28 },
      { key: 'markDigits', heading: say('inDigits'), group: say('mark'), widthMm: 14, align: 'center' },
      { key: 'markWords', heading: say('inWords'), group: say('mark'), widthMm: 22 },
      { key: 'assessor', heading: say('assessor'), widthMm: 28 },
      { key: 'history', heading: say('history'), widthMm: 44 },
    ], // prettier-ignore
    rows: results.map((result): readonly Cell[] => {
      const { first, value } = result;
      const about = { events: eventsOf(result), state: resultStates(result).join(' ') };
      const form = titled(titles.assessmentForms, first.data.form);
      const kind = titled(titles.assessmentKinds, first.data.kind);
      return [
        cell(shortDate(first.on), { events: [result.result] }),
        cell(moduleTitle(first.data.module), { events: [result.result] }),
        { lines: [[{ text: kind }], [{ text: form, as: 'quiet' }]], events: [result.result] },
        cell(value === null ? '–' : valueDigits(value), about),
        cell(value === null ? say('stateAnnulled') : valueWords(value, say), about),
        assessorCell(result, input),
        { lines: historyLines(result, input), events: eventsOf(result) },
      ];
    }),
    empty: say('noResults'),
  };
}

/** Who assessed; for a credit, where the result comes from. */
function assessorCell({ first }: ResultRecord, { person, labels }: ResultsInput): Cell {
  const { say } = labels;
  const events = [first.source.event];
  if (first.type === 'AssessmentRecorded') {
    const { kind, id } = first.data.assessor;
    return cell(kind === 'official' ? nameText(person(id), say) : id, { events });
  }
  const { organisation, document, achievedOn } = first.data.source;
  const lines: Run[][] = [[{ text: say('creditedFrom', organisation ?? say('thisOrganisation')) }]];
  if (document !== null) lines.push([{ text: document, as: 'quiet' }]);
  if (achievedOn !== null) lines.push([{ text: shortDate(achievedOn), as: 'quiet' }]);
  return { lines, events };
}

function historyLines(result: ResultRecord, input: ResultsInput): readonly Run[][] {
  const { person, labels } = input;
  const { say } = labels;
  const lines = result.corrections.map(({ fact, before, after, state }): Run[] => [
    { text: `${shortDate(fact.data.actedOn)}: ` },
    { text: valueInFull(before, say), as: state === 'in-effect' ? 'struck' : 'quiet' },
    { text: ' → ' },
    { text: valueInFull(after, say), ...(state === 'in-effect' ? { as: 'strong' as const } : {}) },
    { text: `, ${say(STATE_WORDS[state])}${ends(fact, fact.data.correctedBy)}` },
  ]);
  const { annulled } = result;
  if (annulled !== null) {
    const by = annulled.data.signer.person;
    lines.push([
      { text: `${shortDate(annulled.data.actedOn)}: ${say('stateAnnulled')}${ends(annulled, by)}` },
    ]);
  }
  return lines;

  /** By whom, on which paper and why. */
  function ends({ source, ground }: Ending, by: string): string {
    const why = noteRuns(input.reason(source.event), say).map(({ text }) => text);
    const paper = labels.ground(ground);
    return [`, ${nameText(person(by), say)}`, paper, ...why].filter(Boolean).join('; ');
  }
}

type Ending = Pick<ResultRecord['first'], 'source' | 'ground'>;
