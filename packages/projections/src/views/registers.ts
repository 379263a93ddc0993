import type { CoreEvent } from '@letopis/core';
import { documentParts, OLD_BOOK } from '@letopis/core/facts';
import { streamKey } from '@letopis/core/kernel';
import { countedFacts } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { distinct, keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { EntryFact, RegisterEntry } from './register-entry.ts';
import { ENTRY_TYPES, entriesOf } from './register-entry.ts';

const BLANK_TYPES = ['BlankSpoilt', 'BlanksWrittenOff', 'BlanksReleased'] as const;
const STOCK_TYPES = ['BlanksReceived', 'BlanksAssigned'] as const;
const ANNULLED = { blanks: 'BlankEntryAnnulled', stock: 'BlankStockEntryAnnulled' } as const;
const IN_BLANKS = [...BLANK_TYPES, ANNULLED.blanks] as const;
const IN_STOCK = [...STOCK_TYPES, ANNULLED.stock] as const;

/** Entries of a register: one entry, or all entries about a learner. */
export interface RegisterEntries extends WithBasis {
  readonly kind: 'line' | 'learner';
  /** In the order in which they were entered. */
  readonly lines: readonly RegisterEntry[];
  /**
   * Of a learner: the lines of old books that name them; each has its partition. Else empty. RK §4
   * situation 8.
   */
  readonly linked: readonly string[];
}

/** A blank that was spoilt in a register. */
export interface SpoiltBlank {
  readonly blank: string;
  readonly series: string | null;
  readonly number: string;
  readonly spoilt: Fact<'BlankSpoilt'>;
  /** The writing off; its ground names the act. `null` if not written off. */
  readonly writtenOff: Fact<'BlanksWrittenOff'> | null;
}

/** A fact about blanks that was annulled, and by what: it counts as if never entered. RK 1.8. */
export interface AnnulledBlankFact<
  Type extends (typeof BLANK_TYPES)[number] | (typeof STOCK_TYPES)[number],
  Annulling extends (typeof ANNULLED)[keyof typeof ANNULLED],
> {
  readonly fact: Fact<Type>;
  readonly annulment: Fact<Annulling>;
}

/** The spoilt and released blanks in the register of a year. */
export interface RegisterBlanks extends WithBasis {
  readonly kind: 'blanks';
  readonly series: string;
  readonly year: string;
  readonly spoilt: readonly SpoiltBlank[];
  readonly released: readonly Fact<'BlanksReleased'>[];
  /** What counts no more, in the order of days. */
  readonly annulled: readonly AnnulledBlankFact<
    (typeof BLANK_TYPES)[number],
    'BlankEntryAnnulled'
  >[];
}

/** The stock of one kind of blank: the deliveries, and the assignments to registers. */
export interface BlankStock extends WithBasis {
  readonly kind: 'stock';
  readonly blank: string;
  readonly received: readonly Fact<'BlanksReceived'>[];
  readonly assigned: readonly Fact<'BlanksAssigned'>[];
  /** What counts no more, in the order of days. */
  readonly annulled: readonly AnnulledBlankFact<
    (typeof STOCK_TYPES)[number],
    'BlankStockEntryAnnulled'
  >[];
}

/** What a partition of registers says, distinguished by `kind`. */
export type RegistersAnswer = RegisterEntries | RegisterBlanks | BlankStock;

interface View<Kind extends string, Held> {
  readonly kind: Kind;
  readonly key: string;
  readonly facts: Held[];
}

/** A partition of registers: its facts in log order. */
export type RegistersView =
  | View<'line' | 'learner', EntryFact>
  | View<'blanks', Fact<(typeof BLANK_TYPES)[number] | 'BlankEntryAnnulled'>>
  | View<'stock', Fact<(typeof STOCK_TYPES)[number] | 'BlankStockEntryAnnulled'>>;

/** Lines of old books stand apart, so that no page of our registers counts them. */
const lineKind = (year: string): 'old' | 'line' => (year === OLD_BOOK ? 'old' : 'line');

/** Keys of the partitions; a prefix leaves out the last part. */
export const registersKey = {
  /** The entry of a document; plain string order of keys is the order of numbers. */
  line: (document: string): string => {
    const { series, year, number } = documentParts(document);
    return partitionKey(lineKind(year), series, year, String(number).padStart(10, '0'));
  },
  /**
   * Prefix of the entries of a series in a year: `all` if numbers run on over years, `old` for the
   * lines of an old book.
   */
  lines: (series: string, year: string): string => partitionKey(lineKind(year), series, year, ''),
  /** Prefix of the lines of all old books. */
  oldBooks: (): string => partitionKey('old', ''),
  /** Gives the key of all entries about a learner. */
  learner: (learner: string): string => partitionKey('learner', learner),
  /** Gives the key of the spoilt and released blanks in the register of a series and a year. */
  blanks: (series: string, year: string): string => partitionKey('blanks', series, year),
  /** Gives the key of the deliveries and assignments of one kind of blank. */
  stock: (blank: string): string => partitionKey('stock', blank),
};

/**
 * The registers of documents (P7, R1 §4.2-4.3, R4 §5.4.3, R5 §4.10) in five kinds of partition:
 * `line/<series>/<year>/<number>` has a document's entry with its whole history, as
 * `old/<book>/old/<number>` has a line of an old book, `learner/<learner>` all entries about a
 * learner, `blanks/<series>/<year>` the blanks spoilt there, `stock/<blank>` the deliveries of
 * blanks; what was annulled there counts no more. The entry of a document issued in place of
 * another is also in the other's partition.
 */
export const registers: Projection<RegistersView, RegistersAnswer> = {
  name: 'registers',
  version: 5,
  types: [...ENTRY_TYPES, ...BLANK_TYPES, ...STOCK_TYPES, ANNULLED.blanks, ANNULLED.stock],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'blanks' || kind === 'stock') return { kind, key, facts: [] };
    return { kind: kind === 'learner' ? kind : 'line', key, facts: [] };
  },
  apply: (view, event) => {
    if (view.kind === 'blanks') {
      if (isOneOf(event, IN_BLANKS)) view.facts.push(factOf(event));
    } else if (view.kind === 'stock') {
      if (isOneOf(event, IN_STOCK)) view.facts.push(factOf(event));
    } else if (isOneOf(event, ENTRY_TYPES)) {
      view.facts.push(factOf(event));
    }
  },
  read,
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, IN_STOCK)) return [registersKey.stock(event.data.blank)];
  if (isOneOf(event, IN_BLANKS)) {
    const [series = '', year = ''] = streamKey(event.stream);
    return [registersKey.blanks(series, year)];
  }
  if (!isOneOf(event, ENTRY_TYPES)) return [];
  const { document } = event.data;
  // A line of an old book stands for whom it names, and is no learner.
  const named = 'learner' in event.data && event.data.learner !== document;
  const whose = named ? [event.data.learner] : [];
  const learners = distinct(...whose, ...(event.refs.learner ?? []));
  const own = [registersKey.line(document), ...learners.map(registersKey.learner)];
  const first = event.type === 'DocumentIssued' ? event.data.first : null;
  const before = first === null ? null : registersKey.line(first);
  return before === null || own.includes(before) ? own : [...own, before];
}

