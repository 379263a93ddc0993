import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf } from '../projection/fact.ts';

/** The facts of the card: one learner's registration, file and commendations. */
export const CARD_TYPES = [
  'LearnerRegistered',
  'RepresentativeNamed',
  'RepresentativeEnded',
  'FileOpened',
  'FileDocumentAdded',
  'FileClosed',
  'FileDocumentRemoved',
  'InventoryLineCorrected',
  'FilePartCertified',
  'FilePartOpened',
  'CommendationProposed',
  'CommendationOrdered',
  'CommendationPresented',
  'CommendationPublished',
  'CommendationRevoked',
  'SpecialNeedsRecorded',
  'GiftedListed',
  'SpecialStatusEnded',
  'LearnersLinked',
  'LearnersUnlinked',
] as const;

type CardFact = Fact<(typeof CARD_TYPES)[number]>;

/** One document of a file's inventory. */
export type InventoryItem = Fact<'FileDocumentAdded'>;

/** A correction of an inventory item. The `people` view has the texts before and after. */
export interface InventoryCorrection {
  readonly fact: Fact<'InventoryLineCorrected'>;
  readonly before: InventoryItem;
  readonly after: InventoryItem;
}

/** A personal file (личное дело) with its inventory. */
export interface LearnerFile {
  readonly file: string;
  /** The file's stream. */
  readonly stream: string;
  readonly number: string;
  readonly index: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** In inventory order, each item as corrected; a removed document keeps its item. */
  readonly inventory: readonly InventoryItem[];
  /** Corrections of its items, each with the item before and after. */
  readonly corrected: readonly InventoryCorrection[];
  /** Removals of documents by an act. */
  readonly removed: readonly Fact<'FileDocumentRemoved'>[];
  /** Certifying inscriptions of its parts. */
  readonly certified: readonly Fact<'FilePartCertified'>[];
}

/** A commendation from its proposal to its presentation, or its revocation. */
export interface CommendationRecord {
  readonly commendation: string;
  readonly state: 'proposed' | 'ordered' | 'presented' | 'revoked';
  /** Kind by code; `null` if not ordered yet. */
  readonly kind: string | null;
  readonly proposed: Fact<'CommendationProposed'> | null;
  readonly ordered: Fact<'CommendationOrdered'> | null;
  readonly presented: Fact<'CommendationPresented'> | null;
  readonly published: readonly Fact<'CommendationPublished'>[];
  readonly revoked: Fact<'CommendationRevoked'> | null;
}

/** Another record of the same person; `unlinked` is `null` while the link is in force. */
export interface LinkedRecord {
  readonly learner: string;
  readonly linked: Fact<'LearnersLinked'>;
  readonly unlinked: Fact<'LearnersUnlinked'> | null;
}

/** Special needs, or the listing as gifted, with its end. D3, R5 §3.4. */
export interface SpecialStatus {
  readonly status: 'special-needs' | 'gifted';
  readonly recorded: Fact<'SpecialNeedsRecorded' | 'GiftedListed'>;
  readonly ended: Fact<'SpecialStatusEnded'> | null;
}

