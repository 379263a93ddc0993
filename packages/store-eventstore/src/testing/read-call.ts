import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault } from './faults.ts';
import type { ServerRecord } from './server-log.ts';
import type { ServerState } from './server-state.ts';
import { status } from '@grpc/grpc-js';
import { recordMessage, streamNotFound, streamOf } from './messages.ts';
import { failure } from './server-state.ts';
import { subscribe } from './subscription.ts';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Answers of one call, with its fault and the client's back-pressure. */
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

  /** Sends one answer, and waits while the client takes no more. */
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

  refuse(code: number, details: string, trailers?: Readonly<Record<string, string>>): void {
    if (this.over) return;
    this.#over = true;
    this.#call.emit('error', failure(code, details, trailers));
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

/** A read of a stream or of the log, or a subscription. */
export async function readCall(server: ServerState, call: ReadCall): Promise<void> {
  const options = call.request.getOptions();
  if (options === undefined) return;
  const isSubscription = options.hasSubscription();
  const fault = server.fault(isSubscription ? 'subscribe' : 'read');
  const answers = new Answers(server, call, fault);
  if (isSubscription) return subscribe(server, call, options, answers);
  const count = Number(options.getCount());
  const backward = options.getReadDirection() === 1;
  const found = options.hasStream()
    ? ofStream(server, options, backward, answers)
    : ofLog(server, options, backward, answers);
  if (found === null) return;
  const { records, from } = found;
  const step = backward ? -1 : 1;
  for (let index = from, left = count; left > 0; index += step, left -= 1) {
    const record = records[index];
    if (record === undefined || answers.over) break;
    await answers.give(recordMessage(record));
  }
  answers.end();
}

interface Found {
  readonly records: readonly ServerRecord[];
  readonly from: number;
}

function ofStream(
  server: ServerState,
  options: ReadReq.Options,
  backward: boolean,
  answers: Answers,
): Found | null {
  const asked = options.getStream();
  const stream = streamOf(asked?.getStreamIdentifier());
  if (server.log.isTombstoned(stream)) {
    const trailers = { exception: 'stream-deleted', 'stream-name': stream };
    answers.refuse(status.FAILED_PRECONDITION, 'Stream is deleted', trailers);
    return null;
  }
  const records = server.log.stream(stream);
  if (records.length === 0) {
    void answers.give(streamNotFound(stream)).then(() => answers.end());
    return null;
  }
  const last = records.length - 1;
  const revision = Number(asked?.getRevision() ?? 0);
  const from = asked?.hasEnd() === true ? last : revision;
  return { records, from: backward ? Math.min(from, last) : from };
}

function ofLog(
  server: ServerState,
  options: ReadReq.Options,
  backward: boolean,
  answers: Answers,
): Found | null {
  const asked = options.getAll();
  const { records } = server.log;
  if (asked?.hasEnd() === true) return { records, from: backward ? records.length - 1 : -1 };
  if (asked?.hasPosition() !== true) return { records, from: backward ? -1 : 0 };
  const position = BigInt(asked.getPosition()?.getCommitPosition() ?? '0');
  const index = server.log.indexAt(position);
  if (records[index]?.position !== position) {
    answers.refuse(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
    return null;
  }
  // Forward from a position includes it, backward excludes it.
  return { records, from: backward ? index - 1 : index };
}
