/*
 * Whether what was printed and signed certifies what was added to an archived record. RK 1.9.
 */

/**
 * The forms by which an addition to an archived record is certified: the certifying sheet of a file
 * (лист-заверитель), and the sheet of a correction with digits, words and signature. RK 1.9, RK 2.
 */
export const ADDITION_FORMS: readonly string[] = ['certification-sheet', 'correction-sheet'];

/** What a printed page states: its form, and the history that it was made from. */
export interface PagePrinted {
  readonly form: string;
  readonly source: {
    /** The last event that it rests on, as `stream@revision`. */
    readonly last: string;
    readonly recordedAt: string;
    /** The day as of which it was made; null: with all that was known. */
    readonly on: string | null;
  };
}

/** The place of a fact in the history. */
export interface FactPlace {
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
}

/** What was added to an archived record: its day, and its place in the history. */
export interface AdditionSeen extends FactPlace {
  readonly on: string;
}

/**
 * Is a fact in the history that a page was made from? A page printed before the fact was recorded
 * does not have it, whenever the page was signed.
 *
 * @example
 * const source = { last: 'academy.journal-j.s.2026@3', recordedAt: '2026-11-01T09:00:00.000Z' };
 * const fact = { stream: 'academy.journal-j.s.2026', revision: 4, recordedAt: source.recordedAt };
 * isInHistoryOf(source, fact); // => false
 */
export function isInHistoryOf(
  source: Pick<PagePrinted['source'], 'last' | 'recordedAt'>,
  fact: FactPlace,
): boolean {
  const [stream, revision] = source.last.split('@');
  if (stream === fact.stream) return Number(revision) >= fact.revision;
  return source.recordedAt >= fact.recordedAt;
}

/**
 * Does a signed page certify an addition: is it a sheet of one of the forms for it, made from a
 * history that has the addition? A page of another form, and one printed before the addition and
 * signed after it, do not. RK 1.9.
 *
 * @example
 * certifiesAddition({ form: 'journal', source }, addition); // => false
 */
export function certifiesAddition({ form, source }: PagePrinted, addition: AdditionSeen): boolean {
  if (!ADDITION_FORMS.includes(form)) return false;
  if (source.on !== null && source.on < addition.on) return false;
  return isInHistoryOf(source, addition);
}
