import type { AppendDecision } from './append-rules.ts';
import type { ExpectedRevision, ProposedRecord } from './server-record.ts';
import type { ServerState } from './server-state.ts';
import { plainId } from './uuid.ts';

/** An append as either of the two calls has collected it. */
export interface Gathered {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly records: ProposedRecord[];
  /** When the client stops waiting, in milliseconds of its clock; null where it did not say. */
  readonly deadlineMs: number | null;
}

/** The parts of the requests' options that say which revision is expected. */
export interface ExpectedOptions {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** The expected revision that a request's options state. */
export function expectedOf(options: ExpectedOptions, revision: string | null): ExpectedRevision {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return revision === null ? 'any' : Number(revision);
}

/** The events with their ids as the server stores them; null where one of them is not valid. */
export function checked(records: readonly ProposedRecord[]): readonly ProposedRecord[] | null {
  const plain: ProposedRecord[] = [];
  for (const record of records) {
    const id = plainId(record.id);
    if (id === null || record.type === '') return null;
    plain.push({ ...record, id });
  }
  return plain;
}

/**
 * Commits, and calls back with the decision after the time that a commit takes; with `null` if it
 * timed out, because the same ids were under way already.
 */
export function commit(
  server: ServerState,
  { stream, expected }: Gathered,
  records: readonly ProposedRecord[],
  told: (decision: AppendDecision | null) => void,
): void {
  const { log, committing, commitMs, writeTimeoutMs } = server;
  if (commitMs === 0) return told(log.append(stream, expected, records));
  const first = records[0];
  const key = first === undefined ? null : `${stream}\n${first.id}`;
  if (key !== null && committing.has(key)) {
    setTimeout(() => told(null), writeTimeoutMs).unref();
    return;
  }
  if (key !== null) committing.add(key);
  const done = (): void => {
    if (key !== null) committing.delete(key);
    told(log.append(stream, expected, records));
  };
  setTimeout(done, commitMs).unref();
}
