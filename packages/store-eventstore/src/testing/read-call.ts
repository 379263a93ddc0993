import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { admitTo } from './admission.ts';
import type { ReadCall } from './answers.ts';
import { Answers } from './answers.ts';
import { subscribeToLog } from './log-subscription.ts';
import { recordMessage, streamNotFound, streamOf } from './messages.ts';
import type { ServerRecord } from './server-record.ts';
import type { CallFailure, ServerState } from './server-state.ts';
import { failure, streamDeleted } from './server-state.ts';
import { subscribeToStream } from './stream-subscription.ts';

/** Handles a read of a stream or of the log, or a subscription. */
export async function readCall(server: ServerState, call: ReadCall): Promise<void> {
  const options = call.request.getOptions();
  if (options === undefined) return;
  const isSubscription = options.hasSubscription();
  const fault = server.fault(isSubscription ? 'subscribe' : 'read');
  const answers = new Answers(server, call, fault);
  const stream = options.hasStream() ? streamOf(options.getStream()?.getStreamIdentifier()) : null;
  const refused = admitTo(server, call.metadata, '$r', stream ?? '$all');
  if (refused !== null) return answers.refuse(refused);
  if (stream !== null && server.log.isTombstoned(stream)) {
    return answers.refuse(streamDeleted(stream));
  }
  if (isSubscription) {
    return stream === null
      ? subscribeToLog(server, call, options, answers)
      : subscribeToStream(server, call, options, stream, answers);
  }
  const backward = options.getReadDirection() === 1;
  const count = Number(options.getCount());
  const found =
    stream === null
      ? ofLog(server, options, backward, count)
      : ofStream(server, options, stream, backward, count);
  if (found === null) await answers.give(streamNotFound(stream ?? ''));
  else if (found instanceof Error) return answers.refuse(found);
  else if (found !== 'endless') await giveAll(found, backward, count, answers);
  if (found !== 'endless') answers.end();
}

interface Found {
  readonly records: readonly ServerRecord[];
  readonly from: number;
}

async function giveAll(
  { records, from }: Found,
  backward: boolean,
  count: number,
  answers: Answers,
): Promise<void> {
  const step = backward ? -1 : 1;
  for (let index = from, left = count; left > 0; index += step, left -= 1) {
    const record = records[index];
    if (record === undefined || answers.over) return;
    await answers.give(recordMessage(record));
  }
}

/** Clients send this for the end; no stream can have a revision above it. */
const BEYOND = 2n ** 63n - 1n;

/** The records that a read of a stream gives; null where there is no such stream. */
function ofStream(
  server: ServerState,
  options: ReadReq.Options,
  stream: string,
  backward: boolean,
  count: number,
): Found | CallFailure | null {
  const asked = options.getStream();
  const revision = BigInt(asked?.getRevision() || '0');
  const fromEnd = asked?.hasEnd() === true || revision > BEYOND;
  if (count === 0 || (fromEnd && !backward)) {
    return failure(status.UNKNOWN, 'Unexpected ReadStreamResult: Error');
  }
  const records = server.log.shown(stream);
  if (records === null) return null;
  // A read that begins at hidden records begins at the first one that is shown.
  const at = records.findIndex((record) => record.revision >= revision);
  if (!backward) return { records, from: at < 0 ? records.length : at };
  if (fromEnd || at < 0) return { records, from: records.length - 1 };
  return { records, from: records[at]?.revision === revision ? at : at - 1 };
}

/**
 * The records that a read of the log gives. `endless`: the real server never ends a read of 0
 * events.
 */
function ofLog(
  server: ServerState,
  options: ReadReq.Options,
  backward: boolean,
  count: number,
): Found | CallFailure | 'endless' {
  const asked = options.getAll();
  const { records } = server.log;
  if (count === 0) return 'endless';
  if (asked?.hasEnd() === true) return { records, from: backward ? records.length - 1 : -1 };
  if (asked?.hasPosition() !== true) return { records, from: backward ? -1 : 0 };
  const position = BigInt(asked.getPosition()?.getCommitPosition() ?? '0');
  const index = server.log.indexAt(position);
  if (position >= server.log.end && !backward) return { records, from: records.length };
  if (records[index]?.position !== position) {
    return failure(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
  }
  // Forward from a position includes it, backward excludes it.
  return { records, from: backward ? index - 1 : index };
}
