import { documentParts } from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';

/** The facts of a document's line. */
export const LINE_TYPES = [
  'DocumentIssued',
  'DocumentReceived',
  'DocumentLineCorrected',
  'DocumentAnnulled',
  'DocumentWithdrawn',
  'DocumentDelivered',
] as const;

/** One fact about a document. */
export type LineFact = Fact<(typeof LINE_TYPES)[number]>;

/** What a line says beside the name: as it was entered, or as a correction has it. */
export interface LineEntry {
  /** Event id of the line, or of its correction. */
  readonly event: string;
  readonly paper: Fact<'DocumentIssued'>['data']['paper'];
  readonly content: Fact<'DocumentIssued'>['data']['content'];
  readonly marks: Fact<'DocumentIssued' | 'DocumentReceived'>['data']['marks'];
}

/** A correction of a line with what it said before and says after it. */
export interface LineCorrection {
  readonly fact: Fact<'DocumentLineCorrected'>;
  readonly before: LineEntry;
  readonly after: LineEntry;
}

/** How a document stands. */
export type DocumentState = 'in-force' | 'annulled' | 'replaced' | 'withdrawn';

/** A line of a register and what became of its document. D15. */
export interface RegisterLine {
  readonly document: string;
  /** Key of the stream: series and year. */
  readonly series: string;
  readonly year: string;
  readonly number: number;
  /** Event id of the line. */
  readonly event: string;
  /** The line as it was entered, with its day, signer and ground. */
  readonly entered: Fact<'DocumentIssued' | 'DocumentReceived'>;
  readonly on: string;
  readonly learner: string;
  /** `replaced` while what took its place is not known in this partition to be annulled. */
  readonly state: DocumentState;
  readonly standing: 'original' | 'duplicate' | 'replacement' | 'received';
  /** What it says now. */
  readonly inForce: LineEntry;
  /** In the order of the log. */
  readonly corrections: readonly LineCorrection[];
  readonly annulled: Fact<'DocumentAnnulled'> | null;
  readonly withdrawn: Fact<'DocumentWithdrawn'> | null;
  readonly delivered: Fact<'DocumentDelivered'> | null;
  /** What was issued in its place, newest last; whether that stands, its own line says. */
  readonly issuedInPlace: readonly Fact<'DocumentIssued'>[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenLine = Omit<Mutable<RegisterLine>, 'corrections' | 'issuedInPlace'> & {
  corrections: LineCorrection[];
  issuedInPlace: Fact<'DocumentIssued'>[];
};

/**
 * The lines that a list of facts tells, in the order in which they were entered. A fact about a
 * line that is not in the list is passed over.
 */
export function linesOf(facts: readonly LineFact[]): readonly RegisterLine[] {
  const lines = new Map<string, OpenLine>();
  const inPlace: Fact<'DocumentIssued'>[] = [];
  for (const fact of facts) {
    if (fact.type === 'DocumentIssued' || fact.type === 'DocumentReceived') {
      lines.set(fact.data.document, entered(fact));
      if (fact.type === 'DocumentIssued' && fact.data.first !== null) inPlace.push(fact);
      continue;
    }
    const line = lines.get(fact.data.document);
    if (line !== undefined) change(line, fact);
  }
  for (const fact of inPlace) lines.get(fact.data.first ?? '')?.issuedInPlace.push(fact);
  return [...lines.values()].map((line) => ({ ...line, state: stateOf(line, lines) }));
}

function entered(fact: Fact<'DocumentIssued' | 'DocumentReceived'>): OpenLine {
  const { document, learner, paper, content, marks } = fact.data;
  const { event } = fact.source;
  const { series, year, number } = documentParts(document);
  return {
    document,
    series,
    year,
    number,
    event,
    entered: fact,
    on: fact.on,
    learner,
    state: 'in-force',
    standing: fact.type === 'DocumentIssued' ? fact.data.standing : 'received',
    inForce: { event, paper, content, marks },
    corrections: [],
    annulled: null,
    withdrawn: null,
    delivered: null,
    issuedInPlace: [],
  };
}

function change(
  line: OpenLine,
  fact: Exclude<LineFact, Fact<'DocumentIssued' | 'DocumentReceived'>>,
): void {
  switch (fact.type) {
    case 'DocumentLineCorrected': {
      const { paper, content, marks } = fact.data;
      const after = { event: fact.source.event, paper, content, marks };
      line.corrections.push({ fact, before: line.inForce, after });
      line.inForce = after;
      return;
    }
    case 'DocumentAnnulled':
      line.annulled ??= fact;
      return;
    case 'DocumentWithdrawn':
      line.withdrawn ??= fact;
      return;
    case 'DocumentDelivered':
      line.delivered ??= fact;
      return;
  }
}

/** What took a document's place counts while its own line is not known to be annulled. */
function stateOf(line: OpenLine, lines: ReadonlyMap<string, OpenLine>): DocumentState {
  if (line.annulled !== null) return 'annulled';
  const standing = line.issuedInPlace.some(
    ({ data }) => lines.get(data.document)?.annulled === null,
  );
  if (standing) return 'replaced';
  return line.withdrawn === null ? 'in-force' : 'withdrawn';
}
