import { LetopisError } from '@letopis/core';
import type { Editions } from '@letopis/core/facts';
import { dueDays, editionOn } from '@letopis/core/facts';
import { addDays, dayAt, localDate } from '@letopis/core/values';
import type { Fact } from '../projection/fact.ts';
import type { AchievementHolder } from '../views/achievements.ts';
import { achievements, achievementsKey } from '../views/achievements.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { RecordedAchievement } from './achievements-in.ts';
import { achievementsIn } from './achievements-in.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';

/** One achievement in a bank. R3 §3.5. */
export interface BankEntry {
  readonly achievement: string;
  readonly on: string;
  readonly level: string;
  readonly outcome: string;
  /** Whether it counts among winners and prize-winners. */
  readonly prize: boolean;
  readonly event: string;
  readonly group: string | null;
  readonly learners: readonly string[];
  /** Account that entered it, and the day of that in the organisation's time zone. */
  readonly enteredBy: string;
  readonly enteredOn: string;
  /** Entered after the term of the regulation. */
  readonly late: boolean;
  /** Entered after its half-year was closed. */
  readonly afterClosing: boolean;
}

/** The closing of a bank for one half-year. */
export interface BankClosing {
  readonly signedBy: ShownName;
  readonly office: string;
  readonly on: string;
  readonly late: boolean;
  /** Event id, by which it is annulled. */
  readonly event: string;
}

/** A bank in one period, which is a half-year by R3 §3.5. */
export interface BankPeriod {
  /** First day of the period, and the last one, by which the bank is to be closed. */
  readonly from: string;
  readonly due: string;
  /**
   * `due`: the day has passed and nobody closed it; `not-owed`: it passed before the first day of
   * the organisation's regulation.
   */
  readonly standing: 'open' | 'due' | 'closed' | 'not-owed';
  readonly closing: BankClosing | null;
  /** By day. */
  readonly entries: readonly BankEntry[];
  /** Number of entries by level, the levels of the regulation in their order. */
  readonly byLevel: Readonly<Record<string, number>>;
  readonly prizes: number;
  readonly late: number;
}

/** A bank of achievements in a calendar year. R3 §3.5. */
export interface Bank {
  readonly bank: string;
  readonly title: Titled;
  readonly holder: AchievementHolder;
  readonly periods: readonly BankPeriod[];
  /** Entries of the year that were entered since the bank was last closed. */
  readonly sinceClosing: readonly string[];
}

/** The banks of achievements in a calendar year. P6, R3 §3.5. */
export interface BanksPage {
  readonly basis: PageBasis;
  readonly on: string;
  readonly year: string;
  readonly banks: readonly Bank[];
  /** Titles of the levels, by code, lowest first. */
  readonly levels: Readonly<Record<string, Titled>>;
}

interface Rules {
  readonly editions: Editions;
  /** First day on which a regulation was in force; null: on none. */
  readonly owedFrom: string | null;
  readonly timeZone: string;
  readonly prizes: ReadonlySet<string>;
  readonly levels: readonly string[];
}

/**
 * Reads the banks of learners, collectives and the institution in a calendar year, half-year by
 * half-year: who entered what and when, late or not, what was entered since the last closing, who
 * closed it, and the counts by level. Achievements that were annulled are left out. Throws `misuse`
 * if the reader has no day. P6, R3 §3.5.
 */
export async function banksReport(
  reader: ViewReader,
  { year }: { readonly year: string },
): Promise<BanksPage> {
  const { on } = reader;
  if (on === null) {
    throw new LetopisError('misuse', 'what is due depends on the day: open the reader with `on`');
  }
  const reading = new Reading(reader);
  const { editions, timeZone, achievementLevels } = await reading.regulation();
  const own = editionOn(editions, on)?.achievements;
  const rules: Rules = {
    editions,
    owedFrom: editions.editions[0]?.from ?? null,
    timeZone: timeZone ?? 'UTC',
    prizes: new Set((own?.outcomes ?? []).filter(({ prize }) => prize).map(({ id }) => id)),
    levels: (own?.levels ?? []).map(({ id }) => id),
  };
  const spans = spansOf(own?.replenishBy ?? [], year);
  const banks: Bank[] = [];
  for (const { id: bank, title, holder } of own?.banks ?? []) {
    const closings = await closingsOf(reading, bank);
    const periods: BankPeriod[] = [];
    const since: string[] = [];
    for (const span of spans) {
      const records = await recordsIn(reading, holder, span);
      periods.push(await periodOf(reading, span, records, { closings, rules, on }));
      const last = closings.at(-1)?.source.position ?? '';
      const later = records.filter(({ recorded }) => recorded.source.position > last);
      since.push(...later.map(({ recorded }) => recorded.data.achievement));
    }
    banks.push({ bank, title, holder, periods, sinceClosing: since });
  }
  return { on, year, banks, levels: achievementLevels, basis: reading.basis() };
}

