import type {
  ShownAct,
  ShownCorrection,
  ShownName,
  ShownResult,
  ShownSigner,
  ShownValue,
} from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Column, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from './labels.ts';
import { nameRun, noteRuns, paperOf } from './labels.ts';
import { STATE_WORDS } from './result-cell.ts';
import { valueDigits, valueWords } from './value-text.ts';

/** One row: a correction of a result, or its annulment. */
export interface CorrectionRow {
  /** Its number, as cells refer to it: `3`, `А1`. */
  readonly line: string;
  readonly learner: ShownName;
  /** `null` if the journal does not have it. */
  readonly result: ShownResult | null;
  readonly act: ShownCorrection | ShownAct;
  /** Place of the mark besides day and kind: group and module, in a register. */
  readonly place?: readonly string[];
  /** The outcome, if it is not the state of the correction. */
  readonly outcome?: string;
}

/**
 * Makes the sheet of corrections: number, day, learner and mark, the value before and after in
 * digits and in words, the reason, who corrected in which position, room for the signature, and the
 * outcome. Source: R2 §2.3 (digit, words, signature of the corrector), domain D7.
 */
export function correctionsTable(
  key: string,
  caption: string,
  rows: readonly CorrectionRow[],
  labels: Labels,
): Table {
  const { say } = labels;
  const columns = columnsOf(labels);
  return {
    key,
    caption,
    columns,
    rows: rows.map((row) => cells(row, labels)),
    empty: say('noCorrections'),
  };
}

/** The rows of annulled results: `А1`, `А2`, … in the order of their acts. */
export function annulments(
  results: readonly { readonly learner: ShownName; readonly result: ShownResult }[],
  { say }: Labels,
): readonly CorrectionRow[] {
  return results
    .flatMap(({ learner, result }) => {
      const { annulled: act } = result;
      return act === null ? [] : [{ learner, result, act }];
    })
    .toSorted(
      (a, b) =>
        compare(a.act.actedOn, b.act.actedOn) ||
        compare(a.act.source.position, b.act.source.position),
    )
    .map((row, index) => ({ line: say('annulmentNumber', index + 1), ...row }));
}

function columnsOf({ say }: Labels): readonly Column[] {
  const was = { group: say('before'), align: 'center' } as const;
  const now = { group: say('after'), align: 'center' } as const;
  return [
    { key: 'line', heading: say('number'), widthMm: 9, align: 'center' },
    { key: 'correctionDate', heading: say('date'), widthMm: 18, align: 'center' },
    { key: 'fullName', heading: say('fullName'), widthMm: 35, names: true },
    { key: 'place', heading: say('markPlace'), widthMm: 31 },
    { key: 'beforeDigits', heading: say('inDigits'), widthMm: 14, ...was },
    { key: 'beforeWords', heading: say('inWords'), widthMm: 22, ...was },
    { key: 'afterDigits', heading: say('inDigits'), widthMm: 14, ...now },
    { key: 'afterWords', heading: say('inWords'), widthMm: 22, ...now },
    { key: 'reason', heading: say('reason') },
    { key: 'correctedBy', heading: say('correctedByFull'), widthMm: 35 },
    { key: 'signature', heading: say('signature'), widthMm: 18 },
    { key: 'state', heading: say('state'), widthMm: 25 },
  ];
}

function cells(row: CorrectionRow, labels: Labels): readonly Cell[] {
  const { line, learner, result, act, place = [] } = row;
  const { say, titled } = labels;
  const [before, after] = 'after' in act ? [act.before, act.after] : [lastValue(result), null];
  const state = 'after' in act ? act.state : 'annulled';
  const events = [act.source.event];
  const about = result === null ? {} : { events: [result.result] };
  const mark = result === null ? [] : [shortDate(result.on), titled(result.kindTitle, result.kind)];
  const where = [...mark, ...place];
  return [
    cell(line, { state, events }),
    cell(shortDate(act.actedOn), { events }),
    { lines: [[nameRun(learner, say)]], ...about },
    { lines: where.map((text) => [{ text }]), ...about },
    cell(before === null ? '–' : valueDigits(before), about),
    cell(before === null ? '–' : valueWords(before, labels), about),
    cell(after === null ? '–' : valueDigits(after), { events }),
    cell(after === null ? say('stateAnnulled') : valueWords(after, labels), { events }),
    reasonCell(act, labels),
    signerCell(act, labels),
    cell(null),
    row.outcome === undefined ? stateCell(act, labels) : cell(row.outcome, { state }),
  ];
}

/** The value in force when the result was annulled. */
function lastValue(result: ShownResult | null): ShownValue | null {
  if (result === null) return null;
  const { recorded, corrections } = result;
  return corrections.findLast(({ state }) => state === 'in-effect')?.after ?? recorded;
}

/** The reason and the ground of the correction. */
function reasonCell(act: ShownAct, labels: Labels): Cell {
  const { reason, source } = act;
  const given = noteRuns(reason, labels.say);
  const paper = paperOf(act, labels).join('; ');
  const lines: (readonly Run[])[] = given.length === 0 ? [] : [given];
  if (paper !== '') lines.push([{ text: paper, as: 'quiet' }]);
  return { lines, events: [source.event] };
}

/** Who corrected, with the position; and the signer, if it was another person. */
function signerCell(act: CorrectionRow['act'], labels: Labels): Cell {
  const { signer } = act;
  const by = 'correctedBy' in act ? act.correctedBy : signer.name;
  const lines: Run[][] = [[nameRun(by, labels.say)]];
  if (signer.name.person !== by.person) {
    lines.push([{ text: `${labels.say('signedBy')} ` }, nameRun(signer.name, labels.say)]);
  }
  lines.push([{ text: positionOf(signer, labels), as: 'quiet' }]);
  return { lines, events: [act.source.event] };
}

/** The outcome; if another person decided, who and when. */
function stateCell(act: CorrectionRow['act'], labels: Labels): Cell {
  const { say } = labels;
  if (!('after' in act)) return cell(say('stateAnnulled'), { state: 'annulled' });
  const { state, decision } = act;
  const lines: Run[][] = [[{ text: say(STATE_WORDS[state]) }]];
  if (decision === null) return { lines, state };
  lines.push([{ text: `${shortDate(decision.actedOn)}, ` }, nameRun(decision.signer.name, say)]);
  lines.push([{ text: positionOf(decision.signer, labels), as: 'quiet' }]);
  const events = [decision.source.event];
  return { lines: [...lines, noteRuns(decision.reason, say)], state, events };
}

/** The position given beside the signature, or the title of the office. */
function positionOf({ position, office, officeTitle }: ShownSigner, { titled }: Labels): string {
  return position ?? titled(officeTitle, office);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
