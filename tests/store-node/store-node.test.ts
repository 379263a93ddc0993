import { createHash } from 'node:crypto';
import { isLetopisError, START } from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import {
  countLeading,
  countOf,
  frozenJson,
  nodePorts,
  Pauses,
  positionOf,
  WakeUps,
} from '@letopis/store-node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the ports of Node', () => {
  it('hash with SHA-256', () => {
    const { hash } = nodePorts();
    for (const encoding of ['hex', 'base64'] as const) {
      expect(hash('мир', encoding)).toBe(createHash('sha256').update('мир').digest(encoding));
    }
  });

  it('draw as many bytes as they are asked for, and never the same ones again', () => {
    const { random } = nodePorts();
    const drawn = [16, 16, 4096, 5000, 16].map((byteCount) => random(byteCount));
    expect(drawn.map(({ length }) => length)).toEqual([16, 16, 4096, 5000, 16]);
    const starts = drawn.map((bytes) => Buffer.from(bytes.subarray(0, 16)).toString('hex'));
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('are replaced one by one', () => {
    const ports = nodePorts({ clock: () => 7 });
    expect(ports.clock()).toBe(7);
    expect(ports.random(2)).toHaveLength(2);
  });
});

describe('a wait for an append', () => {
  it('ends with it, also where the append comes before the wait begins', async () => {
    const wakeUps = new WakeUps();
    const [early, late] = [wakeUps.arm(), wakeUps.arm()];
    const waiting = late.wait(60_000, undefined);
    wakeUps.wake();
    await expect(Promise.all([waiting, early.wait(60_000, undefined)])).resolves.toHaveLength(2);
  });

  it('ends after its time, and with its signal', async () => {
    const wakeUps = new WakeUps();
    await expect(wakeUps.arm().wait(1, undefined)).resolves.toBeUndefined();
    const controller = new AbortController();
    const waiting = wakeUps.arm().wait(60_000, controller.signal);
    controller.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});

describe('the pauses of a wait', () => {
  it('have lengths between two', () => {
    const pauses = new Pauses(fixedPorts());
    for (let draw = 0; draw < 100; draw += 1) {
      const ms = pauses.between(5, 10);
      expect(ms).toBeGreaterThanOrEqual(5);
      expect(ms).toBeLessThan(10);
    }
  });

  it('take no byte that an id could be made of, so that a wait changes no history', () => {
    let drawn = 0;
    const random = (count: number): Uint8Array => new Uint8Array((drawn += count));
    new Pauses({ ...fixedPorts(), random }).between(5, 10);
    expect(drawn).toBe(0);
  });

  it('are counted where they take no time', async () => {
    const pauses = new Pauses(fixedPorts());
    await pauses.pause(3000);
    await pauses.pause(4000);
    expect(pauses.elapsedMs).toBe(7000);
  });
});

describe('a counted position', () => {
  it('gives its count back, and is ordered as text like the counts', () => {
    const counts = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(countOf(positionOf(a))).toBe(a);
        expect(positionOf(a) < positionOf(b)).toBe(a < b);
      }),
    );
    expect(countOf(START)).toBe(0);
  });

  it.each(['1', 'x'.repeat(16), '00000000000000001'])('is not %s', (text) => {
    const counting = (): number => countOf(text);
    expect(counting).toThrow(expect.toSatisfy((error) => isLetopisError(error, 'misuse')));
  });
});

describe('a search by halving', () => {
  it('counts what a look at every entry counts', () => {
    const sorted = fc
      .array(fc.integer({ min: 0, max: 50 }))
      .map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.integer({ min: -1, max: 51 }), (all, most) => {
        const counted = countLeading(all.length, (index) => (all[index] ?? 0) <= most);
        expect(counted).toBe(all.filter((one) => one <= most).length);
      }),
    );
  });
});

describe('frozen JSON', () => {
  it('is the same value, and cannot be changed anywhere', () => {
    const value = frozenJson<{ list: { a: number }[] }>('{"list":[{"a":1}]}');
    expect(value).toEqual({ list: [{ a: 1 }] });
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.isFrozen(value?.list)).toBe(true);
    expect(Object.isFrozen(value?.list[0])).toBe(true);
    expect(frozenJson(null)).toBeNull();
  });
});
