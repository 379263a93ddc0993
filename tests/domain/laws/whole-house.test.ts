import { coreServices } from '@letopis/core';
import { operationsOf } from '@letopis/core/kernel';
import { coreProjections } from '@letopis/projections';
import { brokenLaws } from '@letopis/projections/runtime';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hints } from './hints.ts';
import { histories, live, reach } from './histories.ts';
import { LawSchool } from './law-school.ts';
import type { Tally } from './laws.ts';
import { methodOf } from './laws.ts';
import { allMethods, methodsOf, questions } from './methods.ts';
import { scripts } from './scripts.ts';

/*
 * Random histories of a whole house: every method of every room is asked with input made from its
 * own schema and from what the history has come to, often right, sometimes nearly, sometimes not.
 * It answers or refuses; a run of many more is `LAWS_HISTORIES=10000 LAWS_SEED=7 vitest run …`.
 */

const runs = Number(process.env['LAWS_HISTORIES'] ?? 600);
const seed = Number(process.env['LAWS_SEED'] ?? 3);
const patience = { timeout: Math.max(60_000, runs * 400) };

const methods = allMethods();

describe('the generators', () => {
  test('know the command of every method of every room', () => {
    expect([...methods].filter(([, type]) => type === null)).toEqual([]);
    expect(methods.size).toBeGreaterThan(140);
    const named = [...methodsOf(new LawSchool().session('u-1')).keys()];
    expect([...methods.keys()]).toEqual(named.filter((name) => !questions.includes(name)));
    expect(questions.filter((name) => !named.includes(name))).toEqual([]);
    const operations = operationsOf(Object.values(coreServices)).map(({ command }) => command.name);
    const known = [...methods.values()].flatMap((type) => type?.name ?? []);
    expect(known.toSorted()).toEqual(operations.toSorted());
    expect(new Set(operations).size).toBe(operations.length);
  });

  test('speak of methods that there are', () => {
    const told = [...Object.keys(hints), ...Object.values(scripts).flat()];
    expect(told.filter((name) => name !== 'settle' && !methods.has(methodOf(name)))).toEqual([]);
  });
});

describe('in every history of the house', () => {
  test(
    'nothing throws, a refusal leaves no trace, a replay is what was lived',
    patience,
    async () => {
      const tallies = new Map<string, Tally>();
      await fc.assert(
        fc.asyncProperty(histories([...methods.keys()]), async (history) => {
          await live(history, methods, tallies);
        }),
        { numRuns: runs, seed, endOnFailure: runs > 600 },
      );
      const missed = (): readonly string[] =>
        [...methods.keys()].filter((name) => (tallies.get(name)?.taken ?? 0) === 0);
      for (const name of missed()) await reach(name, methods, tallies);
      expect(missed()).toEqual([]);
    },
  );

  test('every view is built from what happened, live as in a rebuild', patience, async () => {
    const some = Math.ceil(runs / 40);
    await fc.assert(
      fc.asyncProperty(histories([...methods.keys()]), async (history) => {
        const { world } = await live(history, methods, new Map());
        for (const projection of coreProjections) {
          const faults = await brokenLaws(projection as never, world.all, [world.day]);
          expect({ view: projection.name, faults }).toEqual({ view: projection.name, faults: [] });
        }
      }),
      { numRuns: some, seed, endOnFailure: runs > 600 },
    );
  });
});
