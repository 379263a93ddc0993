import type { Ground } from '@letopis/core';
import { localDate } from '@letopis/core';
import { editionOn } from '@letopis/core/facts';
import { dayAt, daysBetween } from '@letopis/core/values';
import type { Dated } from '../projection/fact.ts';
import type { Reading } from './reading.ts';

/** The three days of a fact. RK 1.5. */
export interface ThreeDays {
  /** Day of the paper; `null`: it rests on none with a day. */
  readonly paperOn: string | null;
  readonly effectOn: string;
  readonly enteredOn: string;
  /** Days from effect to entry; negative if it was entered ahead. */
  readonly daysLate: number;
}

/** The three days of a fact, and whether they mark it as entered late. */
export interface MarkedDays extends ThreeDays {
  /** Was it entered later than the regulation allows (`general.lateEntryDays`)? It stands. */
  readonly isLate: boolean;
}

/** Tells the three days of a fact; the day of entry is that of the time zone. */
export function threeDaysOf(
  {
    effectOn,
    ground,
    source,
  }: Pick<Dated, 'source'> & {
    readonly effectOn: string;
    readonly ground: Ground | null;
  },
  zone: string,
): ThreeDays {
  const enteredOn = dayAt(source.recordedAt, zone);
  const daysLate = daysBetween(localDate.parse(effectOn), enteredOn);
  return { paperOn: ground?.date ?? null, effectOn, enteredOn, daysLate };
}

/**
 * Reads the three days of a fact that takes effect on its own day. The edition of that day says
 * which entry is late; where none was in force, that of the day of entry. Without any edition,
 * nothing gives a grace. RK 1.5.
 */
export async function markedDays(
  reading: Reading,
  fact: Dated & { readonly ground: Ground | null },
): Promise<MarkedDays> {
  const { timeZone, editions } = await reading.regulation();
  const { on: effectOn, ground, source } = fact;
  const days = threeDaysOf({ effectOn, ground, source }, timeZone ?? 'UTC');
  const edition = editionOn(editions, effectOn) ?? editionOn(editions, days.enteredOn);
  return { ...days, isLate: days.daysLate > (edition?.general.lateEntryDays ?? 0) };
}
