import type { ExpectedRevision, ProposedRecord, ServerRecord } from './server-record.ts';

/**
 * What the server decides about an append. `done` also where all of it was stored before;
 * `unanswered`: the real server never answers.
 */
export type AppendDecision =
  | { readonly kind: 'done'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly current: number | null }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'too-large'; readonly limit: number };

/** A stream at the moment when an append comes. */
export interface StreamState {
  readonly records: readonly ServerRecord[];
  readonly softlyDeleted: boolean;
  /** The index of a record by its id, for the ids that the server still remembers. */
  readonly recent: ReadonlyMap<string, number>;
}

/** `append`: write it; everything else: write nothing, and answer so. */
export type Verdict = 'append' | 'wrong' | 'deleted' | 'unanswered' | ServerRecord;

/**
 * Decides by the expected revision and, for records that are stored already, by ids: at the head
 * ids are not compared, before it they are, and with `any` only those that are remembered are.
 */
export function judge(
  stream: StreamState,
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

function judgeAny({ records, recent }: StreamState, proposed: readonly ProposedRecord[]): Verdict {
  const places = proposed.map(({ id }) => recent.get(id));
  const [first] = places;
  if (first === undefined) return 'append';
  if (places.includes(undefined)) return 'wrong';
  const inOrder = places.every((place, index) => place === first + index);
  return (inOrder ? records[first + places.length - 1] : undefined) ?? 'unanswered';
}

/** Most bytes of one append. */
export const APPEND_BYTES_MAX = 1_048_576;

/** The size of an append as servers of that version count it: 24.6 counts the data alone. */
export function appendBytes(
  proposed: readonly ProposedRecord[],
  serverLine: '24.6' | '24.10',
): number {
  return proposed.reduce((sum, { data, metadata, type }) => {
    const beside = serverLine === '24.6' ? 0 : metadata.length + 2 * type.length;
    return sum + data.length + beside;
  }, 0);
}
