import { LetopisError } from '../../kernel/errors.ts';
import type { RegulationPreset } from '../regulation/facts/state.ts';
import { archive } from '../regulation/sections/archive.ts';
import { assessment, manyTimes } from '../regulation/sections/assessment.ts';
import type { CarrierRules } from '../regulation/sections/carriers.ts';
import type { GeneralRules } from '../regulation/sections/general.ts';
import { usualOffices, usualPapers } from '../regulation/sections/general.ts';
import { retention } from '../regulation/sections/retention.ts';
import { holdingsOf, electronicCarrier, paperCarrier, optionalCarrier } from './carriers.ts';
import { presetOf } from './preset.ts';

/*
 * R1: a centre of further professional education with a department of additional education. Its
 * clauses regulate commissions, documents, commendations and transfer to the archive. Clause §7.2
 * leaves the number of days blank, so whoever adopts R1 has to give it.
 */

/** R1 §3.1, §3.5-3.6: professional programmes end with final attestation, others may. */
const programmeTypes: GeneralRules['programmeTypes'] = [
  {
    id: 'qualification-improvement',
    title: { ru: 'Повышение квалификации', en: 'Qualification improvement' },
    category: 'qualification-improvement',
    mandatory: ['final'],
    hoursMin: 16,
  },
  {
    id: 'professional-retraining',
    title: { ru: 'Профессиональная переподготовка', en: 'Professional retraining' },
    category: 'professional-retraining',
    mandatory: ['final'],
    hoursMin: 250,
  },
  {
    id: 'general-development',
    title: { ru: 'Дополнительная общеразвивающая', en: 'Additional, general development' },
    category: null,
    mandatory: [],
    hoursMin: null,
  },
  {
    id: 'pre-professional',
    title: { ru: 'Дополнительная предпрофессиональная', en: 'Additional, pre-professional' },
    category: null,
    mandatory: [],
    hoursMin: null,
  },
];

const carriers: CarrierRules['carriers'] = [
  paperCarrier('03-01', {
    id: 'grade-sheets',
    title: { ru: 'Ведомости', en: 'Grade sheets' },
    records: 'grade-sheet',
  }),
  paperCarrier('03-02', {
    id: 'teacher-reports',
    title: { ru: 'Отчёты педагогов', en: 'Reports of teachers' },
    records: 'report',
  }),
  paperCarrier('03-03', {
    id: 'protocols',
    title: { ru: 'Протоколы аттестационных комиссий', en: 'Protocols of attestation' },
    records: 'protocol',
  }),
  paperCarrier('03-04', {
    id: 'retake-protocols',
    title: { ru: 'Протоколы комиссий по пересдаче', en: 'Protocols of retakes' },
    records: 'protocol',
  }),
  paperCarrier('03-05', {
    id: 'reviews',
    title: { ru: 'Рецензии научных руководителей', en: 'Reviews by supervisors' },
    records: 'review',
  }),
  paperCarrier('03-06', {
    id: 'issued-documents',
    title: { ru: 'Книга регистрации выданных документов', en: 'Book of issued documents' },
    records: 'register',
  }),
  paperCarrier('03-07', {
    id: 'study-certificates',
    title: { ru: 'Книга регистрации выданных справок', en: 'Book of study certificates' },
    records: 'register',
  }),
  paperCarrier('03-08', {
    id: 'commendations',
    title: { ru: 'Документы о поощрении', en: 'Documents on commendation' },
    records: 'commendation',
  }),
  paperCarrier('03-09', {
    id: 'personal-files',
    title: { ru: 'Личные дела', en: 'Personal files' },
    records: 'personal-file',
  }),
  electronicCarrier({
    id: 'issued-documents-electronic',
    title: { ru: 'Электронная книга регистрации документов', en: 'Electronic book of documents' },
    records: 'register',
  }),
  electronicCarrier({
    id: 'electronic-records',
    title: { ru: 'Электронный учёт', en: 'Electronic records' },
    records: 'electronic',
  }),
  optionalCarrier('either', 'head', {
    id: 'analytical-notes',
    title: { ru: 'Аналитические справки мониторинга', en: 'Analytical notes of monitoring' },
    records: 'report',
  }),
  optionalCarrier('either', 'head', {
    id: 'self-evaluation-report',
    title: { ru: 'Отчёт о самообследовании', en: 'Self-evaluation report' },
    records: 'self-evaluation',
  }),
];

