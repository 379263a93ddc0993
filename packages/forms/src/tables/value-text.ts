import type { ShownValue } from '@letopis/projections/reports';
import type { Labels } from './labels.ts';

type MarkValue = Extract<ShownValue, { outcome: 'mark' }>['mark'];

/** A mark in digits, or in words if it has no digits («зачтено»). */
function markShort({ digits, words }: MarkValue): string {
  return digits ?? words;
}

/**
 * A mark in digits and in words, as a correction must state it: `4 (четыре)`; only the words if it
 * has no digits. Source: R2 §2.3.
 */
function markInFull({ digits, words }: MarkValue): string {
  return digits === null ? words : `${digits} (${words})`;
}

/** The short text of a value: a mark in digits, a code of absence, a sign for no assessment. */
export function valueShort(value: ShownValue, { say }: Labels): string {
  const mark = markOf(value);
  if (mark !== null) return markShort(mark);
  if (value.outcome === 'absent') return value.code ?? say('absentShort');
  return value.outcome === 'not-assessed' ? say('notAssessedShort') : say('creditedShort');
}

/** The full text of a value: a mark in digits and in words, anything else by its name. */
export function valueInFull(value: ShownValue, labels: Labels): string {
  const mark = markOf(value);
  return mark === null ? unmarked(value, labels) : markInFull(mark);
}

/** The digits of a value for a column of digits; a dash if it has none. */
export function valueDigits(value: ShownValue): string {
  return markOf(value)?.digits ?? '–';
}

/** The words of a value for a column of words; its name if it is not a mark. */
export function valueWords(value: ShownValue, labels: Labels): string {
  return markOf(value)?.words ?? unmarked(value, labels);
}

function markOf(value: ShownValue): MarkValue | null {
  return value.outcome === 'mark' || value.outcome === 'credited' ? value.mark : null;
}

function unmarked(value: ShownValue, { say, titled }: Labels): string {
  if (value.outcome === 'absent') {
    return value.code === null ? say('absentFull') : titled(value.title, value.code);
  }
  return value.outcome === 'not-assessed' ? titled(value.title, value.code) : say('creditedFull');
}
