import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@letopis/core';
import type { AppendItem, NewEvent, StoredLine } from '@letopis/core/store';
import { onTestFinished } from 'vitest';
import { sampleItem } from './children/sample-item.ts';

export { sampleItem };

/** A path in a directory of its own, which is removed when the test ends. */
export async function freshPath(name = 'log.letopis'): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'letopis-sqlite-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return join(directory, name);
}

/** An item with one personal value beside its line. */
export function personalItem(n: number, value: string): AppendItem {
  const { event } = sampleItem(n);
  const sealed: NewEvent['sealed'] = { name: { key: null, hash: `${'q'.repeat(43)}=` } };
  const beside = { name: { nonce: 'AAAAAAAAAAAAAAAAAAAAAA==', value: JSON.stringify(value) } };
  return { event: { ...event, sealed }, beside };
}

export async function wholeLog(store: EventStore): Promise<readonly StoredLine[]> {
  const lines: StoredLine[] = [];
  for await (const page of store.readAll('')) lines.push(...page.lines);
  return lines;
}

/** The codes of the errors in a settled list; `ok` for what was fulfilled. */
export function codes(settled: readonly PromiseSettledResult<unknown>[]): readonly string[] {
  return settled.map((one) =>
    one.status === 'fulfilled' ? 'ok' : String((one.reason as { code?: unknown }).code),
  );
}
