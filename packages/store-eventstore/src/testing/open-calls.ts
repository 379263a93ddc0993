import type { EventEmitter } from 'node:events';

interface Http2Stream {
  close(code: number): void;
}

const NO_ERROR = 0;

/** The calls that are open on a server; they can only be ended all at once. */
export class OpenCalls {
  readonly #open = new Set<EventEmitter>();

  get count(): number {
    return this.#open.size;
  }

  /** Counts a call until it ends. */
  add(call: EventEmitter): void {
    this.#open.add(call);
    const ends = (): void => void this.#open.delete(call);
    call.on('cancelled', ends).on('close', ends).on('finish', ends);
  }

  /** Resets every call with no error code and no status, as the real server does when it stops. */
  reset(): void {
    for (const call of this.#open) http2StreamOf(call)?.close(NO_ERROR);
    this.#open.clear();
  }
}

/** gRPC does not publish a call's HTTP/2 stream, so this takes it from gRPC's private field. */
function http2StreamOf(call: object): Http2Stream | null {
  for (let inside: unknown = call, depth = 0; depth < 4; depth += 1) {
    if (typeof inside !== 'object' || inside === null) return null;
    const { stream, call: next, nextCall } = inside as Readonly<Record<string, unknown>>;
    if (typeof stream === 'object' && stream !== null && 'close' in stream) {
      return stream as Http2Stream;
    }
    inside = next ?? nextCall;
  }
  return null;
}
