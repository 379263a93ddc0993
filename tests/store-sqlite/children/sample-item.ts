import type { AppendItem } from '@letopis/core/store';

/** A UUID of version 7 made of the number and of its maker. */
export function sampleId(n: number, maker = 0): string {
  const tail = n.toString(16).padStart(12, '0');
  return `01990000-0000-7000-8${maker.toString(16).padStart(3, '0')}-${tail}`;
}

/** A valid item with the n-th id of its maker. */
export function sampleItem(n: number, maker = 0): AppendItem {
  const id = sampleId(n, maker);
  return {
    event: {
      id,
      type: `Noted${n % 3}`,
      schema: 1,
      occurredOn: '2026-09-01',
      actor: 'u-1',
      onBehalfOf: null,
      ground: null,
      commandId: id,
      commandDigest: '0'.repeat(32),
      causationId: null,
      refs: null,
      data: { n, text: 'Работа выполнена в срок' },
      sealed: null,
    },
  };
}
