import * as events from '@letopis/core/events';
import type {
  Edition,
  EnrollmentEvent,
  EnrollmentState,
  StudyRules,
  StudySeen,
} from '@letopis/core/facts';
import { enrollmentFold, studySeen } from '@letopis/core/facts';
import type { EventType, RecordedEvent, Refs } from '@letopis/core/kernel';
import { foldEvents } from '@letopis/core/kernel';
import type { Changes } from './enrollment-academy.ts';
import { regulation } from './enrollment-academy.ts';

/* Facts of one enrollment without an academy around them, for questions asked of states. */

/** An edition with the rules of R2, some of them changed. */
export function editionOf(changes: Changes = {}, edition = 1): Edition {
  const { general, ...rules } = regulation(changes);
  const timeZone = 'Europe/Moscow';
  return { ...rules, general: { ...general, timeZone }, edition, from: '2026-09-01' };
}

/** The ids in the facts of the enrollment. */
export const ids = { enrollment: 'l-1.mentor.1', learner: 'l-1', programme: 'mentor' } as const;

/** A fact as it was stored; its id says which one is meant. */
export function happened<Type extends string, Data>(
  { type }: EventType<Type, Data>,
  id: string,
  occurredOn: string,
  data: NoInfer<Data>,
  refs: Refs = {},
): RecordedEvent<Type, Data> {
  const entered = { recordedAt: `${occurredOn}T09:00:00.000Z`, actor: 'u-17', onBehalfOf: null };
  const command = { commandId: id, commandDigest: '0'.repeat(32), causationId: null };
  const place = { stream: 'academy.enrollment-l-1.mentor.1', revision: 0, position: id };
  return {
    id,
    type,
    schemaVersion: 1,
    ...place,
    occurredOn,
    ...entered,
    ground: null,
    ...command,
    refs,
    data,
  };
}

/** The state that the facts make, in this order. */
export const stateOf = (facts: readonly EnrollmentEvent[]): EnrollmentState =>
  foldEvents(
    enrollmentFold,
    facts.map((fact, revision) => ({ ...fact, revision })),
  );

/** The enrollment as views know it by these facts, in this order, under one edition of all days. */
export function seenOf(
  facts: readonly EnrollmentEvent[],
  edition: Edition | null = editionOf(),
  programme: StudyRules['programme'] = { programmeType: '', mandatory: [], modules: {} },
): StudySeen {
  const kept = facts.map(({ id: event, occurredOn: on, ...fact }, at) => ({
    ...fact,
    event,
    on,
    position: String(at).padStart(3, '0'),
  }));
  return studySeen(ids.enrollment, kept, { editionOn: () => edition, programme });
}

/** The learner is enrolled in a group on a day, and studies from it on unless told otherwise. */
export const enrolled = (on: string, group = 'm-1', studyFrom: string | null = on) =>
  happened(events.enrolled, 'enrolled', on, { ...ids, group, studyFrom, sentBy: null, edition: 1 });

/** The learner moves to another group. */
export const moved = (on: string, fromGroup: string, toGroup: string) =>
  happened(events.transferred, `moved-${on}`, on, { ...ids, fromGroup, toGroup, edition: 1 });

/** The learner goes on leave. */
export const onLeave = (on: string, reason = 'illness', until: string | null = null) =>
  happened(events.suspended, `leave-${on}`, on, { ...ids, reason, until, edition: 1 });

/** The learner comes back into a group. */
export const back = (on: string, group = 'm-1', refs: Refs = { group: [group] }) =>
  happened(events.reinstated, `back-${on}`, on, { ...ids, group, edition: 1 }, refs);

/** The learner leaves before the end. */
export const left = (on: string, reason = 'own-wish', group = 'm-1') =>
  happened(events.discharged, `left-${on}`, on, { ...ids, group, reason, edition: 1 });

/** The learner completes. */
export const completed = (on: string, group = 'm-1') =>
  happened(events.completed, `completed-${on}`, on, { ...ids, group, honours: null, edition: 1 });

/** The annulment of a step. */
export const stepAnnulled = (corrects: string, entry: string, on: string) =>
  happened(events.enrollmentEntryAnnulled, `annulled-${corrects}`, on, {
    ...ids,
    ...annulment(corrects, entry, on),
  });

