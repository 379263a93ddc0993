import type { EventStore, Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type {
  Appended,
  AppendItem,
  AppendResult,
  LogPage,
  ReadAllOptions,
  ReadStreamOptions,
  StoredLine,
  StreamHead,
} from '@letopis/core/kernel';
import {
  conflict,
  lineHash,
  lineRecordedAt,
  NO_STREAM,
  prepareAppend,
  chainLines,
} from '@letopis/core/kernel';

/** First character of every position of an overlay; it sorts after the positions of all stores. */
const OVER = '~';
const PAGE = 1000;

interface Layer {
  readonly base: StreamHead;
  head: StreamHead;
  readonly lines: StoredLine[];
}

/**
 * Makes a store that reads through to another one and keeps its own appends in memory: decisions
 * come out as they would, and nothing is written. A stream that was appended to here no longer sees
 * later events of the other store. Memory grows with what is appended. `follow`, `restore` and
 * `emptyBeside` throw `misuse`; `close` leaves the other store open.
 *
 * @example
 * const dry = overlayStore(store);
 * const school = letopis({ store: dry, organisation: 'academy' }).as('u-17');
 */
export function overlayStore(under: EventStore): EventStore {
  return new OverlayStore(under);
}

class OverlayStore implements EventStore {
  readonly #under: EventStore;
  readonly #layers = new Map<string, Layer>();
  readonly #log: { readonly stream: string; readonly type: string; readonly at: StoredLine }[] = [];
  #newest = '';

  constructor(under: EventStore) {
    this.#under = under;
  }

  get ports() {
    return this.#under.ports;
  }

  get guarantees() {
    return this.#under.guarantees;
  }

  async append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult> {
    const prepared = prepareAppend(stream, items, expectedRevision);
    const found = this.#layers.get(stream) ?? (await this.#layer(stream));
    // Another append may have come first while the head was read.
    const layer = this.#layers.get(stream) ?? found;
    const { revision } = layer.head;
    if (revision !== expectedRevision) throw conflict(stream, expectedRevision, revision);
    this.#layers.set(stream, layer);
    const parts = prepared.map((item) => item.parts);
    const chained = chainLines(parts, layer.head, this.#newest, this.ports);
    const events = chained.map((one, index): Appended => {
      const item = prepared[index] as (typeof prepared)[number];
      const position = `${OVER}${String(this.#log.length).padStart(16, '0')}`;
      const beside = item.beside === null ? null : JSON.parse(item.beside);
      const metadata = item.metadata === null ? null : JSON.parse(item.metadata);
      const at = Object.freeze({ position, line: one.line, beside, metadata });
      layer.lines.push(at);
      layer.head = { revision: one.revision, hash: one.hash, recordedAt: one.recordedAt };
      this.#newest = one.recordedAt;
      this.#log.push({ stream, type: items[index]?.event.type ?? '', at });
      return { id: item.id, revision: one.revision, position, recordedAt: one.recordedAt };
    });
    return { stream, events };
  }

  async #layer(stream: string): Promise<Layer> {
    let base: StreamHead = NO_STREAM;
    const newest = this.#under.readStream(stream, { direction: 'backward', pageSize: 1 });
    for await (const [last] of newest) {
      if (last === undefined) break;
      const { line } = last;
      const { revision } = JSON.parse(line) as { readonly revision: number };
      const hash = lineHash(line, this.ports.hash);
      base = { revision, hash, recordedAt: lineRecordedAt(line) };
      break;
    }
    return { base, head: base, lines: [] };
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    const layer = this.#layers.get(stream);
    if (layer === undefined) return yield* this.#under.readStream(stream, options);
    const { direction = 'forward', pageSize = PAGE } = options;
    const { base, lines, head } = layer;
    const first = base.revision + 1;
    if (direction === 'backward') {
      const from = Math.min(options.from ?? head.revision, head.revision);
      const own = lines.slice(0, Math.max(0, from - first + 1)).toReversed();
      yield* pages(own, pageSize);
      const rest = Math.min(from, base.revision);
      if (rest >= 0) yield* this.#under.readStream(stream, { ...options, from: rest });
      return;
    }
    const from = options.from ?? 0;
    let left = first - from;
    if (left > 0) {
      for await (const page of this.#under.readStream(stream, options)) {
        yield page.slice(0, left);
        left -= page.length;
        if (left <= 0) break;
      }
    }
    yield* pages(lines.slice(Math.max(0, from - first)), pageSize);
  }

  async *readAll(
    after: Position,
    options: ReadAllOptions = {},
  ): AsyncGenerator<LogPage, void, void> {
    if (!after.startsWith(OVER)) yield* this.#under.readAll(after, options);
    const { types, streamPrefix } = options;
    const lines = this.#log
      .filter(({ at }) => at.position > after)
      .filter(({ type }) => !types || types.includes(type))
      .filter(({ stream }) => !streamPrefix || stream.startsWith(streamPrefix));
    const last = this.#log.at(-1);
    if (last !== undefined && last.at.position > after) {
      yield { lines: lines.map(({ at }) => at), scannedTo: last.at.position };
    }
  }

  async head(): Promise<Position> {
    return this.#log.at(-1)?.at.position ?? this.#under.head();
  }

  positionAt(instant: string): Promise<Position> {
    return this.#under.positionAt(instant);
  }

  logId(): Promise<string> {
    return this.#under.logId();
  }

  follow(): never {
    throw notHere('follow');
  }

  async restore(): Promise<number> {
    throw notHere('restore');
  }

  async emptyBeside(): Promise<void> {
    throw notHere('emptyBeside');
  }

  async close(): Promise<void> {
    this.#layers.clear();
    this.#log.length = 0;
  }
}

function* pages(lines: readonly StoredLine[], size: number): Generator<readonly StoredLine[]> {
  for (let at = 0; at < lines.length; at += size) yield lines.slice(at, at + size);
}

function notHere(what: string): LetopisError {
  return new LetopisError('misuse', `${what} is not for an overlay: ask the store below it`);
}
