import {
  fivePoint,
  fivePointTenths,
  hundredPoint,
  masteryLevels,
  passFail,
} from '../../values/scales.ts';
import type { RegulationPreset } from '../regulation/facts/state.ts';
import { achievements } from '../regulation/sections/achievements.ts';
import { assessment, manyTimes } from '../regulation/sections/assessment.ts';
import type { CarrierRules } from '../regulation/sections/carriers.ts';
import { commendation } from '../regulation/sections/commendation.ts';
import { commissions } from '../regulation/sections/commissions.ts';
import type { CustodyRules } from '../regulation/sections/custody.ts';
import { custody } from '../regulation/sections/custody.ts';
import { plainDocument } from '../regulation/sections/document-kinds.ts';
import type { DocumentRules } from '../regulation/sections/documents.ts';
import { documents } from '../regulation/sections/documents.ts';
import { usualOffices, usualPapers } from '../regulation/sections/general.ts';
import type { PrintoutRules } from '../regulation/sections/printouts.ts';
import { printouts } from '../regulation/sections/printouts.ts';
import { retakes } from '../regulation/sections/retakes.ts';
import { retention } from '../regulation/sections/retention.ts';
import { storedScales } from '../regulation/sections/scales.ts';
import { holdingsOf, electronicCarrier, paperCarrier } from './carriers.ts';
import { presetOf } from './preset.ts';

/*
 * R4: a sole proprietor with an online school. The platform stores the results of current control.
 * There is neither interim nor final attestation (§4.5), and R4 itself has no kinds of commendation
 * (§4.8). The head exports, checks, makes backups and certifies printouts.
 */

/** R4 §6.4: kept until a decision, not before the programme's end, that it is no longer needed. */
const untilProgrammeEnds: CarrierRules['carriers'][number]['retention'] = {
  term: 'until-no-longer-needed',
  years: null,
  startsAt: 'programme-end',
};

const electronic = (id: string, ru: string, en: string): CarrierRules['carriers'][number] => ({
  ...electronicCarrier({ id, title: { ru, en }, records: 'electronic' }),
  retention: untilProgrammeEnds,
});

/** R4 §5.2, §6.2: electronic; §5.4-5.5: paper. R4 has no file plan, so the indexes are ours. */
const carriers: CarrierRules['carriers'] = [
  electronic('platform', 'Платформа: результаты текущего контроля', 'Platform: current control'),
  electronic('learner-card', 'Личная карточка обучающегося', 'Personal card of the learner'),
  electronic('own-archive', 'Электронный архив организации', 'Own electronic archive'),
  paperCarrier('05-01', {
    id: 'study-documents',
    title: { ru: 'Документы об обучении', en: 'Documents of study' },
    records: 'register',
  }),
  paperCarrier('05-02', {
    id: 'progress-documents',
    title: { ru: 'Документы об успеваемости в учебном году', en: 'Documents on progress' },
    records: 'register',
  }),
  paperCarrier('05-03', {
    id: 'registers',
    title: { ru: 'Книги и журналы регистрации документов', en: 'Registers of documents' },
    records: 'register',
  }),
  paperCarrier('05-04', {
    id: 'personal-files',
    title: { ru: 'Личные дела', en: 'Personal files' },
    records: 'personal-file',
  }),
];

const documentsOfStudy: DocumentRules = {
  ...documents.default,
  registers: documents.default.registers.map((one) =>
    one.id === 'study-certificates'
      ? {
          ...one,
          id: 'progress-certificates',
          title: {
            ru: 'Журнал регистрации документов о текущих результатах',
            en: 'Register of documents on current results',
          },
        }
      : one,
  ),
  blanks: [],
  kinds: [
    paper('study-document', 'Документ об обучении', 'Document of study', {
      register: 'issued-documents',
      demands: 'completion',
    }),
    paper('progress-certificate', 'Справка об успеваемости', 'Certificate of progress', {
      register: 'progress-certificates',
      demands: 'enrollment',
    }),
  ],
};

type Kind = DocumentRules['kinds'][number];

function paper(id: string, ru: string, en: string, more: Pick<Kind, 'register' | 'demands'>): Kind {
  return {
    ...plainDocument,
    id,
    title: { ru, en },
    ...more,
  };
}

const custodyByHead: CustodyRules = {
  ...custody.default,
  periodExport: { dueDays: 10, offices: ['head'] },
  entriesCheck: { dueDays: 10, offices: ['head'] },
  backup: {
    mediaMin: 2,
    dueMonth: 1,
    dueDay: 25,
    offices: ['head'],
    mediaKinds: [
      { id: 'disk', title: { ru: 'Внешний диск', en: 'External disk' } },
      { id: 'optical', title: { ru: 'Оптический диск', en: 'Optical disc' } },
      { id: 'own-server', title: { ru: 'Свой сервер', en: 'Own server' } },
    ],
  },
  integrityCheck: { everyMonths: 12, offices: ['head'] },
};

const certifiedByHead: PrintoutRules = {
  ...printouts.default,
  certification: printouts.default.certification.map((one) => ({ ...one, offices: ['head'] })),
};

