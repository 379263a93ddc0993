import type { Ports } from '../../kernel/ports.ts';
import { sha256 } from './sha256.ts';

/** Ports that give the same values in every run; the clock moves only when a test moves it. */
export interface FixedPorts extends Ports {
  /** Sets the clock to an instant; it may be an earlier one. */
  readonly setClock: (instant: string) => void;
  /** Moves the clock by that many milliseconds; back, if negative. */
  readonly advance: (ms: number) => void;
}

/** Where the clock and the random bytes begin. */
export interface FixedPortsOptions {
  /** The first instant of the clock; default `2026-09-01T08:00:00.000Z`. */
  readonly at?: string;
  /** The seed of the random bytes; default 1. The same seed gives the same bytes. */
  readonly seed?: number;
}

/**
 * Deterministic ports for tests: a clock that does not move by itself, bytes from a seed, SHA-256
 * in plain code, and waits that resolve at once and move the clock by their length.
 *
 * @example
 * const ports = fixedPorts({ at: '2026-09-01T08:00:00.000Z', seed: 7 });
 * ports.advance(1000);
 * new Date(ports.clock()).toISOString(); // => '2026-09-01T08:00:01.000Z'
 */
export function fixedPorts(options: FixedPortsOptions = {}): FixedPorts {
  const { at = '2026-09-01T08:00:00.000Z', seed = 1 } = options;
  let now = Date.parse(at);
  const chance = seededChance(seed);
  return {
    clock: () => now,
    random: (byteCount) => Uint8Array.from({ length: byteCount }, () => chance() & 255),
    hash: sha256,
    wait: async (ms) => {
      now += ms;
    },
    setClock: (instant) => {
      now = Date.parse(instant);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/**
 * Whole numbers from 0 to 2³² − 1 from a seed (mulberry32), for tests that print their seed. Never
 * use it for what nobody may guess.
 *
 * @example
 * const [a, b] = [seededChance(1), seededChance(1)];
 * a() === b(); // => true
 */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
