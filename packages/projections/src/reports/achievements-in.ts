import { localDate } from '@letopis/core';
import type { Fact } from '../projection/fact.ts';
import type { AchievementHolder, AchievementRecord } from '../views/achievements.ts';
import { achievements, achievementsKey } from '../views/achievements.ts';
import { monthsOf } from './corrections-report.ts';
import type { Reading } from './reading.ts';

/** An achievement that counts, with the fact that recorded it. */
export interface RecordedAchievement {
  readonly recorded: Fact<'AchievementRecorded'>;
  readonly record: AchievementRecord;
}

/** Reads the achievements of a holder whose day lies in a period; annulled ones are left out. */
export async function achievementsIn(
  reading: Reading,
  holder: AchievementHolder,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly RecordedAchievement[]> {
  const found: RecordedAchievement[] = [];
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), 'acted')) {
    for await (const listed of reading.scan(achievements, achievementsKey.bank(holder, month))) {
      if (listed.kind !== 'bank' || listed.achievement === null) continue;
      const key = achievementsKey.achievement(listed.achievement);
      const record = await reading.get(achievements, key);
      if (record?.kind !== 'achievement' || record.annulled !== null) continue;
      const { recorded } = record;
      if (recorded === null || recorded.on < from || recorded.on > until) continue;
      found.push({ recorded, record });
    }
  }
  return found;
}
