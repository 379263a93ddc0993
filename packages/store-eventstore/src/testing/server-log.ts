/** A record as the server keeps it: bytes, a place in its stream, and one in the log. */
export interface ServerRecord {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly revision: number;
  /** Commit and prepare position are one number for what is written today. */
  readonly position: bigint;
  readonly createdMs: number;
}

/** An event on its way in. */
export type ProposedRecord = Pick<
  ServerRecord,
  'id' | 'type' | 'contentType' | 'data' | 'metadata'
>;

export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** What the server decides about an append. */
export type AppendDecision =
  | { readonly kind: 'done'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly current: number | null }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'too-large'; readonly limit: number };

/** Most bytes of one append: data, metadata and twice the type names. */
export const APPEND_SIZE_MAX = 1_048_576;

const NONE = new Uint8Array();

/**
 * The log of the test server, in memory. It decides about an append as the real server does: by
 * expected revision, and for what stands already by event ids. Like a real one it is never empty:
 * system records come first.
 */
export class ServerLog {
  readonly records: ServerRecord[] = [];
  readonly #streams = new Map<string, ServerRecord[]>();
  readonly #tombstones = new Set<string>();
  readonly #watchers = new Set<() => void>();
  #end = 0n;

  constructor() {
    for (const stream of ['$$$settings', '$users', '$user-admin']) this.#system(stream);
  }

  stream(name: string): readonly ServerRecord[] {
    return this.#streams.get(name) ?? [];
  }

  isTombstoned(name: string): boolean {
    return this.#tombstones.has(name);
  }

  /** Deletes a stream for good. */
  tombstone(name: string): void {
    this.#tombstones.add(name);
  }

  /** Index of the first record at or after a position. */
  indexAt(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.records[middle] as ServerRecord).position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Is called after every append; gives the function that ends it. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => void this.#watchers.delete(changed);
  }

  append(
    stream: string,
    expected: ExpectedRevision,
    proposed: readonly ProposedRecord[],
  ): AppendDecision {
    if (this.#tombstones.has(stream)) return { kind: 'deleted' };
    const size = proposed.reduce(
      (sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length,
      0,
    );
    if (size > APPEND_SIZE_MAX) return { kind: 'too-large', limit: APPEND_SIZE_MAX };
    const standing = this.stream(stream);
    const head = standing.length - 1;
    const verdict = judge(standing, expected, proposed);
    if (verdict === 'wrong') return { kind: 'wrong', current: head < 0 ? null : head };
    if (verdict !== 'append') {
      return { kind: 'done', revision: verdict.revision, position: verdict.position };
    }
    const createdMs = Date.now();
    for (const one of proposed) this.#push(stream, one, createdMs);
    for (const changed of this.#watchers) changed();
    const last = this.records.at(-1);
    return { kind: 'done', revision: head + proposed.length, position: last?.position ?? 0n };
  }

  #system(stream: string): void {
    const data = new TextEncoder().encode('{"system":true}');
    const id = '00000000-0000-4000-8000-000000000001';
    const contentType = 'application/json';
    this.#push(stream, { id, type: '$system', contentType, data, metadata: NONE }, 0);
  }

  #push(stream: string, proposed: ProposedRecord, createdMs: number): void {
    const standing = this.#streams.get(stream) ?? [];
    const revision = standing.length;
    const record = { ...proposed, stream, revision, position: this.#end, createdMs };
    this.#end += BigInt(120 + stream.length + proposed.data.length + proposed.metadata.length);
    standing.push(record);
    this.#streams.set(stream, standing);
    this.records.push(record);
  }
}

type Verdict = 'append' | 'wrong' | ServerRecord;

function judge(
  standing: readonly ServerRecord[],
  expected: ExpectedRevision,
  proposed: readonly ProposedRecord[],
): Verdict {
  const head = standing.length - 1;
  if (expected === 'any' || expected === 'stream_exists') {
    if (expected === 'stream_exists' && head < 0) return 'wrong';
    const first = standing.findIndex((record) => record.id === proposed[0]?.id);
    return first < 0 ? 'append' : sameFrom(standing, first, proposed);
  }
  const revision = expected === 'no_stream' ? -1 : expected;
  // At the head itself ids are not looked at: the same ids are stored twice.
  if (revision === head) return 'append';
  return revision > head ? 'wrong' : sameFrom(standing, revision + 1, proposed);
}

/** The last of the records that stand there, if their ids are those of the batch. */
function sameFrom(
  standing: readonly ServerRecord[],
  from: number,
  proposed: readonly ProposedRecord[],
): Verdict {
  const same = proposed.every((one, index) => standing[from + index]?.id === one.id);
  return (same ? standing[from + proposed.length - 1] : undefined) ?? 'wrong';
}
