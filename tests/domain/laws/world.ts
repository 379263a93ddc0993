import type { RecordedEvent } from '@letopis/core';
import type { Choice } from './choice.ts';
import { daysAfter } from './choice.ts';

/** What an event's data may hold, for a generator that looks for something to speak of. */
export type Facts = Readonly<Record<string, unknown>>;
export type Fact = RecordedEvent<string, Facts>;

/** The calendar day that it is in every history. */
export const TODAY = '2027-06-15';

/** What a history has come to so far: what its next command may speak of. */
export class World {
  readonly #byType = new Map<string, Fact[]>();
  readonly #refs = new Map<string, Set<string>>();
  readonly #settled = new Set<string>();
  readonly all: Fact[] = [];
  /** The day on which the history stands; it only goes on. */
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

  /** One of the events of a type, a late one rather than an early one. */
  late(by: Choice, ...types: readonly string[]): Fact | null {
    const found = this.of(...types);
    return by.percent(60) ? (found.at(-1) ?? null) : by.one(found);
  }

  /** One that no event of another type speaks of yet; sometimes one that it does speak of. */
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

  /** The ids of a kind that events have spoken of. */
  ids(kind: string): readonly string[] {
    return [...(this.#refs.get(kind) ?? [])];
  }

  /** An id that nothing has yet. */
  fresh(prefix: string): string {
    this.count += 1;
    return `${prefix}-${this.count}`;
  }

  /** The day of the next act: as a rule the present one or one soon after it. */
  act(by: Choice): string {
    const step = by.percent(6) ? by.below(500) : by.percent(70) ? by.below(4) : by.below(30);
    const next = daysAfter(this.day, step);
    if (next <= TODAY) this.day = next;
    return by.mostly(this.day, daysAfter(this.day, -by.below(400)), daysAfter(TODAY, 5));
  }

  /** A day up to so many days ahead of the present one of the history. */
  ahead(by: Choice, days: number): string {
    return daysAfter(this.day, by.below(days) + 1);
  }
}
