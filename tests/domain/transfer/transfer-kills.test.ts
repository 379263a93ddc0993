import type { EventStore, ProcessCheckpoint } from '@letopis/core';
import {
  archiveTransfer,
  isLetopisError,
  listOwed,
  memoryCheckpoint,
  must,
  runProcess,
  viewCheckpoint,
} from '@letopis/core';
import { seededChance } from '@letopis/core/testing';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { dawdlingStore, hookedStore, Killed, killingStore } from '../worlds/faulty-store.ts';
import { schoolOver } from '../worlds/records-school.ts';
import {
  able,
  acceptance,
  act,
  begin,
  history,
  rejection,
  runTransfer,
  schoolWithRecords,
  signAct,
  standings,
} from '../worlds/transfer-school.ts';

type School = Awaited<ReturnType<typeof schoolWithRecords>>;

const endings = {
  accepted: async ({ transfers }: School) => void must(await transfers.accept(acceptance)),
  refused: async ({ transfers }: School) => void must(await transfers.refuse(rejection)),
};
type Ending = keyof typeof endings;

const run = (store: EventStore, checkpoint?: ProcessCheckpoint) => {
  const { handler } = schoolOver(store);
  const process = archiveTransfer(handler, 'academy');
  const start = checkpoint === undefined ? {} : { checkpoint };
  return runProcess({ store, codec: handler.codec, process, ...start });
};

/** The whole way of a transfer, with something that happens in place of each run. */
async function wholeWay(ending: Ending, runs: (school: School, n: 1 | 2) => Promise<unknown>) {
  const school = await schoolWithRecords();
  must(await school.transfers.begin(begin));
  await runs(school, 1);
  await signAct(school);
  await endings[ending](school);
  await runs(school, 2);
  return { standings: await standings(school), history: await history(school) };
}

/** Kills a run at its k-th append; was there a k-th? */
async function killed(store: EventStore, k: number, when: 'before' | 'after', kept?: unknown) {
  try {
    await run(killingStore(store, k, when), kept as ProcessCheckpoint | undefined);
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return true;
  }
}

/** No record that an act names is open, and no act is drawn up of records still outstanding. */
async function nothingIsOpenUnderTheAct(school: School): Promise<void> {
  const { phase, records } = await standings(school);
  const outstanding = Object.entries(records).filter(([, { said }]) => said === 'outstanding');
  if (phase === 'begun' && outstanding.length > 0) {
    const early = await school.transfers.drawUpAct({ ...act, commandId: step(99) });
    expectRefused(early, 'records-outstanding', outstanding[0]?.[0] ?? '');
  }
  for (const [record, { said, custody }] of Object.entries(records)) {
    if (!said.startsWith('noted') || phase === 'refused') continue;
    expect(custody, `${record} at ${phase}`).toMatchObject({ transfer: 't-1' });
  }
}

describe('D18: a run that is killed is finished by the next one', () => {
  for (const ending of ['accepted', 'refused'] as const) {
    for (const when of ['before', 'after'] as const) {
      for (const from of ['the start', 'its checkpoint', 'its checkpoint in a view store']) {
        test(`killed ${when} each append, then run from ${from}: ${ending}`, async () => {
          const undisturbed = await wholeWay(ending, ({ store }) => runTransfer(store));
          const kills = [0, 0];
          for (const which of [1, 2] as const) {
            for (let k = 1; k === 1 + (kills[which - 1] ?? 0); k += 1) {
              let checkpoint: ProcessCheckpoint | undefined;
              const disturbed = await wholeWay(ending, async (school, n) => {
                const { store } = school;
                if (from === 'its checkpoint') checkpoint ??= memoryCheckpoint();
                if (from === 'its checkpoint in a view store') {
                  checkpoint ??= viewCheckpoint(openMemoryViews(), store, 'academy.transfer');
                }
                if (n !== which) return run(store, checkpoint);
                if (await killed(store, k, when, checkpoint)) kills[which - 1] = k;
                await nothingIsOpenUnderTheAct(school);
                return run(store, checkpoint);
              });
              expect(disturbed, `run ${which}, append ${k}`).toEqual(undisturbed);
            }
          }
          // Run 1: three hand-overs with their notes, two refusals; run 2: three steps with word.
          expect(kills).toEqual([3 * 2 + 2, 3 * 2]);
        });
      }
    }
  }
});

