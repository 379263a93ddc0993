import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Reading } from '../../kernel/reading.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOrganisation } from '../../rules/organisation/facts/reading.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
import type { ReportedAnnex } from './facts/questions.ts';
import { kindInYear, reportedAnnex } from './facts/questions.ts';

/** The day of an entry, and the annex that the year is reported by. */
export interface EvaluationContext extends ActDay {
  readonly reported: ReportedAnnex;
}

/** Reads the day of an entry and the annex of its year. Refuses as `readActDay` does. */
export async function readEvaluation(
  reading: Reading,
  { year, on }: { readonly year: string; readonly on?: string | undefined },
): Promise<EvaluationContext | Refusal> {
  const day = await readActDay(reading, on);
  if (isRefusal(day)) return day;
  const kind = kindInYear(await readOrganisation(reading), year);
  const { state } = await reading.load(regulationFold, 'main');
  return { ...day, reported: reportedAnnex(year, kind, state) };
}
