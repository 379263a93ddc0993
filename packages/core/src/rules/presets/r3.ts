import type { GradingScale } from '../../values/grading-scale.ts';
import { identifier } from '../../values/identifier.ts';
import { parseOrThrow } from '../../values/parse-or-throw.ts';
import type { RegulationPreset } from '../regulation/facts/state.ts';
import type { AchievementRules } from '../regulation/sections/achievements.ts';
import { achievements } from '../regulation/sections/achievements.ts';
import { assessment } from '../regulation/sections/assessment.ts';
import type { CarrierRules } from '../regulation/sections/carriers.ts';
import { disclosure } from '../regulation/sections/disclosure.ts';
import { usualOffices, usualPapers } from '../regulation/sections/general.ts';
import { printouts } from '../regulation/sections/printouts.ts';
import { retention } from '../regulation/sections/retention.ts';
import { storedScales, scales } from '../regulation/sections/scales.ts';
import { holdingsOf, electronicCarrier, paperCarrier, optionalCarrier } from './carriers.ts';
import { presetOf } from './preset.ts';
import { monthly } from './upkeep.ts';

/*
 * R3: a municipal children's creativity centre. The teacher chooses the grading system, and the
 * journals of the groups are kept on paper and in electronic form at once; banks of achievements
 * are replenished twice a year.
 */

/** The scale «портфолио» of §1.5; the names of its levels, and which pass, are our default. */
const portfolioScale: GradingScale = {
  id: parseOrThrow(identifier, 'portfolio'),
  kind: 'levels',
  title: { ru: 'Портфолио', en: 'Portfolio' },
  levels: [
    level('empty', 'не собрано', 'not collected', false),
    level('partial', 'собрано частично', 'collected in part', true),
    level('full', 'собрано', 'collected', true),
  ],
};

function level(value: string, ru: string, en: string, passes: boolean) {
  const words = { ru, en };
  return { value, digits: null, words, label: words, points: null, passes };
}

/** R3 §3.3: mandatory carriers; §3.4: at the teacher's choice; §4.5: terms by the file plan. */
const carriers: CarrierRules['carriers'] = [
  paperCarrier('04-01', {
    id: 'group-journals',
    title: { ru: 'Журналы учёта работы объединений', en: 'Journals of the work of the groups' },
    records: 'journal',
  }),
  paperCarrier('04-02', {
    id: 'protocols',
    title: { ru: 'Протоколы аттестационной комиссии', en: 'Protocols of attestation' },
    records: 'protocol',
  }),
  electronicCarrier(
    {
      id: 'group-journals-electronic',
      title: { ru: 'Электронные журналы объединений', en: 'Electronic journals of the groups' },
      records: 'journal',
    },
    '04-03',
  ),
  electronicCarrier(
    {
      id: 'electronic-records',
      title: { ru: 'Электронный учёт', en: 'Electronic records' },
      records: 'electronic',
    },
    '04-04',
  ),
  optionalCarrier(
    'paper',
    'teacher',
    {
      id: 'growth-cards',
      title: { ru: 'Карточки творческого роста и достижений', en: 'Cards of creative growth' },
      records: 'achievements',
    },
    '04-05',
  ),
  optionalCarrier(
    'paper',
    'teacher',
    {
      id: 'portfolios',
      title: { ru: 'Портфолио достижений', en: 'Portfolios of achievements' },
      records: 'portfolio',
    },
    '04-06',
  ),
  optionalCarrier(
    'paper',
    'teacher',
    {
      id: 'contest-protocols',
      title: { ru: 'Копии протоколов конкурсов', en: 'Copies of protocols of contests' },
      records: 'achievements',
    },
    '04-07',
  ),
  optionalCarrier(
    'electronic',
    'teacher',
    {
      id: 'electronic-works',
      title: { ru: 'Фотоальбомы, видео, сборники, скриншоты', en: 'Albums, videos, collections' },
      records: 'portfolio',
    },
    '04-08',
  ),
];

const banks: AchievementRules['banks'] = [
  {
    id: 'learners',
    title: { ru: 'Банк достижений обучающихся', en: 'Achievements of learners' },
    holder: 'learner',
  },
  {
    id: 'collectives',
    title: { ru: 'Банк достижений коллективов', en: 'Achievements of collectives' },
    holder: 'group',
  },
  {
    id: 'institution',
    title: { ru: 'Банк достижений учреждения', en: 'Achievements of the institution' },
    holder: 'institution',
  },
];

