import type {
  LogPage, Position, ReadAllOptions, ReadStreamOptions, StoredLine,
} from '@letopis/core'; // prettier-ignore
import type { ClientItem } from './client.ts';
import type { Connection } from './connection.ts';
import type { LogHead } from './log-head.ts';
import type { Newest } from './newest.ts';
import type { ReadLine } from './record.ts';
import { isStreamName, LetopisError } from '@letopis/core';
import { scanLog } from './scan.ts';
import { corrupt, readLine } from './record.ts';

/** Lines a page of a stream, each a call of its own. */
const PAGE = 1000;
/** Lines a page of the log: of 1,000, a follower took a fifth longer to collect the garbage. */
const LOG_PAGE = 250;
/** How often a read that ended too early is made again. */
const CUTS_MAX = 5;

/** Reads lines. A page of a stream is one short call; a scan of the log holds one open. */
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

  /** Remembers that a stream reaches this revision: a read that ends before it was cut. */
  knows(stream: string, revision: number): void {
    if (this.#known.size >= 20_000) this.#known.clear();
    this.#known.set(stream, revision);
  }

  async *stream(
    stream: string,
    options: ReadStreamOptions,
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#connection.assertOpen();
    if (!isStreamName(stream)) return;
    const { direction = 'forward', pageSize = PAGE } = options;
    if (direction === 'forward') {
      let from = Math.max(0, options.from ?? 0);
      for (;;) {
        const page = await this.lines(stream, from, pageSize);
        if (page.length > 0) yield page.map((line) => line.stored);
        if (page.length < pageSize) return;
        from += page.length;
      }
    }
    let from: number | 'end' = options.from ?? 'end';
    while (from === 'end' || from >= 0) {
      const page = await this.#backward(stream, from, pageSize);
      if (page.length > 0) yield page.map((line) => line.stored);
      if (page.length < pageSize) return;
      from = (page.at(-1)?.fields.revision ?? 0) - 1;
    }
  }

  /** The log after a position, to where it ends now. */
  async *all(after: Position, options: ReadAllOptions): AsyncGenerator<LogPage, void, void> {
    this.#connection.assertOpen();
    const [place, end] = [this.#head.placeAfter(after), await this.#head.find()];
    if (after >= end) return;
    yield* scanLog(this.#connection, place, end, { pageSize: LOG_PAGE, ...options }, this.#read);
  }

  /** Lines of a stream from a revision on; fewer only where it ends. */
  async lines(stream: string, from: number, count: number): Promise<readonly ReadLine[]> {
    const asked = { from: BigInt(from), backward: false, count };
    for (let cuts = 0; cuts < CUTS_MAX; cuts += 1) {
      const lines = await this.#connection.readStream(this.#serverName(stream), asked, this.#read);
      const end = from + lines.length - 1;
      if (lines.length === count || end >= (this.#known.get(stream) ?? -1)) {
        return dense(stream, lines, from, 1);
      }
    }
    const say = `reads of ${stream} end before the revision that it is known to reach`;
    throw new LetopisError('unreachable', say, { stream });
  }

  /** The revision at which a stream ends; −1 where there is none. */
  async lastRevision(stream: string): Promise<number> {
    const [last] = await this.#backward(stream, 'end', 1);
    return last?.fields.revision ?? -1;
  }

  async #backward(
    stream: string,
    from: number | 'end',
    count: number,
  ): Promise<readonly ReadLine[]> {
    const asked = { from: from === 'end' ? from : BigInt(from), backward: true, count };
    const lines = await this.#connection.readStream(this.#serverName(stream), asked, this.#read);
    return dense(stream, lines, lines[0]?.fields.revision ?? 0, -1);
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

/** Throws `corrupt` where the server hides lines, as its own retention rules make it do. */
function dense(
  stream: string,
  lines: readonly ReadLine[],
  from: number,
  step: 1 | -1,
): readonly ReadLine[] {
  lines.forEach(({ fields }, index) => {
    const revision = from + step * index;
    if (fields.revision === revision) return;
    throw corrupt(`${stream}@${revision}`, 'is not shown by the server: has it a retention rule?');
  });
  return lines;
}
