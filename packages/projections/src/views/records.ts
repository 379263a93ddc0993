import type { CoreEvent } from '@letopis/core';
import { streamKey } from '@letopis/core';
import type { Projection } from '../projection.ts';
import type { Answered, Dated, Fact } from './fact.ts';
import { basisOf, factOf, isOneOf, sourceOf, standing } from './fact.ts';
import { groupsOf } from './journal.ts';
import { keyPart, partitionKey } from './key.ts';
import { LIFE_TYPES, lifeFactOf } from './life.ts';

const ARCHIVE_TYPES = ['HandedOver', 'AcceptedByArchive', 'ReturnedByArchive'] as const;
type ArchiveFact = Fact<(typeof ARCHIVE_TYPES)[number]>;

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
  readonly custody: RecordCustody;
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
export type RecordsAnswer = Records | Member;

/** Keys of the partitions; a prefix leaves out the last part. */
export const recordsKey = {
  learner: (learner: string): string => partitionKey('learner', learner),
  journals: (group: string, module = ''): string => partitionKey('journals', group, module),
  member: (group: string, learner = ''): string => partitionKey('member', group, learner),
};

type RecordFact =
  | ArchiveFact
  | (Dated & { readonly type: 'opened' | 'ended' | 'reopened' });

/** A partition of records: what opens, ends and moves them. */
export interface RecordsView {
  readonly key: string;
  readonly facts: RecordFact[];
}

/**
 * Which enrollments, journals and files there are and where they stand on their way to the archive:
 * from this a caller lists the records of a transfer (D18, R1 §7, R2 §3). Keys:
 * `learner/<learner>` (enrollments and files), `journals/<group>/<module>`, and
 * `member/<group>/<learner>` (who was in it).
 */
export const records: Projection<RecordsView, RecordsAnswer> = {
  name: 'records',
  version: 1,
  types: [
    ...LIFE_TYPES, ...ARCHIVE_TYPES, 'LessonHeld', 'FileOpened', 'FileClosed',
  ], // prettier-ignore
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply,
  read: ({ key, facts }, on) => {
    const kind = keyPart(key, 0);
    const held = standing(facts, on);
    const basis = basisOf(held);
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
  if (!isOneOf(event, ARCHIVE_TYPES)) return [];
  const [first = '', second = ''] = streamKey(event.stream);
  const isJournal = recordKind(event.stream) === 'journal';
  return [isJournal ? recordsKey.journals(first, second) : recordsKey.learner(first)];
}

function apply(view: RecordsView, event: CoreEvent): void {
  if (isOneOf(event, ARCHIVE_TYPES)) {
    view.facts.push(factOf(event));
    return;
  }
  const { occurredOn: on } = event;
  const fact = { on, source: sourceOf(event) };
  if (event.type === 'LessonHeld') return openedBy(view, fact);
  if (event.type === 'FileOpened') view.facts.push({ ...fact, type: 'opened' });
  if (event.type === 'FileClosed') view.facts.push({ ...fact, type: 'ended' });
  const step = lifeFactOf(event);
  if (step === null) return;
  const inGroup = keyPart(view.key, 0) === 'member';
  if (inGroup || step.type === 'Enrolled') view.facts.push({ ...fact, type: 'opened' });
  else if (step.type === 'Reinstated') view.facts.push({ ...fact, type: 'reopened' });
  else if (step.type === 'Completed' || step.type === 'Discharged') {
    view.facts.push({ ...fact, type: 'ended' });
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
    const { stream } = fact.source;
    const record = found.get(stream) ?? opened(stream, fact.on);
    found.set(stream, { ...record, ...change(record, fact) });
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
    custody: OPEN,
  };
}

function change(record: ArchivalRecord, fact: RecordFact): Partial<ArchivalRecord> {
  switch (fact.type) {
    case 'opened':
      return { openedOn: record.openedOn < fact.on ? record.openedOn : fact.on };
    case 'ended':
      return { endedOn: fact.on };
    case 'reopened':
      return { endedOn: null };
    case 'HandedOver':
      return { custody: { state: 'handed-over', transfer: fact.data.transfer, since: fact.on } };
    case 'AcceptedByArchive':
      return { custody: { state: 'accepted', transfer: fact.data.transfer, since: fact.on } };
    case 'ReturnedByArchive':
      return { custody: { state: 'open', transfer: null, since: fact.on } };
  }
}
