import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { EnrollmentContext } from './context.ts';
import type { EnrollmentState } from './state.ts';
import type { Subject } from './subject.ts';
import * as z from 'zod';
import { command } from '../kernel/command.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { holdsOffice, notAppointed, officialDecider } from '../official/official.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { datedAhead } from '../regulation/today.ts';
import { editionFor, notOpen, scopeOf } from './context.ts';
import { assessmentRecorded } from './events.ts';
import { enrollmentId } from './id.ts';
import { refsOf, whoseOf } from './life.ts';
import { statusWords } from './movement.ts';
import { notInRegulation } from './not-in-regulation.ts';
import { standsIn, studyOn } from './place.ts';
import { checkFinalLast, plannedTaken } from './standing.ts';
import { findSubject, markOf } from './subject.ts';

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
  id: identifier.nullable().default(null),
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
      origin: identifier.default('internal' as z.output<typeof identifier>),
      basis: basisGiven.nullable().default(null),
      /** Special conditions of attestation that were granted, by code. R5 §3.4. */
      conditions: z.array(identifier).max(10).default([]),
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

/* Refusals */

/** R1 §3.2: recorded are those who are enrolled and have begun to study. */
export const outsideStudy = refusal(
  'outside-study',
  (d: { on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `${d.on} не день учёбы (${words.ru}): проверьте дату`,
      en: `${d.on} is no day of study (${words.en}): check the day`,
    };
  },
);

export const platformMayNotAssess = refusal(
  'platform-may-not-assess',
  (d: { platform: string; edition: number }) => ({
    ru: `По редакции ${d.edition} платформа (${d.platform}) не оценивает: назовите лицо`,
    en: `By edition ${d.edition} a platform (${d.platform}) does not assess: name a person`,
  }),
);

export const assessorIsOutside = refusal(
  'assessor-is-outside',
  (d: { organisation: string; origin: string }) => ({
    ru: `${d.organisation} — внешняя организация, а происхождение ${d.origin}: назовите другое`,
    en: `${d.organisation} is an outside organisation, and the origin is ${d.origin}: change it`,
  }),
);

/* Decide */

type RecordInput = z.output<typeof recordAssessment.schema>;

/** Where a result of a day would stand, or why it may not: the questions of every new result. */
export function placeOfResult(
  state: EnrollmentState,
  input: { readonly enrollment: string; readonly on: string },
  credited: boolean,
  context: EnrollmentContext,
): { readonly group: string; readonly edition: Edition } | Refusal {
  const shut = notOpen(state, input.enrollment);
  if (shut !== null) return shut;
  const { on } = input;
  const { today } = context;
  if (on > today) return datedAhead({ on, today });
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const place = studyOn(state, on);
  const { status, since, group } = place;
  if (group === null || !standsIn(place, credited)) return outsideStudy({ on, status, since });
  return { group, edition };
}

export function decideRecordAssessment(
  state: EnrollmentState,
  input: RecordInput,
  context: EnrollmentContext,
): Decision {
  const place = placeOfResult(state, input, false, context);
  if (isRefusal(place)) return place;
  const { group, edition } = place;
  const subject = findSubject(input, group, edition, context);
  if (isRefusal(subject)) return subject;
  const { origin, on } = input;
  const { origins } = edition.assessment;
  if (!origins.includes(origin)) {
    return notInRegulation({ field: 'origin', value: origin, known: origins });
  }
  const assessor = readAssessor(input, group, edition, context);
  if (isRefusal(assessor)) return assessor;
  const result = readResult(input, subject, edition, context);
  if (isRefusal(result)) return result;
  const taken = plannedTaken(state, group, subject.planned);
  if (taken !== null) return taken;
  const { module, kind, form, planned } = subject;
  const moduleId = module?.id ?? null;
  if (result.outcome === 'mark') {
    const { finalKind } = edition.assessment;
    const no = checkFinalLast(state, { module: moduleId, kind, on }, finalKind);
    if (no !== null) return no;
  }
  const official = assessor.kind === 'official' ? [assessor.id] : [];
  const { basis, conditions } = input;
  return [
    assessmentRecorded.draft({
      occurredOn: on,
      refs: {
        ...refsOf(state, group),
        module: moduleId === null ? [] : [moduleId],
        official,
      },
      data: {
        ...whoseOf(state), group, module: moduleId, kind, form, origin, result, assessor, basis,
        planned, conditions, edition: edition.edition,
      }, // prettier-ignore
    }),
  ];
}

function readAssessor(
  { assessor, on, origin }: RecordInput,
  group: string,
  edition: Edition,
  context: EnrollmentContext,
) {
  if (typeof assessor !== 'string') {
    if ('platform' in assessor) {
      const { platform } = assessor;
      if (edition.assessment.platformMayAssess) return { kind: 'platform', id: platform } as const;
      return platformMayNotAssess({ platform, edition: edition.edition });
    }
    const { organisation } = assessor;
    if (origin !== 'internal') return { kind: 'organisation', id: organisation } as const;
    return assessorIsOutside({ organisation, origin });
  }
  const offices = edition.assessment.assessorOffices;
  const official = context.officials.get(assessor) ?? officialDecider.initial();
  if (holdsOffice(official, offices, on, scopeOf(context, group)) === null) {
    return notAppointed({ person: assessor, offices, on });
  }
  return { kind: 'official', id: assessor } as const;
}

function readResult(
  input: RecordInput,
  subject: Subject,
  edition: Edition,
  { programme }: EnrollmentContext,
) {
  const { value, outcome, reason = null } = input;
  if (outcome === 'not-assessed') {
    const known = edition.assessment.notAssessedReasons.map((one) => one.id);
    if (reason !== null && known.includes(reason)) return { outcome, reason } as const;
    return notInRegulation({ field: 'reason', value: reason ?? '—', known });
  }
  if (outcome === 'absent') {
    const known = edition.lessons.attendanceCodes.map((one) => one.code);
    if (reason === null || known.includes(reason)) return { outcome, reason } as const;
    return notInRegulation({ field: 'reason', value: reason, known });
  }
  const asked = { module: subject.module?.id ?? null, scale: input.scale };
  const mark = markOf(asked, value ?? '', input.on, edition, programme);
  return isRefusal(mark) ? mark : ({ outcome: 'mark', mark } as const);
}
