/** The clock of the simulated year: every fact is entered on its own day, in working hours. */
export interface PlayedClock {
  readonly now: () => number;
  /** Moves to a day, or on within it. */
  readonly to: (day: string) => void;
}

export function playedClock(firstDay: string): PlayedClock {
  let at = Date.parse(`${firstDay}T06:00:00Z`);
  return {
    now: () => (at += 1_500),
    to: (day) => {
      const morning = Date.parse(`${day}T06:00:00Z`);
      if (morning > at) at = morning;
    },
  };
}

/** The day so many days later. */
export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Public holidays of the simulated year, and days off that were moved to a weekday. */
const DAYS_OFF = /^(?:2025-(?:11-0[34]|12-31)|2026-(?:01-0[1-9]|02-23|03-09|05-(?:01|11)|06-12))$/;

/** The same day, or the next one that is neither a weekend nor a public holiday. */
export function workday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday % 6 === 0 || DAYS_OFF.test(day) ? workday(plus(day, 1)) : day;
}

/** Actions by calendar day, run in order. */
export class Agenda {
  readonly #entries: { readonly day: string; readonly order: number; run: () => Promise<void> }[] =
    [];

  on(day: string, run: () => Promise<void>): void {
    this.#entries.push({ day, order: this.#entries.length, run });
  }

  /** Runs all actions, also those that an action adds for later days. */
  async play(clock: PlayedClock): Promise<void> {
    for (;;) {
      this.#entries.sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1));
      const next = this.#entries.shift();
      if (next === undefined) return;
      clock.to(next.day);
      await next.run();
    }
  }
}
