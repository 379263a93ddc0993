import type { Ground } from '@letopis/core';
import { localDate } from '@letopis/core';
import { annulledFacts } from '../views/annulled-facts.ts';
import type { OrderOfYear, PaperUse } from '../views/papers.ts';
import { lateEntries, lateEntriesKey, orderKey, orders } from '../views/papers.ts';
import { monthsOf } from './corrections-report.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';
import type { ThreeDays } from './three-days.ts';
import { threeDaysOf } from './three-days.ts';

/** What was done by an order: facts of one type under one date of the order. */
export interface OrderUse {
  readonly date: string;
  readonly type: string;
  /** How many facts count, and whom they are about. */
  readonly count: number;
  readonly learners: readonly string[];
  /** Facts that were annulled from the start: they count no more, and are shown. RK 1.8. */
  readonly annulled: readonly {
    readonly event: string;
    readonly on: string;
    /** Day of the annulment. */
    readonly actedOn: string;
    /** Whether another fact stands in its place. */
    readonly replaced: boolean;
    readonly learners: readonly string[];
  }[];
}

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
  readonly uses: readonly OrderUse[];
  /** All dates that the number is known under, by what counts: more than one is a conflict. */
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
 * what was done by each and still counts, annulments, amendments, and numbers under two dates. RK
 * 1.5, 1.8, P7, C19.
 */
export async function orderRegister(
  reader: ViewReader,
  { year }: { readonly year: string },
): Promise<OrderRegisterPage> {
  const reading = new Reading(reader);
  const lines: OrderRow[] = [];
  for await (const order of reading.scan(orders, orderKey(year))) {
    lines.push(orderRow(order, await usesOf(reading, order.uses)));
  }
  lines.sort((a, b) => a.number.localeCompare(b.number, 'ru', { numeric: true }));
  return { year, lines: lines.filter(isKnown), basis: reading.basis() };
}

const isKnown = ({ registered, uses }: OrderRow): boolean => registered !== null || uses.length > 0;

function orderRow({ number, entries }: OrderOfYear, uses: readonly OrderUse[]): OrderRow {
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
  const used = uses.filter(({ count }) => count > 0).map(({ date }) => date);
  const all = [...(registered === null ? [] : [registered.date]), ...used];
  const dates = [...new Set(all)].toSorted();
  const annulled = ended === undefined ? null : { on: ended.on, from: ended.data.from };
  return { number, registered, annulled, amendedBy, uses, dates, conflict: dates.length > 1 };
}

/** Divides what was done by an order into what counts and what was annulled. RK 1.8. */
async function usesOf(reading: Reading, uses: readonly PaperUse[]): Promise<readonly OrderUse[]> {
  const found = new Map<string, Counted>();
  for (const { ground, type, on, learners, source } of uses) {
    const date = ground?.date ?? '';
    const one = found.get(`${date} ${type}`) ?? { date, type, count: 0, who: [], annulled: [] };
    found.set(`${date} ${type}`, one);
    const gone = (await reading.get(annulledFacts, source.stream))?.annulled.get(source.event);
    if (gone === undefined) {
      one.count += 1;
      one.who.push(...learners);
      continue;
    }
    const { actedOn, replacedBy } = gone;
    const replaced = replacedBy !== null;
    one.annulled.push({ event: source.event, on, actedOn, replaced, learners });
  }
  return [...found.values()].map(({ who, ...one }) => ({
    ...one,
    learners: [...new Set(who)].toSorted(),
  }));
}

interface Counted extends Pick<OrderUse, 'date' | 'type'> {
  count: number;
  readonly who: string[];
  readonly annulled: OrderUse['annulled'][number][];
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
