import type { LocalisedText, Warning } from '@letopis/core';
import type { Value } from '../mapping/read-row.ts';

/** The outcome of one row, or of the adjacent rows that became one command. */
export interface RowReceipt {
  readonly file: string;
  readonly sheet: string | null;
  /** Row number as in a spreadsheet: from 1, the heading included. */
  readonly row: number;
  /** The last of the rows that became one command; otherwise equal to `row`. */
  readonly lastRow: number;
  readonly mapping: string;
  readonly command: string;
  /**
   * `accepted`: it became an event now. `already-there`: an earlier run recorded it, or the same
   * fact came from elsewhere. `same`: its key is known, and it says what was recorded. `differs`:
   * its key is known, and it says something else. `rejected`: a rule refuses it. `invalid`: the row
   * itself cannot be read.
   */
  readonly status: 'accepted' | 'already-there' | 'same' | 'differs' | 'rejected' | 'invalid';
  /** Id of the first event that the row became; `null` if there is none. */
  readonly eventId: string | null;
  /**
   * Why it was not taken; `null` if it was. The texts may show cells, but not those of personal
   * fields.
   */
  readonly refusal: RowRefusal | null;
  /** Where it differs from what was recorded; absent: it does not. */
  readonly differences?: readonly RowDifference[];
  /** What was taken and should be looked at, as one SNILS on two learners; absent: nothing. */
  readonly warnings?: readonly Warning[];
}

/** A field of a row that says something else than was recorded. */
export interface RowDifference {
  readonly field: string;
  /** Is it personal? Then its values are not shown. */
  readonly personal: boolean;
  /** What was recorded, and what the row says now; null: nothing, or not shown. */
  readonly before: Value | null;
  readonly now: Value | null;
}

/** Why a row was not taken. */
export interface RowRefusal {
  readonly code: string;
  readonly text: LocalisedText;
  /** Field of the command; `null` if the refusal is not about one field. */
  readonly field: string | null;
  /** Column that the field came from; `null` if it came from none. */
  readonly column: string | null;
}

/** Numbers of rows by outcome. Rows that became one command count each. */
export interface IngestTotals {
  accepted: number;
  alreadyThere: number;
  same: number;
  differs: number;
  rejected: number;
  invalid: number;
  /** Rows that the mapping's conditions left out. */
  leftOut: number;
}

/** A file that was ingested. */
export interface FileReceipt {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Id of its import: the stream `import-<id>` has the outcome of its rows. */
  readonly import: string;
}

/** The outcome of a job. */
export interface IngestReceipt {
  /** True for a dry run: everything was read and decided, and nothing written. */
  readonly dryRun: boolean;
  readonly source: string;
  readonly files: readonly FileReceipt[];
  readonly totals: IngestTotals;
  /** In the order of files, mappings and rows; empty if `onRow` took them. */
  readonly rows: readonly RowReceipt[];
}

/** Totals that are all 0. */
export const noTotals = (): IngestTotals => ({
  accepted: 0,
  alreadyThere: 0,
  same: 0,
  differs: 0,
  rejected: 0,
  invalid: 0,
  leftOut: 0,
});

const KEYS = {
  accepted: 'accepted',
  'already-there': 'alreadyThere',
  same: 'same',
  differs: 'differs',
  rejected: 'rejected',
  invalid: 'invalid',
} as const;

/** Adds rows to the totals. */
export function tally(totals: IngestTotals, status: RowReceipt['status'], rows: number): void {
  totals[KEYS[status]] += rows;
}
