import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Answers, ReadCall } from './answers.ts';
import { appended, LIVE_BUFFER } from './live.ts';
import { caughtUp, confirmation, recordMessage } from './messages.ts';
import type { ServerState } from './server-state.ts';
import { streamDeleted } from './server-state.ts';

/**
 * A subscription to one stream, which need not exist yet; it ends when the stream is tombstoned.
 */
export async function subscribeToStream(
  server: ServerState,
  call: ReadCall,
  options: ReadReq.Options,
  stream: string,
  answers: Answers,
): Promise<void> {
  const { log } = server;
  const asked = options.getStream();
  // Of the three ways to state the start, only a revision is itself left out.
  let next = asked?.hasEnd() === true ? BigInt(log.stream(stream).length) : 0n;
  if (asked?.hasRevision() === true) next = BigInt(asked.getRevision()) + 1n;
  await answers.give(confirmation());
  let live = false;
  while (!answers.over) {
    if (log.isTombstoned(stream)) return answers.refuse(streamDeleted(stream));
    const behind = BigInt(log.stream(stream).length) - next;
    if (behind > LIVE_BUFFER) live = false;
    const known = log.records.length;
    const records = log.shown(stream) ?? [];
    const from = records.findIndex((record) => record.revision >= next);
    for (const record of from < 0 ? [] : records.slice(from)) {
      await answers.give(recordMessage(record));
      next = record.revision + 1n;
      if (answers.over) return;
    }
    if (from >= 0) continue;
    if (!live && server.sendsCaughtUp) await answers.give(caughtUp());
    live = true;
    if (log.records.length === known) await appended(log, call, answers);
  }
}
