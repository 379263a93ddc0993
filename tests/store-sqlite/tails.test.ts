import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@letopis/core';
import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openSqlite } from '@letopis/store-sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/* A tail that was seen empty is not looked for again, until the log has grown. */

let folder = '';
let one: EventStore;
let other: EventStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-tails-'));
  one = await openSqlite(join(folder, 'a.letopis'));
  other = await openSqlite(join(folder, 'a.letopis'));
});
afterEach(async () => {
  await one.close();
  await other.close();
  rmSync(folder, { recursive: true, force: true });
});

const officials = (store: EventStore) =>
  letopis({ store, organisation: 'academy' }).as('u-1', {
    grounds: { officials: { appoint: order('1', '2025-09-01') } },
  });

async function tailOf(store: EventStore, person: string, from: number): Promise<number> {
  let lines = 0;
  const stream = `academy.official-${person}`;
  for await (const page of store.readStream(stream, { from })) lines += page.length;
  return lines;
}

describe('the tail of a stream', () => {
  test('shows what another instance appended, also after it was seen empty', async () => {
    const school = officials(one);
    const from = '2025-09-01';
    must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from }));
    must(await school.officials.appoint({ person: 'p-1', office: 'teacher', from }));
    for (let round = 0; round < 3; round += 1) expect(await tailOf(one, 'p-1', 1)).toBe(0);
    must(await officials(other).officials.appoint({ person: 'p-1', office: 'head', from }));
    expect(await tailOf(one, 'p-1', 1)).toBe(1);
    expect(await tailOf(one, 'p-1', 2)).toBe(0);
  });

  test('stays known while this instance appends elsewhere, and grows with its own', async () => {
    const school = officials(one);
    const from = '2025-09-01';
    must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from }));
    must(await school.officials.appoint({ person: 'p-1', office: 'teacher', from }));
    expect(await tailOf(one, 'p-1', 1)).toBe(0);
    must(await school.officials.appoint({ person: 'p-2', office: 'teacher', from }));
    expect(await tailOf(one, 'p-1', 1)).toBe(0);
    must(await school.officials.appoint({ person: 'p-1', office: 'head', from }));
    expect(await tailOf(one, 'p-1', 1)).toBe(1);
  });

  test('is forgotten where another appended before this one did', async () => {
    const school = officials(one);
    const from = '2025-09-01';
    must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from }));
    must(await school.officials.appoint({ person: 'p-1', office: 'teacher', from }));
    expect(await tailOf(one, 'p-1', 1)).toBe(0);
    must(await officials(other).officials.appoint({ person: 'p-1', office: 'head', from }));
    const parent = await one.readStream('academy.official-p-1')[Symbol.asyncIterator]().next();
    const line: string = parent.value?.[0]?.line ?? '';
    const {
      v: _v,
      stream: _s,
      revision: _r,
      prev: _p,
      salt: _t,
      recordedAt: _a,
      ...event
    } = JSON.parse(line) as Record<string, unknown>;
    await one.append('academy.official-p-2', [{ event: event as never }], -1);
    expect(await tailOf(one, 'p-1', 1)).toBe(1);
  });

  test('is known anew after both have appended in turn', async () => {
    const [mine, theirs] = [officials(one), officials(other)];
    const from = '2025-09-01';
    must(await mine.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from }));
    const offices = ['teacher', 'head', 'archivist', 'records-keeper', 'deputy-head'];
    for (const [index, office] of offices.entries()) {
      const by = index % 2 === 0 ? mine : theirs;
      must(await by.officials.appoint({ person: 'p-1', office, from }));
      for (const store of [one, other]) expect(await tailOf(store, 'p-1', index)).toBe(1);
      for (const store of [one, other]) expect(await tailOf(store, 'p-1', index + 1)).toBe(0);
    }
  });
});
