import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import type { ReadResp as Answer } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendDecision } from './append-rules.ts';
import { any, code, empty, shared, status, streams } from './generated.ts';
import type { ExpectedRevision, ServerRecord } from './server-record.ts';

const { ReadResp, AppendResp, BatchAppendResp } = streams;
const TICKS_PER_MS = 10_000n;

/** The stream name that a message carries as bytes. */
export function streamOf(identifier: InstanceType<typeof shared.StreamIdentifier> | undefined) {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

function identifierOf(stream: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}

/** One record as a message of reads and subscriptions. */
export function recordMessage(record: ServerRecord): Answer {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.position))
    .setPreparePosition(String(record.position))
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  const metadata = event.getMetadataMap();
  metadata.set('type', record.type);
  metadata.set('content-type', record.contentType);
  metadata.set('created', String(BigInt(record.createdMs) * TICKS_PER_MS));
  const read = new ReadResp.ReadEvent().setEvent(event);
  read.setCommitPosition(String(record.position));
  return new ReadResp().setEvent(read);
}

/** The message that a subscription has begun. */
export function confirmation(): Answer {
  const confirmed = new ReadResp.SubscriptionConfirmation().setSubscriptionId('test');
  return new ReadResp().setConfirmation(confirmed);
}

/** The message that a subscription has looked at the log up to a place. */
export function checkpoint(commit: bigint, prepare: bigint): Answer {
  const reached = new ReadResp.Checkpoint()
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare));
  return new ReadResp().setCheckpoint(reached);
}

/** The message that a subscription has caught up. */
export const caughtUp = (): Answer => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());

/** The message that a stream does not exist. */
export function streamNotFound(stream: string): Answer {
  const missing = new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream));
  return new ReadResp().setStreamNotFound(missing);
}

/** The answer to one Append; null where the answer is an error of the call. */
export function appendAnswer(decision: AppendDecision, expected: ExpectedRevision) {
  const answer = new AppendResp();
  if (decision.kind === 'done') {
    const position = new AppendResp.Position()
      .setCommitPosition(String(decision.position))
      .setPreparePosition(String(decision.position));
    const success = new AppendResp.Success().setPosition(position);
    return answer.setSuccess(success.setCurrentRevision(String(decision.revision)));
  }
  if (decision.kind !== 'wrong') return null;
  const wrong = new AppendResp.WrongExpectedVersion();
  if (decision.current === null) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(decision.current));
  if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return answer.setWrongExpectedVersion(wrong);
}

/** The answer to one append of a batch call. */
export function batchAnswer(correlation: string, stream: string, result: AppendDecision | Status) {
  const answer = new BatchAppendResp()
    .setCorrelationId(new shared.UUID().setString(correlation))
    .setStreamIdentifier(identifierOf(stream));
  if (!('kind' in result)) return answer.setError(result);
  if (result.kind !== 'done') return answer.setError(refusal(result, stream));
  const position = new shared.AllStreamPosition()
    .setCommitPosition(String(result.position))
    .setPreparePosition(String(result.position));
  const success = new BatchAppendResp.Success().setPosition(position);
  return answer.setSuccess(success.setCurrentRevision(String(result.revision)));
}

function refusal(decision: AppendDecision, stream: string): Status {
  if (decision.kind === 'wrong') {
    const wrong = new shared.WrongExpectedVersion();
    if (decision.current !== null) wrong.setCurrentStreamRevision(String(decision.current));
    else wrong.setCurrentNoStream(new empty.Empty());
    return packed('WrongExpectedVersion', wrong.serializeBinary());
  }
  if (decision.kind === 'too-large') {
    const large = new shared.MaximumAppendSizeExceeded().setMaxappendsize(decision.limit);
    return packed('MaximumAppendSizeExceeded', large.serializeBinary());
  }
  const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
  return packed('StreamDeleted', deleted.serializeBinary());
}

/** A status with one of the server's messages as its details, by the message's name. */
export function packed(name: string, bytes: Uint8Array = new Uint8Array(), said = ''): Status {
  const details = new any.Any();
  details.pack(bytes, `event_store.client.${name}`);
  return new status.Status().setCode(code.Code.UNKNOWN).setMessage(said).setDetails(details);
}
