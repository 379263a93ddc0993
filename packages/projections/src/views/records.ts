import type { CoreEvent } from '@letopis/core';
import { streamKey } from '@letopis/core/kernel';
import type { WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, sourceOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import { LIFE_TYPES, lifeFactOf, stepsInForce } from './life-steps.ts';
import { JOURNAL_RIGHTING_TYPES, LEARNER_RIGHTING_TYPES, rightingOf } from './records-added.ts';
import type { ArchivalRecord, RecordFact } from './records-archival.ts';
import {
  ARCHIVE_TYPES,
  isRetentionAnnulment,
  KEPT_TYPES,
  recordKind,
  recordName,
  recordsOf,
  STORED_TYPES,
  streamOf,
} from './records-archival.ts';
import { FILE_TYPES, fileFactOf } from './records-files.ts';
import type { HoldRecord } from './records-holds.ts';
import { HOLD_TYPES, holdsOf, isHold } from './records-holds.ts';
import { isEarliest, isLife } from './records-life.ts';

export type { ArchivalRecord, RecordArchivalStatus } from './records-archival.ts';
export type { HoldRecord, RetentionAnnulment } from './records-holds.ts';

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
  version: 8,
  types: [
    ...LIFE_TYPES,
    ...ARCHIVE_TYPES,
    ...KEPT_TYPES,
    ...HOLD_TYPES,
    'RetentionEntryAnnulled',
    'AssessmentCorrected',
    'AbsenceCorrected',
    'AssessmentAnnulled',
    'StudyEntryAnnulled',
    'DebtEntryAnnulled',
    'InventoryLineCorrected',
    'LessonHeld',
    ...JOURNAL_RIGHTING_TYPES,
    ...FILE_TYPES,
  ],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply,
  read: ({ key, facts }, on) => {
    const kind = keyPart(key, 0);
    const current = factsOn(facts, on);
    const basis = basisOf(current);
    if (kind === 'holds') {
      const holds = holdsOf(current.filter(isHold), current.filter(isRetentionAnnulment));
      return { kind, holds, basis };
    }
    if (kind !== 'member') {
      return { kind: kind === 'journals' ? kind : 'learner', records: recordsOf(current), basis };
    }
    const steps = stepsInForce(current.filter(isLife), on);
    const enrollments = [...new Set(steps.map(({ source }) => recordName(source.stream)))];
    return { kind, group: keyPart(key, 1), learner: keyPart(key, 2), enrollments, basis };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, LIFE_TYPES)) {
    const { learner } = event.data;
    const members = groupsOf(event).map((group) => recordsKey.member(group, learner));
    return [recordsKey.learner(learner), ...members];
  }
  if (isOneOf(event, LEARNER_RIGHTING_TYPES)) return [recordsKey.learner(event.data.learner)];
  if (event.type === 'LessonHeld' || isOneOf(event, JOURNAL_RIGHTING_TYPES)) {
    return [recordsKey.journals(event.data.group, event.data.module)];
  }
  if (isOneOf(event, FILE_TYPES)) {
    return [recordsKey.learner(event.data.learner)];
  }
  if (isOneOf(event, HOLD_TYPES)) return [recordsKey.holds];
  if (event.type === 'RetentionEntryAnnulled') {
    const { hold, record } = event.data;
    if (hold !== null) return [recordsKey.holds];
    return record === null ? [] : keysOfRecord(streamOf(event.stream, record));
  }
  if (isOneOf(event, KEPT_TYPES)) return keysOfRecord(streamOf(event.stream, event.data.record));
  return isOneOf(event, ARCHIVE_TYPES) ? keysOfRecord(event.stream) : [];
}

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
  if (isOneOf(event, STORED_TYPES)) {
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
  const righting = keyPart(view.key, 0) === 'member' ? null : rightingOf(event);
  if (righting !== null) view.facts.push(righting);
}
