import type { StoredLine } from '@letopis/core/store';
import { faultOf } from './client-fault.ts';
import type { ClientItem } from './client.ts';
import type { Connection } from './connection.ts';
import { Cut } from './feed.ts';
import type { OpenRead, StreamRead } from './reads.ts';
import { Retries } from './retries.ts';

/** The part of a long stream that is still to be read. */
export interface StreamRest {
  /** The stream's name on the server. */
  readonly name: string;
  readonly from: number;
  readonly step: 1 | -1;
  /** Lines in a page; also the lines of one call where no call can stay open. */
  readonly pageSize: number;
  readonly callSize: number;
  /** The line of an item. Throws `corrupt` where it is not the one of that revision. */
  readonly read: (item: ClientItem, revision: number) => StoredLine;
  /**
   * Is a reading that ended before a revision complete? Throws `corrupt` where it never will be.
   */
  readonly isWhole: (next: number) => Promise<boolean>;
}

/** How far a reading has come, across all of its calls. */
interface Reading {
  next: number;
  /** Lines before `next` that no page has contained yet. */
  lines: StoredLine[];
}

type Pages = AsyncGenerator<readonly StoredLine[], void, void>;

/**
 * The rest of a stream in pages, from one call that stays open, or page by page where that is not
 * possible. A call that breaks or ends too early is repeated from where it had come to. Throws
 * `unreachable` where that does not help.
 */
export async function* restOfStream(connection: Connection, rest: StreamRest): Pages {
  const reading: Reading = { next: rest.from, lines: [] };
  const retries = new Retries(connection, reading.next);
  let ended = reading.next < 0;
  while (!ended) {
    try {
      const opened = connection.reads.openStream(rest.name, asked(rest, reading.next, EVERY_ONE));
      if (opened !== null) {
        yield* pagesOf(opened, rest, reading, connection.settings.answerMs);
        ended = true;
      } else if (await readPage(connection, rest, reading)) {
        ended = true;
      } else {
        yield pageOf(reading);
        ended = reading.next < 0;
      }
      if (ended && !(await rest.isWhole(reading.next))) throw new Cut('the read ended too early');
    } catch (error) {
      ended = false;
      // Its first page was read, so the stream exists: a node that does not know it is behind.
      const broken = faultOf(error) === 'no-stream' ? new Cut('the stream is gone') : error;
      await retries.pause(broken, reading.next);
    }
  }
  if (reading.lines.length > 0) yield reading.lines;
}

/** All complete pages that are left; fewer lines than a page stay in the reading. */
async function* pagesOf(
  { feed, release }: OpenRead,
  rest: StreamRest,
  reading: Reading,
  answerMs: number,
): Pages {
  try {
    while (!feed.ended) {
      const item = feed.read();
      if (item !== null) {
        reading.lines.push(rest.read(item, reading.next));
        reading.next += rest.step;
        if (reading.lines.length === rest.pageSize) yield pageOf(reading);
      } else if (!feed.ended) {
        await feed.more(answerMs);
      }
    }
  } finally {
    await release();
  }
}

/** One page by a call of its own; true where the stream ends in it. */
async function readPage(
  connection: Connection,
  rest: StreamRest,
  reading: Reading,
): Promise<boolean> {
  const { next } = reading;
  const count = rest.callSize - reading.lines.length;
  const take = (item: ClientItem, index: number): StoredLine =>
    rest.read(item, next + rest.step * index);
  const lines = await connection.reads.readStream(rest.name, asked(rest, next, count), take);
  reading.lines.push(...lines);
  reading.next += rest.step * lines.length;
  return lines.length < count;
}

function asked({ step }: StreamRest, from: number, count: number): StreamRead {
  return { from, step, count };
}

function pageOf(reading: Reading): readonly StoredLine[] {
  const { lines } = reading;
  reading.lines = [];
  return lines;
}

const EVERY_ONE = Number.MAX_SAFE_INTEGER;