/** The fields of every annulment of an entry. */
export const annulment = (corrects: string, entry: string, actedOn: string) => ({
  corrects,
  entry,
  actedOn,
  replacedBy: null,
  signer: { person: 'p-1', office: 'head', position: null },
  edition: 1,
});

type Recorded = Parameters<typeof events.assessmentRecorded.draft>[0]['data'];
type MarkOf = Extract<Recorded['result'], { outcome: 'mark' }>['mark'];

/** A mark on the scale of five. */
export const markOf = (value: '2' | '3' | '4' | '5'): MarkOf => ({
  scale: 'five-point',
  value,
  digits: value,
  words: { 2: 'два', 3: 'три', 4: 'четыре', 5: 'пять' }[value],
  passes: value !== '2',
  points: value,
});

const marked = (value: '2' | '3' | '4' | '5'): Recorded['result'] => ({
  outcome: 'mark',
  mark: markOf(value),
});

/** A result of the interim test in `safety`, which a teacher gave, unless told otherwise. */
export const recorded = (
  id: string,
  on: string,
  given: '2' | '3' | '4' | '5' | Recorded['result'],
  more: Partial<Recorded> = {},
) =>
  happened(events.assessmentRecorded, id, on, {
    ...ids,
    group: 'm-1',
    module: 'safety',
    kind: 'interim',
    form: 'test',
    origin: 'internal',
    result: typeof given === 'string' ? marked(given) : given,
    assessor: { kind: 'official', id: 'p-9' },
    basis: null,
    planned: null,
    conditions: [],
    edition: 1,
    ...more,
  });

/** An absence, without an excuse unless a code says one. */
export const missed = (
  id: string,
  on: string,
  reason: string | null = null,
  more: Partial<Recorded> = {},
) => recorded(id, on, { outcome: 'absent', reason }, more);

/** A credit of the interim test in `safety`, unless told otherwise. */
export const credited = (
  id: string,
  on: string,
  more: Partial<Parameters<typeof events.resultCredited.draft>[0]['data']> = {},
) =>
  happened(events.resultCredited, id, on, {
    ...ids,
    group: 'm-1',
    module: 'safety',
    kind: 'interim',
    form: 'test',
    mark: null,
    source: { kind: 'own', organisation: null, achievedOn: null },
    planned: null,
    decidedBy: null,
    decision: null,
    edition: 1,
    ...more,
  });

/** The annulment of a result. */
export const resultAnnulled = (corrects: string, actedOn: string, group = 'm-1') =>
  happened(events.assessmentAnnulled, `annulled-${corrects}`, actedOn, {
    ...ids,
    module: 'safety',
    group,
    corrects,
    actedOn,
    signer: { person: 'p-1', office: 'head', position: null },
    edition: 1,
  });

/** The correction of a result to a mark. */
export const corrected = (
  corrects: string,
  value: '2' | '3' | '4' | '5',
  actedOn: string,
  awaitsCountersignature = false,
) =>
  happened(events.assessmentCorrected, `correction-${corrects}`, actedOn, {
    ...aboutResult(corrects, actedOn),
    replaces: corrects,
    mark: markOf(value),
    wordsGiven: null,
    correctedBy: 'p-9',
    awaitsCountersignature,
  });

/** What every act about a result says of it. */
export const aboutResult = (corrects: string, actedOn: string) => ({
  ...ids,
  module: 'safety',
  group: 'm-1',
  corrects,
  actedOn,
  signer: { person: 'p-9', office: 'teacher', position: null },
  edition: 1,
});

/** The council decides that the learner is promoted, unless told otherwise. */
export const decided = (
  id: string,
  studyYear: string,
  on: string,
  more: Partial<Parameters<typeof events.yearDecided.draft>[0]['data']> = {},
) =>
  happened(events.yearDecided, id, on, {
    ...ids,
    group: 'm-1',
    studyYear,
    decision: 'promoted',
    outcome: 'advances',
    debts: [],
    debtsUntil: null,
    toGroup: null,
    protocol: null,
    application: null,
    edition: 1,
    ...more,
  });

/** A form of education or of study, or an arrangement, holds from a day on. */
export const formSet = (aspect: string, form: string, on: string, until: string | null = null) =>
  happened(events.studyFormSet, `${form}-${on}`, on, {
    ...ids,
    group: 'm-1',
    aspect,
    form,
    until,
    paper: null,
    edition: 1,
  });
