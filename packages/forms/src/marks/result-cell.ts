import type { Correction, ResultRecord } from '@letopis/projections';
import type { Cell, Run } from '../kit/table.ts';
import { shortDate } from '../kit/dates.ts';
import type { Say } from '../words/words.ts';
import { valueInFull, valueShort } from './value-text.ts';

/** Numbers of the lines on the sheet of corrections, by the event id of the act. */
export type NoteNumbers = ReadonlyMap<string, number>;

/**
 * A result as a cell of a journal shows it: a corrected mark struck through with the new one below
 * in digits and in words and the number of its line on the sheet of corrections; a correction that
 * waits for its countersignature beside the mark that still stands; an annulled one struck through;
 * a credited one marked as such. Source: R2 §2.3, domain D7, D11.
 */
export function resultCell(record: ResultRecord, notes: NoteNumbers, say: Say): Cell {
  return {
    lines: resultLines(record, notes, say),
    state: resultStates(record).join(' '),
    title: resultTitle(record, say),
    events: eventsOf(record),
  };
}

/** The cells of several results, as one: they stand below each other. */
export function resultsCell(
  records: readonly ResultRecord[],
  notes: NoteNumbers,
  say: Say,
): Cell {
  const cells = records.map((record) => resultCell(record, notes, say));
  const only = cells[0];
  if (only === undefined) return { lines: [] };
  if (cells.length === 1) return only;
  return {
    lines: cells.flatMap(({ lines }) => lines),
    state: [...new Set(cells.flatMap(({ state }) => state?.split(' ') ?? []))].join(' '),
    title: cells.map(({ title }) => title ?? '').join('\n'),
    events: cells.flatMap(({ events }) => events ?? []),
  };
}

/** What a result is, in words that the style and readers of the page know. */
export function resultStates(record: ResultRecord): readonly string[] {
  const { value, corrections, annulled } = record;
  const corrected = corrections.some(({ state }) => state === 'in-effect');
  return [
    record.recorded.outcome,
    ...(corrected ? ['corrected'] : []),
    ...(value !== null && corrections.some(({ state }) => state === 'waiting') ? ['waiting'] : []),
    ...(annulled === null ? [] : ['annulled']),
  ];
}

/** Ids of the events that say what a result says, the first record first. */
export function eventsOf({ first, corrections, annulled }: ResultRecord): readonly string[] {
  const acts = corrections.flatMap(({ fact, decision }) => [fact, ...(decision ? [decision] : [])]);
  return [first, ...acts, ...(annulled ? [annulled] : [])].map(({ source }) => source.event);
}

function resultLines(record: ResultRecord, notes: NoteNumbers, say: Say): readonly Run[][] {
  const { recorded, annulled, corrections } = record;
  const inEffect = corrections.filter(({ state }) => state === 'in-effect');
  const last = inEffect.at(-1);
  if (annulled !== null) {
    const struck = last?.after ?? recorded;
    const number = noteRun(notes, annulled.source.event);
    return [[{ text: valueShort(struck, say), as: 'struck' }], [quiet(say('annulledShort')), number]];
  }
  const lines: Run[][] =
    last === undefined
      ? [[{ text: valueShort(recorded, say) }]]
      : [struckLine(inEffect, say), ...newLines(last, notes, say)];
  if (recorded.outcome === 'credited' && recorded.mark !== null) {
    lines.push([quiet(say('creditedShort'))]);
  }
  for (const { after, state, fact } of corrections) {
    if (state !== 'waiting') continue;
    const text = say('waitingShort', valueShort(after, say));
    lines.push([quiet(text), noteRun(notes, fact.source.event)]);
  }
  return lines;
}

/** Every value that stood before, struck through, the oldest first. */
function struckLine(inEffect: readonly Correction[], say: Say): Run[] {
  return inEffect.flatMap(({ before }, index) => {
    const struck: Run = { text: valueShort(before, say), as: 'struck' };
    return index === 0 ? [struck] : [{ text: ' ' }, struck];
  });
}

function newLines({ after, fact }: Correction, notes: NoteNumbers, say: Say): Run[][] {
  const digits = valueShort(after, say);
  const full = valueInFull(after, say);
  const number = noteRun(notes, fact.source.event);
  if (full === digits) return [[{ text: full, as: 'strong' }, number]];
  // Digits above, words below: a narrow column holds both.
  return [[{ text: digits, as: 'strong' }, number], [{ text: full.slice(digits.length).trim() }]];
}

function noteRun(notes: NoteNumbers, event: string): Run {
  const number = notes.get(event);
  return { text: number === undefined ? '' : `${number})`, as: 'note' };
}

const quiet = (text: string): Run => ({ text, as: 'quiet' });

function resultTitle(record: ResultRecord, say: Say): string {
  const { first, recorded, corrections, annulled } = record;
  const lines = [`${shortDate(first.on)}: ${valueInFull(recorded, say)}`];
  for (const { fact, before, after, state } of corrections) {
    const change = `${valueInFull(before, say)} → ${valueInFull(after, say)}`;
    lines.push(`${shortDate(fact.data.actedOn)}: ${change} (${say(STATE_WORDS[state])})`);
  }
  if (annulled !== null) {
    lines.push(`${shortDate(annulled.data.actedOn)}: ${say('stateAnnulled')}`);
  }
  return lines.join('\n');
}

/** The word for each state of a correction. */
export const STATE_WORDS = {
  'in-effect': 'stateInEffect',
  waiting: 'stateWaiting',
  declined: 'stateDeclined',
  withdrawn: 'stateWithdrawn',
} as const;
