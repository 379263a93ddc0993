import type { ExpectedRevision, ProposedRecord, ServerRecord } from './server-record.ts';

/**
 * What the server decides about an append. `done` also where all of it stood already; `unanswered`:
 * the real server never says a word.
 */
export type AppendDecision =
  | { readonly kind: 'done'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly current: number | null }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'too-large'; readonly limit: number };

/** A stream as it stands when an append comes. */
export interface StandingStream {
  readonly records: readonly ServerRecord[];
  readonly softlyDeleted: boolean;
  /** The index of a record by its id, for ids that the server still remembers. */
  readonly recent: ReadonlyMap<string, number>;
}

/** To be written; or nothing is, and the server says so. */
export type Verdict = 'append' | 'wrong' | 'deleted' | 'unanswered' | ServerRecord;

/**
 * Decides by the expected revision and, for what stands already, by ids: at the head itself ids are
 * not looked at, before it they are compared, and with `any` only those that are remembered are.
 */
export function judge(
  stream: StandingStream,
  expected: ExpectedRevision,
  proposed: readonly ProposedRecord[],
): Verdict {
  const { records, softlyDeleted } = stream;
  const head = records.length - 1;
  if (expected === 'any') return proposed.length === 0 ? 'append' : judgeAny(stream, proposed);
  if (expected === 'stream_exists') {
    if (softlyDeleted) return 'deleted';
    return head < 0 ? 'wrong' : judgeAny(stream, proposed);
  }
  const reopens = expected === 'no_stream' && softlyDeleted;
  if (reopens) return proposed.length === 0 ? 'wrong' : 'append';
  const revision = expected === 'no_stream' ? -1 : expected;
  if (revision === head) return 'append';
  if (revision > head) return 'wrong';
  const same = proposed.every(({ id }, index) => records[revision + 1 + index]?.id === id);
  return (same ? records[revision + proposed.length] : undefined) ?? 'wrong';
}

function judgeAny(
  { records, recent }: StandingStream,
  proposed: readonly ProposedRecord[],
): Verdict {
  const places = proposed.map(({ id }) => recent.get(id));
  const [first] = places;
  if (first === undefined) return 'append';
  if (places.includes(undefined)) return 'wrong';
  const inOrder = places.every((place, index) => place === first + index);
  return (inOrder ? records[first + places.length - 1] : undefined) ?? 'unanswered';
}

/** Most bytes of one append. */
export const APPEND_BYTES_MAX = 1_048_576;

/** Bytes as servers of that line count them: 24.6 looks at the data alone. */
export function appendBytes(
  proposed: readonly ProposedRecord[],
  serverLine: '24.6' | '24.10',
): number {
  return proposed.reduce((sum, { data, metadata, type }) => {
    const beside = serverLine === '24.6' ? 0 : metadata.length + 2 * type.length;
    return sum + data.length + beside;
  }, 0);
}
