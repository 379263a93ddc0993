import { coreServices } from '@letopis/core';
import type { AnyOperation } from '@letopis/core/kernel';
import { operationsOf } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { Choice } from './choice.ts';
import type { LawSchool } from './law-school.ts';
import { openLawSchool } from './law-school.ts';
import { inputOf } from './schema-input.ts';

/*
 * SEC 13: any JSON at the door of a command gives a result or a refusal of at most 64 KiB. Inputs
 * have a command's own shape, with hostile values in it, or have no shape at all. Many more:
 * `HOSTILE_RUNS=10000 HOSTILE_SEED=7 vitest run … --testTimeout=3600000`.
 */

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 600);
const SEED = Number(process.env['HOSTILE_SEED'] ?? 2026);
const MOST_BYTES = 65_536;

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const wide = (keys: number): unknown =>
  Object.fromEntries(Array.from({ length: keys }, (_, at) => [`k${at}`, at]));

const HOSTILE: readonly unknown[] = [
  nested(6_000),
  nested(30),
  'я'.repeat(2_000_000),
  'я'.repeat(5_000),
  wide(20_000),
  wide(9_000),
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}'),
  { [`${'k'.repeat(100_000)}`]: 1 },
  Array.from({ length: 400_000 }, () => 0),
  Array.from({ length: 9_000 }, () => ({ learner: '', on: 5, x: {} })),
  Array.from({ length: 9_000 }, (_, at) => `l-${at}`),
  '\u0000\u202e\ud800',
  '2026-02-30',
  1e308,
  -0,
  true,
  null,
  [],
  {},
  '',
];

/** The input with a hostile value in the place of one of its own, or beside them. */
function spoilt(input: unknown, by: Choice): unknown {
  const hostile = by.one(HOSTILE);
  if (typeof input !== 'object' || input === null || by.percent(5)) return hostile;
  const keys = Object.keys(input);
  const key = by.percent(10) ? 'unknown' : (by.one(keys) ?? 'unknown');
  const inner: unknown = Reflect.get(input, key);
  const next = typeof inner === 'object' && by.percent(60) ? spoilt(inner, by) : hostile;
  if (!Array.isArray(input)) return { ...input, [key]: next };
  return input.map((one, at) => (String(at) === key ? next : one));
}

const operations = operationsOf(Object.values(coreServices));

async function answer(school: LawSchool, by: Choice): Promise<readonly [string, unknown]> {
  const operation = by.one(operations) as AnyOperation;
  const { command } = operation;
  const schema = command.schema as z.ZodType;
  const given = inputOf({ name: command.name, schema }, school.world, by);
  return [command.name, await operation.run(school.session('u-1'), spoilt(given, by))];
}

describe('SEC 13: the doors of all commands', () => {
  test(`give a result or a refusal of at most 64 KiB, ${RUNS} times`, async () => {
    const school = await openLawSchool();
    const by = new Choice(SEED);
    const before = Object.getOwnPropertyNames(Object.prototype);
    const long: string[] = [];
    let refused = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const [name, given] = await answer(school, by);
      const size = Buffer.byteLength(JSON.stringify(given) ?? '');
      if (size > MOST_BYTES) long.push(`${name}: ${size}`);
      if (!isTaken(given)) refused += 1;
    }
    expect(long).toEqual([]);
    expect(refused).toBeGreaterThan(RUNS / 2);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

const isTaken = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && Reflect.get(given, 'ok') === true;
