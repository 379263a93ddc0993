import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Caller } from './access.ts';
import { admit, isBadName } from './admission.ts';
import { proposed } from './append-call.ts';
import type { Gathered } from './commit.ts';
import { checked, commit, expectedOf } from './commit.ts';
import { commits } from './faults.ts';
import { batchAnswer, packed, streamOf } from './messages.ts';
import type { ServerState } from './server-state.ts';
import { thrownByHandler } from './server-state.ts';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/**
 * Handles many appends in one call, told apart by correlation ids. The caller is checked when the
 * call begins.
 */
export function batchAppendCall(server: ServerState, call: BatchCall): void {
  call.on('error', () => undefined);
  const admission = admit(server, call.metadata);
  if (admission.refused !== null) {
    const { refused } = admission;
    setImmediate(() => call.emit('error', refused));
    return;
  }
  const { caller } = admission;
  const open = new Map<string, Gathered>();
  call.on('end', () => call.end());
  call.on('data', (request: BatchAppendReq) => {
    const correlation = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    if (options !== undefined) open.set(correlation, begun(options));
    const gathered = open.get(correlation);
    if (gathered === undefined) return;
    for (const one of request.getProposedMessagesList()) gathered.records.push(proposed(one));
    if (!request.getIsFinal()) return;
    open.delete(correlation);
    // The real server handles it in a later turn, and answers in any order.
    setImmediate(() => answerBatch(new BatchReply(call, correlation, gathered), server, caller));
  });
}

function begun(options: BatchAppendReq.Options): Gathered {
  const revision = options.hasStreamPosition() ? String(options.getStreamPosition()) : null;
  const deadline = options.getDeadline();
  return {
    stream: streamOf(options.getStreamIdentifier()),
    expected: expectedOf(options, revision),
    records: [],
    deadlineMs: deadline === undefined ? null : deadline.toDate().getTime(),
  };
}

/** Sends the answer to one append of the call. */
class BatchReply {
  readonly gathered: Gathered;
  readonly #call: BatchCall;
  readonly #correlation: string;

  constructor(call: BatchCall, correlation: string, gathered: Gathered) {
    this.#call = call;
    this.#correlation = correlation;
    this.gathered = gathered;
  }

  get over(): boolean {
    return this.#call.cancelled || this.#call.writableEnded || this.#call.destroyed;
  }

  give(result: Parameters<typeof batchAnswer>[2]): void {
    if (this.over) return;
    this.#call.write(batchAnswer(this.#correlation, this.gathered.stream, result));
  }

  /** Breaks the whole call, and with it all its appends. */
  fail(error: Error): void {
    if (!this.over) this.#call.emit('error', error);
  }
}

const SAID: Readonly<Record<string, readonly [message: string, text: string]>> = {
  'time-out': ['Timeout', ''],
  'time-out-after-commit': ['Timeout', ''],
  'too-busy': ['BadRequest', 'Server Is Busy'],
  'not-ready': ['BadRequest', 'Server Is Not Ready'],
  forbidden: ['AccessDenied', ''],
};

function said(what: string): Parameters<typeof batchAnswer>[2] | null {
  const [message, text] = SAID[what] ?? [];
  return message === undefined ? null : packed(message, new Uint8Array(), text);
}

function answerBatch(reply: BatchReply, server: ServerState, caller: Caller): void {
  const { gathered } = reply;
  const { stream, deadlineMs } = gathered;
  if (reply.over) return;
  if (stream === '$$' && server.serverLine === '24.6') return void server.kill();
  if (isBadName(stream)) return reply.fail(thrownByHandler());
  if (!server.access.allows(caller, '$w', stream)) return answer('forbidden');
  const records = checked(gathered.records);
  if (records === null) return answerTwice(reply, server);
  const late = deadlineMs !== null && deadlineMs < Date.now() + server.clockOffsetMs;
  const fault = late ? 'time-out' : server.fault('append');
  const silent = fault === 'silence' || fault === 'lose-reply';
  if (!commits(fault)) return silent ? undefined : answer(fault);
  commit(server, gathered, records, (decision) => {
    if (silent) return;
    if (decision === null) answer('time-out');
    else if (fault !== null) answer(fault);
    else if (decision.kind !== 'unanswered') reply.give(decision);
  });

  function answer(what: typeof fault): void {
    const words = typeof what === 'string' ? said(what) : null;
    if (words === null) reply.fail(server.failureOf(what));
    else reply.give(words);
  }
}

/**
 * Answers a bad id at once, and a second time by the time-out of the write, because the server that
 * has answered goes on waiting for the commit.
 */
function answerTwice(reply: BatchReply, server: ServerState): void {
  const text = 'Bad Request';
  reply.give(packed('BadRequest', new Uint8Array(), text));
  const again = (): void => reply.give(packed('Timeout', new Uint8Array(), ''));
  setTimeout(again, server.writeTimeoutMs).unref();
}
