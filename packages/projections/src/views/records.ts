import type { CoreEvent } from '@letopis/core';
import { streamKey } from '@letopis/core/kernel';
import type { Answered, Dated, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, sourceOf, standing } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import { LIFE_TYPES, lifeFactOf } from './life.ts';

const ARCHIVE_TYPES = ['HandedOver', 'AcceptedByArchive', 'ReturnedByArchive'] as const;
type ArchiveFact = Fact<(typeof ARCHIVE_TYPES)[number]>;
const KEPT_TYPES = [
  'RecordLent',
  'LoanReturned',
  'NoLongerNeeded',
  'CarrierReleased',
  'RecordReleased',
] as const;
type KeptFact = Fact<(typeof KEPT_TYPES)[number]>;
const HOLD_TYPES = ['HoldPlaced', 'HoldLifted'] as const;
type HoldFact = Fact<(typeof HOLD_TYPES)[number]>;

/** Where a record stands on its way to the archive. D18. */
export interface RecordCustody {
  readonly state: 'open' | 'handed-over' | 'accepted';
  /** The transfer that it stands still for, or was accepted in; null: it is open. */
  readonly transfer: string | null;
  /** Day of the last move; null: it was never moved. */
  readonly since: string | null;
}

/** One record: an enrollment, a journal or a personal file. */
export interface ArchivalRecord {
  /** Its name, as transfers list it: the stream without the organisation. */
  readonly record: string;
  readonly stream: string;
  readonly kind: string;
  /** The learner of an enrollment or file; null: a journal. */
  readonly learner: string | null;
  /** The group of a journal; null: an enrollment or file. */
  readonly group: string | null;
  readonly openedOn: string;
  /** Day of completion, discharge or closing; null: it goes on. */
  readonly endedOn: string | null;
  /** Day of the order that ended it, else that day; null: it goes on. R1 §7.2. */
  readonly endOrderedOn: string | null;
  readonly custody: RecordCustody;
  /** The loan that it has not come back from; null: it is not lent. */
  readonly loan: Fact<'RecordLent'> | null;
  /** Decisions that a carrier of it is no longer needed. */
  readonly unneeded: readonly Fact<'NoLongerNeeded'>[];
  /** Carriers of it that were released for destruction, and itself for erasure. D19. */
  readonly released: readonly Fact<'CarrierReleased' | 'RecordReleased'>[];
}

/** A hold: what it covers is neither destroyed nor erased while it stands. D19. */
export interface HoldRecord {
  readonly hold: string;
  readonly placed: Fact<'HoldPlaced'>;
  readonly lifted: Fact<'HoldLifted'> | null;
}

/** All holds of the organisation, in the order in which they were placed. */
export interface Holds extends Answered {
  readonly kind: 'holds';
  readonly holds: readonly HoldRecord[];
}

/** Records of one learner, or journals of one group. */
export interface Records extends Answered {
  readonly kind: 'learner' | 'journals';
  readonly records: readonly ArchivalRecord[];
}

/** An enrollment that was in a group. */
export interface Member extends Answered {
  readonly kind: 'member';
  readonly group: string;
  readonly learner: string;
  /** Streams' names without the organisation. */
  readonly enrollments: readonly string[];
}

/** What a partition of records says, told apart by `kind`. */
export type RecordsAnswer = Records | Member | Holds;

/** Keys of the partitions; a prefix leaves out the last part. */
export const recordsKey = {
  learner: (learner: string): string => partitionKey('learner', learner),
  journals: (group: string, module = ''): string => partitionKey('journals', group, module),
  member: (group: string, learner = ''): string => partitionKey('member', group, learner),
  holds: 'holds/main',
};

type RecordFact =
  | ArchiveFact
  | KeptFact
  | HoldFact
  | (Dated & { readonly type: 'opened' | 'reopened' })
  | (Dated & { readonly type: 'ended'; readonly orderedOn: string });

/** A partition of records: what opens, ends and moves them. */
export interface RecordsView {
  readonly key: string;
  readonly facts: RecordFact[];
}

/**
 * Which enrollments, journals and files there are and where they stand on their way to the archive:
 * from this a caller lists the records of a transfer (D18, R1 §7, R2 §3). Keys:
 * `learner/<learner>` (enrollments and files), `journals/<group>/<module>`,
 * `member/<group>/<learner>` (who was in it), and `holds/main`. What is lent, released for
 * destruction or no longer needed stands with its record (D19).
 */
