import type { Position, RecordedEvent } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { AnyProjection, ProjectionOf } from '../projection/any-projection.ts';
import type { Answer, LastEvent } from './answer.ts';

/**
 * One partition of a view, and the events that it contains. The last event lets every answer name
 * its basis, and makes folding repeatable (an event at or before it is already in the view).
 * `since` lets a fold as of an earlier position start where the partition starts.
 */
export interface Partition extends LastEvent {
  /** A position before the partition's first event. */
  readonly since: Position;
  readonly view: object;
}

/** A partition while it is folded: only its owner writes it, in place. */
export type OpenPartition = { -readonly [Field in keyof Partition]: Partition[Field] };

const KEY = /^[\x21-\x7e]+$/;

/**
 * Makes a partition that no event has touched. Throws `misuse` for a key that is not plain ASCII,
 * because stores would not agree on its order.
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

/** Records the last event of a partition. */
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

/** The last event of a partition, without the view. */
export function lastEvent({ position, stream, revision, recordedAt }: Partition): LastEvent {
  return { position, stream, revision, recordedAt };
}

/**
 * Reads a partition on a day. `checkpoint` is one from before the partition was read, so the
 * partition contains all of its events up to there.
 */
export function answerOf<Value>(
  projection: ProjectionOf<Value>,
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
