import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { LogPage, ReadAllOptions, ReadStreamOptions, StoredLine } from '@letopis/core/store';
import { isStreamName, NO_STREAM } from '@letopis/core/store';
import type { ClientItem } from './client.ts';
import type { Connection } from './connection.ts';
import type { LogHead } from './log-head.ts';
import type { Newest } from './newest.ts';
import type { StreamRead } from './reads.ts';
import type { ReadLine } from './record.ts';
import { corrupt, readLine } from './record.ts';
import { scanLog } from './scan.ts';
import { restOfStream } from './stream-rest.ts';

/** Lines in a stream's first page, which is one short call: most streams end in it. */
const FIRST_PAGE = 1000;
/**
 * Lines in its further pages: with 1,000, collecting their garbage took a tenth of the reader's
 * time.
 */
const NEXT_PAGE = 64;
/** Lines in a page of the log: with 1,000, garbage collection made a follower a fifth slower. */
const LOG_PAGE = 250;
/** How often a read that ended too early is repeated. */
const CUTS_MAX = 5;

/** Reads lines. A short read is one call; a long one keeps a call open and reads on in it. */
export class LogReader {
  readonly #connection: Connection;
  readonly #head: LogHead;
  readonly #newest: Newest;
  readonly #known = new Map<string, number>();

  constructor(connection: Connection, head: LogHead, newest: Newest) {
    this.#connection = connection;
    this.#head = head;
    this.#newest = newest;
  }

  /**
   * Remembers that a stream reaches this revision, so that a read which ends before it is known to
   * be cut off.
   */
  knows(stream: string, revision: number): void {
    if (revision <= this.#reaches(stream)) return;
    if (this.#known.size >= 20_000) this.#known.clear();
    this.#known.set(stream, revision);
  }

  async *stream(
    stream: string,
    options: ReadStreamOptions,
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#connection.assertOpen();
    if (!isStreamName(stream)) return;
    const step = options.direction === 'backward' ? -1 : 1;
    const from = step < 0 ? (options.from ?? 'end') : Math.max(0, options.from ?? 0);
    const count = options.pageSize ?? FIRST_PAGE;
    let last = NO_STREAM.revision;
    const first = await this.#lines(stream, { from, step, count }, ({ stored, fields }) => {
      last = fields.revision;
      return stored;
    });
    if (first.length > 0) yield first;
    if (first.length < count) return;
    this.knows(stream, last);
    // The server may end a call as if the stream ended there: this shows whether it did.
    const end = step > 0 ? await this.lastRevision(stream) : last;
    yield* restOfStream(this.#connection, {
      name: this.#serverName(stream),
      from: last + step,
      step,
      pageSize: options.pageSize ?? NEXT_PAGE,
      callSize: count,
      read: (item, revision) => this.#lineAt(stream, item, revision).stored,
      isWhole: async (next) => (step < 0 || next > end) && this.#isWhole(stream, next, step),
    });
  }

  /** The log after a position, to where it ends now. */
  async *all(after: Position, options: ReadAllOptions): AsyncGenerator<LogPage, void, void> {
    this.#connection.assertOpen();
    const [place, end] = [this.#head.placeAfter(after), await this.#head.find()];
    if (after >= end) return;
    yield* scanLog(this.#connection, place, end, { pageSize: LOG_PAGE, ...options }, this.#read);
  }

  /** Lines of a stream from a revision on; fewer only where it ends. */
  lines(stream: string, from: number, count: number): Promise<readonly ReadLine[]> {
    return this.#lines(stream, { from, step: 1, count }, (line) => line);
  }

  /** The revision at which a stream ends; −1 where there is none. */
  async lastRevision(stream: string): Promise<number> {
    const asked = { from: 'end', step: -1, count: 1 } as const;
    const [last] = await this.#lines(stream, asked, ({ fields }) => fields.revision);
    return last ?? NO_STREAM.revision;
  }

  /** A few lines by one call, each converted by `take`. */
  async #lines<Taken>(
    stream: string,
    asked: StreamRead,
    take: (line: ReadLine) => Taken,
  ): Promise<readonly Taken[]> {
    const { from, step, count } = asked;
    if (from !== 'end' && from < 0) return [];
    for (let cuts = 0; cuts < CUTS_MAX; cuts += 1) {
      const start = step < 0 || from === 'end' ? this.#reaches(stream) : from;
      let next = start;
      const name = this.#serverName(stream);
      const taken = await this.#connection.reads.readStream(name, asked, (item, index) => {
        // Backward, the first line is the one at the stream's end, if that comes before `from`.
        if (index === 0) next = step < 0 ? Number(item.event?.revision) : start;
        const line = this.#lineAt(stream, item, next);
        next += step;
        return take(line);
      });
      if (taken.length === count) return taken;
      if (await this.#isWhole(stream, taken.length === 0 ? start : next, step)) return taken;
    }
    const say = `reads of ${stream} end before the stream does`;
    throw new LetopisError('unreachable', say, { stream });
  }

  /**
   * Did a read that ended before a line of that revision end where the stream ends? Throws
   * `corrupt` where a backward read ended at lines that the server hides.
   */
  async #isWhole(stream: string, next: number, step: 1 | -1): Promise<boolean> {
    if (step > 0) return next > this.#reaches(stream);
    if (next >= 0) await this.lines(stream, 0, 1);
    return next < 0;
  }

  /** The revision that a stream is known to reach. */
  #reaches(stream: string): number {
    return this.#known.get(stream) ?? NO_STREAM.revision;
  }

  /**
   * The line of an item. Throws `corrupt` where the server hides lines, as its retention rules make
   * it do.
   */
  #lineAt(stream: string, item: ClientItem, revision: number): ReadLine {
    const line = this.#read(item);
    if (line.fields.revision === revision) return line;
    throw corrupt(`${stream}@${revision}`, 'is not shown by the server: has it a retention rule?');
  }

  readonly #read = (item: ClientItem, position?: Position): ReadLine => {
    const { settings, ports } = this.#connection;
    const line = readLine(item, settings.namespace, ports.hash, position);
    this.#newest.saw(line.fields.recordedAt);
    return line;
  };

  #serverName(stream: string): string {
    return `${this.#connection.settings.namespace}.${stream}`;
  }
}
