import * as z from 'zod';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import type { ArchivedKind } from '../../../record/kind.ts';
import { refuseIfArchived } from '../../../record/refusals.ts';
import type { ScopeQuery } from '../../../rules/official/facts/questions.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import { officialFold } from '../../../rules/official/facts/state.ts';
import { editionOn } from '../../../rules/regulation/facts/questions.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { regulationMissing } from '../../../rules/regulation/facts/unknown.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import { isAnnulled, refsOf } from './life-questions.ts';
import type { StudyContext } from './reading.ts';
import type { EnrollmentEvent, EnrollmentState, LifeFact } from './state.ts';
import { enrollmentFold } from './state.ts';
import { correctionWaiting, enrollmentAnnulled, enrollmentUnknown, notEnded } from './unknown.ts';

/**
 * Schema of an enrollment's id: `<learner>.<programme>.<n>`, where n counts the learner's
 * enrollments in the programme from 1. It is also the key of the enrollment's stream.
 *
 * @example
 * enrollmentId.parse('l-1.mentor.1'); // => 'l-1.mentor.1'
 * enrollmentId.safeParse('l-1.mentor').success; // => false
 */
export const enrollmentId = z
  .string({ error: ({ input }) => noEnrollment(input) })
  .regex(/^[A-Za-z0-9_-]{1,48}\.[A-Za-z0-9_-]{1,48}\.[1-9][0-9]{0,5}$/)
  .brand<'EnrollmentId'>();

