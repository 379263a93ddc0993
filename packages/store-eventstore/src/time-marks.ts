import type { Position } from '@letopis/core';
import { START } from '@letopis/core';
import type { LogReader } from './log-reader.ts';

/** A prefix of the log, by its end, and the newest `recordedAt` in it. */
interface TimeMark {
  readonly position: Position;
  readonly newest: string;
}

/**
 * Finds the longest prefix of the log that is not later than an instant. Several writers' times may
 * go back in the log, so there is no halving: the log is read from the last mark before the
 * instant, and every page that is read leaves a mark.
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

  /** The log is another one now. */
  forget(): void {
    this.#marks = [];
  }
}
