import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type {
  AppendReq, AppendResp, BatchAppendReq, BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js'; // prettier-ignore
import type { Fault } from './faults.ts';
import type { ExpectedRevision, ProposedRecord } from './server-log.ts';
import type { ServerState } from './server-state.ts';
import { status } from '@grpc/grpc-js';
import { commits } from './faults.ts';
import { appendAnswer, batchAnswer, packed, streamOf } from './messages.ts';
import { failure } from './server-state.ts';

interface Gathered {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly records: ProposedRecord[];
  /** The client's clock at which it no longer waits, in milliseconds; null: it never said. */
  readonly deadlineMs: number | null;
}

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

function proposed(message: Message): ProposedRecord {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** One append in a call of its own. */
export function appendCall(
  server: ServerState,
  call: ServerReadableStream<AppendReq, AppendResp>,
  reply: sendUnaryData<AppendResp>,
): void {
  let gathered: Gathered | null = null;
  call.on('error', () => undefined);
  call.on('data', (request: AppendReq) => {
    const options = request.getOptions();
    const message = request.getProposedMessage();
    if (options !== undefined) {
      const expected: ExpectedRevision = options.hasNoStream()
        ? 'no_stream'
        : options.hasRevision()
          ? Number(options.getRevision())
          : options.hasStreamExists()
            ? 'stream_exists'
            : 'any';
      const stream = streamOf(options.getStreamIdentifier());
      gathered = { stream, expected, records: [], deadlineMs: null };
    }
    if (message !== undefined) gathered?.records.push(proposed(message));
  });
  call.on('end', () => {
    if (gathered !== null) answerAppend(server, gathered, reply);
  });
}

function answerAppend(
  server: ServerState,
  { stream, expected, records }: Gathered,
  reply: sendUnaryData<AppendResp>,
): void {
  const fault = server.fault('append');
  const decision = commits(fault) ? server.log.append(stream, expected, records) : null;
  if (fault === 'silence' || fault === 'lose-reply') return;
  if (fault !== null || decision === null) return reply(errorOf(server, fault));
  const answer = appendAnswer(decision, typeof expected === 'number' ? expected : -1);
  if (answer !== null) return reply(null, answer);
  if (decision.kind === 'deleted') {
    const trailers = { exception: 'stream-deleted', 'stream-name': stream };
    return reply(failure(status.FAILED_PRECONDITION, `${stream} is deleted`, trailers));
  }
  const limit = decision.kind === 'too-large' ? decision.limit : 0;
  const trailers = {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  };
  reply(failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', trailers));
}

function errorOf(server: ServerState, fault: Fault | null): ReturnType<typeof failure> {
  if (fault === 'time-out' || fault === 'time-out-after-commit') {
    return failure(status.ABORTED, 'Commit phase timeout');
  }
  if (fault === 'too-busy') return failure(status.UNAVAILABLE, 'Server Is Too Busy');
  if (fault === 'not-ready') return failure(status.UNAVAILABLE, 'Server Is Not Ready');
  return server.failureOf(fault);
}

/** Many appends in one call, told apart by correlation ids. */
export function batchAppendCall(
  server: ServerState,
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
): void {
  const open = new Map<string, Gathered>();
  call.on('error', () => undefined);
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
    // The real server takes a turn for it, and answers in any order.
    setImmediate(() => answerBatch(server, call, correlation, gathered));
  });
}

function begun(options: BatchAppendReq.Options): Gathered {
  const expected: ExpectedRevision = options.hasNoStream()
    ? 'no_stream'
    : options.hasStreamPosition()
      ? Number(options.getStreamPosition())
      : options.hasStreamExists()
        ? 'stream_exists'
        : 'any';
  const deadline = options.getDeadline();
  const deadlineMs = deadline === undefined ? null : deadline.toDate().getTime();
  return { stream: streamOf(options.getStreamIdentifier()), expected, records: [], deadlineMs };
}

const SAID: Readonly<Record<string, readonly [message: string, text: string]>> = {
  'time-out': ['Timeout', ''],
  'time-out-after-commit': ['Timeout', ''],
  'too-busy': ['BadRequest', 'Server Is Busy'],
  'not-ready': ['BadRequest', 'Server Is Not Ready'],
  forbidden: ['AccessDenied', ''],
};

function answerBatch(
  server: ServerState,
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  correlation: string,
  { stream, expected, records, deadlineMs }: Gathered,
): void {
  if (call.cancelled || call.writableEnded) return;
  const late = deadlineMs !== null && deadlineMs < Date.now() + server.clockOffsetMs;
  const fault = late ? 'time-out' : server.fault('append');
  const decision = commits(fault) ? server.log.append(stream, expected, records) : null;
  if (fault === 'silence' || fault === 'lose-reply') return;
  const said = typeof fault === 'string' ? SAID[fault] : undefined;
  if (said !== undefined) {
    const [message, text] = said;
    call.write(batchAnswer(correlation, stream, packed(message, new Uint8Array(), text)));
    return;
  }
  if (fault !== null || decision === null) {
    call.emit('error', server.failureOf(fault));
    return;
  }
  call.write(batchAnswer(correlation, stream, decision));
}
