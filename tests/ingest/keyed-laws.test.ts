import { must } from '@letopis/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrected, keyedOver, marks, marksOf, openKeyed, week } from './keyed-school.ts';
import { failing } from './school.ts';

const LEARNERS = ['l-1', 'l-2'];
const TASKS = ['t1', 't2', 't3'];

/** The day of a task; a task is marked once. */
const dayOf = (task: string): string => `2026-10-0${task.slice(1)}`;

/** Weekly exports of a platform: which marks it has each week, in which order. */
const weeks = fc.array(
  fc
    .array(
      fc.record({
        learner: fc.constantFrom(...LEARNERS),
        task: fc.constantFrom(...TASKS),
        mark: fc.constantFrom('2', '3', '4', '5'),
      }),
      { maxLength: 6 },
    )
    // A platform has one mark of a learner for a task.
    .map((rows) => [...new Map(rows.map((row) => [`${row.learner} ${row.task}`, row])).values()]),
  { minLength: 1, maxLength: 8 },
);

describe('D22: cumulative exports give the history that a person would have entered', () => {
  test('late mends, rows that vanish and another order', async () => {
    await fc.assert(
      fc.asyncProperty(weeks, async (exports) => {
        const { run, ingest, marksOf: now, events } = await openKeyed();
        const last = new Map<string, string>();
        let mends = 0;
        for (const rows of exports) {
          for (const { learner, task, mark } of rows) {
            const key = `${learner} ${dayOf(task)}`;
            if (last.has(key) && last.get(key) !== mark) mends += 1;
            last.set(key, mark);
          }
          const lines = rows.map(
            ({ learner, task, mark }) => `${learner} ${task} ${dayOf(task)} ${mark}`,
          );
          const job = { source: 'platform', mappings: [corrected] };
          const dry = must(await ingest.dryRun(job, [week(...lines)]));
          const { totals } = await run(corrected, week(...lines));
          expect(dry.totals).toEqual(totals);
          expect(totals.accepted + totals.same).toBe(rows.length);
        }
        const expected = [...last].map(([key, mark]) => `${key} ${mark}`).toSorted();
        expect(await now()).toEqual(expected);
        const all = await Promise.all(
          LEARNERS.map((learner) => events(`enrollment-${learner}.mentor.1`)),
        );
        const corrections = all.flat().filter(({ type }) => type === 'AssessmentCorrected');
        expect(corrections).toHaveLength(mends);
      }),
      { numRuns: 25 },
    );
  });
});

const rows = ['l-1 t1 2026-10-01 4', 'l-2 t1 2026-10-01 3', 'l-1 t2 2026-10-02 5'];
const job = { source: 'platform', mappings: [marks] };
const recorded = ['l-1 2026-10-01 4', 'l-1 2026-10-02 5', 'l-2 2026-10-01 3'];

describe('D22: a run that was cut loses no row and doubles none', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('cut after %i appends, next comes a longer file', async (n) => {
    const school = await openKeyed();
    const cut = keyedOver(failing(school.store, n));
    const file = week(...rows);
    await cut.ingest.run(job, [file]).catch(() => undefined);
    const next = week(...rows, 'l-2 t2 2026-10-02 4');
    const { totals } = must(await keyedOver(school.store).ingest.run(job, [next]));
    expect(totals.accepted + totals.alreadyThere + totals.same).toBe(4);
    expect(await marksOf(school)).toEqual([...recorded, 'l-2 2026-10-02 4']);
    const again = must(await keyedOver(school.store).ingest.run(job, [next]));
    expect(again.totals.same).toBe(4);
  });

  test('two processes that take overlapping files at once record each row once', async () => {
    const school = await openKeyed();
    const files = [week(...rows), week(...rows, 'l-2 t2 2026-10-02 4')];
    const runs = files.map((file, n) =>
      keyedOver(school.store, undefined, `u-${n + 1}`).ingest.run(job, [file]),
    );
    for (const answer of await Promise.all(runs)) must(answer);
    expect(await marksOf(school)).toEqual([...recorded, 'l-2 2026-10-02 4']);
  });
});
