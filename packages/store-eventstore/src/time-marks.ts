import type { Position } from '@letopis/core';
import { START } from '@letopis/core';
import type { LogReader } from './log-reader.ts';

/** The end of a prefix of the log, and the newest `recordedAt` in that prefix. */
interface TimeMark {
  readonly position: Position;
  readonly newest: string;
}

/**
 * Finds the longest prefix of the log that is not later than an instant. The times of several
 * writers may go back in the log, so a search by halving is not possible: it reads the log from the
 * last mark before the instant, and makes a mark at every page that it reads.
 */
export class TimeMarks {
  readonly #reader: LogReader;
  #marks: TimeMark[] = [];

  constructor(reader: LogReader) {
    this.#reader = reader;
  }

  async positionAt(instant: string): Promise<Position> {
    const at = new Date(instant).toISOString();
    const mark = this.#marks.findLast(({ newest }) => newest <= at);
    let { position, newest } = mark ?? { position: START, newest: '' };
    for await (const { lines } of this.#reader.all(position, {})) {
      for (const { line, position: here } of lines) {
        const { recordedAt } = JSON.parse(line) as { readonly recordedAt: string };
        if (recordedAt > at) return position;
        position = here;
        if (recordedAt > newest) newest = recordedAt;
      }
      const known = this.#marks.at(-1)?.position ?? START;
      if (position > known) this.#marks.push({ position, newest });
    }
    return position;
  }

  /** Drops all marks, because the log has been replaced by another one. */
  forget(): void {
    this.#marks = [];
  }
}
