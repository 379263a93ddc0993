import { hash, randomFillSync } from 'node:crypto';
import type { Ports } from '@letopis/core';

/** Random bytes are drawn in blocks: one system call gives some hundred salts. */
const block = new Uint8Array(4096);
let used = block.length;

function random(byteCount: number): Uint8Array {
  if (byteCount > block.length) return randomFillSync(new Uint8Array(byteCount));
  if (used + byteCount > block.length) {
    randomFillSync(block);
    used = 0;
  }
  used += byteCount;
  return block.slice(used - byteCount, used);
}

/**
 * Gives the ports of a store on Node: the machine's clock, its random bytes, SHA-256 and timers.
 *
 * @param given replaces single ports, as tests do.
 * @example
 * nodePorts({ clock: () => 0 }).clock(); // => 0
 */
export function nodePorts(given: Partial<Ports> = {}): Ports {
  return {
    clock: () => Date.now(),
    random,
    hash: (text, encoding) => hash('sha256', text, encoding),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ...given,
  };
}