/** What is recorded about a learner besides their enrollments. */
export interface FileCard extends WithBasis {
  readonly kind: 'card';
  readonly learner: string;
  readonly registered: Fact<'LearnerRegistered'> | null;
  readonly files: readonly LearnerFile[];
  readonly commendations: readonly CommendationRecord[];
  /** In log order. */
  readonly statuses: readonly SpecialStatus[];
  readonly links: readonly LinkedRecord[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Lists = 'inventory' | 'corrected' | 'removed' | 'certified';
type OpenFile = Omit<Mutable<LearnerFile>, Lists> & {
  inventory: InventoryItem[];
  corrected: InventoryCorrection[];
  removed: Fact<'FileDocumentRemoved'>[];
  certified: Fact<'FilePartCertified'>[];
};
type OpenCommendation = Omit<Mutable<CommendationRecord>, 'published'> & {
  published: Fact<'CommendationPublished'>[];
};

/** Derives the card from a list of facts. */
export function cardOn(learner: string, facts: readonly CardFact[]): FileCard {
  const files = new Map<string, OpenFile>();
  const commendations = new Map<string, OpenCommendation>();
  let registered: Fact<'LearnerRegistered'> | null = null;
  for (const fact of facts) {
    if (fact.type === 'LearnerRegistered') registered ??= fact;
    file(files, fact);
    if ('commendation' in fact.data) commend(commendations, fact as CommendationFact);
  }
  return {
    kind: 'card',
    learner,
    registered,
    files: [...files.values()],
    commendations: [...commendations.values()],
    statuses: statusesOf(facts),
    links: linksOf(learner, facts),
    basis: basisOf(facts),
  };
}

function statusesOf(facts: readonly CardFact[]): readonly SpecialStatus[] {
  const found: { -readonly [K in keyof SpecialStatus]: SpecialStatus[K] }[] = [];
  for (const fact of facts) {
    if (fact.type === 'SpecialNeedsRecorded' || fact.type === 'GiftedListed') {
      const status = fact.type === 'GiftedListed' ? 'gifted' : 'special-needs';
      found.push({ status, recorded: fact, ended: null });
    }
    if (fact.type !== 'SpecialStatusEnded') continue;
    for (const one of found) if (one.status === fact.data.status) one.ended ??= fact;
  }
  return found;
}

function linksOf(learner: string, facts: readonly CardFact[]): readonly LinkedRecord[] {
  const found: { -readonly [K in keyof LinkedRecord]: LinkedRecord[K] }[] = [];
  for (const fact of facts) {
    if (fact.type !== 'LearnersLinked' && fact.type !== 'LearnersUnlinked') continue;
    const { learner: one, other } = fact.data;
    const linked = one === learner ? other : one;
    if (fact.type === 'LearnersLinked') {
      found.push({ learner: linked, linked: fact, unlinked: null });
    } else {
      const last = found.findLast((link) => link.learner === linked);
      if (last !== undefined) last.unlinked ??= fact;
    }
  }
  return found;
}

function file(files: Map<string, OpenFile>, fact: CardFact): void {
  if (fact.type === 'FileOpened') {
    const { file: id, number, index } = fact.data;
    const { stream } = fact.source;
    const openedOn = fact.on;
    const lists = { inventory: [], corrected: [], removed: [], certified: [] };
    files.set(id, { file: id, stream, number, index, openedOn, closedOn: null, ...lists });
  } else if (fact.type === 'FileDocumentAdded') {
    files.get(fact.data.file)?.inventory.push(fact);
  } else if (fact.type === 'FileDocumentRemoved') {
    files.get(fact.data.file)?.removed.push(fact);
  } else if (fact.type === 'FilePartCertified') {
    files.get(fact.data.file)?.certified.push(fact);
  } else if (fact.type === 'InventoryLineCorrected') {
    correctItem(files.get(fact.data.file), fact);
  } else if (fact.type === 'FileClosed') {
    const open = files.get(fact.data.file);
    if (open !== undefined) open.closedOn = fact.on;
  }
}

/**
 * Puts the corrected item in place of the first, with its own source; `about` is kept from the
 * first.
 */
function correctItem(open: OpenFile | undefined, fact: Fact<'InventoryLineCorrected'>): void {
  const { item, date, sheets, medium, original } = fact.data;
  const at = open?.inventory.findIndex(({ data }) => data.item === item) ?? -1;
  const before = open?.inventory[at];
  if (open === undefined || before === undefined) return;
  const data = { ...before.data, date, sheets, medium, original };
  const after = { ...before, source: fact.source, data };
  open.corrected.push({ fact, before, after });
  open.inventory[at] = after;
}

type CommendationFact = Extract<CardFact, { data: { readonly commendation: string } }>;

function commend(records: Map<string, OpenCommendation>, fact: CommendationFact): void {
  const { commendation } = fact.data;
  const record = records.get(commendation) ?? {
    commendation,
    state: 'proposed',
    kind: null,
    proposed: null,
    ordered: null,
    presented: null,
    published: [],
    revoked: null,
  };
  records.set(commendation, record);
  switch (fact.type) {
    case 'CommendationProposed':
      record.proposed = fact;
      return;
    case 'CommendationOrdered':
      record.ordered = fact;
      record.kind = fact.data.kind;
      record.state = 'ordered';
      return;
    case 'CommendationPresented':
      record.presented = fact;
      record.state = 'presented';
      return;
    case 'CommendationPublished':
      record.published.push(fact);
      return;
    case 'CommendationRevoked':
      record.revoked = fact;
      record.state = 'revoked';
      return;
  }
}
