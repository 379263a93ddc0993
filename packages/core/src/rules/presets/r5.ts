import type { RegulationPreset } from '../regulation/facts/state.ts';
import type { AssessmentRules } from '../regulation/sections/assessment.ts';
import {
  assessment as assessmentSection,
  manyTimes,
  onceAYear,
} from '../regulation/sections/assessment.ts';
import type { CommendationRules } from '../regulation/sections/commendation.ts';
import { commendation as commendationSection } from '../regulation/sections/commendation.ts';
import type { CommissionRules } from '../regulation/sections/commissions.ts';
import { commissions as commissionSection } from '../regulation/sections/commissions.ts';
import { correction as correctionSection } from '../regulation/sections/correction.ts';
import type { CreditRules } from '../regulation/sections/credits.ts';
import { credits as creditSection } from '../regulation/sections/credits.ts';
import { usualDischargeReasons } from '../regulation/sections/discharge-reasons.ts';
import type { DisclosureRules } from '../regulation/sections/disclosure.ts';
import { disclosure as disclosureSection } from '../regulation/sections/disclosure.ts';
import type { EnrollmentRules } from '../regulation/sections/enrollment.ts';
import { enrollment as enrollmentSection } from '../regulation/sections/enrollment.ts';
import type { GeneralRules } from '../regulation/sections/general.ts';
import { usualOffices, usualPapers } from '../regulation/sections/general.ts';
import type { PrintoutRules } from '../regulation/sections/printouts.ts';
import { printouts as printoutSection } from '../regulation/sections/printouts.ts';
import type { RetakeRules } from '../regulation/sections/retakes.ts';
import { retakes as retakeSection } from '../regulation/sections/retakes.ts';
import { retention } from '../regulation/sections/retention.ts';
import { holdingsOf } from './carriers.ts';
import { presetOf } from './preset.ts';
import { carriers } from './r5-carriers.ts';
import { documents } from './r5-documents.ts';
import { resultGroups } from './r5-result-groups.ts';

/*
 * R5: a special school of general education. Results of other schools and achievements of gifted
 * learners are credited under the deputy head's control. Results go into the attestat, and the
 * documents that confirm them into the portfolio.
 */

const type = (id: string, ru: string, en: string): GeneralRules['programmeTypes'][number] => ({
  id,
  title: { ru, en },
  category: null,
  mandatory: [],
  hoursMin: null,
});

/** R5 §3.1-3.2: the three levels of general education, and the other programmes. */
const programmeTypes: GeneralRules['programmeTypes'] = [
  type('basic-general', 'Основное общее образование', 'Basic general education'),
  type('primary-general', 'Начальное общее образование', 'Primary general education'),
  type('secondary-general', 'Среднее общее образование', 'Secondary general education'),
  type('general-development', 'Дополнительная общеразвивающая', 'General development'),
  type('pre-professional', 'Дополнительная предпрофессиональная', 'Pre-professional'),
  type('extracurricular', 'Внеурочная деятельность', 'Extracurricular activity'),
  type('vocational-training', 'Профессиональное обучение', 'Vocational training'),
];

/** No disciplinary measure ends primary education or extracurricular activity: our default. */
const dischargeReasons = usualDischargeReasons.map((reason) =>
  reason.id === 'expelled'
    ? { ...reason, programmeTypes: ['basic-general', 'secondary-general', 'vocational-training'] }
    : reason,
);

/** Kinds limited to "subjects not taken at the ГИА": R5 §1.2, §3.4 and, by itself, §4.1. */
const NOT_STATE_FINAL = ['final'];

const assessment: AssessmentRules = {
  ...assessmentSection.default,
  kinds: [
    { ...manyTimes, id: 'current', title: { ru: 'Текущий контроль', en: 'Current' } },
    {
      ...onceAYear,
      id: 'period',
      title: { ru: 'Отметка за период', en: 'Mark of a period' },
      byPeriod: true,
    },
    {
      ...manyTimes,
      id: 'interim',
      title: { ru: 'Промежуточная', en: 'Interim' },
      attestation: true,
    },
    { ...onceAYear, id: 'year', title: { ru: 'Годовая отметка', en: 'Year mark' } },
    { ...onceAYear, id: 'final', title: { ru: 'Итоговая без ГИА', en: 'Final, no ГИА' } },
    {
      ...onceAYear,
      id: 'state-final',
      title: { ru: 'Государственная итоговая (ГИА)', en: 'State final attestation' },
    },
  ],
  resultGroups,
  origins: ['internal', 'external'],
  stateFinal: { kind: 'state-final', closes: ['final'] },
  specialConditions: {
    ...assessmentSection.default.specialConditions,
    kinds: ['interim', 'final'],
    kindsNotStateFinal: NOT_STATE_FINAL,
  },
};

