import { Readable } from 'node:stream';
import type { ClientItem, ClientStream, LogPlace } from './client.ts';

/** Thrown where the server has sent nothing for too long. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

/** Thrown where a read or subscription ended before it should. */
export class Cut extends Error {
  override readonly name = 'Cut';
}

/**
 * One read or subscription of a client, taken item by item. It listens for errors from the start,
 * fails after too long a silence, and ends the call when it is released.
 */
export class Feed {
  readonly #source: ClientStream;
  readonly #readable: Readable;
  #error: unknown = null;
  #ended = false;
  #wake: (() => void) | null = null;
  #wakesSoon = false;
  #reached: LogPlace | null = null;
  #caughtUp = false;

  constructor(source: ClientStream) {
    this.#source = source;
    this.#readable = source instanceof Readable ? source : Readable.from(source);
    const woken = (): void => this.#wake?.();
    this.#readable
      .on('error', (error: unknown) => {
        this.#error ??= error ?? new Cut('the read failed');
        woken();
      })
      .on('readable', () => this.#wakeSoon())
      .on('end', () => this.#end())
      .on('close', () => this.#end())
      .on('caughtUp', () => {
        this.#caughtUp = true;
        woken();
      });
  }

  /** The next item, or null if there is none yet. Throws the call's error after the last item. */
  read(): ClientItem | null {
    const item = this.#readable.read() as ClientItem | null;
    if (item === null && this.#error !== null) throw this.#error;
    return item;
  }

  /** Right after `read` gave null: is nothing more to come, without an error? */
  get ended(): boolean {
    return this.#ended && this.#error === null;
  }

  /** Right after `read` gave null: all that the server had has been read. */
  get caughtUp(): boolean {
    return this.#caughtUp;
  }

  /** Right after `read` gave null: the last checkpoint; everything up to it has been read. */
  get checkpoint(): LogPlace | null {
    return this.#reached;
  }

  readonly checkpointReached = (_subscription: unknown, place: LogPlace): void => {
    this.#reached = place;
    this.#wake?.();
  };

  /** Makes the feed fail with an error from elsewhere. */
  fail(error: unknown): void {
    this.#error ??= error;
    this.#wake?.();
  }

  /** Waits for a change. Throws {@link Silence} if none comes in that many milliseconds. */
  async more(silenceMs: number): Promise<void> {
    if (this.#ended || this.#error !== null || this.#readable.readableLength > 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.#wake = resolve;
      timer = setTimeout(() => {
        // A process that was busy for that long has not yet looked at what came meanwhile.
        if (this.#readable.readableLength > 0) resolve();
        else reject(new Silence(`no word for ${silenceMs} ms`));
      }, silenceMs);
    }).finally(() => {
      clearTimeout(timer);
      this.#wake = null;
    });
  }

  /**
   * Ends the call. Never throws, and never waits long, because some clients never report the end.
   */
  async release(): Promise<void> {
    if (this.#ended && this.#error === null) return;
    const source = this.#source;
    const told = source.unsubscribe?.() ?? source.cancel?.();
    this.#readable.destroy();
    if (told !== undefined) await settledWithin(told, RELEASE_MS);
  }

  /** Wakes the reader once for all items that come together: waking costs more than reading. */
  #wakeSoon(): void {
    if (this.#wakesSoon) return;
    this.#wakesSoon = true;
    setImmediate(() => {
      this.#wakesSoon = false;
      this.#wake?.();
    });
  }

  #end(): void {
    this.#ended = true;
    this.#wake?.();
  }
}

const RELEASE_MS = 500;

/** Waits until a promise is settled either way, at most that many milliseconds. */
export async function settledWithin(promise: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const soon = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled([promise]), soon]);
  clearTimeout(timer);
}
