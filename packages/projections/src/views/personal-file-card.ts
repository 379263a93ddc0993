import type { CountedFacts, EntryAnnulment } from '../projection/entries.ts';
import { annulmentsIn, countedFacts } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf } from '../projection/fact.ts';
import type { CommendationRecord } from './commendation-record.ts';
import { COMMENDATION_TYPES, commendationsOf, isCommendationFact } from './commendation-record.ts';

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
  ...COMMENDATION_TYPES,
  'FileEntryAnnulled',
  'SpecialNeedsRecorded',
  'GiftedListed',
  'SpecialStatusEnded',
  'LearnersLinked',
  'LearnersUnlinked',
  'LearnerEntryAnnulled',
  'LinkEntryAnnulled',
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
  /** Items, removals, inscriptions and closings that count as never entered. RK 1.8. */
  readonly annulled: readonly AnnulledFileEntry[];
}

/** An entry of a file that counts as never entered, and what annulled it. RK 1.8. */
export interface AnnulledFileEntry {
  readonly fact: Exclude<FileFact, Fact<'FileEntryAnnulled'>>;
  readonly annulment: Fact<'FileEntryAnnulled'>;
}

type FileFact = Extract<CardFact, { readonly data: { readonly file: string } }>;

/**
 * Another record of the same person; `unlinked` is `null` while the link is in force. `annulled` is
 * set where the link counts as never made.
 */
export interface LinkedRecord {
  readonly learner: string;
  readonly linked: Fact<'LearnersLinked'>;
  readonly unlinked: Fact<'LearnersUnlinked'> | null;
  readonly annulled: EntryAnnulment | null;
}

/**
 * Special needs, or the listing as gifted, with its end. `annulled` is set where the entry counts
 * as never made. D3, R5 §3.4.
 */
export interface SpecialStatus {
  readonly status: 'special-needs' | 'gifted';
  readonly recorded: Fact<'SpecialNeedsRecorded' | 'GiftedListed'>;
  readonly ended: Fact<'SpecialStatusEnded'> | null;
  readonly annulled: EntryAnnulment | null;
}

