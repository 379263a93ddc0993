import type { RecordedEvent } from '@letopis/core';
import type { Choice } from './choice.ts';
import { daysAfter } from './choice.ts';

/** The data of an event, as a generator that looks for ids in it reads it. */
export type Facts = Readonly<Record<string, unknown>>;
export type Fact = RecordedEvent<string, Facts>;

/** Today in every history. */
export const TODAY = '2027-06-15';

/** What has happened in a history so far, so that its next command can be about it. */
export class World {
  readonly #byType = new Map<string, Fact[]>();
  readonly #refs = new Map<string, Set<string>>();
  readonly #settled = new Set<string>();
  readonly all: Fact[] = [];
  /** The present day of the history; it never goes back. */
  day = '2020-10-01';
  count = 0;

  note(events: readonly RecordedEvent[]): void {
    for (const event of events as readonly Fact[]) {
      this.all.push(event);
      const found = this.#byType.get(event.type) ?? [];
      this.#byType.set(event.type, [...found, event]);
      for (const [kind, ids] of Object.entries(event.refs)) {
        const known = this.#refs.get(kind) ?? new Set();
        for (const id of ids ?? []) known.add(id);
        this.#refs.set(kind, known);
      }
      for (const field of ['corrects', 'correction', 'debt', 'retake', 'hold', 'act', 'check']) {
        const id = event.data[field];
        if (typeof id === 'string') this.#settled.add(`${event.type}/${id}`);
      }
    }
  }

  /** The events of some types, oldest first. */
  of(...types: readonly string[]): readonly Fact[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** One of the events of a type, mostly a late one. */
  late(by: Choice, ...types: readonly string[]): Fact | null {
    const found = this.of(...types);
    return by.percent(60) ? (found.at(-1) ?? null) : by.one(found);
  }

  /**
   * One that no event of another type is about yet; sometimes one that already has such an event.
   */
  open(by: Choice, type: string, ...answers: readonly string[]): Fact | null {
    const keys = ({ id, data }: Fact): readonly unknown[] => [
      id,
      data['debt'],
      data['retake'],
      data['hold'],
      data['act'],
      data['check'],
    ];
    const answered = (fact: Fact): boolean =>
      keys(fact).some((key) => answers.some((one) => this.#settled.has(`${one}/${String(key)}`)));
    const found = this.of(type).filter((fact) => !answered(fact));
    return by.percent(95)
      ? by.percent(60)
        ? (found.at(-1) ?? null)
        : by.one(found)
      : this.late(by, type);
  }

  /** The ids of a kind that events have mentioned. */
  ids(kind: string): readonly string[] {
    return [...(this.#refs.get(kind) ?? [])];
  }

  /** An id that nothing has yet. */
  fresh(prefix: string): string {
    this.count += 1;
    return `${prefix}-${this.count}`;
  }

  /** The day of the next act: mostly the present day or one soon after it. */
  act(by: Choice): string {
    const step = by.percent(6) ? by.below(500) : by.percent(70) ? by.below(4) : by.below(30);
    const next = daysAfter(this.day, step);
    if (next <= TODAY) this.day = next;
    return by.mostly(this.day, daysAfter(this.day, -by.below(400)), daysAfter(TODAY, 5));
  }

  /** A day at most that many days after the present day of the history. */
  ahead(by: Choice, days: number): string {
    return daysAfter(this.day, by.below(days) + 1);
  }
}
