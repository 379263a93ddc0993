import type { LocalisedText } from '@letopis/core';

/** What came of one row, or of the adjacent rows that became one command. */
export interface RowReceipt {
  readonly file: string;
  readonly sheet: string | null;
  /** As a spreadsheet shows it: from 1, the heading counted. */
  readonly row: number;
  /** The last of the rows that became one command; else `row`. */
  readonly lastRow: number;
  readonly mapping: string;
  readonly command: string;
  /**
   * `accepted`: it became an event now; `already-there`: by an earlier run, or the same fact came
   * from elsewhere; `rejected`: a rule says no; `invalid`: the row itself cannot be read so.
   */
  readonly status: 'accepted' | 'already-there' | 'rejected' | 'invalid';
  /** The first event that the row became; null where there is none. */
  readonly eventId: string | null;
  /** Why it was not taken. Texts may show cells of columns that hold no personal field. */
  readonly refusal: RowRefusal | null;
}

/** Why a row was not taken. */
export interface RowRefusal {
  readonly code: string;
  readonly text: LocalisedText;
  /** Field of the command; null where the rule is about the whole. */
  readonly field: string | null;
  /** Column from which the field came; null where it came from none. */
  readonly column: string | null;
}

/** How many rows came to what. Rows that became one command count each. */
export interface IngestTotals {
  accepted: number;
  alreadyThere: number;
  rejected: number;
  invalid: number;
  /** Rows that the mapping's own filters left out. */
  leftOut: number;
}

/** A file that went in. */
export interface FileReceipt {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Id of its import: the stream `import-<id>` holds what came of its rows. */
  readonly import: string;
}

/** What came of a job. */
export interface IngestReceipt {
  /** Of a dry run: everything was read and decided, and nothing written. */
  readonly dryRun: boolean;
  readonly source: string;
  readonly files: readonly FileReceipt[];
  readonly totals: IngestTotals;
  /** In the order of files, mappings and rows; empty where `onRow` took them. */
  readonly rows: readonly RowReceipt[];
}

/** Totals of nothing. */
export const noTotals = (): IngestTotals => ({
  accepted: 0,
  alreadyThere: 0,
  rejected: 0,
  invalid: 0,
  leftOut: 0,
});

const KEYS = {
  accepted: 'accepted',
  'already-there': 'alreadyThere',
  rejected: 'rejected',
  invalid: 'invalid',
} as const;

/** Counts rows into the totals. */
export function tally(totals: IngestTotals, status: RowReceipt['status'], rows: number): void {
  totals[KEYS[status]] += rows;
}
