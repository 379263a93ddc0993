import * as z from 'zod';
import { gradingScale } from '../values/grading-scale.ts';
import { identifier } from '../values/identifier.ts';
import { localText, shortText } from '../values/text.ts';
import {
  archiveRules, assessmentRules, carrierRules, commendationRules, correctionRules,
  enrollmentRules, generalRules, lessonRules, scaleRules,
} from './events.ts'; // prettier-ignore

/*
 * What a section may hold when it comes in. The stored shapes say less on purpose: a limit that
 * changes later must not make an old edition unreadable.
 */

const ids = z.array(identifier).max(100);
const titled = z.strictObject({ id: identifier, title: localText });
const titledList = z.array(titled).max(100);

/** Terms of keeping; those that run have years and a start. */
export const RETENTION_TERMS = [
  'exact', 'at-least', 'until-no-longer-needed', 'permanent', 'file-plan',
] as const; // prettier-ignore

const general = generalRules.extend({
  timeZone: shortText(64),
  annex: shortText(8).nullable(),
  offices: titledList.min(1),
  programmeTypes: z
    .array(
      titled.extend({
        category: identifier.nullable(),
        mandatory: ids,
        hoursMin: z.number().min(0).max(20_000).nullable(),
      }),
    )
    .min(1)
    .max(50),
  orderFor: ids,
  sources: z
    .array(z.strictObject({ field: shortText(100), source: shortText(200) }))
    .max(500),
});

const assessment = assessmentRules.extend({
  kinds: z.array(titled.extend({ attestation: z.boolean() })).min(1).max(50),
  forms: titledList.min(1),
  origins: ids.min(1),
  assessorOffices: ids,
  finalKind: identifier.nullable(),
  notAssessedReasons: titledList,
}); // prettier-ignore

const carrier = z.strictObject({
  id: identifier,
  title: localText,
  records: identifier,
  medium: z.enum(['paper', 'electronic', 'either']),
  mandatory: z.boolean(),
  decidedBy: identifier.nullable(),
  filePlanIndex: shortText(32).nullable(),
  retention: z.strictObject({
    term: z.enum(RETENTION_TERMS),
    years: z.int().min(1).max(200).nullable(),
    startsAt: identifier.nullable(),
  }),
});

/** Each section as `adopt` and `amend` take it. D1. */
export const sectionSchemas = {
  general,
  scales: scaleRules.extend({ scales: z.array(gradingScale).min(1).max(50) }),
  assessment,
  correction: correctionRules.extend({
    signerOffices: ids,
    countersignOffices: ids.min(1).nullable(),
    annulmentOffices: ids,
  }),
  lessons: lessonRules.extend({
    kinds: titledList,
    attendanceCodes: z
      .array(z.strictObject({ code: shortText(16), title: localText, excused: z.boolean() }))
      .max(50),
    teacherOffices: ids,
  }),
  enrollment: enrollmentRules.extend({
    orderFor: ids,
    dischargeReasons: titledList,
    suspensionReasons: titledList,
  }),
  commendation: commendationRules.extend({
    kinds: titledList,
    areas: titledList,
    bases: ids,
    orderOffices: ids,
    copiesTo: identifier.nullable(),
  }),
  archive: archiveRules.extend({
    deadlineDays: z.int().min(0).max(3660).nullable(),
    handOverOffices: ids,
    receiveOffices: ids,
    fromUnit: shortText(200),
    toUnit: shortText(200),
  }),
  carriers: carrierRules.extend({ carriers: z.array(carrier).max(100) }),
};
