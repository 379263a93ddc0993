import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Answers, ReadCall } from './read-call.ts';
import type { ServerRecord } from './server-log.ts';
import type { ServerState } from './server-state.ts';
import { status } from '@grpc/grpc-js';
import { caughtUp, checkpoint, confirmation, recordMessage } from './messages.ts';

/** Records that the real server looks at before it thinks of a checkpoint, if nothing is said. */
const WINDOW = 32;

/**
 * A subscription to the log, with a filter or without: first what is there, then what comes. While
 * it catches up, a checkpoint at a record that did not match has no prepare position, as on the
 * real server; a live one has both.
 */
export async function subscribe(
  server: ServerState,
  call: ReadCall,
  options: ReadReq.Options,
  answers: Answers,
): Promise<void> {
  const asked = options.getAll();
  if (asked === undefined) {
    answers.refuse(status.UNIMPLEMENTED, 'the test server subscribes to $all only');
    return;
  }
  const { records } = server.log;
  const position = asked.getPosition();
  let next = asked.hasEnd() ? records.length : 0;
  if (position !== undefined) {
    const commit = BigInt(position.getCommitPosition());
    const index = server.log.indexAt(commit);
    if (records[index]?.position !== commit) {
      answers.refuse(status.UNKNOWN, 'Trying to read from an invalid position');
      return;
    }
    // A filtered subscription from a checkpoint without prepare position is exact all the same.
    next = index + 1;
  }
  const filter = filterOf(options.getFilter());
  await answers.give(confirmation());
  let scanned = 0;
  let live = false;
  while (!answers.over) {
    const record = records[next];
    if (record === undefined) {
      if (!live && server.sendsCaughtUp) await answers.give(caughtUp());
      live = true;
      if (records[next] === undefined) await appended(server, call, answers);
      continue;
    }
    next += 1;
    const wanted = filter === null || filter.matches(record);
    if (wanted) await answers.give(recordMessage(record));
    scanned += 1;
    if (filter === null || scanned % filter.every !== 0) continue;
    const prepare = wanted || live ? record.position : 0n;
    await answers.give(checkpoint(record.position, prepare));
  }
}

/** Waits for the next append, or for the end of the call. */
function appended(server: ServerState, call: ReadCall, answers: Answers): Promise<void> {
  return new Promise((resolve) => {
    const stop = server.log.watch(go);
    function go(): void {
      stop();
      call.off('cancelled', go).off('close', go).off('error', go);
      resolve();
    }
    call.on('cancelled', go).on('close', go).on('error', go);
    if (answers.over) go();
  });
}

interface RecordFilter {
  readonly every: number;
  readonly matches: (record: ServerRecord) => boolean;
}

function filterOf(asked: ReadReq.Options.FilterOptions | undefined): RecordFilter | null {
  if (asked === undefined) return null;
  const window = asked.hasMax() ? asked.getMax() : WINDOW;
  const every = window * asked.getCheckpointintervalmultiplier();
  const ofType = asked.getEventType();
  const expression = ofType ?? asked.getStreamIdentifier();
  const pattern = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = pattern === '' ? null : new RegExp(pattern, 'u');
  const matches = (record: ServerRecord): boolean => {
    const name = ofType === undefined ? record.stream : record.type;
    return regex === null ? prefixes.some((prefix) => name.startsWith(prefix)) : regex.test(name);
  };
  return { every, matches };
}
