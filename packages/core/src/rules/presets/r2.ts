import type { RegulationPreset } from '../regulation/facts/state.ts';
import { assessment } from '../regulation/sections/assessment.ts';
import type { CarrierRules } from '../regulation/sections/carriers.ts';
import { usualDischargeReasons } from '../regulation/sections/discharge-reasons.ts';
import { disclosure } from '../regulation/sections/disclosure.ts';
import { enrollment } from '../regulation/sections/enrollment.ts';
import type { GeneralRules } from '../regulation/sections/general.ts';
import { usualOffices, usualPapers } from '../regulation/sections/general.ts';
import { printouts } from '../regulation/sections/printouts.ts';
import { presetOf } from './preset.ts';
import { monthly, printedAnew } from './upkeep.ts';

/*
 * R2: an academy of further professional education. Its clauses regulate journals, grade sheets,
 * protocols and personal files, and the correction of a mark. Where they are silent, the library's
 * default applies and the source is `default`.
 */

/** The first is the type of a programme that is opened without one. */
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
    // R2 §3.3 does not say when the year starts; archives count from the end of the closing year.
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

/** The fields that a clause or a law sets; all others have the library's default. */
const clauses: Readonly<Record<string, string>> = {
  'general.offices.head': 'R2 §4.1',
  'general.offices.teacher': 'R2 §2.3',
  'general.offices.records-keeper': 'R2 §3.2',
  'general.orderFor': 'R2 §3.2',
  'general.orderFor.approve-form': 'R2 §2.1',
  'general.orderFor.amend-regulation': 'R2 §4.2',
  'general.programmeTypes': 'R2 §1.2',
  'general.programmeTypes.mandatory': 'R2 §1.5',
  'general.programmeTypes.hoursMin': 'order 266 of 2025 item 18',
  'assessment.kinds': 'R2 §2.3',
  'assessment.kinds.attestation': 'R2 §1.4',
  'assessment.assessorOffices': 'R2 §1.2',
  'assessment.finalKind': 'R2 §2.3',
  'assessment.requirementsAnnounced': 'R2 §1.5',
  'assessment.acquaintance.offices.teacher': 'R2 §1.5',
  'correction.signerOffices': 'R2 §2.3',
  'correction.correctorSigns': 'R2 §2.3',
  'correction.wordsRequired': 'R2 §2.3',
  'lessons.teacherOffices': 'R2 §1.2',
  'enrollment.orderFor.enroll': '273-FZ art. 53',
  'enrollment.orderFor.complete': '273-FZ art. 61',
  'enrollment.orderFor.discharge': '273-FZ art. 61',
  'archive.handOverOffices': 'R2 §3.2',
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
  'retakes.limits': '273-FZ art. 58',
  'disclosure.recipients.third-person': 'R2 §1.6',
  'printouts.sheets.approvedForm': 'R2 §2.1',
  'printouts.sheets.upkeep.lesson-journal.whenChanged': 'R2 §2.3',
};

/**
 * The regulation of an academy of further professional education, ready to be adopted. Source: R2;
 * `general.sources` names each field's clause, or `default` where R2 is silent (commendations,
 * scales and forms among them).
 *
 * @example
 * must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export const r2: RegulationPreset = presetOf(
  {
    preset: 'r2@1',
    title: {
      ru: 'Положение об учёте и архивном хранении результатов освоения программ ДПО',
      en: 'Regulation on records of results in further professional education, and their archives',
    },
    general: {
      annex: '6',
      offices: usualOffices,
      programmeTypes,
      orderFor: ['appoint', 'relieve', 'approve-form', 'amend-regulation'],
      ...usualPapers,
    },
    assessment: { ...assessment.default, requirementsAnnounced: true },
    // Further professional education is for those who have a profession: no age is asked.
    enrollment: {
      ...enrollment.default,
      dischargeReasons: usualDischargeReasons.map((reason) => ({ ...reason, leastAge: null })),
    },
    correction: {
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
      entryOffices: ['head', 'deputy-head', 'records-keeper'],
      entryReasonRequired: true,
      attendanceOffices: ['teacher', 'head', 'deputy-head', 'records-keeper'],
      attendancePaperRequired: true,
      authorCorrects: false,
      prevailingCarrier: 'paper',
    },
    carriers: { carriers },
    // R2 §1.6: all interested persons may get results.
    disclosure: {
      ...disclosure.default,
      recipients: disclosure.default.recipients.map((one) =>
        one.recipient === 'third-person' ? { ...one, opensBy: ['interest', ...one.opensBy] } : one,
      ),
    },
    printouts: {
      ...printouts.default,
      sheets: {
        ...printouts.default.sheets,
        approvedForm: true,
        upkeep: [monthly('lesson-journal'), printedAnew('personal-files')],
      },
    },
  },
  clauses,
);
