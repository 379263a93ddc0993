import { documentParts } from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';

/** The event types about a document's entry. */
export const ENTRY_TYPES = [
  'DocumentIssued',
  'DocumentReceived',
  'DocumentTakenOver',
  'DocumentLinked',
  'DocumentLineCorrected',
  'DocumentAnnulled',
  'DocumentWithdrawn',
  'DocumentDelivered',
  'DocumentActAnnulled',
] as const;

/** One fact about a document. */
export type EntryFact = Fact<(typeof ENTRY_TYPES)[number]>;

/** An event that makes an entry. */
type Made = Fact<'DocumentIssued' | 'DocumentReceived' | 'DocumentTakenOver'>;

const MADE: readonly EntryFact['type'][] = [
  'DocumentIssued',
  'DocumentReceived',
  'DocumentTakenOver',
];

const isMade = (fact: EntryFact): fact is Made => MADE.includes(fact.type);

/** The content of an entry without the name: as entered, or as corrected. */
export interface EntryContent {
  /** Event id of the entry or of its correction. */
  readonly event: string;
  /** Event id of the one that has the name printed on it: a correction may leave that as it was. */
  readonly named: string;
  /** Event id of the one that has the birth date. */
  readonly born: string;
  readonly paper: Fact<'DocumentIssued'>['data']['paper'];
  readonly content: Fact<'DocumentIssued'>['data']['content'];
  readonly marks: Fact<'DocumentIssued' | 'DocumentReceived'>['data']['marks'];
  /** Who signed the document; `null` for one that was not issued here. */
  readonly signer: Fact<'DocumentIssued'>['data']['signer'] | null;
  /** Number as it is printed, or as an old book has it; `null` where that has none. */
  readonly registrationNumber: string | null;
  /** The other organisation, or that of an old book, by name; `null`: it was issued here. */
  readonly issuer: string | null;
  /** Where a line of an old book stands there; `null`: it is none. */
  readonly old: Fact<'DocumentTakenOver'>['data']['old'] | null;
}

/** A correction of an entry with the content before and after. */
export interface EntryCorrection {
  readonly fact: Fact<'DocumentLineCorrected'>;
  readonly before: EntryContent;
  readonly after: EntryContent;
}

/**
 * A delivery, a withdrawal or the annulment of a document that was annulled, or that another one
 * stands in place of. RK 1.8.
 */
export interface AnnulledAct {
  readonly act: Fact<
    'DocumentWithdrawn' | 'DocumentDelivered' | 'DocumentAnnulled' | 'DocumentLinked'
  >;
  readonly annulment: Fact<'DocumentActAnnulled'>;
}

/** The state of a document. */
export type DocumentState = 'in-force' | 'annulled' | 'replaced' | 'withdrawn';