export const records: Projection<RecordsView, RecordsAnswer> = {
  name: 'records',
  version: 1,
  types: [
    ...LIFE_TYPES,
    ...ARCHIVE_TYPES,
    ...KEPT_TYPES,
    ...HOLD_TYPES,
    'LessonHeld',
    'FileOpened',
    'FileClosed',
  ],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply,
  read: ({ key, facts }, on) => {
    const kind = keyPart(key, 0);
    const held = standing(facts, on);
    const basis = basisOf(held);
    if (kind === 'holds') return { kind, holds: holdsOf(held), basis };
    if (kind !== 'member') {
      return { kind: kind === 'journals' ? kind : 'learner', records: recordsOf(held), basis };
    }
    const enrollments = [...new Set(held.map(({ source }) => recordName(source.stream)))];
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
  if (event.type === 'LessonHeld') {
    return [recordsKey.journals(event.data.group, event.data.module)];
  }
  if (event.type === 'FileOpened' || event.type === 'FileClosed') {
    return [recordsKey.learner(event.data.learner)];
  }
  if (isOneOf(event, HOLD_TYPES)) return [recordsKey.holds];
  if (isOneOf(event, KEPT_TYPES)) return keysOfRecord(streamOf(event.stream, event.data.record));
  return isOneOf(event, ARCHIVE_TYPES) ? keysOfRecord(event.stream) : [];
}

/** The stream of a record that is named in the stream of another. */
const streamOf = (stream: string, record: string): string =>
  `${stream.slice(0, stream.indexOf('.'))}.${record}`;

/** Enrollments and files stand with their learner, journals with their group; nothing else does. */
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
  const { occurredOn: on, ground } = event;
  const fact = { on, source: sourceOf(event) };
  const orderedOn = ground?.date ?? on;
  if (event.type === 'LessonHeld') return openedBy(view, fact);
  if (event.type === 'FileOpened') view.facts.push({ ...fact, type: 'opened' });
  if (event.type === 'FileClosed') view.facts.push({ ...fact, type: 'ended', orderedOn });
  const step = lifeFactOf(event);
  if (step === null) return;
  const inGroup = keyPart(view.key, 0) === 'member';
  if (inGroup || step.type === 'Enrolled') view.facts.push({ ...fact, type: 'opened' });
  else if (step.type === 'Reinstated') view.facts.push({ ...fact, type: 'reopened' });
  else if (step.type === 'Completed' || step.type === 'Discharged') {
    view.facts.push({ ...fact, type: 'ended', orderedOn });
  }
}

/** A journal is there from its earliest lesson on: only a lesson that is earlier says anything. */
function openedBy(view: RecordsView, fact: Dated): void {
  const earlier = view.facts.some(
    ({ type, on, source }) =>
      type === 'opened' && on <= fact.on && source.stream === fact.source.stream,
  );
  if (!earlier) view.facts.push({ ...fact, type: 'opened' });
}

const OPEN: RecordCustody = { state: 'open', transfer: null, since: null };

function recordsOf(facts: readonly RecordFact[]): readonly ArchivalRecord[] {
  const found = new Map<string, ArchivalRecord>();
  for (const fact of facts) {
    if (isHold(fact)) continue;
    const kept = isKept(fact);
    const { stream: own } = fact.source;
    const stream = kept ? streamOf(own, fact.data.record) : own;
    // What is said of a record from elsewhere does not open it.
    const record = found.get(stream) ?? (kept ? null : opened(stream, fact.on));
    if (record !== null) found.set(stream, { ...record, ...change(record, fact) });
  }
  return [...found.values()];
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
    endedOn: null,
    endOrderedOn: null,
    custody: OPEN,
    loan: null,
    unneeded: [],
    released: [],
  };
}

const isHold = (fact: RecordFact): fact is HoldFact =>
  (HOLD_TYPES as readonly string[]).includes(fact.type);
const isKept = (fact: RecordFact): fact is KeptFact =>
  (KEPT_TYPES as readonly string[]).includes(fact.type);

function holdsOf(facts: readonly RecordFact[]): readonly HoldRecord[] {
  const found = new Map<string, HoldRecord>();
  for (const fact of facts) {
    if (!isHold(fact)) continue;
    const { hold } = fact.data;
    const one = found.get(hold);
    if (fact.type === 'HoldPlaced') found.set(hold, { hold, placed: fact, lifted: null });
    else if (one !== undefined) found.set(hold, { ...one, lifted: one.lifted ?? fact });
  }
  return [...found.values()];
}

function change(
  record: ArchivalRecord,
  fact: Exclude<RecordFact, HoldFact>,
): Partial<ArchivalRecord> {
  switch (fact.type) {
    case 'opened':
      return { openedOn: record.openedOn < fact.on ? record.openedOn : fact.on };
    case 'ended':
      return { endedOn: fact.on, endOrderedOn: fact.orderedOn };
    case 'reopened':
      return { endedOn: null, endOrderedOn: null };
    case 'HandedOver':
      return { custody: { state: 'handed-over', transfer: fact.data.transfer, since: fact.on } };
    case 'AcceptedByArchive':
      return { custody: { state: 'accepted', transfer: fact.data.transfer, since: fact.on } };
    case 'ReturnedByArchive':
      return { custody: { state: 'open', transfer: null, since: fact.on } };
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
