import type { LocalText } from '@letopis/core/values';

/*
 * The template by which issued documents are reported to the federal register (ФИС ФРДО). Its
 * columns, wording and limits change from year to year, so they are data with a version: for a
 * newer one, copy the template and change what differs. What could not be verified is marked so.
 */

/** The type of a column's values. */
export type FrdoColumnKind =
  | 'text'
  /** A part of a person's name: Cyrillic letters, space, `. ' - ( )`. */
  | 'name'
  /** Series or number: letters, digits, space, `. - /`. */
  | 'number'
  /** `дд.мм.гггг`. */
  | 'day'
  | 'year'
  | 'whole'
  | 'snils'
  /** Digits of a classifier. */
  | 'code';

/** One column of the template. */
export interface FrdoColumn {
  /** Stable English key: `regNumber`. */
  readonly key: string;
  /** Heading, letter by letter as in the register. */
  readonly heading: string;
  readonly kind: FrdoColumnKind;
  readonly required: boolean;
  /** Allowed values, letter by letter; any value if absent. */
  readonly values?: readonly string[];
  /** The value to write if the document has none: `нет`. */
  readonly absent?: string;
  /** Largest number of characters. */
  readonly lengthMax?: number;
  /** Smallest and largest value of a year, a whole number, or a day (`ГГГГ-ММ-ДД`). */
  readonly min?: string;
  readonly max?: string;
  /**
   * The column is required if another column has one of these values, and must be empty otherwise.
   */
  readonly onlyWhen?: { readonly column: string; readonly is: readonly string[] };
  /** Always left empty. */
  readonly leftEmpty?: boolean;
  /** What could not be verified against the register; if absent, two tools or more agree. */
  readonly unverified?: LocalText;
}

/** How a kind of document of a regulation is reported. */
export interface FrdoKind {
  /** Id of the kind in the regulation. */
  readonly kind: string;
  /** Values of the template's own columns for this kind. */
  readonly values: Readonly<Record<string, string>>;
}

/** A template, with its version. */
export interface FrdoTemplate {
  readonly id: string;
  /** Day on which its columns were last compared with tools in use. */
  readonly version: string;
  readonly title: LocalText;
  /** Name of the sheet that is filled, and of the hidden one with the lists of values. */
  readonly sheet: string;
  readonly listsSheet: string;
  readonly columns: readonly FrdoColumn[];
  readonly kinds: readonly FrdoKind[];
  /** The words for an original, a duplicate and a document in exchange. */
  readonly standings: Readonly<Record<'original' | 'duplicate' | 'replacement', string>>;
  readonly yes: string;
  readonly no: string;
  /** Columns that together identify a document in a file. */
  readonly unique: readonly string[];
}

/** One row to report: a document, and its values by column key. */
export interface FrdoRow {
  readonly document: string;
  /** Columns whose personal value was erased, so that they cannot be filled. */
  readonly erased: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}