/** The fields that a clause or a law sets; all others have the library's default. */
const clauses: Readonly<Record<string, string>> = {
  'general.offices.head': 'R4 §7.1',
  'general.programmeTypes': 'R4 §1.4.1',
  'assessment.kinds': 'R4 §4.5',
  'assessment.kinds.current': 'R4 §4.5.1',
  'assessment.kinds.event': 'R4 §4.5.2-4.5.3',
  'assessment.kinds.diagnostics': 'R4 §4.5.4',
  'assessment.kinds.diagnostics.diagnostic': 'R4 §4.2',
  'assessment.analyticalNotes.readerOffices': 'R4 §4.2',
  'assessment.origins': 'R4 §4.5.4, §4.6',
  'assessment.platformMayAssess': 'R4 §5.2',
  'assessment.finalKind': 'R4 §4.5',
  'assessment.specialConditions.kinds': 'R4 §4.5',
  'commendation.kinds': 'R4 §4.8',
  'commendation.separateAct': 'R4 §4.8',
  'commendation.areas': 'R4 §2.2.10',
  'commendation.copiesTo': 'R4 §5.5',
  'carriers.carriers': 'R4 §5.1-5.4',
  'carriers.carriers.filePlanIndex': 'default',
  'carriers.carriers.retention': 'default',
  'carriers.platform': 'R4 §5.2',
  'carriers.platform.retention': 'R4 §6.4',
  'carriers.learner-card': 'R4 §5.2',
  'carriers.learner-card.retention': 'R4 §6.4',
  'carriers.own-archive': 'R4 §6.2',
  'carriers.own-archive.retention': 'R4 §6.4',
  'carriers.personal-files': 'R4 §5.5',
  'credits.sources.other-organisation': 'R4 §2.2.9',
  'achievements.levels': 'R4 §4.5.3', // "of different levels"; the levels are our default
  'achievements.basisForKinds': 'R4 §4.5.3',
  'documents.kinds.study-document': 'R4 §2.2.11, §5.4.1',
  'documents.kinds.progress-certificate': 'R4 §5.4.2',
  'documents.registers': 'R4 §5.4.3',
  'custody.periodExport': 'R4 §6.2',
  'custody.periodExport.dueDays': 'default',
  'custody.entriesCheck': 'R4 §5.6',
  'custody.entriesCheck.dueDays': 'default',
  'custody.backup': 'R4 §6.3',
  'custody.backup.offices': 'R4 §6.7',
  'custody.backup.mediaKinds': 'default',
  'custody.integrityCheck': 'R4 §6.1',
  'custody.integrityCheck.everyMonths': 'default',
  'commissions.kinds': 'R4 §4.5',
  'retakes.limits': 'R4 §4.5',
  'retakes.informWays': 'R4 §2.2.6',
  'disclosure.recipients.learner': 'R4 §2.2.6',
  'disclosure.purposes.acquaintance': 'R4 §2.2.6',
  'disclosure.purposes.quality': 'R4 §1.5, §4.2',
  'disclosure.purposes.path': 'R4 §4.6',
  'printouts.certification': 'R4 §5.3, §6.5',
  'printouts.certification.stitchedFromSheets': 'R4 §6.5', // one sheet needs no stitching
};

/**
 * The regulation of an online school, ready to be adopted. Source: R4; `general.sources` names each
 * field's clause, or `default` where R4 is silent. It has no kinds of commendation: a user adds
 * those of their own local act by an amendment (§4.8), and likewise an attestation that a programme
 * provides for (§7.3).
 *
 * @example
 * must(await school.regulation.adopt(r4, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export const r4: RegulationPreset = presetOf(
  {
    preset: 'r4@1',
    title: {
      ru: 'Положение об индивидуальном учёте результатов, поощрений и хранении информации о них',
      en: 'Regulation on the individual record of results, commendations and their storage',
    },
    general: {
      annex: '5',
      offices: usualOffices,
      programmeTypes: [
        {
          id: 'additional-general',
          title: { ru: 'Дополнительная общеобразовательная', en: 'Additional general education' },
          category: null,
          mandatory: [],
          hoursMin: null,
        },
      ],
      orderFor: ['appoint', 'relieve'],
      ...usualPapers,
    },
    scales: {
      scales: storedScales(hundredPoint, fivePoint, passFail, masteryLevels, fivePointTenths),
      chosenBy: 'programme',
    },
    assessment: {
      ...assessment.default,
      kinds: [
        { ...manyTimes, id: 'current', title: { ru: 'Текущий контроль', en: 'Current' } },
        { ...manyTimes, id: 'event', title: { ru: 'Мероприятие', en: 'Event' } },
        {
          ...manyTimes,
          id: 'diagnostics',
          title: { ru: 'Диагностика', en: 'Diagnostics' },
          diagnostic: true,
        },
      ],
      assessorOffices: ['teacher', 'head'],
      platformMayAssess: true,
      finalKind: null,
      specialConditions: { ...assessment.default.specialConditions, kinds: [] },
    },
    commendation: {
      ...commendation.default,
      kinds: [],
      separateAct: {
        title: { ru: 'Положение о поощрении обучающихся', en: 'Regulation on commendation' },
        number: null,
      },
      countsIn: ['current'],
    },
    carriers: { carriers },
    achievements: { ...achievements.default, basisForKinds: ['event'] },
    documents: documentsOfStudy,
    retention: { ...retention.default, holdings: holdingsOf(carriers) },
    custody: custodyByHead,
    commissions: { ...commissions.default, kinds: [] },
    retakes: { ...retakes.default, limits: [], finalNeedsNoDebts: false },
    printouts: certifiedByHead,
  },
  clauses,
);
