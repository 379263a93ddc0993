import * as z from 'zod';
import { complaint, shown } from '../values/complaint.ts';
import { gradingScale } from '../values/grading-scale.ts';
import { identifier } from '../values/identifier.ts';
import { isLocalDate } from '../values/local-date.ts';
import { localText, shortText } from '../values/text.ts';
import {
  archiveRules,
  assessmentRules,
  carrierRules,
  commendationRules,
  correctionRules,
  enrollmentRules,
  generalRules,
  lessonRules,
  scaleRules,
} from './events.ts';
import { achievementRules } from './sections/achievements.ts';
import { commissionRulesGiven } from './sections/commissions.ts';
import { creditRules } from './sections/credits.ts';
import { custodyRules } from './sections/custody.ts';
import { disclosureRulesGiven } from './sections/disclosure.ts';
import { documentSection } from './sections/documents-door.ts';
import { portfolioRules } from './sections/portfolio.ts';
import { printoutRulesGiven } from './sections/printouts.ts';
import { retakeRulesGiven } from './sections/retakes.ts';
import { retentionRules } from './sections/retention.ts';
import { workRulesGiven } from './sections/works.ts';

/*
 * What a section may hold when it comes in. The stored shapes say less on purpose: a limit that
 * changes later must not make an old edition unreadable.
 */

const ids = z.array(identifier).max(100);
const titled = z.strictObject({ id: identifier, title: localText });
const titledList = z.array(titled).max(100);

/** A day of every year, `MM-DD`: 29 February is none. */
const dayOfYear = z.string().refine((day) => isLocalDate(`2001-${day}`), {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не день года вида ММ-ДД, например 12-31`,
      `${shown(input)} is no day of every year MM-DD, such as 12-31`,
    ),
});

/** Terms of keeping; those that run have years and a start. */
export const RETENTION_TERMS = [
  'exact',
  'at-least',
  'until-no-longer-needed',
  'permanent',
  'file-plan',
] as const;

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
  sources: z.array(z.strictObject({ field: shortText(100), source: shortText(200) })).max(500),
});

const assessment = assessmentRules.extend({
  kinds: z
    .array(titled.extend({ attestation: z.boolean() }))
    .min(1)
    .max(50),
  forms: titledList.min(1),
  origins: ids.min(1),
  assessorOffices: ids,
  finalKind: identifier.nullable(),
  stateFinal: z.strictObject({ kind: identifier, closes: ids }).nullable(),
  notAssessedReasons: titledList,
  specialConditions: z.strictObject({
    conditions: titledList,
    grounds: z.array(z.enum(['gifted', 'special-needs'])).max(2),
    kinds: ids,
    kindsNotStateFinal: ids,
  }),
});

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

const afterPeriod = z.strictObject({ dueDays: z.int().min(0).max(366), offices: ids });

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
    separateAct: z.strictObject({ title: localText, number: shortText(64).nullable() }).nullable(),
    areas: titledList,
    countsIn: ids,
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
  commissions: commissionRulesGiven,
  retakes: retakeRulesGiven,
  works: workRulesGiven,
  disclosure: disclosureRulesGiven,
  printouts: printoutRulesGiven,
  credits: creditRules.extend({
    comparisonOffices: ids,
    decisionOffices: ids,
    controlOffices: ids.min(1).nullable(),
    achievementKinds: ids,
    achievementKindsNotStateFinal: ids,
  }),
  achievements: achievementRules.extend({
    kinds: titledList,
    levels: z.array(titled.extend({ indicatorLevel: identifier.nullable() })).max(20),
    outcomes: z.array(titled.extend({ prize: z.boolean() })).max(20),
    officialLists: titledList,
    verifierOffices: ids,
    annulmentOffices: ids,
    basisForKinds: ids,
    banks: z.array(titled.extend({ holder: z.enum(['learner', 'group', 'institution']) })).max(10),
    replenishBy: z.array(dayOfYear).max(12),
    replenishOffices: ids,
  }),
  portfolio: portfolioRules.extend({
    kinds: titledList,
    keeperOffices: ids,
    removalReasons: titledList,
  }),
  documents: documentSection,
  retention: retentionRules.extend({
    startRules: z
      .array(
        titled.extend({
          from: z.enum(['closing', 'departure', 'order', 'programme-end']),
          counts: z.enum(['next-year', 'next-day']),
        }),
      )
      .max(20),
    filePlan: z
      .array(
        z.strictObject({
          index: shortText(32),
          term: z.enum(['exact', 'at-least', 'until-no-longer-needed', 'permanent']),
          years: z.int().min(1).max(200).nullable(),
          startsAt: identifier.nullable(),
          article: shortText(100).nullable(),
        }),
      )
      .max(200),
    holdings: z.array(z.strictObject({ records: identifier, kinds: ids.min(1) })).max(50),
    holdOffices: ids,
    needOffices: ids,
    selectionOffices: ids,
    approvals: z
      .array(titled.extend({ offices: ids.min(1), protocolRequired: z.boolean() }))
      .max(5),
    methods: titledList,
    destructionOffices: ids,
    destroyersMin: z.int().min(1).max(10),
    erasureOffices: ids,
    erasureReasons: titledList,
  }),
  custody: custodyRules.extend({
    studyYearEnds: dayOfYear,
    studyYearEndsYearsLater: z.int().min(0).max(1),
    periodExport: afterPeriod.nullable(),
    entriesCheck: afterPeriod.nullable(),
    backup: z
      .strictObject({
        mediaMin: z.int().min(1).max(10),
        dueMonth: z.int().min(1).max(12),
        dueDay: z.int().min(1).max(31),
        offices: ids,
        mediaKinds: titledList,
      })
      .nullable(),
    integrityCheck: z
      .strictObject({ everyMonths: z.int().min(1).max(120), offices: ids })
      .nullable(),
  }),
};
