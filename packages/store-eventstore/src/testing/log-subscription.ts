import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { Answers, ReadCall } from './answers.ts';
import { appended, LIVE_BUFFER, nothingMore } from './live.ts';
import { caughtUp, checkpoint, confirmation, recordMessage } from './messages.ts';
import { filterOf } from './record-filter.ts';
import type { ServerState } from './server-state.ts';
import { failure } from './server-state.ts';

/**
 * A subscription to the log, with a filter or without: first the records that are there, then every
 * new one. While it catches up, a checkpoint at a record that did not match has no prepare
 * position, and there is no checkpoint just before "caught up", as on the real server; a live one
 * has both positions.
 */
export async function subscribeToLog(
  server: ServerState,
  call: ReadCall,
  options: ReadReq.Options,
  answers: Answers,
): Promise<void> {
  const { records } = server.log;
  const filter = filterOf(options.getFilter());
  const start = startOf(server, options.getAll(), filter !== null);
  if (start === 'invalid') {
    const said = 'Trying to read from an invalid position';
    return answers.refuse(failure(status.UNKNOWN, said));
  }
  await answers.give(confirmation());
  if (start === 'beyond') {
    if (server.sendsCaughtUp) await answers.give(caughtUp());
    return nothingMore(server.log, call, answers);
  }
  let next = start;
  let scanned = 0;
  let live = false;
  while (!answers.over) {
    if (records.length - next > LIVE_BUFFER) live = false;
    const record = records[next];
    if (record === undefined) {
      if (!live && server.sendsCaughtUp) await answers.give(caughtUp());
      live = true;
      if (records[next] === undefined) await appended(server.log, call, answers);
      continue;
    }
    next += 1;
    const wanted = filter === null || filter.matches(record);
    if (wanted) await answers.give(recordMessage(record));
    scanned += 1;
    if (filter === null || scanned % filter.every !== 0) continue;
    if (!live && records[next] === undefined) continue;
    await answers.give(checkpoint(record.position, wanted || live ? record.position : 0n));
  }
}

/**
 * The index of the first record to give; or that the place has no record, or that none will be
 * given.
 */
function startOf(
  { log }: ServerState,
  asked: ReadReq.Options.AllOptions | undefined,
  filtered: boolean,
): number | 'invalid' | 'beyond' {
  if (asked?.hasEnd() === true) return log.records.length;
  const position = asked?.getPosition();
  if (position === undefined) return 0;
  const commit = BigInt(position.getCommitPosition());
  if (commit >= log.end) return 'beyond';
  const index = log.indexAt(commit);
  if (log.records[index]?.position !== commit) return 'invalid';
  // From a checkpoint without a prepare position only a subscription with a filter continues, and
  // it continues exactly there.
  const withoutPrepare = BigInt(position.getPreparePosition()) < commit;
  return withoutPrepare && !filtered ? index : index + 1;
}
