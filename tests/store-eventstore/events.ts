import type { EventStore } from '@letopis/core';
import { START } from '@letopis/core';
import type { AppendItem, StoredLine } from '@letopis/core/store';

/** A valid event whose id is made of a number. */
export function item(n: number, type = 'Noted', data: Record<string, string> = {}): AppendItem {
  const id = `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const event = {
    id,
    type,
    schema: 1,
    occurredOn: '2026-09-01',
    actor: 'u-1',
    onBehalfOf: null,
    ground: null,
    commandId: id,
    commandDigest: '0'.repeat(32),
    causationId: null,
    refs: {},
    data,
    sealed: null,
  };
  return { event };
}

export async function logOf(store: EventStore): Promise<readonly StoredLine[]> {
  const lines: StoredLine[] = [];
  for await (const page of store.readAll(START)) lines.push(...page.lines);
  return lines;
}
