import type { AppendDecision } from './append-rules.ts';
import { APPEND_BYTES_MAX, appendBytes, judge } from './append-rules.ts';
import type { ExpectedRevision, ProposedRecord, ServerRecord } from './server-record.ts';
import { systemRecord, TOMBSTONE_REVISION } from './server-record.ts';
import type { StreamMetadata } from './stream-metadata.ts';
import {
  DELETED_JSON,
  isSoftlyDeleted,
  metadataStreamOf,
  parsedMetadata,
  shown,
} from './stream-metadata.ts';

/** What the server decides about a deletion. */
export type DeleteDecision = Exclude<AppendDecision, { readonly kind: 'too-large' | 'unanswered' }>;

interface Stream {
  readonly records: ServerRecord[];
  readonly recent: Map<string, number>;
  metadata: StreamMetadata;
  tombstoned: boolean;
}

/** Bytes that a record takes besides its name, data and metadata. */
const RECORD_BYTES = 120n;

/**
 * The log of the test server, in memory. It decides about an append as the real server does: by
 * expected revision and, for records that are stored already, by event ids. Like a real one it is
 * never empty: it begins with system records.
 */
export class ServerLog {
  readonly records: ServerRecord[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #watchers = new Set<() => void>();
  readonly #clock: () => number;
  readonly #serverLine: '24.6' | '24.10';
  #end = 0n;
  #serial = 0;

  /** @param clock gives the server's time in milliseconds. */
  constructor(clock: () => number = Date.now, serverLine: '24.6' | '24.10' = '24.10') {
    this.#clock = clock;
    this.#serverLine = serverLine;
    for (const stream of ['$$$settings', '$users', '$user-admin']) {
      this.#push(stream, [systemRecord('$system', '{"system":true}', (this.#serial += 1))]);
    }
  }

  /** Everything that was ever written to a stream, hidden or not. */
  stream(name: string): readonly ServerRecord[] {
    return this.#streams.get(name)?.records ?? [];
  }

  /**
   * The records of a stream that the server shows; null where it answers that there is no such
   * stream.
   */
  shown(name: string): readonly ServerRecord[] | null {
    const { records = [], metadata = {} } = this.#streams.get(name) ?? {};
    if (records.length === 0 || isSoftlyDeleted(metadata)) return null;
    // Of a metadata stream only the last record counts.
    const kept = name.startsWith('$$') ? { maxCount: 1, ...metadata } : metadata;
    return shown(records, kept, this.#clock());
  }

  metadataOf(name: string): StreamMetadata {
    return this.#streams.get(name)?.metadata ?? {};
  }

  /** Was the stream, or the stream that it describes, deleted for good? */
  isTombstoned(name: string): boolean {
    if (this.#streams.get(name)?.tombstoned === true) return true;
    return name.startsWith('$$') && this.#streams.get(name.slice(2))?.tombstoned === true;
  }

  /** The position of the next record. */
  get end(): bigint {
    return this.#end;
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

  /** Calls `changed` after every append, until the function that it gives is called. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => void this.#watchers.delete(changed);
  }

  append(
    name: string,
    expected: ExpectedRevision,
    proposed: readonly ProposedRecord[],
  ): AppendDecision {
    if (this.isTombstoned(name)) return { kind: 'deleted' };
    if (appendBytes(proposed, this.#serverLine) > APPEND_BYTES_MAX) {
      return { kind: 'too-large', limit: APPEND_BYTES_MAX };
    }
    const stream = this.#stateOf(name);
    const head = stream.records.length - 1;
    const softlyDeleted = isSoftlyDeleted(stream.metadata);
    const verdict = judge({ ...stream, softlyDeleted }, expected, proposed);
    if (verdict === 'wrong') return { kind: 'wrong', current: head < 0 ? null : head };
    if (verdict === 'deleted' || verdict === 'unanswered') return { kind: verdict };
    if (verdict !== 'append') {
      return { kind: 'done', revision: Number(verdict.revision), position: verdict.position };
    }
    if (proposed.length === 0) return this.#nothing(head);
    if (softlyDeleted) this.#system(metadataStreamOf(name), '$metadata', `{"$tb":${head + 1}}`);
    const position = this.#push(name, proposed);
    return { kind: 'done', revision: head + proposed.length, position };
  }

  /** Hides all records of a stream; the next append continues after them. */
  softDelete(name: string, expected: ExpectedRevision): DeleteDecision {
    const refused = this.#refusedDeletion(name, expected);
    if (refused !== null) return refused;
    const position = this.#system(metadataStreamOf(name), '$metadata', DELETED_JSON);
    return { kind: 'done', revision: this.stream(name).length - 1, position };
  }

  /** Deletes a stream for good: nothing can be written under that name any more. */
  tombstone(name: string, expected: ExpectedRevision = 'any'): DeleteDecision {
    const refused = this.#refusedDeletion(name, expected);
    if (refused !== null) return refused;
    const stream = this.#stateOf(name);
    this.#streams.set(name, stream);
    stream.tombstoned = true;
    const position = this.#end;
    const marker = systemRecord('$streamDeleted', '', (this.#serial += 1));
    this.#write({
      ...marker,
      stream: name,
      revision: TOMBSTONE_REVISION,
      position,
      createdMs: this.#clock(),
    });
    this.#tell();
    return { kind: 'done', revision: stream.records.length - 1, position };
  }

  /**
   * Forgets which ids were appended, as a restart does: ids that are sent again with `any` are
   * stored again.
   */
  forgetRecentIds(): void {
    for (const { recent } of this.#streams.values()) recent.clear();
  }

  #refusedDeletion(name: string, expected: ExpectedRevision): DeleteDecision | null {
    if (this.isTombstoned(name)) return { kind: 'deleted' };
    const { records, metadata } = this.#stateOf(name);
    const head = records.length - 1;
    const meant = expected === 'no_stream' ? -1 : expected;
    if (expected === 'stream_exists' && isSoftlyDeleted(metadata)) return { kind: 'deleted' };
    const wrong = expected === 'stream_exists' ? head < 0 : expected !== 'any' && meant !== head;
    return wrong ? { kind: 'wrong', current: head < 0 ? null : head } : null;
  }

  /** Decides an append of no events: it succeeds, and moves the log's end. */
  #nothing(head: number): AppendDecision {
    const position = this.#end;
    this.#end += RECORD_BYTES;
    return { kind: 'done', revision: Math.max(0, head), position };
  }

  #system(stream: string, type: string, json: string): bigint {
    return this.#push(stream, [systemRecord(type, json, (this.#serial += 1))]);
  }

  /** Writes records, and gives the position of the last one. */
  #push(name: string, proposed: readonly ProposedRecord[]): bigint {
    const stream = this.#stateOf(name);
    this.#streams.set(name, stream);
    const createdMs = this.#clock();
    for (const one of proposed) {
      const place = stream.records.length;
      const record = {
        ...one,
        stream: name,
        revision: BigInt(place),
        position: this.#end,
        createdMs,
      };
      stream.records.push(record);
      stream.recent.set(one.id, place);
      this.#write(record);
    }
    if (name.startsWith('$$')) {
      const described = this.#stateOf(name.slice(2));
      this.#streams.set(name.slice(2), described);
      described.metadata = parsedMetadata(stream.records.at(-1));
    }
    this.#tell();
    return this.records.at(-1)?.position ?? 0n;
  }

  #stateOf(name: string): Stream {
    const known = this.#streams.get(name);
    return known ?? { records: [], recent: new Map(), metadata: {}, tombstoned: false };
  }

  #write(record: ServerRecord): void {
    const { stream, data, metadata } = record;
    this.#end += RECORD_BYTES + BigInt(stream.length + data.length + metadata.length);
    this.records.push(record);
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}
