import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { admitTo } from './admission.ts';
import { expectedOf } from './commit.ts';
import { streams } from './generated.ts';
import { streamOf } from './messages.ts';
import type { DeleteDecision } from './server-log.ts';
import type { ExpectedRevision } from './server-record.ts';
import type { CallFailure, ServerState } from './server-state.ts';
import { failure, streamDeleted } from './server-state.ts';

/** Hides a stream: a metadata record with `$tb` replaces all earlier metadata. */
export function deleteCall(
  server: ServerState,
  call: ServerUnaryCall<DeleteReq, DeleteResp>,
  reply: sendUnaryData<DeleteResp>,
): void {
  const options = call.request.getOptions();
  const position = new streams.DeleteResp.Position();
  const decided = decide(server, call, options, (stream, expected) =>
    server.log.softDelete(stream, expected),
  );
  if (decided instanceof Error) return reply(decided);
  position.setCommitPosition(decided).setPreparePosition(decided);
  reply(null, new streams.DeleteResp().setPosition(position));
}

/** Deletes a stream for good. */
export function tombstoneCall(
  server: ServerState,
  call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  reply: sendUnaryData<TombstoneResp>,
): void {
  const options = call.request.getOptions();
  const position = new streams.TombstoneResp.Position();
  const decided = decide(server, call, options, (stream, expected) =>
    server.log.tombstone(stream, expected),
  );
  if (decided instanceof Error) return reply(decided);
  position.setCommitPosition(decided).setPreparePosition(decided);
  reply(null, new streams.TombstoneResp().setPosition(position));
}

/** The position of the record that deletes, or the error that refuses it. */
function decide(
  server: ServerState,
  call: Pick<ServerUnaryCall<unknown, unknown>, 'metadata'>,
  options: DeleteReq.Options | TombstoneReq.Options | undefined,
  act: (stream: string, expected: ExpectedRevision) => DeleteDecision,
): string | CallFailure {
  if (options === undefined) return failure(status.INVALID_ARGUMENT, 'no options');
  const stream = streamOf(options.getStreamIdentifier());
  const refused = admitTo(server, call.metadata, '$d', stream);
  if (refused !== null) return refused;
  const expected = expectedOf(options, options.hasRevision() ? options.getRevision() : null);
  const decision = act(stream, expected);
  if (decision.kind === 'done') return String(decision.position);
  if (decision.kind === 'deleted') return streamDeleted(stream);
  return failure(status.FAILED_PRECONDITION, 'Wrong expected version', {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(NUMBERED[String(expected)] ?? expected),
    ...(decision.current !== null && { 'actual-version': String(decision.current) }),
  });
}

/** The server's numbers for expectations that are not a revision. */
const NUMBERED: Readonly<Record<string, number>> = { no_stream: -1, any: -2, stream_exists: -4 };
