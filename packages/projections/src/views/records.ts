import type { CoreEvent } from '@letopis/core';
import { streamKey } from '@letopis/core/kernel';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, sourceOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf, stepsInForce } from './life-steps.ts';
import type { RightingFact } from './records-added.ts';
import { RIGHTING_TYPES, rightingOf } from './records-added.ts';
import type { FileAnnulment } from './records-files.ts';
import { FILE_TYPES, fileFactOf, isFileAnnulment, withoutAnnulled } from './records-files.ts';
import type { HoldFact, HoldRecord } from './records-holds.ts';
import { HOLD_TYPES, holdsOf, isHold } from './records-holds.ts';
import type { CourseFact } from './records-life.ts';
import { courseOf, isEarliest, isLife } from './records-life.ts';
import type { LoanAnnulment } from './records-loans.ts';
import { isLoan, LOAN_TYPES, loansInForce } from './records-loans.ts';

const ARCHIVE_TYPES = ['HandedOver', 'AcceptedByArchive', 'ReturnedByArchive'] as const;
type ArchiveFact = Fact<(typeof ARCHIVE_TYPES)[number]>;
const KEPT_TYPES = [...LOAN_TYPES, 'NoLongerNeeded', 'CarrierReleased', 'RecordReleased'] as const;
type KeptFact = Fact<(typeof KEPT_TYPES)[number]>;

export type { HoldRecord } from './records-holds.ts';

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
  /** Decisions that a carrier of it is no longer needed. */
  readonly unneeded: readonly Fact<'NoLongerNeeded'>[];
  /** Releases of its carriers for destruction, and of itself for erasure. D19. */
  readonly released: readonly Fact<'CarrierReleased' | 'RecordReleased'>[];
  /** What put it right after the archive had accepted it, in log order. RK 1.9. */
  readonly addedAfter: readonly RightingFact[];
}

/** All holds of the organisation, in the order in which they were placed. */
export interface Holds extends WithBasis {
  readonly kind: 'holds';
  readonly holds: readonly HoldRecord[];
}

/** Records of one learner, or journals of one group. */
export interface Records extends WithBasis {
  readonly kind: 'learner' | 'journals';
  readonly records: readonly ArchivalRecord[];
}

/** An enrollment that was in a group. */
export interface Member extends WithBasis {
  readonly kind: 'member';
  readonly group: string;
  readonly learner: string;
  /** Names of streams without the organisation. */
  readonly enrollments: readonly string[];
}

/** What a partition of records says, distinguished by `kind`. */
export type RecordsAnswer = Records | Member | Holds;

/** Keys of the partitions; a prefix leaves out the last part. */
export const recordsKey = {
  /** Gives the key of a learner's enrollments and files. */
  learner: (learner: string): string => partitionKey('learner', learner),
  /** Gives the key of a group's journals of one module. */
  journals: (group: string, module = ''): string => partitionKey('journals', group, module),
  /** Gives the key of the enrollments of one learner in a group. */
  member: (group: string, learner = ''): string => partitionKey('member', group, learner),
  holds: 'holds/main',
};

type RecordFact =
  | FileAnnulment
  | ArchiveFact
  | KeptFact
  | HoldFact
  | LifeEntryFact
  | CourseFact
  | RightingFact;

/** A partition of records: the facts that open, end and move them, in log order. */
export interface RecordsView {
  readonly key: string;
  readonly facts: RecordFact[];
}

/**
 * All enrollments, journals and files with their archival status: from this a caller lists the
 * records of a transfer (D18, R1 §7, R2 §3). Keys: `learner/<learner>` (enrollments and files),
 * `journals/<group>/<module>`, `member/<group>/<learner>` (who was in it), and `holds/main`. Loans,
 * releases for destruction and decisions that a carrier is no longer needed are part of the record
 * that they concern (D19).
 */
