import type { CoreEvent } from '@letopis/core';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { distinct, keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const SIGNED_TYPES = ['PrintoutCertified', 'SheetsSigned'] as const;
const VOIDED_TYPES = ['PrintoutVoided', 'SheetVoided'] as const;

/** A page that was certified, or sheets of a paper carrier that were signed. D21. */
export type PrintedFact = Fact<(typeof SIGNED_TYPES)[number]>;

/** The fact that such a page, or one such sheet, is void. */
export type VoidedFact = Fact<(typeof VOIDED_TYPES)[number]>;

/** What was printed and signed of one record, in log order, void ones among them. */
export interface PrintedOfRecord extends WithBasis {
  readonly kind: 'record';
  readonly record: string;
  readonly printed: readonly PrintedFact[];
}

/** What was signed of one series of sheets, and what is void of it, or of one printout. */
export interface VoidedOfPaper extends WithBasis {
  readonly kind: 'paper';
  readonly stream: string;
  /** Signings of the series in log order, void ones among them; empty for a printout. */
  readonly signed: readonly Fact<'SheetsSigned'>[];
  readonly voided: readonly VoidedFact[];
}

/** What a partition of printed papers says, distinguished by `kind`. */
export type PrintedAnswer = PrintedOfRecord | VoidedOfPaper;

/** A partition: its facts in log order. */
export interface PrintedView {
  readonly key: string;
  readonly facts: (PrintedFact | VoidedFact)[];
}

/** Keys of the partitions. */
export const printedKey = {
  /** Gives the key of a record by its name, `file-l-1.1`; a part of it is a prefix. */
  record: (record: string): string => partitionKey('record', record),
  /** Gives the key of the stream of a printout, or of a series of sheets. */
  paper: (stream: string): string => partitionKey('paper', stream),
};

/**
 * Which records were printed and signed (D21, RK 1.9). Keys: `record/<record>` has the certified
 * printouts and signed sheets that name the record, `paper/<stream>` the signings of a series of
 * sheets and what is void of a paper, because the fact that voids one does not name the records
 * again.
 */
export const printed: Projection<PrintedView, PrintedAnswer> = {
  name: 'printed',
  version: 2,
  types: [...SIGNED_TYPES, ...VOIDED_TYPES],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, SIGNED_TYPES)) view.facts.push(factOf(event));
    if (isOneOf(event, VOIDED_TYPES)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const basis = basisOf(current);
    if (keyPart(key, 0) === 'paper') {
      const signed = current.filter((fact) => fact.type === 'SheetsSigned');
      const voided = current.filter(isVoided);
      return { kind: 'paper', stream: keyPart(key, 1), signed, voided, basis };
    }
    const signed = current.filter((fact) => !isVoided(fact));
    return { kind: 'record', record: keyPart(key, 1), printed: signed, basis };
  },
};

const isVoided = (fact: PrintedFact | VoidedFact): fact is VoidedFact =>
  fact.type === 'PrintoutVoided' || fact.type === 'SheetVoided';

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, VOIDED_TYPES)) return [printedKey.paper(event.stream)];
  if (!isOneOf(event, SIGNED_TYPES)) return [];
  const records = distinct(...event.data.records).map((record) => printedKey.record(record));
  return event.type === 'SheetsSigned' ? [...records, printedKey.paper(event.stream)] : records;
}
