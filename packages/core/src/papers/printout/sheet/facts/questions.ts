import type { PrintoutRules } from '../../../../rules/regulation/sections/printouts.ts';
import type { LocalDate } from '../../../../values/local-date.ts';
import { addDays, addMonths, localDate } from '../../../../values/local-date.ts';
import { firstDayOfStudyYear, studyYearOf } from '../../../../values/study-year.ts';
import type { SheetsState, SignedSheets } from './state.ts';

type SheetRules = PrintoutRules['sheets'];

/**
 * The period through which the sheets of a day are numbered: a year, or `all`.
 * @example
 * sheetPeriod('study-year', '2027-05-31'); // => '2026'
 */
export function sheetPeriod(per: SheetRules['numberedPer'], on: string): string {
  if (per === 'carrier') return 'all';
  return per === 'study-year' ? studyYearOf(on) : on.slice(0, 4);
}

/**
 * The signing that counted a sheet. Sheets are numbered without gaps, so it is the first that
 * reaches the number.
 */
export const signingOf = ({ signings }: SheetsState, sheet: number): SignedSheets | undefined =>
  signings.find(({ data }) => sheet <= data.lastSheet);

/** Offices that sign the sheets of a carrier, its correction sheets too. */
export function sheetOffices(
  { byCarrier, offices }: Pick<SheetRules, 'byCarrier' | 'offices'>,
  carrier: string,
): readonly string[] {
  return byCarrier.find((one) => one.carrier === carrier)?.offices ?? offices;
}

/** What is owed where the facts of a carrier's signed sheets have changed. R2 §2.3, RK 2. */
export function owedWhenChanged(
  { upkeep, whenChanged }: Pick<SheetRules, 'upkeep' | 'whenChanged'>,
  carrier: string,
): SheetRules['whenChanged'] {
  return upkeep.find((one) => one.carrier === carrier)?.whenChanged ?? whenChanged;
}

/** How often the sheets of a carrier's journals are signed. */
export type SigningPeriods = SheetRules['upkeep'][number]['signedEach'];

/** A period whose sheets are signed: its first and last day. */
export interface SigningPeriod {
  readonly from: string;
  readonly until: string;
}

/**
 * The period of a day after which the sheets of its lessons are signed. Quarters and half-years are
 * those of the calendar.
 *
 * @example
 * signingPeriodOf('month', '2026-10-05'); // => { from: '2026-10-01', until: '2026-10-31' }
 */
export function signingPeriodOf(each: Exclude<SigningPeriods, 'never'>, on: string): SigningPeriod {
  const months = MONTHS[each];
  const first =
    each === 'study-year' ? firstDayOfStudyYear(studyYearOf(on)) : `${startOf(on, months)}-01`;
  const from = localDate.parse(first);
  return { from, until: dayBefore(addMonths(from, months)) };
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, 'study-year': 12 } as const;

/** The month in which a calendar period of so many months begins: `2026-10`. */
function startOf(on: string, months: number): string {
  const month = Number(on.slice(5, 7));
  const start = month - ((month - 1) % months);
  return `${on.slice(0, 5)}${String(start).padStart(2, '0')}`;
}

const dayBefore = (day: LocalDate): string => addDays(day, -1);
