import type { LocalText } from '@letopis/core/values';

/*
 * The template by which issued documents are reported to the federal register (ФИС ФРДО). Its
 * columns, words and limits change from year to year, so they are data with a version: a user who
 * meets a newer one copies it and changes what differs. What nobody could check is marked so.
 */

/** What a column holds. */
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
  /** Heading, letter by letter as the register has it. */
  readonly heading: string;
  readonly kind: FrdoColumnKind;
  readonly required: boolean;
  /** Values that are taken, letter by letter; absent: any. */
  readonly values?: readonly string[];
  /** What stands there where the document has nothing: `нет`. */
  readonly absent?: string;
  /** Most characters. */
  readonly lengthMax?: number;
  /** Least and greatest value of a year, a whole number, or a day (`ГГГГ-ММ-ДД`). */
  readonly min?: string;
  readonly max?: string;
  /** Filled (and then required) only where another column has one of these values. */
  readonly onlyWhen?: { readonly column: string; readonly is: readonly string[] };
  /** Always left empty. */
  readonly leftEmpty?: boolean;
  /** What could not be checked against the register itself; absent: seen in two tools or more. */
  readonly unverified?: LocalText;
}

/** How kinds of document of a regulation are reported. */
export interface FrdoKind {
  /** Id of the kind in the regulation. */
  readonly kind: string;
  /** Values of the template's own columns for it. */
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
  /** How an original, a duplicate and a document in exchange are called. */
  readonly standings: Readonly<Record<'original' | 'duplicate' | 'replacement', string>>;
  readonly yes: string;
  readonly no: string;
  /** Columns that together tell one document of a file from another. */
  readonly unique: readonly string[];
}

/** One row to be reported: a document, and its values by column key. */
export interface FrdoRow {
  readonly document: string;
  /** Columns whose personal value was erased: they cannot be filled any more. */
  readonly erased: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}
