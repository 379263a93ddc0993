import type { ShownCorrection, ShownResult } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run } from '../kit/table.ts';
import type { Labels } from './labels.ts';
import { valueInFull, valueShort } from './value-text.ts';

/** Numbers of rows on the sheet of corrections (`3`) or annulments (`А1`), by event id. */
export type Notes = ReadonlyMap<string, string>;

/**
 * Makes the lines of a journal cell with its results, one below the other. A corrected mark is
 * struck through, with the new one below it in digits and in words, and the number of its row on
 * the sheet of corrections. A mark with a correction that waits for its countersignature shows
 * both. An annulled mark is struck through, a credited one marked as such. Source: R2 §2.3, D7,
 * D11.
 */
export function resultsCell(results: readonly ShownResult[], notes: Notes, labels: Labels): Cell {
  return {
    lines: results.flatMap((result) => resultLines(result, notes, labels)),
    state: [...new Set(results.flatMap(resultStates))].join(' '),
    title: results.map((result) => resultTitle(result, labels)).join('\n'),
    events: results.flatMap(({ events }) => events.map(({ event }) => event)),
  };
}

/** The states of a result, as the style and readers of the page know them. */
export function resultStates(result: ShownResult): readonly string[] {
  const { recorded, corrections, waiting, annulled } = result;
  const corrected = corrections.some(({ state }) => state === 'in-effect');
  return [
    recorded.outcome,
    ...(corrected ? ['corrected'] : []),
    ...(waiting ? ['waiting'] : []),
    ...(annulled === null ? [] : ['annulled']),
  ];
}

function resultLines(result: ShownResult, notes: Notes, labels: Labels): readonly Run[][] {
  const { recorded, annulled, corrections } = result;
  const { say } = labels;
  const inEffect = corrections.filter(({ state }) => state === 'in-effect');
  const last = inEffect.at(-1);
  if (annulled !== null) {
    const struck: Run = { text: valueShort(last?.after ?? recorded, labels), as: 'struck' };
    return [[struck], [quiet(say('annulledShort')), ...noteRuns(notes, annulled.source.event)]];
  }
  const lines: Run[][] =
    last === undefined
      ? [[{ text: valueShort(recorded, labels) }]]
      : [struckLine(inEffect, labels), ...newLines(last, notes, labels)];
  if (recorded.outcome === 'credited' && recorded.mark !== null) {
    lines.push([quiet(say('creditedShort'))]);
  }
  for (const { after, state, source } of corrections) {
    const note = noteRuns(notes, source.event);
    if (state === 'waiting') {
      lines.push([quiet(say('waitingShort', valueShort(after, labels))), ...note]);
    } else if (state !== 'in-effect') {
      // It never changed the mark: the cell only refers to its row.
      lines.push([...(lines.pop() ?? []), ...note]);
    }
  }
  return lines;
}

/** Every earlier value, struck through, the oldest first. */
function struckLine(inEffect: readonly ShownCorrection[], labels: Labels): Run[] {
  return inEffect.flatMap(({ before }, index) => {
    const struck: Run = { text: valueShort(before, labels), as: 'struck' };
    return index === 0 ? [struck] : [{ text: ' ' }, struck];
  });
}

/** Digits above words, so that a narrow column has room for both; a code above what it means. */
function newLines({ after, source }: ShownCorrection, notes: Notes, labels: Labels): Run[][] {
  const digits = valueShort(after, labels);
  const full = valueInFull(after, labels);
  const first: Run[] = [{ text: digits, as: 'strong' }, ...noteRuns(notes, source.event)];
  if (full === digits) return [first];
  const words = full.startsWith(`${digits} `) ? full.slice(digits.length).trim() : full;
  return [first, [quiet(words)]];
}

function noteRuns(notes: Notes, event: string): readonly Run[] {
  const note = notes.get(event);
  return note === undefined ? [] : [{ text: `${note})`, as: 'note' }];
}

const quiet = (text: string): Run => ({ text, as: 'quiet' });

function resultTitle(result: ShownResult, labels: Labels): string {
  const { on, recorded, corrections, annulled } = result;
  const { say } = labels;
  const lines = [`${shortDate(on)}: ${valueInFull(recorded, labels)}`];
  for (const { actedOn, before, after, state } of corrections) {
    const change = `${valueInFull(before, labels)} → ${valueInFull(after, labels)}`;
    lines.push(`${shortDate(actedOn)}: ${change} (${say(STATE_WORDS[state])})`);
  }
  if (annulled !== null) lines.push(`${shortDate(annulled.actedOn)}: ${say('stateAnnulled')}`);
  return lines.join('\n');
}

/** The word for each state of a correction. */
export const STATE_WORDS = {
  'in-effect': 'stateInEffect',
  waiting: 'stateWaiting',
  declined: 'stateDeclined',
  withdrawn: 'stateWithdrawn',
} as const;
