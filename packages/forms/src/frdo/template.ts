import type { Evidence, LawSource, LocalText } from '@letopis/core/values';

/*
 * The templates by which issued documents are reported to the federal register (ФИС ФРДО). Their
 * columns, wording, limits and conditions change from year to year, so they are data with a
 * version: for a newer one, copy the template and change what differs. What could not be verified
 * is marked so.
 */

/** The type of a column's values. */
export type FrdoColumnKind =
  | 'text'
  /** A part of a person's name: Cyrillic letters, space, `. ' - ( )`. */
  | 'name'
  /** Series or number: letters, digits, space, `. - /`. */
  | 'number'
  /** A number of digits only. */
  | 'digits'
  /** A registration number: letters, digits, space, `№ . - / ( ) _`. */
  | 'registration'
  /** The title of a programme: letters, digits, space, `( ) . , : / - « » " ? № & + # _ ;`. */
  | 'title'
  /** `дд.мм.гггг`. */
  | 'day'
  | 'year'
  | 'whole'
  | 'snils'
  /** Three digits of a classifier. */
  | 'code';

/** What must be so in the same row. */
export type FrdoCondition =
  /** The column has one of the values. */
  | { readonly column: string; readonly is: readonly string[] }
  /** The column has another value, or none. */
  | { readonly column: string; readonly isNot: readonly string[] }
  /** The column has a day or a year, of this year or a later one. */
  | { readonly column: string; readonly yearFrom: number };

/** The smallest and largest value of a year, a whole number, or a day (`ГГГГ-ММ-ДД`). */
export interface FrdoLimit {
  readonly min?: string;
  readonly max?: string;
  /** The limit holds only where all of these are so. */
  readonly when?: readonly FrdoCondition[];
  /** A value outside is to be looked at; if absent, it is refused. */
  readonly warning?: boolean;
}

/** One column of a template. */
export interface FrdoColumn {
  /** Stable English key: `regNumber`. */
  readonly key: string;
  /** Heading, letter by letter as in the register, without spaces at its ends. */
  readonly heading: string;
  readonly kind: FrdoColumnKind;
  /** Required in every row, or in every row that `onlyWhen` lets have it. */
  readonly required: boolean;
  /** Required too where all of these are so. */
  readonly requiredWhen?: readonly FrdoCondition[];
  /** Left empty, unless all of these are so. */
  readonly onlyWhen?: readonly FrdoCondition[];
  /** Allowed values, letter by letter; any value if absent. */
  readonly values?: readonly string[];
  /** The list may differ from the register's own: another value is to be looked at. */
  readonly valuesDoubtful?: boolean;
  /**
   * The words for none: the first is written, and all are accepted. A patronymic gets it only where
   * the person is said to have none.
   */
  readonly absent?: readonly string[];
  /** Largest number of characters. */
  readonly lengthMax?: number;
  /** A smaller one, in one source only: a longer value is to be looked at. */
  readonly lengthDoubtful?: number;
  readonly limits?: readonly FrdoLimit[];
  /** Refused if its day or year is after the day of the check. */
  readonly notAfterToday?: boolean;
  /** Columns whose days or years are not after this one's. A day and a year compare by years. */
  readonly notBefore?: readonly string[];
  /**
   * The number of years from one column's to another's. The register's file computes it by a
   * formula, which is kept.
   */
  readonly yearsBetween?: readonly [from: string, until: string];
  /** Always left empty. */
  readonly leftEmpty?: boolean;
  /** How it is known, and what could not be verified; absent: as the template is. */
  readonly evidence?: Evidence;
}

/** How a kind of document of a regulation is reported. */
export interface FrdoKind {
  /** Id of the kind in the regulation. */
  readonly kind: string;
  /** Values of the template's own columns for this kind. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a column says of a document's withdrawal. */
export interface FrdoWithdrawal {
  readonly column: string;
  /** By the reason in the regulation: `damaged`. */
  readonly byReason: Readonly<Record<string, string>>;
  /**
   * By `loss`, `exchange` or `destruction`, for a reason not named above. An empty text leaves the
   * cell empty, for a person to fill.
   */
  readonly byOutcome: Readonly<Record<string, string>>;
  /** For a document that was not withdrawn, or whose withdrawal is for another column. */
  readonly otherwise: string;
}

/** A template, with its version. */
export interface FrdoTemplate {
  readonly id: string;
  /** What it was made from, and when that was: `tools-2026-11`. No number of the register's own. */
  readonly version: string;
  readonly title: LocalText;
  /** What the register's file rests on. */
  readonly source: LawSource;
  /** How its columns are known, unless a column says otherwise. */
  readonly evidence: Evidence;
  /** Name of the sheet that is filled, and of the hidden one with the lists of values. */
  readonly sheet: string;
  readonly listsSheet: string;
  readonly columns: readonly FrdoColumn[];
  readonly kinds: readonly FrdoKind[];
  /** The words for an original, a duplicate and a document in exchange. */
  readonly standings: Readonly<Record<'original' | 'duplicate' | 'replacement', string>>;
  readonly withdrawals: readonly FrdoWithdrawal[];
  /** Columns that together identify a document in a file. */
  readonly unique: readonly string[];
  /** Columns in which two rows of one person are the same only by mistake. */
  readonly personOnce: readonly string[];
}

/** Why a cell is empty, where a row knows it. */
export interface FrdoGap {
  readonly code:
    | 'erased'
    | 'name-not-in-parts'
    | 'original-name-unknown'
    | 'patronymic-unsaid'
    | 'name-in-latin';
  /** The name, as it is on record. */
  readonly name?: string;
}

/** One row to report: a document, and its values by column key. Plain JSON, to be kept. */
export interface FrdoRow {
  readonly document: string;
  /** Why a cell is empty, by column key. */
  readonly gaps: Readonly<Record<string, FrdoGap>>;
  readonly values: Readonly<Record<string, string>>;
}
