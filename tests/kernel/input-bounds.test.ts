import { command, receive } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

/* SEC 13: what a command's input may be at most. */

const anything = command('say', z.strictObject({ said: z.unknown() }));
const sender = { actor: 'u-1', onBehalfOf: null, ground: null };
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const wide = (keys: number) =>
  Object.fromEntries(Array.from({ length: keys }, (_, at) => [`k${at}`, 1]));

function fault(said: unknown): string | null {
  const result = receive(anything, { said }, sender, fixedPorts());
  if (result.ok) return null;
  const { issues } = result.refusal.data as { issues: { path: string; message: { en: string } }[] };
  return issues[0]?.message.en ?? '';
}

describe('SEC 13: an input is bounded before it is parsed', () => {
  test('in its nesting: 32 levels', () => {
    expect(fault(nested(31))).toBeNull();
    expect(fault(nested(32))).toMatch(/deeper than 32/);
    expect(fault(nested(100_000))).toMatch(/deeper than 32/);
  });

  test('in the fields of all its objects together: 10,000', () => {
    expect(fault([wide(5_000), wide(4_999)])).toBeNull();
    expect(fault([wide(5_000), wide(5_000)])).toMatch(/more than 10000 fields/);
  });

  test('in its characters, those of its keys and the entries of its lists too: a million', () => {
    const most = 1_048_576;
    expect(fault('я'.repeat(most - 5))).toBeNull();
    for (const long of [
      'я'.repeat(most),
      ['я'.repeat(most / 2), 'я'.repeat(most / 2)],
      { ['k'.repeat(most)]: 1 },
      Array.from({ length: most + 1 }, () => 0),
    ]) {
      expect(fault(long)).toMatch(/more than 1048576 characters/);
    }
  });

  test('and has no negative zero, which no line can hold', () => {
    expect(fault({ hours: [0] })).toBeNull();
    expect(fault({ hours: [JSON.parse('-0')] })).toBe('a negative zero: send 0');
  });

  test('a refusal names twenty faults, each path and message cut short', () => {
    const strict = command(
      'rename',
      z.strictObject({ name: z.string(), on: z.record(z.string(), z.number()) }),
    );
    const on = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`${'k'.repeat(900)}${at}`, 'x']),
    );
    const result = receive(
      strict,
      { name: 1, on, [`${'u'.repeat(5_000)}`]: 1 },
      sender,
      fixedPorts(),
    );
    const text = JSON.stringify(result);
    expect(text.match(/"path"/g)).toHaveLength(20);
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  });
});