/** The fields that a clause or a law sets; all others have the library's default. */
const clauses: Readonly<Record<string, string>> = {
  'general.programmeTypes': 'R1 §3.1',
  'general.programmeTypes.mandatory': 'R1 §3.5-3.6',
  'general.programmeTypes.hoursMin': 'order 266 of 2025 item 18',
  'general.orderFor.repeal-regulation': 'R1 §8.2',
  'scales.chosenBy': 'R1 §3.5b',
  'assessment.kinds': 'R1 §3.5b',
  'assessment.forms.practice': 'R1 §3.5b',
  'assessment.forms.internship': 'R1 §3.5b',
  'assessment.forms.project': 'R1 §3.5b',
  'assessment.finalKind': 'R1 §3.5',
  'assessment.analyticalNotes': 'R1 §4/5.5.1',
  'assessment.analyticalNotes.authorOffices': 'default',
  'assessment.analyticalNotes.readerOffices': 'default',
  'enrollment.orderFor.enroll': '273-FZ art. 53',
  'enrollment.orderFor.discharge': 'R1 §7.2',
  'commendation.kinds': 'R1 §5.2',
  'commendation.areas': 'R1 §5.1.1',
  'commendation.bases': 'R1 §5.1.1-5.1.3',
  'commendation.orderOffices': 'R1 §5.3',
  'commendation.orderRequired': 'R1 §5.3',
  'commendation.copiesTo': 'R1 §5.4',
  'commendation.countsIn': 'R1 §5.5',
  'commendation.publicationNeedsConsent': 'R1 §5.3',
  'archive.deadlineDays': 'R1 §7.2', // the number is the organisation's own
  'archive.fromUnit': 'R1 §7.1',
  'archive.toUnit': 'R1 §7.1',
  'carriers.carriers': 'R1 §4.2',
  'carriers.carriers.filePlanIndex': 'default',
  'carriers.carriers.retention': 'R1 §7.4',
  'carriers.personal-files': 'R1 §1.3.2, §5.4',
  'carriers.issued-documents-electronic': 'R1 §4.3, §4/5.3.1',
  'carriers.issued-documents-electronic.retention': 'default',
  'carriers.electronic-records': 'R1 §4.1',
  'carriers.electronic-records.retention': 'default',
  'carriers.analytical-notes': 'R1 §4/5.5',
  'carriers.analytical-notes.decidedBy': 'R1 §4/5.6',
  'carriers.analytical-notes.retention': 'default',
  'carriers.self-evaluation-report': 'R1 §4/5.5',
  'carriers.self-evaluation-report.decidedBy': 'R1 §4/5.6',
  'carriers.self-evaluation-report.retention': 'default',
  'portfolio.kinds.presentation': 'R1 §4/5.8.1',
  'portfolio.kinds.work': 'R1 §4/5.8.2',
  'portfolio.holders': 'R1 §4/5.8.1',
  'portfolio.media': 'R1 §4/5.8.1',
  'documents.kinds': 'R1 §4/5.7',
  'documents.kinds.extract': 'default',
  'documents.registers': 'R1 §4.2.6-4.2.7',
  'documents.registers.media': 'R1 §4.2.6, §4/5.3.1',
  'documents.registers.format': 'default',
  'commissions.kinds': 'R1 §4.2.3-4.2.4',
  'retakes.limits': '273-FZ art. 58',
  'retakes.limits.final': 'R1 §4.2.4',
  'works.workKinds': 'R1 §3.5b, §4.2.5',
  'works.reviewRequired': 'R1 §4.2.5',
  'works.practiceKinds': 'R1 §3.5b',
  'works.practiceForms': 'R1 §3.5b',
  'works.reportKinds': 'R1 §4.2.2',
  'works.reportOffices': 'R1 §4.2.2',
  'disclosure.recipients.learner': 'R1 §6.3',
  'disclosure.recipients.third-person': 'R1 §6.2',
  'disclosure.forms': 'R1 §6.3',
  'disclosure.purposes.path': 'R1 §6.1',
  'disclosure.purposes.quality': 'R1 §6.4',
  'disclosure.publication.opensBy': 'R1 §5.3',
};

/** The blanks of R1. */
export interface R1Blanks {
  /** Days from the order on expulsion to the hand-over to the archive, 0 to 3660. R1 §7.2. */
  readonly archiveDeadlineDays: number;
}

/**
 * The regulation of a centre of further professional education, ready to be adopted once the days
 * of §7.2 are given. `general.sources` names each field's clause, or `default` where R1 is silent
 * (correction, scales and quorum among them). Throws `misuse` where the days are no integer from 0.
 * Source: R1.
 *
 * @example
 * const rules = r1({ archiveDeadlineDays: 30 });
 * must(await school.regulation.adopt(rules, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export function r1({ archiveDeadlineDays }: R1Blanks): RegulationPreset {
  if (!Number.isInteger(archiveDeadlineDays) || archiveDeadlineDays < 0) {
    const say = 'R1 §7.2 leaves the days blank: give archiveDeadlineDays, such as 30';
    throw new LetopisError('misuse', say, { archiveDeadlineDays });
  }
  return presetOf(
    {
      preset: 'r1@1',
      title: {
        ru: 'Положение об индивидуальном учёте результатов освоения программ и поощрений',
        en: 'Regulation on the individual record of results and commendations, further education',
      },
      general: {
        annex: '6',
        offices: usualOffices,
        programmeTypes,
        orderFor: ['appoint', 'relieve', 'repeal-regulation'],
        ...usualPapers,
      },
      assessment: {
        ...assessment.default,
        kinds: [
          ...assessment.default.kinds,
          {
            ...manyTimes,
            id: 'practice',
            title: { ru: 'Практические работы', en: 'Practice' },
          },
        ],
      },
      archive: {
        ...archive.default,
        deadlineDays: archiveDeadlineDays,
        fromUnit: 'Отделение дополнительного образования',
        toUnit: 'Архив',
      },
      carriers: { carriers },
      retention: { ...retention.default, holdings: holdingsOf(carriers) },
    },
    clauses,
  );
}
