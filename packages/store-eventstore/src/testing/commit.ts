import type { AppendDecision } from './append-rules.ts';
import type { ExpectedRevision, ProposedRecord } from './server-record.ts';
import type { ServerState } from './server-state.ts';
import { plainId } from './uuid.ts';

/** An append as either path has gathered it. */
export interface Gathered {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly records: ProposedRecord[];
  /** The client's clock at which it no longer waits, in milliseconds; null: it never said. */
  readonly deadlineMs: number | null;
}

/** The parts of the requests' options that say which revision is expected. */
export interface ExpectedOptions {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export function expectedOf(options: ExpectedOptions, revision: string | null): ExpectedRevision {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return revision === null ? 'any' : Number(revision);
}

/** Events with their ids as the server keeps them; null where one is no event to it. */
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
 * Commits, and tells the decision after the time that it takes; `null` if it timed out, because the
 * same ids were under way already.
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
