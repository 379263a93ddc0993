import type { Position, RecordedEvent } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { AnyProjection, Answering } from '../projection/any-projection.ts';
import type { Answer, LastEvent } from './answer.ts';

/**
 * One partition of a view, and which events it rests on. The last one makes every answer nameable
 * and every fold repeatable (an event at or before it is in the view already); `since` lets a fold
 * as of an earlier position begin where the partition does.
 */
export interface Partition extends LastEvent {
  /** A position before the partition's first event. */
  readonly since: Position;
  readonly view: object;
}

/** A partition while it is folded: written in place by the one who owns it. */
export type OpenPartition = { -readonly [Field in keyof Partition]: Partition[Field] };

const KEY = /^[\x21-\x7e]+$/;

/**
 * A partition that no event has touched yet.
 * Throws `misuse` for a key that is not plain ASCII: stores would not agree on its order.
 */
export function emptyPartition(
  projection: AnyProjection,
  key: string,
  since: Position,
): OpenPartition {
  if (!KEY.test(key)) {
    const say = `${projection.name} gave the key ${JSON.stringify(key)}: make it of plain ASCII`;
    throw new LetopisError('misuse', say, { projection: projection.name, key });
  }
  const view = projection.initial(key);
  return { since, position: '', stream: '', revision: -1, recordedAt: '', view };
}

/** Notes the newest event in a partition. */
export function noteLast(partition: OpenPartition, event: RecordedEvent): void {
  partition.position = event.position;
  partition.stream = event.stream;
  partition.revision = event.revision;
  partition.recordedAt = event.recordedAt;
}

/** The text of a partition in a view store. */
export function partitionText(partition: Partition): string {
  const { since, position, stream, revision, recordedAt, view } = partition;
  return JSON.stringify({ since, position, stream, revision, recordedAt, view });
}

/** Reads a partition back from the text that {@link partitionText} made. */
export function parsePartition(text: string): OpenPartition {
  return JSON.parse(text) as OpenPartition;
}

/** The last event of a partition, by itself. */
export function lastEvent({ position, stream, revision, recordedAt }: Partition): LastEvent {
  return { position, stream, revision, recordedAt };
}

/**
 * What a partition says on a day. `checkpoint` is one that stood before the partition was read: the
 * partition holds all of its events up to there, and none after its own last.
 */
export function answerOf<Value>(
  projection: Answering<Value>,
  key: string,
  partition: Partition | undefined,
  checkpoint: Position,
  on: string | null,
): Answer<Value> {
  if (partition === undefined) {
    const value = projection.read(projection.initial(key) as never, on);
    return { value, position: checkpoint, last: null };
  }
  const last = lastEvent(partition);
  const position = last.position > checkpoint ? last.position : checkpoint;
  return { value: projection.read(partition.view as never, on), position, last };
}
