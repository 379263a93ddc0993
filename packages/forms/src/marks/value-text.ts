import type { MarkValue, ResultValue } from '@letopis/projections';
import type { Say } from '../words/words.ts';

/** A mark in digits, or in words where it has no digits («зачтено»). */
export function markShort({ digits, words }: MarkValue): string {
  return digits ?? words;
}

/**
 * A mark in digits and in words, as a correction must state it: `4 (четыре)`; only the words where
 * it has no digits. Source: R2 §2.3.
 *
 * @example
 * markInFull({ digits: '4', words: 'четыре', ...more }); // => '4 (четыре)'
 */
export function markInFull({ digits, words }: MarkValue): string {
  return digits === null ? words : `${digits} (${words})`;
}

/** What a result says, in digits: a mark, an absence code, a dash for no assessment. */
export function valueShort(value: ResultValue, say: Say): string {
  return written(value, say, markShort);
}

/** What a result says, a mark in digits and in words. */
export function valueInFull(value: ResultValue, say: Say): string {
  return written(value, say, markInFull);
}

/** The digits of a result's value for a column of digits; a dash where it has none. */
export function valueDigits(value: ResultValue): string {
  return markOf(value)?.digits ?? '–';
}

/** The words of a result's value for a column of words; what it is, where it is no mark. */
export function valueWords(value: ResultValue, say: Say): string {
  return markOf(value)?.words ?? written(value, say, markInFull);
}

/** The mark that a result's value holds; null where it holds none. */
export function markOf(value: ResultValue): MarkValue | null {
  return value.outcome === 'mark' || value.outcome === 'credited' ? value.mark : null;
}

function written(value: ResultValue, say: Say, write: (mark: MarkValue) => string): string {
  switch (value.outcome) {
    case 'mark':
      return write(value.mark);
    case 'credited':
      return value.mark === null ? say('creditedFull') : write(value.mark);
    case 'absent':
      return value.reason ?? say('absentShort');
    case 'not-assessed':
      return say('notAssessedShort');
  }
}
