import type { Position } from '@letopis/core';
import { LetopisError, newCommandId, START } from '@letopis/core';
import type { ClientEvent, LogPlace } from './client.ts';
import type { Connection } from './connection.ts';
import { Cut } from './feed.ts';
import type { Newest } from './newest.ts';
import { itemPosition, placeOf } from './position.ts';
import { asItIs } from './reads.ts';
import { readLine } from './record.ts';
import { send } from './send.ts';

/** Number of the server's newest events to look at: in the first read, and in each further one. */
const [LOOK, LOOK_ON] = [8, 512];

/**
 * Where this log begins and ends on the server, and its id.
 *
 * The stream `<namespace>:log` has the log's id. Its first event marks where the log begins in the
 * server's own log, so that nothing before it is read; each restore adds an event with a new id.
 */
export class LogHead {
  readonly #connection: Connection;
  readonly #newest: Newest;
  readonly #nameStream: string;
  readonly #prefix: string;
  #birth: Position = START;
  /** Everything up to `#seen` was looked at; the last line of it is at `#head`. */
  #seen: Position = START;
  #head: Position = START;

  constructor(connection: Connection, newest: Newest) {
    const { namespace } = connection.settings;
    this.#connection = connection;
    this.#newest = newest;
    this.#nameStream = `${namespace}:log`;
    this.#prefix = `${namespace}.`;
  }

  /** Finds the log's beginning, or writes it, and finds its end. */
  async open(): Promise<void> {
    const first = { from: 0, step: 1, count: 1 } as const;
    let [item] = await this.#connection.reads.readStream(this.#nameStream, first, asItIs);
    if (item === undefined) {
      await this.#write(-1);
      [item] = await this.#connection.reads.readStream(this.#nameStream, first, asItIs);
    }
    if (item === undefined) throw new LetopisError('store-failed', 'the log cannot be begun');
    this.#birth = itemPosition(item);
    this.#seen = this.#birth;
    await this.find();
  }

  /** The place on the server after which to read: that of a position, or the log's beginning. */
  placeAfter(position: Position): LogPlace {
    return placeOf(position === START ? this.#birth : position);
  }

  async id(): Promise<string> {
    const { logId } = (await this.#last()).data;
    if (typeof logId === 'string') return logId;
    throw new LetopisError('corrupt', `the stream ${this.#nameStream} does not name the log`);
  }

  /** Gives the log another id. */
  async rename(): Promise<void> {
    await this.#write((await this.#last()).revision);
  }

  /**
   * The position of the last line; reads backward from the server's end to where it looked before.
   */
  async find(): Promise<Position> {
    const [seen, head] = [this.#seen, this.#head];
    let top: Position | null = null;
    let from: 'end' | LogPlace = 'end';
    for (let count = LOOK; ; count = LOOK_ON) {
      const items = await this.#connection.reads.readLogBackward({ from, count });
      for (const item of items) {
        const position = itemPosition(item);
        top ??= position;
        if (position <= seen) return this.#found(top, head);
        if (item.event?.streamId.startsWith(this.#prefix) !== true) continue;
        const { hash } = this.#connection.ports;
        const { fields } = readLine(item, this.#connection.settings.namespace, hash);
        this.#newest.saw(fields.recordedAt);
        return this.#found(top, position);
      }
      const last = items.at(-1);
      if (items.length < count || last === undefined) {
        // The log's beginning is before this: only a read that was cut off ends here.
        throw new LetopisError('unreachable', 'a read of $all ended early', {}, new Cut('cut'));
      }
      from = placeOf(itemPosition(last));
    }
  }

  #found(seen: Position, head: Position): Position {
    if (seen > this.#seen) [this.#seen, this.#head] = [seen, head];
    return head;
  }

  async #last(): Promise<{ readonly revision: number; readonly data: Record<string, unknown> }> {
    const last = { from: 'end', step: -1, count: 1 } as const;
    const [item] = await this.#connection.reads.readStream(this.#nameStream, last, asItIs);
    const { revision = -1, data = {} } = item?.event ?? {};
    return { revision: Number(revision), data: data as Record<string, unknown> };
  }

  /** Writes the log's id, unless another process was first: then that one's id is the log's. */
  async #write(expected: number): Promise<void> {
    const { ports } = this.#connection;
    const logId = newCommandId(ports);
    const event: ClientEvent = {
      id: logId,
      type: 'LetopisLog',
      contentType: 'application/json',
      data: { logId },
      metadata: undefined,
    };
    await send(this.#connection, this.#nameStream, [event], expected);
  }
}
