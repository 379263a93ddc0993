import { streamKey } from '@letopis/core/kernel';
import type { Fact } from '../projection/fact.ts';
import type { LifeEntryFact } from './life-steps.ts';
import type { RightingFact } from './records-added.ts';
import type { FileAnnulment } from './records-files.ts';
import { isFileAnnulment, withoutAnnulled } from './records-files.ts';
import type { HoldFact, RetentionAnnulment } from './records-holds.ts';
import { HOLD_TYPES, isHold } from './records-holds.ts';
import type { CourseFact } from './records-life.ts';
import { courseOf, isLife } from './records-life.ts';
import type { LoanAnnulment } from './records-loans.ts';
import { isLoan, LOAN_TYPES, loansInForce } from './records-loans.ts';

/* One record with its archival status, as the facts about it make it. D18, D19. */

/** The event types of archival status. */
export const ARCHIVE_TYPES = ['HandedOver', 'AcceptedByArchive', 'ReturnedByArchive'] as const;
type ArchiveFact = Fact<(typeof ARCHIVE_TYPES)[number]>;
/** The event types about a record that are in another stream. */
export const KEPT_TYPES = [
  ...LOAN_TYPES,
  'NoLongerNeeded',
  'CarrierReleased',
  'RecordReleased',
  'CarrierReleaseAnnulled',
] as const;
type KeptFact = Fact<(typeof KEPT_TYPES)[number]>;
/** The event types that are stored as they are. */
export const STORED_TYPES = [
  ...ARCHIVE_TYPES,
  ...KEPT_TYPES,
  ...HOLD_TYPES,
  'RetentionEntryAnnulled',
] as const;

/** The archival status of a record. D18. */
export interface RecordArchivalStatus {
  readonly state: 'open' | 'handed-over' | 'accepted';
  /** The transfer that froze it or in which it was accepted; `null` if it is open. */
  readonly transfer: string | null;
  /** Day of the last change; `null` if there was none. */
  readonly since: string | null;
}

/** One record: an enrollment, a journal or a personal file. */
export interface ArchivalRecord {
  /** Its name, as transfers list it: the stream's name without the organisation. */
  readonly record: string;
  readonly stream: string;
  readonly kind: string;
  /** The learner of an enrollment or file; `null` for a journal. */
  readonly learner: string | null;
  /** The group of a journal; `null` for an enrollment or file. */
  readonly group: string | null;
  readonly openedOn: string;
  /** Annulled as if never made; such an enrollment is listed only where the archive has it. */
  readonly annulled: boolean;
  /** Day of completion, discharge or closing; `null` if it has not ended. */
  readonly endedOn: string | null;
  /**
   * Day of the order that ended it, or `endedOn` where there is no order; `null` if it has not
   * ended. R1 §7.2.
   */
  readonly endOrderedOn: string | null;
  readonly archivalStatus: RecordArchivalStatus;
  /** The loan that it has not come back from; `null` if it is not lent. */
  readonly loan: Fact<'RecordLent'> | null;
  /** Decisions that a carrier of it is no longer needed; annulled ones are left out. */
  readonly unneeded: readonly Fact<'NoLongerNeeded'>[];
  /**
   * Releases of its carriers for destruction, and of itself for erasure; annulled ones are left
   * out. D19.
   */
  readonly released: readonly Fact<'CarrierReleased' | 'RecordReleased'>[];
  /** What put it right after the archive had accepted it, in log order. RK 1.9. */
  readonly addedAfter: readonly RightingFact[];
}

/** What a partition of records stores. */
export type RecordFact =
  | FileAnnulment
  | ArchiveFact
  | KeptFact
  | HoldFact
  | RetentionAnnulment
  | LifeEntryFact
  | CourseFact
  | RightingFact;

/** `academy.journal-m-1.safety.2026` → `journal-m-1.safety.2026`. */
export const recordName = (stream: string): string => stream.slice(stream.indexOf('.') + 1);
/** The kind in a stream's name: `journal`. */
export const recordKind = (stream: string): string => recordName(stream).split('-')[0] ?? '';

/** The stream of a record that is named in the stream of another. */
export const streamOf = (stream: string, record: string): string =>
  `${stream.slice(0, stream.indexOf('.'))}.${record}`;