/** A runner that stops before it appends an event of this type about the running enrollment. */
function stopping(store: EventStore, type: string) {
  const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const stopped = hookedStore(store, async (_, items) => {
    const [first] = items;
    const about = JSON.stringify(first?.event.data).includes('enrollment-l-2.mentor.1');
    if (first?.event.type !== type || !about) return;
    reached.resolve();
    await go.promise;
  });
  return { reached: reached.promise, go: () => go.resolve(), report: run(stopped) };
}

describe('D18: two runners at once have the effect of one', () => {
  test('whoever of them is first at each step', async () => {
    for (const ending of ['accepted', 'refused'] as const) {
      const undisturbed = await wholeWay(ending, ({ store }) => runTransfer(store));
      for (let seed = 1; seed <= 15; seed += 1) {
        const shared = seed % 2 === 0 ? undefined : memoryCheckpoint();
        const both = await wholeWay(ending, ({ store }) => {
          const chance = seededChance(seed);
          const one = run(dawdlingStore(store, chance), shared);
          const other = run(dawdlingStore(store, chance), shared);
          return Promise.all([one, other]);
        });
        expect(both.standings, `seed ${seed}`).toEqual(undisturbed.standings);
        expect(both.history, `seed ${seed}`).toEqual(undisturbed.history);
      }
    }
  });

  const discharge = { enrollment: 'l-2.mentor.1', reason: 'own-wish', on: '2026-11-21' };
  const running = 'enrollment-l-2.mentor.1';

  test('a refusal that comes after the other’s hand-over leaves the record noted', async () => {
    const school = await schoolWithRecords();
    must(await school.transfers.begin(begin));
    const slow = stopping(school.store, 'RecordNotDone');
    await slow.reached;
    must(await school.enrollments.discharge(discharge));
    await run(school.store);
    slow.go();
    expect(await slow.report).toMatchObject({ unrecorded: 0 });
    const { records } = await standings(school);
    expect(records[running]).toMatchObject({ said: 'noted', custody: { transfer: 't-1' } });
  });

  test('a hand-over that comes after the other’s refusal is returned, not forgotten', async () => {
    const school = await schoolWithRecords();
    must(await school.transfers.begin(begin));
    const refusing = stopping(school.store, 'RecordNotDone');
    await refusing.reached;
    must(await school.enrollments.discharge(discharge));
    const handing = stopping(school.store, 'HandedOver');
    await handing.reached;
    refusing.go();
    await refusing.report;
    handing.go();
    expect(await handing.report).toMatchObject({ unrecorded: 0 });
    const { records } = await standings(school);
    expect(records[running]).toEqual({
      said: 'not-done, return',
      custody: { transfer: null, accepted: false },
    });
    await signAct(school);
    await endings.accepted(school);
    await run(school.store);
    const after = await standings(school);
    expect(after.records[running]?.custody).toEqual({ transfer: null, accepted: false });
    for (const record of able) expect(after.records[record]?.said).toBe('noted, close');
  });
});

describe('D18: what was not done stays so', () => {
  test('a refused step is not tried again by itself, though it could be done now', async () => {
    const school = await schoolWithRecords();
    must(await school.transfers.begin(begin));
    await run(school.store);
    const discharge = { enrollment: 'l-2.mentor.1', reason: 'own-wish', on: '2026-11-21' };
    must(await school.enrollments.discharge(discharge));
    expect(await run(school.store)).toMatchObject({ done: 0, 'not-done': 0, unrecorded: 0 });
    const { records } = await standings(school);
    expect(records['enrollment-l-2.mentor.1']?.said).toBe('not-done');
  });

  test('what is still owed can be listed', async () => {
    const school = await schoolWithRecords();
    must(await school.transfers.begin(begin));
    const { handler, store } = school;
    const owing = { store, codec: handler.codec, process: archiveTransfer(handler, 'academy') };
    const targets = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const { target } of listOwed(owing)) found.push(target);
      return found;
    };
    expect(await targets()).toEqual(begin.records.map((record) => `hand-over ${record}`));
    await killed(store, 3, 'after');
    expect(await targets()).toEqual([
      'hand-over enrollment-l-2.mentor.1',
      'hand-over file-l-1.1',
      'note journal-m-1.safety.2026',
      'note enrollment-l-1.mentor.1',
    ]);
    await run(store);
    expect(await targets()).toEqual([]);
  });
});

test('a run that the store fails says so, and leaves its checkpoint where it was', async () => {
  const school = await schoolWithRecords();
  must(await school.transfers.begin(begin));
  const checkpoint = memoryCheckpoint();
  await school.store.close();
  const failing = run(school.store, checkpoint);
  await expect(failing).rejects.toSatisfy((error) => isLetopisError(error, 'store-closed'));
  expect(await checkpoint.load()).toBe('');
});
