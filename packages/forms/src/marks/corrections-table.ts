import type { Personal, Signer } from '@letopis/core';
import type { RegulationTitles } from '@letopis/projections';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Column, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../words/labels.ts';
import { personalRun } from '../words/labels.ts';
import type { CorrectionAct } from './correction-acts.ts';
import { valueDigits, valueWords } from './value-text.ts';

/** How a table of corrections learns names, reasons and places. */
export interface CorrectionsInput {
  readonly key: string;
  readonly caption: string;
  readonly acts: readonly CorrectionAct[];
  readonly titles: RegulationTitles;
  readonly person: (id: string) => Personal<string> | null;
  /** The reason of an act by its event id; null: none was given. */
  readonly reason: (act: CorrectionAct) => Personal<string> | null;
  /** Where the mark stands besides its day and kind: the group and module of a register. */
  readonly place?: (act: CorrectionAct) => readonly string[];
  readonly labels: Labels;
}

/**
 * The sheet of corrections: number, day, whose mark and which, what it was and what it is now in
 * digits and in words, the reason, who corrected in which position, room for the signature, and
 * what became of it. Source: R2 §2.3 (digit, words, signature of who corrected), domain D7.
 */
export function correctionsTable(input: CorrectionsInput): Table {
  const { key, caption, acts, labels } = input;
  return {
    key,
    caption,
    columns: columns(labels),
    rows: acts.map((act, index) => row(act, index + 1, input)),
    empty: labels.say('noCorrections'),
  };
}

function columns({ say }: Labels): readonly Column[] {
  const was = { group: say('before'), align: 'center' } as const;
  const now = { group: say('after'), align: 'center' } as const;
  return [
    { key: 'line', heading: say('line'), widthMm: 8, align: 'center' },
    { key: 'correctionDate', heading: say('date'), widthMm: 18, align: 'center' },
    { key: 'fullName', heading: say('fullName'), widthMm: 40, names: true },
    { key: 'place', heading: say('markPlace'), widthMm: 34 },
    { key: 'beforeDigits', heading: say('inDigits'), widthMm: 13, ...was },
    { key: 'beforeWords', heading: say('inWords'), widthMm: 20, ...was },
    { key: 'afterDigits', heading: say('inDigits'), widthMm: 13, ...now },
    { key: 'afterWords', heading: say('inWords'), widthMm: 20, ...now },
    { key: 'reason', heading: say('reason') },
    { key: 'correctedBy', heading: say('correctedByFull'), widthMm: 36 },
    { key: 'signature', heading: say('signature'), widthMm: 20 },
    { key: 'state', heading: say('state'), widthMm: 25 },
  ];
}

function row(act: CorrectionAct, number: number, input: CorrectionsInput): readonly Cell[] {
  const { titles, person, labels } = input;
  const { say, titled } = labels;
  const { result, before, after, events, state } = act;
  const { data, on } = result.first;
  const place = [shortDate(on), titled(titles.assessmentKinds, data.kind),
    ...(input.place?.(act) ?? [])]; // prettier-ignore
  return [
    { lines: [[{ text: String(number) }]], state, events },
    cell(shortDate(act.actedOn), { events }),
    { lines: [[personalRun(person(data.learner), say)]], events: [result.result] },
    { lines: place.map((text) => [{ text }]), events: [result.result] },
    cell(valueDigits(before)),
    cell(valueWords(before, say)),
    cell(after === null ? '–' : valueDigits(after), { events }),
    cell(after === null ? say('stateAnnulled') : valueWords(after, say), { events }),
    reasonCell(act, input),
    signerCell(act, input),
    cell(null),
    stateCell(act, input),
  ];
}

/** The reason, and the paper that the correction rests on. */
function reasonCell(act: CorrectionAct, { reason, labels }: CorrectionsInput): Cell {
  const given = reason(act);
  const ground = labels.ground(act.ground);
  const lines: Run[][] = given === null ? [] : [[personalRun(given, labels.say)]];
  if (ground !== '') lines.push([{ text: ground, as: 'quiet' }]);
  return { lines, events: [act.event] };
}

/** Who corrected, with the position; the signer too, where somebody else signed. */
function signerCell({ correctedBy, signer }: CorrectionAct, input: CorrectionsInput): Cell {
  const { person, labels } = input;
  const lines: Run[][] = [[personalRun(person(correctedBy), labels.say)]];
  if (signer.person !== correctedBy) {
    lines.push([{ text: labels.say('signedBy') }, personalRun(person(signer.person), labels.say)]);
  }
  lines.push([{ text: positionOf(signer, input), as: 'quiet' }]);
  return { lines };
}

function stateCell({ state, decidedBy }: CorrectionAct, input: CorrectionsInput): Cell {
  const { person, labels } = input;
  const lines: Run[][] = [[{ text: labels.say(STATES[state]) }]];
  if (decidedBy !== null) {
    lines.push([personalRun(person(decidedBy.person), labels.say)]);
    lines.push([{ text: positionOf(decidedBy, input), as: 'quiet' }]);
  }
  return { lines, state };
}

/** The position as it was given beside the signature, else the name of the office. */
function positionOf({ position, office }: Signer, { titles, labels }: CorrectionsInput): string {
  return position ?? labels.titled(titles.offices, office);
}

const STATES = {
  'in-effect': 'stateInEffect',
  waiting: 'stateWaiting',
  declined: 'stateDeclined',
  withdrawn: 'stateWithdrawn',
  annulled: 'stateAnnulled',
} as const;