/** What is recorded about a learner besides their enrollments. */
export interface FileCard extends WithBasis {
  readonly kind: 'card';
  readonly learner: string;
  readonly registered: Fact<'LearnerRegistered'> | null;
  readonly files: readonly LearnerFile[];
  readonly commendations: readonly CommendationRecord[];
  /** Those that count by their days, then those that were annulled. */
  readonly statuses: readonly SpecialStatus[];
  /** Those that count by their days, then those that were annulled. */
  readonly links: readonly LinkedRecord[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Lists = 'inventory' | 'corrected' | 'removed' | 'certified' | 'annulled';
type OpenFile = Omit<Mutable<LearnerFile>, Lists> & {
  inventory: InventoryItem[];
  corrected: InventoryCorrection[];
  removed: Fact<'FileDocumentRemoved'>[];
  certified: Fact<'FilePartCertified'>[];
  annulled: AnnulledFileEntry[];
};

/** Derives the card from a list of facts. */
export function cardOn(learner: string, facts: readonly CardFact[]): FileCard {
  const files = new Map<string, OpenFile>();
  const counted = countedFacts(facts, annulmentsIn(facts));
  const annulments = new Map<string, Fact<'FileEntryAnnulled'>>();
  for (const fact of facts) {
    if (fact.type === 'FileEntryAnnulled') annulments.set(fact.data.corrects, fact);
  }
  for (const fact of facts) {
    if ('file' in fact.data) file(files, fact as FileFact, annulments.get(fact.source.event));
  }
  return {
    kind: 'card',
    learner,
    registered: counted.inForce.find((fact) => fact.type === 'LearnerRegistered') ?? null,
    files: [...files.values()],
    commendations: commendationsOf(facts.filter(isCommendationFact)),
    statuses: statusesOf(counted),
    links: linksOf(learner, counted),
    basis: basisOf(facts),
  };
}

type Counted = CountedFacts<CardFact, EntryAnnulment>;

function statusesOf({ inForce, annulled }: Counted): readonly SpecialStatus[] {
  const found: { -readonly [K in keyof SpecialStatus]: SpecialStatus[K] }[] = [];
  const gone: SpecialStatus[] = [];
  for (const fact of inForce) {
    if (fact.type === 'SpecialNeedsRecorded' || fact.type === 'GiftedListed') {
      found.push({ status: statusOf(fact), recorded: fact, ended: null, annulled: null });
    }
    if (fact.type !== 'SpecialStatusEnded') continue;
    for (const one of found) {
      const valid = (one.recorded.data.until ?? fact.on) >= fact.on;
      if (one.status === fact.data.status && valid) one.ended ??= fact;
    }
  }
  for (const { fact, annulment } of annulled) {
    if (fact.type !== 'SpecialNeedsRecorded' && fact.type !== 'GiftedListed') continue;
    gone.push({ status: statusOf(fact), recorded: fact, ended: null, annulled: annulment });
  }
  return [...found, ...gone];
}

const statusOf = ({ type }: SpecialStatus['recorded']): SpecialStatus['status'] =>
  type === 'GiftedListed' ? 'gifted' : 'special-needs';

function linksOf(learner: string, { inForce, annulled }: Counted): readonly LinkedRecord[] {
  const found: { -readonly [K in keyof LinkedRecord]: LinkedRecord[K] }[] = [];
  const gone: LinkedRecord[] = [];
  for (const fact of inForce) {
    if (fact.type === 'LearnersLinked') {
      found.push({
        learner: theOther(learner, fact),
        linked: fact,
        unlinked: null,
        annulled: null,
      });
    }
    if (fact.type !== 'LearnersUnlinked') continue;
    for (const one of found) {
      if (one.learner === theOther(learner, fact)) one.unlinked ??= fact;
    }
  }
  for (const { fact, annulment } of annulled) {
    if (fact.type !== 'LearnersLinked') continue;
    const linked = theOther(learner, fact);
    gone.push({ learner: linked, linked: fact, unlinked: null, annulled: annulment });
  }
  return [...found, ...gone];
}

const theOther = (
  learner: string,
  { data: { learner: one, other } }: Fact<'LearnersLinked' | 'LearnersUnlinked'>,
): string => (one === learner ? other : one);

function file(
  files: Map<string, OpenFile>,
  fact: FileFact,
  annulment: Fact<'FileEntryAnnulled'> | undefined,
): void {
  if (annulment !== undefined && fact.type !== 'FileEntryAnnulled') {
    const open = files.get(fact.data.file);
    open?.annulled.push({ fact, annulment });
    if (fact.type === 'InventoryLineCorrected') correctItem(open, fact, false);
  } else if (fact.type === 'FileOpened') {
    const { file: id, number, index } = fact.data;
    const { stream } = fact.source;
    const openedOn = fact.on;
    const lists = { inventory: [], corrected: [], removed: [], certified: [], annulled: [] };
    files.set(id, { file: id, stream, number, index, openedOn, closedOn: null, ...lists });
  } else if (fact.type === 'FileDocumentAdded') {
    files.get(fact.data.file)?.inventory.push(fact);
  } else if (fact.type === 'FileDocumentRemoved') {
    files.get(fact.data.file)?.removed.push(fact);
  } else if (fact.type === 'FilePartCertified') {
    files.get(fact.data.file)?.certified.push(fact);
  } else if (fact.type === 'InventoryLineCorrected') {
    correctItem(files.get(fact.data.file), fact, true);
  } else if (fact.type === 'FileClosed') {
    const open = files.get(fact.data.file);
    if (open !== undefined) open.closedOn = fact.on;
  }
}

/**
 * Puts the corrected item in place of the first, with its own source; `about` is kept from the
 * first. A correction that was annulled is listed only.
 */
function correctItem(
  open: OpenFile | undefined,
  fact: Fact<'InventoryLineCorrected'>,
  counts: boolean,
): void {
  const { item, date, sheets, medium, original } = fact.data;
  const at = open?.inventory.findIndex(({ data }) => data.item === item) ?? -1;
  const before = open?.inventory[at];
  if (open === undefined || before === undefined) return;
  const data = { ...before.data, date, sheets, medium, original };
  const after = { ...before, source: fact.source, data };
  open.corrected.push({ fact, before, after });
  if (counts) open.inventory[at] = after;
}

/** The ids that a card's own links name as the same person. */
export const linkedBy = (card: Pick<FileCard, 'links'> | null): readonly string[] =>
  (card?.links ?? [])
    .filter(({ unlinked, annulled }) => unlinked === null && annulled === null)
    .map(({ learner }) => learner);
