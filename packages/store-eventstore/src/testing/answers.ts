import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Fault } from './faults.ts';
import type { CallFailure, ServerState } from './server-state.ts';

/** A call of reading or subscribing, to which answers are written. */
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/**
 * The answers to one call, with the fault that was ordered for it and the client's back-pressure.
 */
export class Answers {
  readonly #call: ReadCall;
  readonly #server: ServerState;
  readonly #fault: Fault | null;
  #given = 0;
  #over = false;

  constructor(server: ServerState, call: ReadCall, fault: Fault | null) {
    this.#call = call;
    this.#server = server;
    this.#fault = fault;
    const ends = (): void => void (this.#over = true);
    call.on('cancelled', ends).on('error', ends).on('close', ends);
    if (typeof fault === 'string' && fault !== 'silence') this.#fail();
  }

  get over(): boolean {
    return this.#over || this.#call.cancelled;
  }

  /** Sends one answer; waits while the client takes no more. */
  async give(answer: ReadResp): Promise<void> {
    if (this.over || this.#fault === 'silence') return;
    if (this.#breaksOff()) return;
    this.#given += 1;
    if (this.#call.write(answer)) return;
    await new Promise<void>((resolve) => {
      const call = this.#call;
      function go(): void {
        call.off('drain', go).off('cancelled', go).off('close', go);
        resolve();
      }
      call.on('drain', go).on('cancelled', go).on('close', go);
    });
  }

  end(): void {
    if (this.over || this.#fault === 'silence') return;
    if (this.#breaksOff()) return;
    this.#over = true;
    this.#call.end();
  }

  refuse(error: CallFailure): void {
    if (this.over) return;
    this.#over = true;
    this.#call.emit('error', error);
  }

  #fail(): void {
    this.#over = true;
    const error = this.#server.failureOf(this.#fault);
    setImmediate(() => this.#call.emit('error', error));
  }

  #breaksOff(): boolean {
    const fault = this.#fault;
    if (fault === null || typeof fault === 'string') return false;
    if ('cutAfter' in fault && this.#given >= fault.cutAfter) {
      this.#fail();
      return true;
    }
    if ('endAfter' in fault && this.#given >= fault.endAfter) {
      this.#over = true;
      this.#call.end();
      return true;
    }
    return 'silentAfter' in fault && this.#given >= fault.silentAfter;
  }
}
