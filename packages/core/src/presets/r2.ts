import { deepFreeze } from '../kernel/json.ts';
import type { CarrierRules, GeneralRules, RegulationPreset } from '../regulation/rules.ts';
import {
  fivePoint,
  fivePointTenths,
  hundredPoint,
  masteryLevels,
  passFail,
} from '../values/scales.ts';
import {
  commendation,
  declared,
  enrollment,
  forms,
  lessons,
  notAssessedReasons,
  offices,
  specialConditions,
} from './defaults.ts';
import { achievements } from './defaults/achievements.ts';
import { commissions } from './defaults/commissions.ts';
import { credits } from './defaults/credits.ts';
import { custody } from './defaults/custody.ts';
import { disclosure } from './defaults/disclosure.ts';
import { documents } from './defaults/documents.ts';
import { portfolio } from './defaults/portfolio.ts';
import { printouts } from './defaults/printouts.ts';
import { retakes } from './defaults/retakes.ts';
import { retention } from './defaults/retention.ts';
import { works } from './defaults/works.ts';

/*
 * R2: an academy of further professional education. Its clauses rule journals, grade sheets,
 * protocols and personal files, and the correction of a mark; where they are silent the library's
 * default stands, and `sources` says `default`.
 */

/** The first is what a programme is opened with where it names no type. */
const programmeTypes: GeneralRules['programmeTypes'] = [
  {
    id: 'qualification-improvement',
    title: { ru: 'Повышение квалификации', en: 'Qualification improvement' },
    category: 'qualification-improvement',
    mandatory: ['interim', 'final'],
    hoursMin: 16,
  },
  {
    id: 'professional-retraining',
    title: { ru: 'Профессиональная переподготовка', en: 'Professional retraining' },
    category: 'professional-retraining',
    mandatory: ['interim', 'final'],
    hoursMin: 250,
  },
];

const carriers: CarrierRules['carriers'] = [
  {
    id: 'lesson-journal',
    title: { ru: 'Журнал занятий', en: 'Lesson journal' },
    records: 'journal',
    medium: 'paper',
    mandatory: true,
    decidedBy: null,
    filePlanIndex: '02-01',
    // R2 §3.3 names no start of the year; archives count from the end of the year of closing.
    retention: { term: 'exact', years: 1, startsAt: 'year-end' },
  },
  {
    id: 'grade-sheets',
    title: { ru: 'Ведомости аттестации', en: 'Grade sheets of attestation' },
    records: 'grade-sheet',
    medium: 'paper',
    mandatory: true,
    decidedBy: null,
    filePlanIndex: '02-02',
    retention: { term: 'file-plan', years: null, startsAt: null },
  },
  {
    id: 'protocols',
    title: { ru: 'Протоколы аттестации', en: 'Protocols of attestation' },
    records: 'protocol',
    medium: 'paper',
    mandatory: true,
    decidedBy: null,
    filePlanIndex: '02-03',
    retention: { term: 'file-plan', years: null, startsAt: null },
  },
  {
    id: 'personal-files',
    title: { ru: 'Личные дела обучающихся', en: 'Personal files of learners' },
    records: 'personal-file',
    medium: 'paper',
    mandatory: true,
    decidedBy: null,
    filePlanIndex: '02-04',
    retention: { term: 'at-least', years: 3, startsAt: 'departure' },
  },
  {
    id: 'electronic-records',
    title: { ru: 'Электронные носители с результатами', en: 'Electronic media with results' },
    records: 'electronic',
    medium: 'electronic',
    mandatory: false,
    decidedBy: 'head',
    filePlanIndex: '02-05',
    retention: { term: 'until-no-longer-needed', years: null, startsAt: null },
  },
];

/** Sources of a section on which R2 says nothing at all. */
function silent(section: string, rules: object): Record<string, string> {
  const fields = Object.keys(rules).filter((field) => field !== 'section');
  return Object.fromEntries(fields.map((field) => [`${section}.${field}`, 'default']));
}

