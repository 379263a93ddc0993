import type { Ports } from '@letopis/core';
import { START } from '@letopis/core';
import type { JsonObject, LineFields, RestoredLine, StreamHead } from '@letopis/core/store';
import {
  APPEND_BYTES_MAX,
  checkRestored,
  lineHash,
  mismatch,
  NO_STREAM,
} from '@letopis/core/store';
import type { ClientEvent } from './client.ts';
import type { LogReader } from './log-reader.ts';
import type { LogWriter } from './log-writer.ts';
import { clientEvent } from './record.ts';

/** Most lines of one append. */
const RUN_LINES_MAX = 500;

/**
 * Writes whole lines into a log that is empty or already has exactly a prefix of them. It writes
 * one run of lines of a stream after another, so that the order of the log stays the same.
 */
export class LogRestore {
  readonly #reader: LogReader;
  readonly #writer: LogWriter;
  readonly #hash: Ports['hash'];
  readonly #ends = new Map<string, StreamHead>();
  #run: { readonly stream: string; readonly from: number; readonly events: ClientEvent[] } | null =
    null;
  #runBytes = 0;
  #written = 0;

  constructor(reader: LogReader, writer: LogWriter, hash: Ports['hash']) {
    this.#reader = reader;
    this.#writer = writer;
    this.#hash = hash;
  }

  /** @returns how many lines were written. */
  async restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number> {
    const stored = this.#storedLines();
    let at = 0;
    try {
      for await (const page of pages) {
        for (const restored of page) {
          at += 1;
          const own = await stored.next();
          if (own.done === true) await this.#add(restored);
          else if (own.value !== restored.line) {
            throw mismatch(`line ${at}`, 'the log holds another line');
          }
        }
        await this.#flush();
      }
      if ((await stored.next()).done !== true) {
        throw mismatch(`line ${at + 1}`, 'the log holds more lines');
      }
    } finally {
      await stored.return();
    }
    return this.#written;
  }

  async *#storedLines(): AsyncGenerator<string, void, void> {
    for await (const { lines } of this.#reader.all(START, {})) {
      for (const { line } of lines) {
        const { stream, revision, recordedAt } = JSON.parse(line) as LineFields;
        this.#ends.set(stream, { revision, hash: lineHash(line, this.#hash), recordedAt });
        yield line;
      }
    }
  }

  async #add({ line, beside, metadata }: RestoredLine): Promise<void> {
    const head = (stream: string): StreamHead => this.#ends.get(stream) ?? NO_STREAM;
    const { fields, hash } = checkRestored(line, head, this.#hash);
    const { stream, revision, recordedAt } = fields;
    this.#ends.set(stream, { revision, hash, recordedAt });
    const event = clientEvent(fields, hash, beside, metadata as JsonObject | null);
    const bytes = 3 * line.length + 3 * JSON.stringify(event.metadata ?? null).length;
    const run = this.#run;
    const fits =
      run?.stream === stream &&
      run.events.length < RUN_LINES_MAX &&
      this.#runBytes + bytes < APPEND_BYTES_MAX;
    if (!fits) await this.#flush();
    this.#run ??= { stream, from: revision, events: [] };
    this.#run.events.push(event);
    this.#runBytes += bytes;
  }

  async #flush(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    this.#runBytes = 0;
    if (run === null) return;
    await this.#writer.writeLines(run.stream, run.events, run.from);
    this.#written += run.events.length;
  }
}
