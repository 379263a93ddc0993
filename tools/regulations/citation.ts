/**
 * Clauses that a text names: `R5 §4.4-4.6` from one number to another, `R3 §1.4 (final)` with its
 * word.
 */
export interface Citation {
  readonly regulation: string;
  readonly from: string;
  /** The last number; `from` again where one clause is named. */
  readonly to: string;
  /** The word that distinguishes several rules under one number. */
  readonly word: string | null;
}

/** A regulation with all its numbers: `R1 §4.2.3, §4.2.4`. */
const LIST = /\b(R[1-5])((?:(?:,? and|,)? §[\d./]+b?(?:[-–]§?[\d./]+b?)?(?: \([^)]+\))?)+)/g;
const PLACE = /§(\d[\d./]*\d|\d)(b?)(?:[-–]§?(\d[\d./]*\d|\d)(b?))?(?: \(([^)]+)\))?/g;

/**
 * The clauses that a text names, as it names them: `R1 §4.2.3, §4.2.4` are two of R1, also with
 * `and` or only a space between them. A regulation without a number names none.
 *
 * @example
 * citationsIn('D9 R3 §1.4 (final): …'); // [{ regulation: 'R3', from: '1.4', …, word: 'final' }]
 */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(LIST)].flatMap(([, regulation = '', places = '']) =>
    [...places.matchAll(PLACE)].map(([, number = '', b = '', last, lastB = '', word = null]) => {
      const from = number + b;
      // `§4/5.5-5.6`: both stand in section 4.
      const section = last?.includes('/') ? '' : (/^\d+\//.exec(from)?.[0] ?? '');
      const to = last === undefined ? from : `${section}${last}${lastB}`;
      return { regulation, from, to, word };
    }),
  );
}
