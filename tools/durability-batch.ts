import type { AppendItem } from '@letopis/core/kernel';

/** One append of the durability check: its number in its round, its stream, and how many events. */
export interface Batch {
  readonly round: number;
  readonly number: number;
  readonly stream: string;
  readonly size: number;
}

/** How the child process is broken on purpose, to show that the checks can fail. */
export const BREAKS = ['none', 'sync-off', 'ack-before-commit'] as const;
export type Break = (typeof BREAKS)[number];

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');

/** The event ids of a batch say which one of which batch of which round they are. */
export function batchEventId({ round, number }: Batch, index: number): string {
  return `01990000-0000-7000-8${hex(round, 3)}-${hex(number, 8)}${hex(index, 4)}`;
}

/**
 * The items of a batch. Each event states the batch's size, so that an incomplete batch is
 * recognised.
 */
export function batchItems(batch: Batch): readonly AppendItem[] {
  return Array.from({ length: batch.size }, (_, index) => {
    const id = batchEventId(batch, index);
    return {
      event: {
        id,
        type: 'Noted',
        schema: 1,
        occurredOn: '2026-09-01',
        actor: 'u-1',
        onBehalfOf: null,
        ground: null,
        commandId: id,
        commandDigest: '0'.repeat(32),
        causationId: null,
        refs: null,
        data: { batch: batch.number, index, size: batch.size, text: 'Работа выполнена в срок' },
        sealed: null,
      },
    };
  });
}
