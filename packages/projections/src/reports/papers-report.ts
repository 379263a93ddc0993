import type { Ground } from '@letopis/core';
import { localDate } from '@letopis/core';
import type { OrderOfYear, PaperUse } from '../views/papers.ts';
import { lateEntries, lateEntriesKey, orderKey, orders } from '../views/papers.ts';
import { monthsOf } from './corrections-report.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';
import type { ThreeDays } from './three-days.ts';
import { threeDaysOf } from './three-days.ts';

/** One order of the year. */
export interface OrderRow {
  readonly number: string;
  /** Its date, title and signer in the register; null: it is only used. */
  readonly registered: {
    readonly date: string;
    readonly title: string;
    readonly signer: string;
  } | null;
  /** `from` null: annulled from the start; null: not annulled. */
  readonly annulled: { readonly on: string; readonly from: string | null } | null;
  readonly amendedBy: readonly { readonly number: string; readonly date: string }[];
  /** What was done by it, under which date. */
  readonly uses: readonly {
    readonly date: string;
    readonly type: string;
    readonly count: number;
    readonly learners: readonly string[];
  }[];
  /** All dates that the number is known under: more than one is a conflict. */
  readonly dates: readonly string[];
  readonly conflict: boolean;
}

/** All orders of a year. */
export interface OrderRegisterPage {
  readonly basis: PageBasis;
  readonly year: string;
  readonly lines: readonly OrderRow[];
}

/**
 * The orders of a year by number: registered ones and those that are only named as grounds, with
 * what was done by each, annulments, amendments, and numbers under two dates. RK 1.5, P7, C19.
 */
export async function orderRegister(
  reader: ViewReader,
  { year }: { readonly year: string },
): Promise<OrderRegisterPage> {
  const reading = new Reading(reader);
  const lines: OrderRow[] = [];
  for await (const order of reading.scan(orders, orderKey(year))) lines.push(orderRow(order));
  lines.sort((a, b) => a.number.localeCompare(b.number, 'ru', { numeric: true }));
  return { year, lines: lines.filter(isKnown), basis: reading.basis() };
}

const isKnown = ({ registered, uses }: OrderRow): boolean => registered !== null || uses.length > 0;

function orderRow({ number, entries, uses }: OrderOfYear): OrderRow {
  const gone = new Set(
    entries.flatMap((one) => (one.type === 'OrderEntryAnnulled' ? [one.data.corrects] : [])),
  );
  const counting = entries.filter(({ source }) => !gone.has(source.event));
  const entered = counting.find((one) => one.type === 'OrderRegistered');
  const ended = counting.findLast((one) => one.type === 'OrderAnnulled');
  const amendedBy = counting.flatMap((one) => (one.type === 'OrderAmended' ? [one.data.by] : []));
  const registered =
    entered === undefined
      ? null
      : { date: entered.on, title: entered.data.title, signer: entered.data.signer.person };
  const used = usesOf(uses);
  const all = [...(registered === null ? [] : [registered.date]), ...used.map(({ date }) => date)];
  const dates = [...new Set(all)].toSorted();
  const annulled = ended === undefined ? null : { on: ended.on, from: ended.data.from };
  return { number, registered, annulled, amendedBy, uses: used, dates, conflict: dates.length > 1 };
}

function usesOf(uses: readonly PaperUse[]): OrderRow['uses'] {
  const found = new Map<string, { date: string; type: string; count: number; who: Set<string> }>();
  for (const { ground, type, learners } of uses) {
    const date = ground?.date ?? '';
    const one = found.get(`${date} ${type}`) ?? { date, type, count: 0, who: new Set() };
    one.count += 1;
    for (const learner of learners) one.who.add(learner);
    found.set(`${date} ${type}`, one);
  }
  return [...found.values()].map(({ who, ...one }) => ({ ...one, learners: [...who].toSorted() }));
}

/** A fact with its three days. RK 1.5. */
export interface ThreeDaysRow extends ThreeDays {
  readonly type: string;
  readonly stream: string;
  readonly event: string;
  readonly learners: readonly string[];
  readonly ground: Ground | null;
}

/** Facts of a period by their day of entry. */
export interface ThreeDaysPage {
  readonly basis: PageBasis;
  readonly from: string;
  readonly until: string;
  readonly lines: readonly ThreeDaysRow[];
}

/** The period of recording. */
export interface EntryPeriod {
  readonly from: string;
  readonly until: string;
}

/**
 * The facts that were entered in a period later than the regulation allows (`lateEntryDays`): they
 * stand, and are marked. Throws for an invalid calendar day. RK 1.5.
 */
export async function lateEntriesReport(
  reader: ViewReader,
  { from, until, lateEntryDays }: EntryPeriod & { readonly lateEntryDays: number },
): Promise<ThreeDaysPage> {
  return threeDays(reader, { from, until }, ({ daysLate }) => daysLate > lateEntryDays);
}

/**
 * The list of checks: facts entered in a period whose paper is later than their effect, for a
 * reason that the paper or the act says. RK 1.5.
 */
export async function laterPapersReport(
  reader: ViewReader,
  period: EntryPeriod,
): Promise<ThreeDaysPage> {
  return threeDays(reader, period, ({ paperOn, effectOn }) => (paperOn ?? '') > effectOn);
}

async function threeDays(
  reader: ViewReader,
  { from, until }: EntryPeriod,
  shown: (row: ThreeDaysRow) => boolean,
): Promise<ThreeDaysPage> {
  const reading = new Reading(reader);
  const zone = (await reading.regulation()).timeZone ?? 'UTC';
  const facts: PaperUse[] = [];
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), 'recorded')) {
    for await (const found of reading.scan(lateEntries, lateEntriesKey(month))) {
      facts.push(...found.facts);
    }
  }
  facts.sort((a, b) => (a.source.position < b.source.position ? -1 : 1));
  const lines = facts
    .map((fact) => rowOf(fact, zone))
    .filter((row) => row.enteredOn >= from && row.enteredOn <= until && shown(row));
  return { from, until, lines, basis: reading.basis() };
}

function rowOf(fact: PaperUse, zone: string): ThreeDaysRow {
  const { type, source, learners, ground } = fact;
  const { stream, event } = source;
  return { type, stream, event, learners, ground, ...threeDaysOf(fact, zone) };
}