function read(view: RegistersView, on: string | null): RegistersAnswer {
  const { key } = view;
  if (view.kind === 'blanks') {
    const current = factsOn(view.facts, on);
    const { inForce, annulled } = countedFacts(
      current.filter((fact) => fact.type !== ANNULLED.blanks),
      current.filter((fact) => fact.type === ANNULLED.blanks),
    );
    const released = inForce.filter((fact) => fact.type === 'BlanksReleased');
    const [series, year] = [keyPart(key, 1), keyPart(key, 2)];
    return {
      kind: 'blanks',
      series,
      year,
      spoilt: spoiltIn(inForce),
      released,
      annulled,
      basis: basisOf(current),
    };
  }
  if (view.kind === 'stock') {
    const current = factsOn(view.facts, on);
    const { inForce, annulled } = countedFacts(
      current.filter((fact) => fact.type !== ANNULLED.stock),
      current.filter((fact) => fact.type === ANNULLED.stock),
    );
    return {
      kind: 'stock',
      blank: keyPart(key, 1),
      received: inForce.filter((fact) => fact.type === 'BlanksReceived'),
      assigned: inForce.filter((fact) => fact.type === 'BlanksAssigned'),
      annulled,
      basis: basisOf(current),
    };
  }
  const current = factsOn(view.facts, on);
  const all = entriesOf(current);
  const own = all.filter(({ document }) => registersKey.line(document) === key);
  const lines = view.kind === 'learner' ? all : own;
  const linked = view.kind === 'learner' ? linkedIn(current, keyPart(key, 1)) : [];
  return { kind: view.kind, lines, linked, basis: basisOf(current) };
}

/** The lines of old books that name a learner: those whose link counts. */
function linkedIn(facts: readonly EntryFact[], learner: string): readonly string[] {
  const annulled = new Set(
    facts.flatMap(({ type, data }) => (type === 'DocumentActAnnulled' ? [data.corrects] : [])),
  );
  return facts.flatMap(({ type, data, source }) =>
    type === 'DocumentLinked' && data.learner === learner && !annulled.has(source.event)
      ? [data.document]
      : [],
  );
}

function spoiltIn(facts: readonly Fact<(typeof BLANK_TYPES)[number]>[]): readonly SpoiltBlank[] {
  const found = new Map<string, SpoiltBlank>();
  for (const fact of facts) {
    if (fact.type === 'BlankSpoilt') {
      const { blank, series, number } = fact.data;
      const one = { blank, series, number, spoilt: fact, writtenOff: null };
      found.set(partitionKey(blank, series, number), one);
    }
    if (fact.type !== 'BlanksWrittenOff') continue;
    for (const { series, number } of fact.data.items) {
      const key = partitionKey(fact.data.blank, series, number);
      const one = found.get(key);
      if (one !== undefined) found.set(key, { ...one, writtenOff: fact });
    }
  }
  return [...found.values()];
}
