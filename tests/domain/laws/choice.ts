import { seededChance } from '@letopis/core/testing';

/** Random choices from a seed: the same seed gives the same choices. */
export class Choice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededChance(seed);
  }

  /** A whole number from 0 to `below` − 1. */
  below(below: number): number {
    return this.#next() % below;
  }

  /** True in `share` of a hundred cases. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  /** One of a list; null of an empty one. */
  one<T>(list: readonly T[]): T | null {
    return list[this.below(Math.max(list.length, 1))] ?? null;
  }

  /** One of the given values. */
  of<T>(...values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** The first value mostly, seldom one of the others. */
  mostly<T>(usual: T, ...others: readonly T[]): T {
    return others.length === 0 || this.percent(85) ? usual : (this.one(others) ?? usual);
  }

  /** Some entries of a list, each once and in its order; at least one, if there are any. */
  some<T>(list: readonly T[]): readonly T[] {
    const found = list.filter(() => this.percent(50));
    return found.length > 0 ? found : list.slice(0, 1);
  }
}

/** The day that is `days` after another one, or before it if negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
