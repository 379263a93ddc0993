import { Readable } from 'node:stream';
import type { ClientItem, ClientStream, LogPlace } from './client.ts';

/** The server has not said anything for too long. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

/** A read or subscription ended before it should. */
export class Cut extends Error {
  override readonly name = 'Cut';
}

/**
 * One read or subscription of a client, taken item by item. It listens for errors from the first
 * moment on, ends after too long a silence, and lets go of the call when it is released.
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

  /** Right after `read` gave null: is there nothing more to come, and no error either? */
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

  /** Fails the feed from outside. */
  fail(error: unknown): void {
    this.#error ??= error;
    this.#wake?.();
  }

  /** Waits for a change. Throws {@link Silence} if none comes in time. */
  async more(silenceMs: number): Promise<void> {
    if (this.#ended || this.#error !== null || this.#readable.readableLength > 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.#wake = resolve;
      timer = setTimeout(() => {
        // A process that was busy for so long has not looked at what came meanwhile.
        if (this.#readable.readableLength > 0) resolve();
        else reject(new Silence(`no word for ${silenceMs} ms`));
      }, silenceMs);
    }).finally(() => {
      clearTimeout(timer);
      this.#wake = null;
    });
  }

  /** Lets go of the call. Never throws, and never waits for long: some clients never say done. */
  async release(): Promise<void> {
    if (this.#ended && this.#error === null) return;
    const source = this.#source;
    const told = source.unsubscribe?.() ?? source.cancel?.();
    this.#readable.destroy();
    if (told !== undefined) await settledWithin(told, RELEASE_MS);
  }

  /** Lets what has come at the same time be read at once: to wait costs more than to read. */
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

/** Waits until a promise is settled either way, and not for longer. */
export async function settledWithin(promise: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const soon = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled([promise]), soon]);
  clearTimeout(timer);
}
