import type { CoreEvent } from '@letopis/core';
import { documentParts } from '@letopis/core/facts';
import { streamKey } from '@letopis/core/kernel';
import type { Answered, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, standing } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { LineFact, RegisterLine } from './register-line.ts';
import { LINE_TYPES, linesOf } from './register-line.ts';

const BLANK_TYPES = ['BlankSpoilt', 'BlanksWrittenOff', 'BlanksReleased'] as const;
const STOCK_TYPES = ['BlanksReceived', 'BlanksAssigned'] as const;

/** Lines of a register: one line, or all lines about a learner. */
export interface RegisterLines extends Answered {
  readonly kind: 'line' | 'learner';
  /** In the order in which they were entered. */
  readonly lines: readonly RegisterLine[];
}

/** A blank that was spoilt in a register. */
export interface SpoiltBlank {
  readonly blank: string;
  readonly series: string | null;
  readonly number: string;
  readonly spoilt: Fact<'BlankSpoilt'>;
  /** The act of writing off stands in its ground; null: not written off. */
  readonly writtenOff: Fact<'BlanksWrittenOff'> | null;
}

/** What became of blanks in the register of a year. */
export interface RegisterBlanks extends Answered {
  readonly kind: 'blanks';
  readonly series: string;
  readonly year: string;
  readonly spoilt: readonly SpoiltBlank[];
  readonly released: readonly Fact<'BlanksReleased'>[];
}

/** One kind of blank: what came in, and to which registers it was given. */
export interface BlankStock extends Answered {
  readonly kind: 'stock';
  readonly blank: string;
  readonly received: readonly Fact<'BlanksReceived'>[];
  readonly assigned: readonly Fact<'BlanksAssigned'>[];
}

/** What a partition of registers says, told apart by `kind`. */
export type RegistersAnswer = RegisterLines | RegisterBlanks | BlankStock;

interface View<Kind extends string, Held> {
  readonly kind: Kind;
  readonly key: string;
  readonly facts: Held[];
}

/** A partition of registers: its facts in the order of the log. */
export type RegistersView =
  | View<'line' | 'learner', LineFact>
  | View<'blanks', Fact<(typeof BLANK_TYPES)[number]>>
  | View<'stock', Fact<(typeof STOCK_TYPES)[number]>>;

/** Keys of the partitions; a prefix leaves out the last part. */
export const registersKey = {
  /** The line of a document; plain order of keys is that of the numbers. */
  line: (document: string): string => {
    const { series, year, number } = documentParts(document);
    return partitionKey('line', series, year, String(number).padStart(10, '0'));
  },
  /** Prefix of the lines of a series in a year (`all` where numbers never begin again). */
  lines: (series: string, year: string): string => partitionKey('line', series, year, ''),
  learner: (learner: string): string => partitionKey('learner', learner),
  blanks: (series: string, year: string): string => partitionKey('blanks', series, year),
  stock: (blank: string): string => partitionKey('stock', blank),
};

/**
 * The registers of documents (P7, R1 §4.2-4.3, R4 §5.4.3, R5 §4.10) in four kinds of partition:
 * `line/<series>/<year>/<number>` is a document's line with its whole history,
 * `learner/<learner>` all lines about a learner, `blanks/<series>/<year>` the blanks spoilt there,
 * `stock/<blank>` the blanks that came in. A line of what was issued in a document's place stands
 * with that document too.
 */
export const registers: Projection<RegistersView, RegistersAnswer> = {
  name: 'registers',
  version: 1,
  types: [...LINE_TYPES, ...BLANK_TYPES, ...STOCK_TYPES],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'blanks' || kind === 'stock') return { kind, key, facts: [] };
    return { kind: kind === 'learner' ? kind : 'line', key, facts: [] };
  },
  apply: (view, event) => {
    if (view.kind === 'blanks') {
      if (isOneOf(event, BLANK_TYPES)) view.facts.push(factOf(event));
    } else if (view.kind === 'stock') {
      if (isOneOf(event, STOCK_TYPES)) view.facts.push(factOf(event));
    } else if (isOneOf(event, LINE_TYPES)) {
      view.facts.push(factOf(event));
    }
  },
  read,
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, STOCK_TYPES)) return [registersKey.stock(event.data.blank)];
  if (isOneOf(event, BLANK_TYPES)) {
    const [series = '', year = ''] = streamKey(event.stream);
    return [registersKey.blanks(series, year)];
  }
  if (!isOneOf(event, LINE_TYPES)) return [];
  const { document, learner } = event.data;
  const own = [registersKey.line(document), registersKey.learner(learner)];
  const first = event.type === 'DocumentIssued' ? event.data.first : null;
  const before = first === null ? null : registersKey.line(first);
  return before === null || own.includes(before) ? own : [...own, before];
}

function read(view: RegistersView, on: string | null): RegistersAnswer {
  const { key } = view;
  if (view.kind === 'blanks') {
    const held = standing(view.facts, on);
    const released = held.filter((fact) => fact.type === 'BlanksReleased');
    const [series, year] = [keyPart(key, 1), keyPart(key, 2)];
    return { kind: 'blanks', series, year, spoilt: spoiltIn(held), released, basis: basisOf(held) };
  }
  if (view.kind === 'stock') {
    const held = standing(view.facts, on);
    return {
      kind: 'stock',
      blank: keyPart(key, 1),
      received: held.filter((fact) => fact.type === 'BlanksReceived'),
      assigned: held.filter((fact) => fact.type === 'BlanksAssigned'),
      basis: basisOf(held),
    };
  }
  const held = standing(view.facts, on);
  const all = linesOf(held);
  const own = all.filter(({ document }) => registersKey.line(document) === key);
  const lines = view.kind === 'learner' ? all : own;
  return { kind: view.kind, lines, basis: basisOf(held) };
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
