import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { admitTo } from './admission.ts';
import type { AppendDecision } from './append-rules.ts';
import type { Gathered } from './commit.ts';
import { checked, commit, expectedOf } from './commit.ts';
import type { Fault } from './faults.ts';
import { commits } from './faults.ts';
import { appendAnswer, streamOf } from './messages.ts';
import type { ProposedRecord } from './server-record.ts';
import type { CallFailure, ServerState } from './server-state.ts';
import { failure, streamDeleted, thrownByHandler } from './server-state.ts';

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

/** The event that a message proposes. */
export function proposed(message: Message): ProposedRecord {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** Handles one append in a call of its own. */
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
      const expected = expectedOf(options, options.hasRevision() ? options.getRevision() : null);
      const stream = streamOf(options.getStreamIdentifier());
      gathered = { stream, expected, records: [], deadlineMs: null };
    }
    if (message !== undefined) gathered?.records.push(proposed(message));
  });
  call.on('end', () => {
    if (gathered === null) return;
    const refused = admitTo(server, call.metadata, '$w', gathered.stream);
    if (gathered.stream === '$$' && server.serverLine === '24.6') void server.kill();
    else if (refused === null) answerAppend(server, gathered, reply);
    else reply(refused);
  });
}

function answerAppend(
  server: ServerState,
  gathered: Gathered,
  reply: sendUnaryData<AppendResp>,
): void {
  const records = checked(gathered.records);
  if (records === null) return reply(thrownByHandler());
  const fault = server.fault('append');
  const silent = fault === 'silence' || fault === 'lose-reply';
  if (!commits(fault)) return silent ? undefined : reply(errorOf(server, fault));
  commit(server, gathered, records, (decision) => {
    if (silent) return;
    if (fault !== null || decision === null) reply(errorOf(server, fault ?? 'time-out'));
    else answerDecision(gathered, decision, reply);
  });
}

function answerDecision(
  { stream, expected }: Gathered,
  decision: AppendDecision,
  reply: sendUnaryData<AppendResp>,
): void {
  if (decision.kind === 'unanswered') return;
  const answer = appendAnswer(decision, expected);
  if (answer !== null) return reply(null, answer);
  if (decision.kind === 'deleted') return reply(streamDeleted(stream));
  const limit = decision.kind === 'too-large' ? decision.limit : 0;
  const trailers = {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  };
  reply(failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', trailers));
}

function errorOf(server: ServerState, fault: Fault | null): CallFailure {
  if (fault === 'time-out' || fault === 'time-out-after-commit') {
    return failure(status.ABORTED, 'Commit phase timeout');
  }
  if (fault === 'too-busy') return failure(status.UNAVAILABLE, 'Server Is Too Busy');
  if (fault === 'not-ready') return failure(status.UNAVAILABLE, 'Server Is Not Ready');
  return server.failureOf(fault);
}
