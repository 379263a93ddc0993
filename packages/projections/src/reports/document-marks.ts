import type { RegisterEntry } from '../views/register-entry.ts';
import type { RegulationTitles, Titled } from '../views/regulation-titles.ts';

/** A result that a mark of a document is made of. */
export interface ShownMarkPart {
  readonly kind: string;
  readonly kindTitle: Titled | null;
  /** Study year, by the calendar year in which it begins; null in older entries. */
  readonly studyYear: string | null;
  /** Period of the study year, by the regulation's id; null: none. */
  readonly period: string | null;
  /** The mark on its scale; null for a credit without a mark. */
  readonly value: string | null;
  /** Id of the event of the mark in force. */
  readonly event: string;
}

/** A mark of a document in digits and words, with what it is made of. RK 1.1. */
export interface ShownDocumentMark {
  /** Null for the programme as a whole, and on a document of another organisation. */
  readonly module: string | null;
  readonly title: string | null;
  /** Null where the mark has no digits («зачтено»), or is a credit without a mark. */
  readonly digits: string | null;
  /** Null for a credit without a mark. */
  readonly words: string | null;
  /** Whether it is the mean of its parts. */
  readonly isMean: boolean;
  /** Empty on a document of another organisation. */
  readonly parts: readonly ShownMarkPart[];
}

/** The marks of an entry in force, with titles of the kinds of assessment. P7, P8, RK 1.1. */
export function shownMarks(
  { inForce }: Pick<RegisterEntry, 'inForce'>,
  { assessmentKinds }: Pick<RegulationTitles, 'assessmentKinds'>,
): readonly ShownDocumentMark[] {
  return inForce.marks.map((one) => {
    if (!('record' in one)) {
      const { title, value: digits, words } = one;
      return { module: null, title, digits, words, isMean: false, parts: [] };
    }
    const { module, title, mark, method, kind } = one;
    const value = mark?.value ?? null;
    const alone = { kind, studyYear: null, period: null, value, event: one.inForce };
    return {
      module,
      title,
      digits: mark?.digits ?? null,
      words: mark?.words ?? null,
      isMean: method === 'mean',
      parts: (one.parts ?? [alone]).map((part) => ({
        ...part,
        kindTitle: assessmentKinds[part.kind] ?? null,
      })),
    };
  });
}