/** Year marks are the interim attestation of a school; the ГИА's retakes are its commission's. */
const retakes: RetakeRules = {
  ...retakeSection.default,
  limits: retakeSection.default.limits.map((one) =>
    one.kinds.includes('interim') ? { ...one, kinds: ['interim', 'year'] } : one,
  ),
};

/** So a commission attests year marks too: the second retake is before one. 273-FZ art. 58. */
const commissions: CommissionRules = {
  ...commissionSection.default,
  kinds: commissionSection.default.kinds.map((one) => ({
    ...one,
    attests: ['interim', 'year', 'final'],
  })),
};

/** The levels of general education have study years, and learners are promoted. 273-FZ art. 58. */
const enrollment: EnrollmentRules = {
  ...enrollmentSection.default,
  dischargeReasons,
  promotionRequired: ['primary-general', 'basic-general', 'secondary-general'],
};

const commendation: CommendationRules = {
  ...commendationSection.default,
  kinds: [
    { id: 'prize', title: { ru: 'Приз', en: 'Prize' } },
    { id: 'diploma', title: { ru: 'Диплом', en: 'Diploma' } },
  ],
  separateAct: {
    title: { ru: 'Положение о поощрении обучающихся', en: 'Regulation on commendation' },
    number: null,
  },
  copiesTo: 'portfolio',
};

const credits: CreditRules = {
  ...creditSection.default,
  sources: ['own', 'other-organisation', 'achievement'],
  controlOffices: ['deputy-head'],
  achievementKinds: ['interim', 'final'],
  achievementKindsNotStateFinal: NOT_STATE_FINAL,
  achievementNeedsListing: true,
};

/** R5 §6.2: those who do not represent the child get information only by law. */
const disclosure: DisclosureRules = {
  ...disclosureSection.default,
  recipients: disclosureSection.default.recipients.map((one) =>
    one.recipient === 'third-person' ? { ...one, opensBy: ['law'] } : one,
  ),
};

/** R5 §4.7: stamped, and signed by the head or a person authorised by the head. */
const printouts: PrintoutRules = {
  ...printoutSection.default,
  certification: [
    {
      id: 'progress-certificate',
      title: { ru: 'Справка об успеваемости', en: 'Certificate of progress' },
      forms: ['progress-certificate'],
      offices: ['head', 'deputy-head'],
      stitchedFromSheets: 2,
      sealRequired: true,
      approvedForm: false,
    },
    ...printoutSection.default.certification,
  ],
};

