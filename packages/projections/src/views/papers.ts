import type { CoreEvent, Ground } from '@letopis/core';
import { coreEvents } from '@letopis/core';
import type { Dated, Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf, sourceOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const ORDER_TYPES = [
  'OrderRegistered',
  'OrderAnnulled',
  'OrderAmended',
  'OrderEntryAnnulled',
] as const;

/** What the register of orders says about one number. */
export type OrderFact = Fact<(typeof ORDER_TYPES)[number]>;

/** One fact beside the three days of RK 1.5: of its paper (`ground`), of effect, and of entry. */
export interface PaperUse extends Dated {
  readonly type: string;
  /** Day of effect: of the act itself, where the fact is about an earlier one. */
  readonly effectOn: string;
  readonly ground: Ground | null;
  readonly learners: readonly string[];
}

/** One number of one year: its entries in the register, and the facts that rest on it. */
export interface OrderView {
  readonly key: string;
  readonly entries: OrderFact[];
  readonly uses: PaperUse[];
}

/** One number of one year, as of a day. */
export interface OrderOfYear extends WithBasis {
  readonly year: string;
  readonly number: string;
  readonly entries: readonly OrderFact[];
  readonly uses: readonly PaperUse[];
}

/** Keys of the orders of a year; without a number, all of them. A key is ASCII, a number is not. */
export const orderKey = (year: string, number = ''): string =>
  partitionKey(year, encodeURIComponent(number.toWellFormed()));

const ALL_TYPES: readonly string[] = coreEvents.map(({ type }) => type);

/** Every order by year and number: registered, used as a ground, or both. RK 1.5, P7, C19. */
export const orders: Projection<OrderView, OrderOfYear> = {
  name: 'orders',
  version: 1,
  types: ALL_TYPES,
  keysOf: (event) => [
    ...(isOneOf(event, ORDER_TYPES) ? [orderKey(event.data.year, event.data.number)] : []),
    ...groundKeys(event.ground),
  ],
  initial: (key) => ({ key, entries: [], uses: [] }),
  apply: (view, event) => {
    const own = isOneOf(event, ORDER_TYPES) ? orderKey(event.data.year, event.data.number) : null;
    if (own === view.key && isOneOf(event, ORDER_TYPES)) view.entries.push(factOf(event));
    if (groundKeys(event.ground).includes(view.key)) view.uses.push(useOf(event));
  },
  read: ({ key, entries, uses }, on) => {
    const [said, used] = [factsOn(entries, on), factsOn(uses, on)];
    return {
      year: keyPart(key, 0),
      number: decodeURIComponent(keyPart(key, 1)),
      entries: said,
      uses: used,
      basis: basisOf([...said, ...used]),
    };
  },
};

function groundKeys(ground: CoreEvent['ground']): readonly string[] {
  if (ground?.kind !== 'order' || ground.number === null || ground.date === null) return [];
  return [orderKey(ground.date.slice(0, 4), ground.number)];
}

/** The facts of one stream that were recorded in a month after their day, or on a later paper. */
export interface LateEntriesView {
  readonly key: string;
  readonly facts: PaperUse[];
}

/** The same, as of a day. */
export interface LateEntriesOfMonth extends WithBasis {
  readonly month: string;
  readonly stream: string;
  readonly facts: readonly PaperUse[];
}

/** Keys by the UTC month of recording and the stream; without a stream, all of the month. */
export const lateEntriesKey = (month: string, stream = ''): string => partitionKey(month, stream);

/**
 * The facts whose day of entry or of paper is later than their day of effect. Whether an entry is
 * late is said by the report, because the regulation sets the days. RK 1.5.
 */
export const lateEntries: Projection<LateEntriesView, LateEntriesOfMonth> = {
  name: 'late-entries',
  version: 1,
  types: ALL_TYPES,
  keysOf: (event) =>
    mayBeLate(event) ? [lateEntriesKey(event.recordedAt.slice(0, 7), event.stream)] : [],
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (mayBeLate(event)) view.facts.push(useOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    return {
      month: keyPart(key, 0),
      stream: keyPart(key, 1),
      facts: current,
      basis: basisOf(current),
    };
  },
};

/** A time zone may be a day ahead of UTC, so the day of recording itself is kept too. */
function mayBeLate(event: CoreEvent): boolean {
  const effect = effectOf(event);
  return event.recordedAt.slice(0, 10) >= effect || (event.ground?.date ?? '') > effect;
}

function effectOf({ occurredOn, data }: CoreEvent): string {
  return 'actedOn' in data ? data.actedOn : occurredOn;
}

function useOf(event: CoreEvent): PaperUse {
  const { type, occurredOn: on, refs } = event;
  const ground = event.ground as Ground | null;
  const learners = [...(refs.learner ?? [])];
  return { type, on, effectOn: effectOf(event), ground, learners, source: sourceOf(event) };
}
