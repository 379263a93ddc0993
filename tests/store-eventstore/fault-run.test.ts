import type { EventStore } from '@letopis/core';
import { isLetopisError, START } from '@letopis/core';
import type { AppendResult } from '@letopis/core/store';
import { checkLog, seededChance } from '@letopis/core/testing';
import type { Fault, FaultPlan, TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { openMemory } from '@letopis/store-memory';
import { afterEach, describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { freshNamespace, openAt } from './opening.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000_007);
/**
 * So many calls are to go wrong; `FAULT_APPENDS=2000 FAULT_FOLLOWS=500` runs it at full length.
 */
const APPENDS = Number(process.env['FAULT_APPENDS'] ?? 200);
const FOLLOWS = Number(process.env['FAULT_FOLLOWS'] ?? 30);

const APPEND_FAULTS: readonly Fault[] = [
  'silence',
  'lose-reply',
  'break',
  'break-after-commit',
  'time-out',
  'time-out-after-commit',
  'too-busy',
  'not-ready',
  'not-leader',
];

/** About every second append, and every second read or subscription, goes wrong. */
function randomPlan(chance: () => number, count: Record<string, number>): FaultPlan {
  return (call) => {
    if (chance() % 2 === 0 || call === 'features') return null;
    count[call] = (count[call] ?? 0) + 1;
    if (call === 'append') return APPEND_FAULTS[chance() % APPEND_FAULTS.length] ?? null;
    const after = chance() % 40;
    const breaks: readonly Fault[] =
      call === 'subscribe'
        ? [{ cutAfter: after }, { endAfter: after }, { silentAfter: after }, 'break', 'not-leader']
        : [{ cutAfter: after % 5 }, { silentAfter: after % 5 }, 'break', 'silence'];
    return breaks[chance() % breaks.length] ?? null;
  };
}

let server: TestServer | null = null;
afterEach(async () => {
  await server?.stop();
});

/** Appends until it is known to stand; an unknown outcome is settled by the very same call. */
async function settle(append: () => Promise<AppendResult>): Promise<AppendResult> {
  for (;;) {
    try {
      return await append();
    } catch (error) {
      if (!isLetopisError(error)) throw error;
      if (error.code !== 'outcome-unknown' && error.code !== 'unreachable') throw error;
    }
  }
}

describe.each([
  ['BatchAppend', true],
  ['Append', false],
])('under random faults, through %s', (_path, batchAppend) => {
  const fast = { answerMs: 60, timeoutMs: 1500, pollMs: 5 };

  it(`keeps every acknowledged event once, from seed ${SEED}`, { timeout: 600_000 }, async () => {
    server = await startTestServer({ batchAppend });
    const namespace = freshNamespace();
    const store = await openAt(server.url, { namespace, ...fast });
    const chance = seededChance(SEED);
    const faults: Record<string, number> = { append: 0 };
    server.inject(randomPlan(chance, faults));
    const acknowledged: AppendResult[] = [];
    const write = async (stream: string, first: number): Promise<void> => {
      let revision = -1;
      for (let n = first; (faults['append'] ?? 0) < APPENDS; n += 1) {
        const length = 1 + (chance() % 3);
        const items = Array.from({ length }, (_, i) => item(n * 10 + i));
        const answer = await settle(() => store.append(stream, items, revision));
        acknowledged.push(answer);
        revision += items.length;
      }
    };
    const writers = [...Array(12).keys()].map((i) => write(`academy.fault-${i}`, i * 10_000));
    await Promise.all(writers);
    server.inject(null);
    const lines = await logOf(store);
    checkLog(lines, 'stream');
    const told = acknowledged.flatMap(({ events }) => events.map((e) => [e.position, e.id]));
    const stand = lines.map(({ position, line }) => [position, JSON.parse(line).id as string]);
    expect(stand).toEqual(told.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
    expect(faults['append']).toBeGreaterThanOrEqual(APPENDS);
    expect(acknowledged.length).toBeGreaterThan(APPENDS / 3);
    await store.close();
  });

  it(`follows each event once, in order, from seed ${SEED}`, { timeout: 600_000 }, async () => {
    server = await startTestServer({ batchAppend });
    const store = await openAt(server.url, { namespace: freshNamespace(), ...fast });
    const reference = openMemory();
    for (let n = 0; n < 120; n += 1) {
      const stream = `academy.fault-${n % 7}`;
      const type = n % 3 === 0 ? 'Rare' : 'Common';
      for (const one of [store, reference]) {
        await one.append(stream, [item(n, type)], Math.floor(n / 7) - 1);
      }
    }
    const chance = seededChance(SEED);
    const faults: Record<string, number> = {};
    const broken = (): number => (faults['read'] ?? 0) + (faults['subscribe'] ?? 0);
    server.inject(randomPlan(chance, faults));
    const follow = async (from: EventStore, types: readonly string[] | null) => {
      const seen: string[] = [];
      for await (const page of from.follow(START, { types, pageSize: 1 + (chance() % 30) })) {
        seen.push(...page.lines.map(({ line }) => JSON.parse(line).id as string));
        if (page.caughtUp) break;
      }
      return seen;
    };
    const expected = [await follow(reference, null), await follow(reference, ['Rare'])];
    // One after another, so that each fault belongs to one follow.
    let faulted = 0;
    while (faulted < FOLLOWS) {
      const [pick, before] = [chance() % 2, broken()];
      expect(await follow(store, pick === 0 ? null : ['Rare'])).toEqual(expected[pick]);
      if (broken() > before) faulted += 1;
    }
    server.inject(null);
    await store.close();
    await expect.poll(() => server?.openReads, { timeout: 3000 }).toBe(0);
  });
});