/** An entry of a register with all facts about its document. D15. */
export interface RegisterEntry {
  readonly document: string;
  /** Series and year are the key of the register's stream. */
  readonly series: string;
  readonly year: string;
  readonly number: number;
  /** Event id of the entry. */
  readonly event: string;
  /** The entry as first made, with its day, signer and ground. */
  readonly entered: Made;
  readonly on: string;
  /** The learner; of a line of an old book, the line's own id: it stands for whom it names. */
  readonly learner: string;
  /**
   * `replaced` if a document issued in its place is not known, in this partition, to be annulled.
   */
  readonly state: DocumentState;
  readonly standing: 'original' | 'duplicate' | 'replacement' | 'received' | 'taken-over';
  /** The content in force. */
  readonly inForce: EntryContent;
  /** In log order. */
  readonly corrections: readonly EntryCorrection[];
  readonly annulled: Fact<'DocumentAnnulled'> | null;
  readonly withdrawn: Fact<'DocumentWithdrawn'> | null;
  readonly delivered: Fact<'DocumentDelivered'> | null;
  /** Which learner a line of an old book names; `null`: nobody is found. */
  readonly linked: Fact<'DocumentLinked'> | null;
  /** Deliveries, withdrawals, links and annulments that were made in error, in log order. */
  readonly actsAnnulled: readonly AnnulledAct[];
  /**
   * Documents issued in its place, newest last; each has an entry of its own that says whether it
   * is in force.
   */
  readonly issuedInPlace: readonly Fact<'DocumentIssued'>[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenEntry = Omit<Mutable<RegisterEntry>, 'corrections' | 'issuedInPlace' | 'actsAnnulled'> & {
  corrections: EntryCorrection[];
  actsAnnulled: AnnulledAct[];
  issuedInPlace: Fact<'DocumentIssued'>[];
};

/**
 * Derives the entries from a list of facts, in the order in which they were made. Skips a fact
 * about an entry that is not in the list.
 */
export function entriesOf(facts: readonly EntryFact[]): readonly RegisterEntry[] {
  const entries = new Map<string, OpenEntry>();
  const inPlace: Fact<'DocumentIssued'>[] = [];
  for (const fact of facts) {
    if (isMade(fact)) {
      entries.set(fact.data.document, entered(fact));
      if (fact.type === 'DocumentIssued' && fact.data.first !== null) inPlace.push(fact);
      continue;
    }
    const entry = entries.get(fact.data.document);
    if (entry !== undefined) change(entry, fact);
  }
  for (const fact of inPlace) entries.get(fact.data.first ?? '')?.issuedInPlace.push(fact);
  return [...entries.values()].map((entry) => ({ ...entry, state: stateOf(entry, entries) }));
}

function entered(fact: Made): OpenEntry {
  const { document } = fact.data;
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
    learner: fact.type === 'DocumentTakenOver' ? document : fact.data.learner,
    state: 'in-force',
    standing: standingOf(fact),
    inForce: contentOf(fact),
    corrections: [],
    annulled: null,
    withdrawn: null,
    delivered: null,
    linked: null,
    actsAnnulled: [],
    issuedInPlace: [],
  };
}

function standingOf(fact: Made): RegisterEntry['standing'] {
  if (fact.type === 'DocumentIssued') return fact.data.standing;
  return fact.type === 'DocumentReceived' ? 'received' : 'taken-over';
}

function contentOf({ type, data, source: { event } }: Made): EntryContent {
  const { paper, content } = data;
  const shared = { event, named: event, born: event, paper, content };
  if (type === 'DocumentIssued') {
    const { signer, registrationNumber } = data;
    const marks = data.marksWritten ?? data.marks;
    return { ...shared, marks, signer, registrationNumber, issuer: null, old: null };
  }
  const { marks } = data;
  if (type === 'DocumentReceived') {
    const { registrationNumber, issuer } = data;
    return { ...shared, marks, signer: null, registrationNumber, issuer, old: null };
  }
  const { registrationNumber, issuer } = data.old;
  return { ...shared, marks, signer: null, registrationNumber, issuer, old: data.old };
}

/** The content as corrected; what the correction leaves out stays as it was. */
function correctedContent(
  before: EntryContent,
  made: Made,
  { data, source: { event } }: Fact<'DocumentLineCorrected'>,
): EntryContent {
  const { paper, content, changed } = data;
  const old = data.old ?? before.old;
  const isWritten = made.type !== 'DocumentIssued' || made.data.marksWritten !== undefined;
  return {
    event,
    named: changed.includes('name') ? event : before.named,
    born: changed.includes('birthDate') ? event : before.born,
    paper,
    content,
    marks: data.marksWritten ?? (isWritten ? before.marks : data.marks),
    signer: data.documentSigner ?? before.signer,
    registrationNumber: old === null ? before.registrationNumber : old.registrationNumber,
    issuer: data.issuer ?? old?.issuer ?? before.issuer,
    old,
  };
}

function change(entry: OpenEntry, fact: Exclude<EntryFact, Made>): void {
  switch (fact.type) {
    case 'DocumentLineCorrected': {
      const after = correctedContent(entry.inForce, entry.entered, fact);
      entry.corrections.push({ fact, before: entry.inForce, after });
      entry.inForce = after;
      return;
    }
    case 'DocumentAnnulled':
      entry.annulled ??= fact;
      return;
    case 'DocumentWithdrawn':
      entry.withdrawn ??= fact;
      return;
    case 'DocumentDelivered':
      entry.delivered ??= fact;
      return;
    case 'DocumentLinked':
      entry.linked ??= fact;
      return;
    case 'DocumentActAnnulled':
      return annulAct(entry, fact);
  }
}

/** The act no longer counts; one that stands in its place comes after its annulment. */
function annulAct(entry: OpenEntry, annulment: Fact<'DocumentActAnnulled'>): void {
  for (const field of ['withdrawn', 'delivered', 'linked', 'annulled'] as const) {
    const act = entry[field];
    if (act?.source.event !== annulment.data.corrects) continue;
    entry.actsAnnulled.push({ act, annulment });
    entry[field] = null;
  }
}

/** A document issued in place of another counts unless its own entry is known to be annulled. */
function stateOf(entry: OpenEntry, entries: ReadonlyMap<string, OpenEntry>): DocumentState {
  if (entry.annulled !== null) return 'annulled';
  const hasSuccessor = entry.issuedInPlace.some(
    ({ data }) => entries.get(data.document)?.annulled === null,
  );
  if (hasSuccessor) return 'replaced';
  return entry.withdrawn === null ? 'in-force' : 'withdrawn';
}