const OPEN: RecordArchivalStatus = { state: 'open', transfer: null, since: null };

/** The records that these facts are about; an annulled one only where the archive has it. */
export function recordsOf(facts: readonly RecordFact[]): readonly ArchivalRecord[] {
  const found = new Map<string, ArchivalRecord>();
  const others = withoutAnnulled(facts.filter((fact) => !isLife(fact) && !isLoan(fact)));
  const loans = loansInForce(facts.filter(isLoan));
  const taken = new Set(facts.flatMap((fact) => correctedBy(fact) ?? []));
  for (const fact of [...courseOf(facts.filter(isLife)), ...others, ...loans]) {
    if (isHold(fact) || isRetentionAnnulment(fact) || isFileAnnulment(fact)) continue;
    if (taken.has(fact.source.event)) continue;
    const fromElsewhere = isKept(fact);
    const { stream: own } = fact.source;
    const stream = fromElsewhere ? streamOf(own, fact.data.record) : own;
    // Neither a fact in another stream nor what puts an entry right opens a record.
    const opens = !fromElsewhere && fact.type !== 'righted';
    const record = found.get(stream) ?? (opens ? opened(stream, fact.on) : null);
    if (record !== null) found.set(stream, { ...record, ...change(record, fact) });
  }
  return [...found.values()].filter(
    ({ annulled, archivalStatus }) => !annulled || archivalStatus.state !== 'open',
  );
}

function opened(stream: string, on: string): ArchivalRecord {
  const kind = recordKind(stream);
  const [first = ''] = streamKey(stream);
  const isJournal = kind === 'journal';
  return {
    record: recordName(stream),
    stream,
    kind,
    learner: isJournal ? null : first,
    group: isJournal ? first : null,
    openedOn: on,
    annulled: false,
    endedOn: null,
    endOrderedOn: null,
    archivalStatus: OPEN,
    loan: null,
    unneeded: [],
    released: [],
    addedAfter: [],
  };
}

/** Is the fact the annulment of a hold or of a decision on the need? */
export const isRetentionAnnulment = (fact: RecordFact): fact is RetentionAnnulment =>
  fact.type === 'RetentionEntryAnnulled';

/** The event id of the decision or release that a fact annuls. */
const correctedBy = (fact: RecordFact): string | null =>
  fact.type === 'RetentionEntryAnnulled' || fact.type === 'CarrierReleaseAnnulled'
    ? fact.data.corrects
    : null;

const isKept = (fact: RecordFact): fact is KeptFact =>
  (KEPT_TYPES as readonly string[]).includes(fact.type);

function change(
  record: ArchivalRecord,
  fact: Exclude<
    RecordFact,
    HoldFact | RetentionAnnulment | LifeEntryFact | LoanAnnulment | FileAnnulment
  >,
): Partial<ArchivalRecord> {
  switch (fact.type) {
    case 'opened':
      return { openedOn: record.openedOn < fact.on ? record.openedOn : fact.on };
    case 'ended':
      return { endedOn: fact.on, endOrderedOn: fact.orderedOn };
    case 'annulled':
      return { annulled: true };
    case 'reopened':
      return { endedOn: null, endOrderedOn: null };
    case 'HandedOver':
      return {
        archivalStatus: { state: 'handed-over', transfer: fact.data.transfer, since: fact.on },
      };
    case 'AcceptedByArchive':
      return {
        archivalStatus: { state: 'accepted', transfer: fact.data.transfer, since: fact.on },
      };
    case 'ReturnedByArchive':
      return { archivalStatus: { state: 'open', transfer: null, since: fact.on } };
    case 'righted':
      return record.archivalStatus.state === 'accepted'
        ? { addedAfter: [...record.addedAfter, fact] }
        : {};
    case 'RecordLent':
      return { loan: fact };
    case 'LoanReturned':
      return { loan: null };
    case 'NoLongerNeeded':
      return { unneeded: [...record.unneeded, fact] };
    case 'CarrierReleased':
    case 'RecordReleased':
      return { released: [...record.released, fact] };
    case 'CarrierReleaseAnnulled':
      return {};
  }
}
