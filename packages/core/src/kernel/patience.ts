import { LetopisError } from './errors.ts';
import type { Ports } from './ports.ts';

/**
 * How long to go on trying, measured by the clock, or by the sum of the waits if the clock does not
 * move.
 */
export class Patience {
  readonly #ports: Ports;
  readonly #limitMs: number;
  readonly #startedAt: number;
  #waitedMs = 0;
  #tries = 0;

  constructor(ports: Ports, limitMs: number) {
    this.#ports = ports;
    this.#limitMs = limitMs;
    this.#startedAt = ports.clock();
  }

  async spend(error: LetopisError): Promise<void> {
    this.#tries += 1;
    const passed = Math.max(this.#waitedMs, this.#ports.clock() - this.#startedAt);
    if (passed > this.#limitMs) {
      if (error.code === 'outcome-unknown') throw error;
      const tries = this.#tries;
      const say = `${tries} tries in ${Math.round(passed)} ms met conflicts; send the same again`;
      throw new LetopisError('contention', say, { ...error.fields, tries }, error);
    }
    const ceiling = Math.min(250, 2 ** this.#tries);
    const waitMs = (ceiling * (1 + (this.#ports.random(1)[0] ?? 0))) / 256;
    this.#waitedMs += waitMs;
    await this.#ports.wait(waitMs);
  }
}
