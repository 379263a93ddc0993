import * as z from 'zod';
import { refuseUnlessMayRest } from '../achievement/basis.ts';
import { refuseIfAhead } from '../acting/act-day.ts';
import { officeGiven } from '../acting/signer.ts';
import { protocolId } from '../commission/protocol-id.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { eventId } from '../kernel/uuid.ts';
import { refuseUnlessMayGrant } from '../learner/conditions.ts';
import type { Edition } from '../regulation/rules.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { basisOf, readAssessor, readResult } from './assessed.ts';
import type { EnrollmentContext, StudyContext } from './context.ts';
import { editionFor, refuseUnlessOpen } from './context.ts';
import { assessmentRecorded } from './events.ts';
import { refuseIfOwesBeforeFinal } from './final-debts.ts';
import { enrollmentId, factId } from './id.ts';
import { refsOf, whoseOf } from './life.ts';
import { notInRegulation } from './not-in-regulation.ts';
import { outsideStudy } from './outside-study.ts';
import { standsIn, studyOn } from './place.ts';
import { retakeAsked, settledBy, takenAs } from './retake-taken.ts';
import { refuseUnlessFinalLast, refuseIfPlannedTaken } from './standing.ts';
import { refuseUnlessMayBeHeld } from './state-final.ts';
import type { EnrollmentState } from './state.ts';
import type { Subject } from './subject.ts';
import { findSubject } from './subject.ts';

/* An assessment is recorded: a mark on the scale of its module, an absence, or not assessed. D6. */

const byPlatform = z.strictObject({ platform: shortText(64) });
const byOrganisation = z.strictObject({ organisation: shortText(64) });

/** Who assessed: a person by id, the platform that did, or an outside organisation. */
export const assessorGiven = z.union([identifier, byPlatform, byOrganisation], {
  error: complaint(
    'нужен номер лица, { platform } или { organisation }',
    'give the id of a person, { platform } or { organisation }',
  ),
});

