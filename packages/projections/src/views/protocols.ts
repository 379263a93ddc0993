import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const TYPES = [
  'SittingHeld',
  'ProtocolLineEntered',
  'ProtocolLineCorrected',
  'DissentRecorded',
  'ProtocolSigned',
  'ProtocolNumbered',
  'CommissionEntryAnnulled',
] as const;

/**
 * A correction of a protocol entry, with the result named before and after; `null` if struck out.
 */
export interface ProtocolEntryCorrection {
  readonly fact: Fact<'ProtocolLineCorrected'>;
  readonly before: string | null;
  readonly after: string | null;
}

/** One entry of a protocol with its history. D8. */
export interface ProtocolEntry {
  readonly line: number;
  readonly entered: Fact<'ProtocolLineEntered'>;
  /** Event id of the result that the entry names now; `null` if struck out. */
  readonly result: string | null;
  /** In log order. */
  readonly corrections: readonly ProtocolEntryCorrection[];
  readonly dissents: readonly Fact<'DissentRecorded'>[];
}

/** The protocol of a sitting. D8. */
export interface Protocol extends WithBasis {
  readonly protocol: string;
  readonly sitting: Fact<'SittingHeld'> | null;
  /** Who annulled the sitting as not held, when and why; `null`: it counts. RK 1.8. */
  readonly annulled: Fact<'CommissionEntryAnnulled'> | null;
  readonly numbered: Fact<'ProtocolNumbered'> | null;
  /** By number. */
  readonly lines: readonly ProtocolEntry[];
  readonly signatures: readonly Fact<'ProtocolSigned'>[];
}

/** A protocol: its facts in log order. */
export interface ProtocolView {
  readonly protocol: string;
  readonly facts: Fact<(typeof TYPES)[number]>[];
}

/** Key of a protocol's partition. */
export const protocolsKey = (protocol: string): string => partitionKey('protocol', protocol);

/** Protocols of commissions (P2, R1 §4.2.3-4.2.4). Key: `protocol/<protocol>`. */
export const protocols: Projection<ProtocolView, Protocol> = {
  name: 'protocols',
  version: 2,
  types: TYPES,
  keysOf,
  initial: (key) => ({ protocol: key.slice(key.indexOf('/') + 1), facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ protocol, facts }, on) => {
    const current = factsOn(facts, on);
    const sitting = current.find((fact) => fact.type === 'SittingHeld') ?? null;
    const annulments = current.filter((fact) => fact.type === 'CommissionEntryAnnulled');
    return {
      protocol,
      sitting,
      annulled: annulments.find(({ data }) => data.corrects === sitting?.source.event) ?? null,
      numbered: current.find((fact) => fact.type === 'ProtocolNumbered') ?? null,
      lines: entriesOf(current),
      signatures: current.filter((fact) => fact.type === 'ProtocolSigned'),
      basis: basisOf(current),
    };
  },
};

/** An annulled entry of a commission that is no sitting belongs to no protocol. */
function keysOf(event: CoreEvent): readonly string[] {
  if (!isOneOf(event, TYPES)) return [];
  const { protocol } = event.data;
  return protocol === undefined ? [] : [protocolsKey(protocol)];
}

function entriesOf(facts: readonly ProtocolView['facts'][number][]): readonly ProtocolEntry[] {
  const entries = new Map<string, ProtocolEntry>();
  for (const fact of facts) {
    if (fact.type === 'ProtocolLineEntered') {
      const { line, result } = fact.data;
      const event = fact.source.event;
      entries.set(event, { line, entered: fact, result, corrections: [], dissents: [] });
    }
    if (fact.type === 'ProtocolLineCorrected') {
      const one = entries.get(fact.data.corrects);
      if (one === undefined) continue;
      const { result: after } = fact.data;
      const corrections = [...one.corrections, { fact, before: one.result, after }];
      entries.set(fact.data.corrects, { ...one, result: after, corrections });
    }
    if (fact.type === 'DissentRecorded') {
      const one = entries.get(fact.data.about);
      if (one === undefined) continue;
      entries.set(fact.data.about, { ...one, dissents: [...one.dissents, fact] });
    }
  }
  return [...entries.values()].toSorted((a, b) => a.line - b.line);
}