export const records: Projection<RecordsView, RecordsAnswer> = {
  name: 'records',
  version: 6,
  types: [
    ...LIFE_TYPES,
    ...ARCHIVE_TYPES,
    ...KEPT_TYPES,
    ...HOLD_TYPES,
    'AssessmentCorrected',
    'AbsenceCorrected',
    'AssessmentAnnulled',
    'StudyEntryAnnulled',
    'DebtEntryAnnulled',
    'LessonHeld',
    ...FILE_TYPES,
  ],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply,
  read: ({ key, facts }, on) => {
    const kind = keyPart(key, 0);
    const current = factsOn(facts, on);
    const basis = basisOf(current);
    if (kind === 'holds') return { kind, holds: holdsOf(current.filter(isHold)), basis };
    if (kind !== 'member') {
      return { kind: kind === 'journals' ? kind : 'learner', records: recordsOf(current), basis };
    }
    const steps = stepsInForce(current.filter(isLife), on);
    const enrollments = [...new Set(steps.map(({ source }) => recordName(source.stream)))];
    return { kind, group: keyPart(key, 1), learner: keyPart(key, 2), enrollments, basis };
  },
};

/** `academy.journal-m-1.safety.2026` → `journal-m-1.safety.2026`. */
const recordName = (stream: string): string => stream.slice(stream.indexOf('.') + 1);
const recordKind = (stream: string): string => recordName(stream).split('-')[0] ?? '';

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, LIFE_TYPES)) {
    const { learner } = event.data;
    const members = groupsOf(event).map((group) => recordsKey.member(group, learner));
    return [recordsKey.learner(learner), ...members];
  }
  if (isOneOf(event, RIGHTING_TYPES)) return [recordsKey.learner(event.data.learner)];
  if (event.type === 'LessonHeld') {
    return [recordsKey.journals(event.data.group, event.data.module)];
  }
  if (isOneOf(event, FILE_TYPES)) {
    return [recordsKey.learner(event.data.learner)];
  }
  if (isOneOf(event, HOLD_TYPES)) return [recordsKey.holds];
  if (isOneOf(event, KEPT_TYPES)) return keysOfRecord(streamOf(event.stream, event.data.record));
  return isOneOf(event, ARCHIVE_TYPES) ? keysOfRecord(event.stream) : [];
}

/** The stream of a record that is named in the stream of another. */
const streamOf = (stream: string, record: string): string =>
  `${stream.slice(0, stream.indexOf('.'))}.${record}`;

/**
 * Enrollments and files belong to the partition of their learner, journals to that of their group;
 * other records to none.
 */
function keysOfRecord(stream: string): readonly string[] {
  const [first = '', second = ''] = streamKey(stream);
  const kind = recordKind(stream);
  if (kind === 'journal') return [recordsKey.journals(first, second)];
  return kind === 'enrollment' || kind === 'file' ? [recordsKey.learner(first)] : [];
}

function apply(view: RecordsView, event: CoreEvent): void {
  if (isOneOf(event, ARCHIVE_TYPES) || isOneOf(event, KEPT_TYPES) || isOneOf(event, HOLD_TYPES)) {
    view.facts.push(factOf(event));
    return;
  }
  if (event.type === 'LessonHeld') {
    const held = { on: event.occurredOn, source: sourceOf(event) };
    if (isEarliest(view.facts, held)) view.facts.push({ ...held, type: 'opened' });
  }
  const ofFile = fileFactOf(event);
  if (ofFile !== null) view.facts.push(ofFile);
  const step = lifeFactOf(event);
  if (step !== null) view.facts.push(step);
  const righting = keyPart(view.key, 0) === 'learner' ? rightingOf(event) : null;
  if (righting !== null) view.facts.push(righting);
}

const OPEN: RecordArchivalStatus = { state: 'open', transfer: null, since: null };

function recordsOf(facts: readonly RecordFact[]): readonly ArchivalRecord[] {
  const found = new Map<string, ArchivalRecord>();
  const others = withoutAnnulled(facts.filter((fact) => !isLife(fact) && !isLoan(fact)));
  const loans = loansInForce(facts.filter(isLoan));
  for (const fact of [...courseOf(facts.filter(isLife)), ...others, ...loans]) {
    if (isHold(fact) || isFileAnnulment(fact)) continue;
    const fromElsewhere = isKept(fact);
    const { stream: own } = fact.source;
    const stream = fromElsewhere ? streamOf(own, fact.data.record) : own;
    // A fact in another stream does not open a record.
    const record = found.get(stream) ?? (fromElsewhere ? null : opened(stream, fact.on));
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

const isKept = (fact: RecordFact): fact is KeptFact =>
  (KEPT_TYPES as readonly string[]).includes(fact.type);

function change(
  record: ArchivalRecord,
  fact: Exclude<RecordFact, HoldFact | LifeEntryFact | LoanAnnulment | FileAnnulment>,
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
  }
}