/** The parts of an enrollment's id. */
export interface EnrollmentIdParts {
  readonly learner: string;
  readonly programme: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Splits an enrollment's id into its parts.
 *
 * @example
 * enrollmentParts('l-1.mentor.2').programme; // => 'mentor'
 */
export function enrollmentParts(id: string): EnrollmentIdParts {
  const [learner = '', programme = '', number = ''] = id.split('.');
  return { learner, programme, number: Number(number) };
}

/** Schema of the event id of a recorded result, correction, debt or retake. */
export const factId = z.string().refine(isUuid, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не номер записи: нужен eventId из ответа на команду`,
      `${shown(input)} is no id of a fact: give the eventId that the command answered`,
    ),
});

/** The place of a learner on a day: status, group, and the first day of this status. */
export type Place = typeof NOWHERE | PlaceInGroup;

/** The place of a learner who is or was enrolled. */
interface PlaceInGroup {
  readonly status: 'not-begun' | 'studying' | 'suspended' | 'ended';
  readonly group: string;
  /** First day of this status. */
  readonly since: string;
}

/**
 * The place of the learner on a day, by the facts dated up to that day; facts may be dated ahead.
 * From the day of completion or discharge on the status is `ended`. D4, R1 §3.2.
 *
 * @example
 * placeOn(enrollmentFold.initial(), '2026-09-01').status; // => 'not-enrolled'
 */
export function placeOn(state: EnrollmentState, day: string): Place {
  const step = state.lifeFacts.findLast(({ on }) => on <= day);
  return placeAt(state, day, step);
}

/**
 * The place of the learner for a result of that day. The day of completion or discharge is still a
 * day of study, since an examination may be held on the day of the order. D4.
 */
export function studyOn(state: EnrollmentState, day: string): Place {
  return placeAt(state, day, studyStepOn(state, day));
}

/** The step that says how the learner studies on a day, as `studyOn` asks it; undefined: none. */
export function studyStepOn(
  { lifeFacts }: Pick<EnrollmentState, 'lifeFacts'>,
  day: string,
): LifeFact | undefined {
  return lifeFacts.findLast(({ on, phase }) => on < day || (on === day && phase !== 'ended'));
}

/** May a result be recorded at this place: a mark while studying, a credit until the end? */
export function allowsResult(place: Place, credited: boolean): boolean {
  if (place.status === 'studying') return true;
  return credited && (place.status === 'not-begun' || place.status === 'suspended');
}

/**
 * Is the learner in this group (null: in any) on this day or a later one, by this enrollment? An
 * enrollment that ends later counts too, because a new one would overlap with it.
 */
export function isOpenFrom(state: EnrollmentState, day: string, group: string | null): boolean {
  const last = state.lifeFacts.at(-1);
  if (last === undefined || (last.phase === 'ended' && last.on <= day)) return false;
  if (group === null) return true;
  const holds = (fact: LifeFact): boolean => fact.phase !== 'ended' && fact.group === group;
  const { status, group: current } = placeOn(state, day);
  const inGroupNow = status !== 'ended' && current === group;
  return inGroupNow || state.lifeFacts.some((fact) => fact.on > day && holds(fact));
}

/** Refuses `enrollment-unknown`, `enrollment-annulled`, and as `refuseIfArchived` does. */
export function refuseUnlessOpen(state: EnrollmentState, enrollment: string): Refusal | null {
  const none = refuseUnlessEnrolled(state, enrollment);
  return none ?? refuseIfArchived(state.archival, recordOf(enrollment));
}

/** Refuses `enrollment-unknown`, and `enrollment-annulled` where it was annulled. RK 1.8. */
export function refuseUnlessEnrolled(
  state: Pick<EnrollmentState, 'id' | 'lifeFacts'> | null,
  enrollment: string,
): Refusal | null {
  if (state === null || state.id === null) return enrollmentUnknown({ enrollment });
  return isAnnulled(state) ? enrollmentAnnulled({ enrollment }) : null;
}

/** The name of an enrollment as a record of the archive. */
export const recordOf = (enrollment: string): string => `enrollment-${enrollment}`;

/** The edition in force on a day. Refuses `regulation-missing`. */
export function editionFor(
  context: Pick<StudyContext, 'regulation'>,
  on: string,
): Edition | Refusal {
  return editionOn(context.regulation, on) ?? regulationMissing({ on });
}

/**
 * The offices that may countersign a correction: those of the edition in force. Where a newer
 * edition asks for no countersignature, those of the edition of the correction's day count. D7.
 */
export function countersigningOffices(now: Edition | null, then: Edition | null) {
  return now?.correction.countersignOffices ?? then?.correction.countersignOffices ?? [];
}

/** The state of an official whom the command names; one never appointed where it was not read. */
export function officialOf({ officials }: StudyContext, person: string): OfficialState {
  return officials.get(person) ?? officialFold.initial();
}

/** The scope that an official's appointment must cover to act in a group of the programme. */
export function scopeOf(context: StudyContext, group: string): ScopeQuery {
  const { id, level } = context.programme;
  return { programme: id, group, level };
}

/**
 * What an archive transfer needs to know of enrollments. Refuses to hand one over before it has
 * ended (`not-ended`), or while a correction waits for its countersignature (`correction-waiting`).
 * D18.
 */
export const enrollmentArchive: ArchivedKind<EnrollmentState, EnrollmentEvent> = {
  fold: enrollmentFold,
  statusOf: (state) => (state.id === null ? null : state.archival),
  refsOf: (state) => refsOf(state, ...state.lifeFacts.slice(-1).map(({ group }) => group)),
  refuseUnlessReady: (state, { on }) => {
    const enrollment = state.id ?? '';
    if (isAnnulled(state)) return enrollmentAnnulled({ enrollment });
    const { status, since } = placeOn(state, on);
    if (status !== 'ended') return notEnded({ enrollment, on, status, since });
    const [waiting] = state.waiting.values();
    if (waiting === undefined) return null;
    const { event: correction, signer, actedOn } = waiting;
    return correctionWaiting({ correction, signer: signer.person, since: actedOn });
  },
};

const NOWHERE = { status: 'not-enrolled', group: null, since: null } as const;

function placeAt(
  { studyFrom }: Pick<EnrollmentState, 'studyFrom'>,
  day: string,
  step: LifeFact | undefined,
): Place {
  if (step === undefined) return NOWHERE;
  const { phase, group, on } = step;
  if (phase !== 'open') return { status: phase, group, since: on };
  if (studyFrom === null || studyFrom > day) return { status: 'not-begun', group, since: on };
  return { status: 'studying', group, since: studyFrom > on ? studyFrom : on };
}

function noEnrollment(input: unknown): string {
  return complaint(
    `${shown(input)} не номер зачисления вида «слушатель.программа.номер»`,
    `${shown(input)} is no enrollment id of the form learner.programme.n`,
  );
}