/** The fields that a clause or a law sets; all others have the library's default. */
const clauses: Readonly<Record<string, string>> = {
  'general.offices.deputy-head': 'R5 §5',
  'general.offices.pedagogical-council': 'R5 §1.4, §4.3.4',
  'general.programmeTypes': 'R5 §3.1-3.2',
  'general.programmeTypes.general-development': 'R5 §1.3',
  'general.programmeTypes.pre-professional': 'R5 §1.3, §3.2',
  'assessment.kinds': 'R5 §4.1',
  'assessment.resultGroups': 'R5 §2.3, §3.2.4',
  'assessment.acquaintance': 'R5 §2.3',
  'assessment.acquaintance.offices': 'default',
  'assessment.acquaintance.again': 'default',
  'assessment.stateFinal': 'R5 §4.1',
  'assessment.kinds.state-final': 'R5 §3.2.1, §4.1',
  'assessment.origins': 'R5 §4.1',
  'assessment.specialConditions': 'R5 §3.4',
  'assessment.specialConditions.conditions': 'default',
  'enrollment.promotionRequired': '273-FZ art. 58',
  'enrollment.yearDecisions': '273-FZ art. 58',
  'enrollment.orderFor.enroll': '273-FZ art. 53',
  'enrollment.orderFor.complete': '273-FZ art. 61',
  'enrollment.orderFor.discharge': '273-FZ art. 61',
  'commendation.kinds': 'R5 §1.3',
  'commendation.separateAct': 'R5 §3.3',
  'commendation.areas': 'R5 §3.3',
  'commendation.copiesTo': 'R5 §4.9',
  'carriers.carriers': 'R5 §4.3',
  'carriers.carriers.filePlanIndex': 'default',
  'carriers.carriers.retention': 'R5 §7.2',
  'carriers.electronic-journal': 'R5 §4.3.2',
  'carriers.electronic-journal.retention': 'default',
  'carriers.electronic-diary': 'R5 §4.3.2',
  'carriers.electronic-diary.retention': 'default',
  'carriers.progress-database': 'R5 §4.3.2',
  'carriers.progress-database.retention': 'default',
  'carriers.circle-journals': 'R5 §4.6',
  'carriers.circle-journals.decidedBy': 'R5 §4.3.4',
  'carriers.circle-journals.retention': 'default',
  'carriers.achievement-sheets': 'R5 §4.4-4.6',
  'carriers.achievement-sheets.decidedBy': 'R5 §4.3.4',
  'carriers.achievement-sheets.retention': 'default',
  'carriers.control-books': 'R5 §4.5-4.6',
  'carriers.control-books.decidedBy': 'R5 §4.3.4',
  'carriers.control-books.retention': 'default',
  'carriers.attestat-book': 'R5 §4.10',
  'commissions.kinds.attests': '273-FZ art. 58',
  'credits.sources': 'R5 §1.2, §5.2',
  'credits.applicants': 'R5 §5',
  'credits.controlOffices': 'R5 §5',
  'credits.achievementKinds': 'R5 §1.2',
  'credits.achievementKindsNotStateFinal': 'R5 §1.2',
  'credits.achievementNeedsListing': 'R5 §1.2',
  'achievements.kinds': 'R5 §3.2.2-3.2.3',
  'achievements.outcomes': 'R5 §3.2.2',
  'achievements.officialLists': 'R5 §3.2.2',
  'achievements.evidenceRequired': 'R5 §4.7',
  'portfolio.kinds': 'R5 §4.8-4.9',
  'portfolio.holders': 'R5 §4.8',
  'portfolio.media': 'R5 §4.8',
  'documents.kinds': 'R5 §4.7',
  'documents.kinds.attestat-basic': 'R5 §4.10',
  'documents.kinds.attestat-secondary': 'R5 §4.10',
  'documents.kinds.attestat-basic-distinction': 'default',
  'documents.kinds.attestat-secondary-distinction': 'default',
  'documents.kinds.training-certificate': '273-FZ art. 60',
  'documents.kinds.study-certificate': '273-FZ art. 60',
  'documents.kinds.extract': 'default',
  'documents.kinds.markKinds': 'default',
  'documents.kinds.variantOf': 'default',
  'documents.kinds.marksAtLeast': 'default',
  'documents.kinds.markRules': 'order 115 of 2014 item 5',
  'documents.kinds.failingMarks': '273-FZ art. 60',
  'documents.registers.attestat-book': 'R5 §4.10',
  'retakes.limits': '273-FZ art. 58',
  'disclosure.recipients': 'R5 §6.4',
  'disclosure.recipients.third-person': 'R5 §6.2',
  'disclosure.forms': 'R5 §6.4',
  'disclosure.purposes.path': 'R5 §6.1',
  'disclosure.purposes.commendation': 'R5 §6.3',
  'disclosure.purposes.social-support': 'R5 §6.3',
  'printouts.certification': 'R5 §4.7',
  'printouts.certification.printout': 'default',
};

/**
 * The regulation of a special school, ready to be adopted. Source: R5; `general.sources` names each
 * field's clause, or `default` where R5 is silent (correction, commissions and debts among them).
 *
 * @example
 * must(await school.regulation.adopt(r5, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export const r5: RegulationPreset = presetOf(
  {
    preset: 'r5@1',
    title: {
      ru: 'Положение об индивидуальном учёте результатов освоения программ и поощрений',
      en: 'Regulation on the individual record of results and commendations, special school',
    },
    general: {
      annex: '2',
      offices: [
        ...usualOffices,
        { id: 'pedagogical-council', title: { ru: 'Педагогический совет', en: 'Council' } },
      ],
      programmeTypes,
      orderFor: ['appoint', 'relieve'],
      ...usualPapers,
    },
    assessment,
    commendation,
    carriers: { carriers },
    commissions,
    credits,
    documents,
    enrollment,
    retention: { ...retention.default, holdings: holdingsOf(carriers) },
    disclosure,
    printouts,
    retakes,
    correction: { ...correctionSection.default, prevailingCarrier: 'electronic' },
  },
  clauses,
);
