import type { StoredLine } from '@letopis/core/store';
import { faultOf } from './client-fault.ts';
import type { ClientItem } from './client.ts';
import type { Connection } from './connection.ts';
import { Cut } from './feed.ts';
import type { HeldRead, StreamRead } from './reads.ts';
import { Retries } from './retries.ts';

/** What is still to be read of a long stream. */
export interface StreamRest {
  /** The stream's name on the server. */
  readonly name: string;
  readonly from: number;
  readonly step: 1 | -1;
  /** Lines a page, and lines of a call where none can be held open. */
  readonly pageSize: number;
  readonly callSize: number;
  /** The line of an item. Throws `corrupt` where it is not the one of that revision. */
  readonly read: (item: ClientItem, revision: number) => StoredLine;
  /** Is a reading that ended before a revision whole? Throws `corrupt` where it never will be. */
  readonly isWhole: (next: number) => Promise<boolean>;
}

/** How far a reading has come, over all the calls that it takes. */
interface Reading {
  next: number;
  /** Lines before `next` that no page has given yet. */
  lines: StoredLine[];
}

type Pages = AsyncGenerator<readonly StoredLine[], void, void>;

/**
 * The rest of a stream in pages, out of one call that is held open, or page by page where none can
 * be. A call that breaks or ends too early is made again where it had come to. Throws
 * `unreachable` where that does not help.
 */
export async function* restOfStream(connection: Connection, rest: StreamRest): Pages {
  const reading: Reading = { next: rest.from, lines: [] };
  const retries = new Retries(connection, reading.next);
  let ended = reading.next < 0;
  while (!ended) {
    try {
      const held = connection.reads.holdStream(rest.name, asked(rest, reading.next, EVERY_ONE));
      if (held !== null) {
        yield* pagesOf(held, rest, reading, connection.settings.answerMs);
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
      // Its first page was there: a node that does not know it is behind.
      const broken = faultOf(error) === 'no-stream' ? new Cut('the stream is gone') : error;
      await retries.pause(broken, reading.next);
    }
  }
  if (reading.lines.length > 0) yield reading.lines;
}

/** All full pages that are left; what is less stays in the reading. */
async function* pagesOf(
  { feed, release }: HeldRead,
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