/** What an assessment rests on: lesson, grade sheet, protocol, … */
export const basisGiven = z.strictObject({
  kind: identifier,
  /** Id of the basis; of a protocol of ours `<commission>.<n>`. */
  id: z.union([identifier, protocolId]).nullable().default(null),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

/** The fields that name what is assessed. */
export const subjectGiven = {
  /** Left out or null: an assessment of the whole programme, or the planned one's module. */
  module: identifier.nullable().optional(),
  kind: identifier.optional(),
  form: identifier.optional(),
  /** A planned assessment of the group: it gives module, kind and form. */
  planned: identifier.optional(),
  /** Scale of a mark of the whole programme. */
  scale: identifier.optional(),
};

/** Records what came of an assessment: a `value`, or an `outcome` without a mark. */
export const recordAssessment = command(
  'record-assessment',
  z
    .strictObject({
      enrollment: enrollmentId,
      ...subjectGiven,
      value: shortText(64).optional(),
      outcome: z.enum(['absent', 'not-assessed']).optional(),
      /** Attendance code of an absence; code of the regulation for `not-assessed`. */
      reason: shortText(32).optional(),
      on: localDate,
      assessor: assessorGiven,
      /** The office of an assessor who is a person, where several of theirs fit. */
      office: officeGiven,
      origin: identifier.default('internal' as z.output<typeof identifier>),
      basis: basisGiven.nullable().default(null),
      /** Special conditions of attestation that were granted, by code. R5 §3.4. */
      conditions: z.array(identifier).max(10).default([]),
      /** Event id of the granted retake that this is: it gives module and kind. D9. */
      retake: factId.optional(),
    })
    .refine((given) => given.retake === undefined || given.planned === undefined, {
      path: ['planned'],
      error: complaint(
        'у пересдачи нет места в плане группы: уберите planned',
        'a retake stands in no plan of the group: leave planned out',
      ),
    })
    .refine((given) => (given.value === undefined) !== (given.outcome === undefined), {
      path: ['value'],
      error: complaint(
        'нужно одно из двух: value (оценка) или outcome (неявка, не оценено)',
        'give one of the two: value (a mark) or outcome (absent, not-assessed)',
      ),
    })
    .refine((given) => given.outcome !== 'not-assessed' || given.reason !== undefined, {
      path: ['reason'],
      error: complaint('назовите причину', 'name the reason why it was not assessed'),
    })
    .refine((given) => given.outcome !== undefined || given.reason === undefined, {
      path: ['reason'],
      error: complaint('у оценки нет причины', 'a mark has no reason: leave it out'),
    }),
);

/* Decide */

/** A checked `record-assessment`. */
export type RecordInput = z.output<typeof recordAssessment.schema>;

/** Where a result of a day would stand, or why it may not: the questions of every new result. */
export function placeOfResult(
  state: EnrollmentState,
  input: { readonly enrollment: string; readonly on: string },
  credited: boolean,
  context: Pick<StudyContext, 'regulation' | 'today'>,
  afterDischarge = false,
): { readonly group: string; readonly edition: Edition } | Refusal {
  const shut = refuseUnlessOpen(state, input.enrollment);
  if (shut !== null) return shut;
  const { on } = input;
  const ahead = refuseIfAhead(on, context.today);
  if (ahead !== null) return ahead;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const place = studyOn(state, on);
  const { status, since, group } = place;
  const left = afterDischarge && status === 'ended' && !isCompleted(state);
  if (group === null || !(left || standsIn(place, credited))) {
    return outsideStudy({ on, status, since });
  }
  return { group, edition };
}

const isCompleted = (state: EnrollmentState): boolean => state.line.at(-1)?.type === 'Completed';

/** Decides `record-assessment`; `by.id` is the command's, and by it the event's. */
export function decideRecordAssessment(
  state: EnrollmentState,
  input: RecordInput,
  context: EnrollmentContext,
  by: Pick<ReceivedCommand, 'id'>,
): Decision {
  const retake = retakeAsked(state, input, context);
  if (isRefusal(retake)) return retake;
  const place = placeOfResult(state, input, false, context, retake?.limit.afterDischarge);
  if (isRefusal(place)) return place;
  const { group, edition } = place;
  const subject = findSubject({ ...input, ...retake?.subject }, group, edition, context);
  if (isRefusal(subject)) return subject;
  const closed = refuseUnlessMayBeHeld(subject, edition);
  if (closed !== null) return closed;
  const { origin, on, conditions } = input;
  const { origins } = edition.assessment;
  if (!origins.includes(origin)) {
    return notInRegulation({ field: 'origin', value: origin, known: origins });
  }
  const granted = retake?.granted ?? null;
  const basis = basisOf(input, { kind: subject.kind, group, granted }, context, edition);
  if (isRefusal(basis)) return basis;
  const assessor = readAssessor(input, group, edition, context);
  if (isRefusal(assessor)) return assessor;
  const result = readResult(input, subject, edition, context);
  if (isRefusal(result)) return result;
  const no = refuseUnlessMayStand(state, { input, subject, group, result }, context, edition);
  if (no !== null) return no;
  const module = subject.module?.id ?? null;
  const taken = granted === null ? null : takenAs(granted, result, edition);
  const { kind, form, planned } = subject;
  const official = assessor.kind === 'official' ? [assessor.id] : [];
  return [
    assessmentRecorded.draft({
      occurredOn: on,
      refs: { ...refsOf(state, group), module: module === null ? [] : [module], official },
      data: {
        ...whoseOf(state),
        group,
        module,
        kind,
        form,
        origin,
        result,
        assessor,
        basis,
        planned,
        conditions,
        ...(taken === null ? {} : { retake: taken }),
        edition: edition.edition,
      },
    }),
    ...settledBy(state, { on, result, taken }, eventId(by.id, 0), edition),
  ];
}

interface NewResult {
  readonly input: RecordInput;
  readonly subject: Subject;
  readonly group: string;
  readonly result: { readonly outcome: string };
}

/** What stands against this result; null: nothing. */
function refuseUnlessMayStand(
  state: EnrollmentState,
  { input, subject, group, result }: NewResult,
  context: EnrollmentContext,
  edition: Edition,
): Refusal | null {
  const { basis, conditions, on } = input;
  const { module, kind, planned } = subject;
  const about = { learner: state.learner, kind, on };
  const no =
    refuseIfPlannedTaken(state, group, planned) ??
    refuseUnlessMayRest(basis, context.restsOn, about, edition) ??
    refuseUnlessMayGrant(
      { ...about, conditions, module },
      context.restsOn?.learner ?? null,
      edition,
    );
  if (no !== null || result.outcome !== 'mark') return no;
  const mark = { module: module?.id ?? null, kind, on };
  return (
    refuseIfOwesBeforeFinal(state, mark, edition) ??
    refuseUnlessFinalLast(state, mark, edition.assessment.finalKind)
  );
}