const sources: GeneralRules['sources'] = Object.entries({
  'general.timeZone': 'default', // the organisation's own, given when it adopts the preset
  'general.annex': 'default',
  'general.offices': 'default',
  'general.offices.head': 'R2 §4.1',
  'general.offices.teacher': 'R2 §2.3',
  'general.offices.records-keeper': 'R2 §3.2',
  'general.orderFor': 'R2 §3.2',
  'general.orderFor.approve-form': 'R2 §2.1',
  'general.orderFor.amend-regulation': 'R2 §4.2',
  'general.programmeTypes': 'R2 §1.2',
  'general.programmeTypes.mandatory': 'R2 §1.5',
  'general.programmeTypes.hoursMin': 'order 266 of 2025 item 18',
  'scales.scales': 'default',
  'scales.chosenBy': 'default',
  'assessment.kinds': 'R2 §2.3',
  'assessment.kinds.attestation': 'R2 §1.4',
  'assessment.forms': 'default',
  'assessment.origins': 'default',
  'assessment.assessorOffices': 'R2 §1.2',
  'assessment.platformMayAssess': 'default',
  'assessment.finalKind': 'R2 §2.3',
  'assessment.stateFinal': 'default',
  'assessment.requirementsAnnounced': 'R2 §1.5',
  'assessment.notAssessedReasons': 'default',
  'assessment.specialConditions': 'default',
  'correction.signerOffices': 'R2 §2.3',
  'correction.correctorSigns': 'R2 §2.3',
  'correction.wordsRequired': 'R2 §2.3',
  'correction.reasonRequired': 'default',
  'correction.positionRequired': 'default',
  'correction.replacedNamed': 'default',
  'correction.countersignOffices': 'default',
  'correction.orderAfterArchive': 'default',
  'correction.annulmentOffices': 'default',
  'correction.annulmentReasonRequired': 'default',
  'lessons.kinds': 'default',
  'lessons.attendanceCodes': 'default',
  'lessons.teacherOffices': 'R2 §1.2',
  'enrollment.onePer': 'default',
  'enrollment.orderFor': 'default',
  'enrollment.orderFor.enroll': '273-FZ art. 53',
  'enrollment.orderFor.complete': '273-FZ art. 61',
  'enrollment.orderFor.discharge': '273-FZ art. 61',
  'enrollment.dischargeReasons': 'default',
  'enrollment.suspensionReasons': 'default',
  'commendation.kinds': 'default',
  'commendation.separateAct': 'default',
  'commendation.areas': 'default',
  'commendation.bases': 'default',
  'commendation.orderOffices': 'default',
  'commendation.orderRequired': 'default',
  'commendation.copiesTo': 'default',
  'commendation.countsIn': 'default',
  'commendation.publicationNeedsConsent': 'default',
  'commendation.revocable': 'default',
  'archive.deadlineDays': 'default', // R2 names no number of days
  'archive.handOverOffices': 'R2 §3.2',
  'archive.receiveOffices': 'default',
  'archive.fromUnit': 'default',
  'archive.toUnit': 'R2 §3.4',
  'carriers.carriers': 'R2 §2.2',
  'carriers.carriers.filePlanIndex': 'default',
  'carriers.lesson-journal.retention': 'R2 §3.3',
  'carriers.lesson-journal.retention.startsAt': 'default',
  'carriers.grade-sheets.retention': 'default',
  'carriers.protocols.retention': 'default',
  'carriers.personal-files.retention': 'R2 §3.4',
  'carriers.electronic-records': 'R2 §1.3',
  'carriers.electronic-records.decidedBy': 'default',
  'carriers.electronic-records.retention': 'R2 §3.5',
  ...silent('credits', credits),
  ...silent('achievements', achievements),
  ...silent('portfolio', portfolio),
  ...silent('commissions', commissions),
  ...silent('retakes', retakes),
  'retakes.limits': '273-FZ art. 58',
  ...silent('works', works),
  'documents.kinds': 'default',
  'documents.registers': 'default',
  'documents.blanks': 'default',
  'documents.blankOffices': 'default',
  'documents.correctionOffices': 'default',
  'documents.annulmentOffices': 'default',
  'documents.annulmentOrderRequired': 'default',
  'documents.withdrawalReasons': 'default',
  'documents.deliveryWays': 'default',
  ...silent('retention', retention),
  ...silent('custody', custody),
  ...silent('disclosure', disclosure),
  'disclosure.recipients.third-person': 'R2 §1.6',
  ...silent('printouts', printouts),
  'printouts.sheets.approvedForm': 'R2 §2.1',
}).map(([field, source]) => ({ field, source }));

/**
 * The regulation of an academy of further professional education, ready to be adopted. Source: R2;
 * `general.sources` gives each field's clause, or `default` where R2 is silent (commendations,
 * scales and forms among them).
 *
 * @example
 * must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export const r2: RegulationPreset = deepFreeze({
  preset: 'r2@1',
  title: {
    ru: 'Положение об учёте и архивном хранении результатов освоения программ ДПО',
    en: 'Regulation on records of results in further professional education, and their archives',
  },
  general: {
    section: 'general',
    annex: '6',
    offices,
    programmeTypes,
    orderFor: ['appoint', 'relieve', 'approve-form', 'amend-regulation'],
    sources,
  },
  scales: {
    section: 'scales',
    scales: declared(fivePoint, passFail, hundredPoint, masteryLevels, fivePointTenths),
    chosenBy: 'programme',
  },
  assessment: {
    section: 'assessment',
    kinds: [
      { id: 'current', title: { ru: 'Текущий', en: 'Current' }, attestation: false },
      { id: 'interim', title: { ru: 'Промежуточный', en: 'Interim' }, attestation: true },
      { id: 'final', title: { ru: 'Итоговый', en: 'Final' }, attestation: true },
    ],
    forms,
    origins: ['internal', 'external', 'independent'],
    assessorOffices: ['teacher', 'commission-chair', 'commission-member'],
    platformMayAssess: false,
    finalKind: 'final',
    stateFinal: null,
    requirementsAnnounced: true,
    notAssessedReasons,
    specialConditions,
  },
  correction: {
    section: 'correction',
    signerOffices: ['teacher'],
    correctorSigns: true,
    wordsRequired: true,
    reasonRequired: true,
    positionRequired: false,
    replacedNamed: true,
    countersignOffices: null,
    orderAfterArchive: true,
    annulmentOffices: ['teacher', 'head'],
    annulmentReasonRequired: true,
  },
  lessons,
  enrollment,
  commendation,
  archive: {
    section: 'archive',
    deadlineDays: null,
    handOverOffices: ['records-keeper'],
    receiveOffices: ['archivist'],
    fromUnit: 'Учебный отдел',
    toUnit: 'Архив',
  },
  carriers: { section: 'carriers', carriers },
  credits,
  achievements,
  portfolio,
  documents,
  retention,
  custody,
  commissions,
  retakes,
  works,
  // R2 §1.6: results are presented to all interested persons.
  disclosure: {
    ...disclosure,
    recipients: disclosure.recipients.map((one) =>
      one.recipient === 'third-person' ? { ...one, opensBy: ['interest', ...one.opensBy] } : one,
    ),
  },
  printouts: { ...printouts, sheets: { ...printouts.sheets, approvedForm: true } },
} satisfies RegulationPreset);