/** The fields that a clause or a law sets; all others have the library's default. */
const clauses: Readonly<Record<string, string>> = {
  'general.programmeTypes': 'R3 §1.1',
  'general.orderFor.amend-regulation': 'R3 §5.3',
  'scales.scales': 'R3 §1.5',
  'scales.scales.passesAt': 'default',
  'scales.chosenBy': 'R3 §1.5',
  'assessment.kinds': 'R3 §1.4',
  'assessment.forms.survey': 'R3 §3.1',
  'assessment.forms.diagnostic': 'R3 §3.1',
  'assessment.forms.monitoring': 'R3 §3.1',
  'assessment.forms.control-event': 'R3 §3.1',
  'assessment.origins': 'R3 §3.1',
  'assessment.assessorOffices.teacher': 'R3 §1.4',
  'enrollment.orderFor.enroll': '273-FZ art. 53',
  'enrollment.orderFor.complete': '273-FZ art. 61',
  'enrollment.orderFor.discharge': '273-FZ art. 61',
  'carriers.carriers': 'R3 §3.3-3.4',
  'carriers.carriers.decidedBy': 'R3 §3.4',
  'carriers.carriers.retention': 'R3 §4.5',
  'carriers.carriers.filePlanIndex': 'default',
  'carriers.electronic-records': 'R3 §3.2',
  'achievements.kinds.contest': 'R3 §3.1',
  'achievements.kinds.festival': 'R3 §3.1',
  'achievements.kinds.conference': 'R3 §3.1',
  'achievements.kinds.exhibition': 'R3 §3.6',
  'achievements.levels': 'R3 §3.1',
  'achievements.levels.indicatorLevel': 'order 1324 of 2013 annex 5',
  'achievements.outcomes': 'R3 §3.6',
  'achievements.evidenceRequired': 'R3 §3.6',
  'achievements.basisForKinds': 'R3 §1.4',
  'achievements.banks': 'R3 §3.5',
  'achievements.replenishBy': 'R3 §3.5', // twice a year; the days are our default
  'portfolio.kinds': 'R3 §3.4',
  'commissions.kinds.attestation': 'R3 §3.3',
  'retakes.limits': '273-FZ art. 58',
  'disclosure.recipients': 'R3 §4.4',
  'disclosure.recipients.third-person': 'R3 §4.2',
  'disclosure.forms': 'R3 §4.4',
  'disclosure.purposes.path': 'R3 §4.1',
  'disclosure.purposes.commendation': 'R3 §4.3',
  'disclosure.purposes.openness': 'R3 §3.5',
  'disclosure.publication': 'R3 §3.5',
  'disclosure.publication.opensBy': '152-FZ art. 10.1',
};

/**
 * The regulation of a children's creativity centre, ready to be adopted. Source: R3;
 * `general.sources` names each field's clause, or `default` where R3 is silent (correction,
 * commendation and personal files among them).
 *
 * @example
 * must(await school.regulation.adopt(r3, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export const r3: RegulationPreset = presetOf(
  {
    preset: 'r3@1',
    title: {
      ru: 'Положение об учёте результатов освоения дополнительных общеразвивающих программ',
      en: 'Regulation on the record of results in general development programmes',
    },
    general: {
      annex: '5',
      offices: usualOffices,
      programmeTypes: [
        {
          id: 'general-development',
          title: { ru: 'Дополнительная общеразвивающая', en: 'Additional, general development' },
          category: null,
          mandatory: [],
          hoursMin: null,
        },
      ],
      orderFor: ['appoint', 'relieve', 'amend-regulation'],
      ...usualPapers,
    },
    scales: {
      scales: [...scales.default.scales, ...storedScales(portfolioScale)],
      chosenBy: 'teacher',
    },
    assessment: {
      ...assessment.default,
      forms: [
        ...assessment.default.forms,
        { id: 'control-event', title: { ru: 'Контрольное мероприятие', en: 'Control event' } },
      ],
      origins: ['internal', 'external'],
    },
    carriers: { carriers },
    achievements: {
      ...achievements.default,
      levels: achievements.default.levels.filter(({ id }) => id !== 'institution'),
      basisForKinds: ['interim'],
      banks,
      replenishBy: ['12-31', '06-30'],
    },
    retention: { ...retention.default, holdings: holdingsOf(carriers) },
    // R3 §4.2: those who do not represent the child get information only by law.
    disclosure: {
      ...disclosure.default,
      recipients: disclosure.default.recipients.map((one) =>
        one.recipient === 'third-person' ? { ...one, opensBy: ['law'] } : one,
      ),
    },
    // R3 §3.3: the journals are kept on paper and in electronic form, and must agree.
    printouts: {
      ...printouts.default,
      sheets: { ...printouts.default.sheets, upkeep: [monthly('group-journals')] },
    },
  },
  clauses,
);