interface Span {
  readonly from: string;
  readonly due: string;
}

/** The periods that end in a year; each begins on the day after the one before. */
function spansOf(replenishBy: readonly string[], year: string): readonly Span[] {
  const first = `${year}-01-01`;
  const all = dueDays(replenishBy, `${Number(year) - 1}-01-01`, `${year}-12-31`);
  return all.flatMap((due, at) => {
    const before = all[at - 1];
    if (due < first || before === undefined) return [];
    return [{ from: addDays(localDate.parse(before), 1), due }];
  });
}

/** The closings that count, in the order of the log. */
async function closingsOf(
  reading: Reading,
  bank: string,
): Promise<readonly Fact<'BankReplenished'>[]> {
  const found = await reading.get(achievements, achievementsKey.replenished(bank));
  const done = found?.kind === 'replenished' ? found.done : [];
  return done.toSorted((a, b) => (a.source.position < b.source.position ? -1 : 1));
}

/** The achievements of a holder in a period, in the order of their days. */
async function recordsIn(
  reading: Reading,
  holder: AchievementHolder,
  { from, due: until }: Span,
): Promise<readonly RecordedAchievement[]> {
  const found = await achievementsIn(reading, holder, { from, until });
  return found.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

const placeOf = ({ recorded: { on, source } }: RecordedAchievement): string =>
  `${on} ${source.position}`;

interface Around {
  readonly closings: readonly Fact<'BankReplenished'>[];
  readonly rules: Rules;
  readonly on: string;
}

async function periodOf(
  reading: Reading,
  span: Span,
  records: readonly RecordedAchievement[],
  { closings, rules, on }: Around,
): Promise<BankPeriod> {
  const closed = closings.findLast(({ data }) => data.due === span.due) ?? null;
  const entries = records.map((one) => entryOf(one, span, closed, rules));
  const standing = closed === null ? standingOf(span, rules, on) : 'closed';
  const none = Object.fromEntries(rules.levels.map((level) => [level, 0]));
  const byLevel: Record<string, number> = none;
  for (const { level } of entries) byLevel[level] = (byLevel[level] ?? 0) + 1;
  return {
    ...span,
    standing,
    closing: closed === null ? null : await closingOf(reading, closed),
    entries,
    byLevel,
    prizes: entries.filter(({ prize }) => prize).length,
    late: entries.filter(({ late }) => late).length,
  };
}

/** How a period stands that nobody closed, as the list of what is due counts it. */
function standingOf({ due }: Span, { owedFrom }: Rules, on: string): BankPeriod['standing'] {
  if (on <= due) return 'open';
  return owedFrom !== null && due < owedFrom ? 'not-owed' : 'due';
}

async function closingOf(
  reading: Reading,
  { on, source, data: { signer, due } }: Fact<'BankReplenished'>,
): Promise<BankClosing> {
  const signedBy = await reading.name(signer.person);
  return { signedBy, office: signer.office, on, late: on > due, event: source.event };
}

function entryOf(
  { recorded, record }: RecordedAchievement,
  { due }: Span,
  closed: Fact<'BankReplenished'> | null,
  { editions, timeZone, prizes }: Rules,
): BankEntry {
  const { on, actor, source, data } = recorded;
  const { achievement, level, outcome, event, group } = data;
  const enteredOn = dayAt(source.recordedAt, timeZone);
  const entryDays = editionOn(editions, on)?.achievements.entryDays ?? null;
  const until = entryDays === null ? due : addDays(localDate.parse(on), entryDays);
  return {
    achievement,
    on,
    level,
    outcome,
    prize: prizes.has(outcome),
    event,
    group,
    learners: record.participants.map(({ data: { learner } }) => learner),
    enteredBy: actor,
    enteredOn,
    late: enteredOn > until,
    afterClosing: closed !== null && source.position > closed.source.position,
  };
}
