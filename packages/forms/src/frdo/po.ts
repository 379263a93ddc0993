import {
  birthDateColumn,
  citizenshipColumn,
  column,
  educationFormColumn,
  fundingColumn,
  issuedOnColumn,
  must,
  nameColumns,
  NONE,
  openList,
  originalColumns,
  REGISTER_ACT,
  SEEN_ON,
  sexColumn,
  snilsColumn,
  statusColumn,
  studyFormColumn,
  yearColumns,
} from './columns.ts';
import { EXCHANGES, LOSS_PROOFS, YES_NO } from './lists.ts';
import type { FrdoColumn, FrdoCondition, FrdoTemplate } from './template.ts';
import { BY_KIND_OF_PROOF } from './withdrawals.ts';

/*
 * The template for professional training, pre-professional programmes in the arts included: 35
 * columns. Rules: the official instruction of 21 July 2025 and the template of 23 April 2026, as a
 * third party holds them; headings: three tools that agree.
 */

const worker = 'Свидетельство о профессии рабочего, должности служащего';
const arts =
  'Свидетельство об освоении дополнительных предпрофессиональных программ в области искусств';
const reference = 'Справка об обучении';

const isWorker: FrdoCondition = { column: 'documentKind', is: [worker] };
const notArts: FrdoCondition = { column: 'documentKind', isNot: [arts] };
const notReference: FrdoCondition = { column: 'documentKind', isNot: [reference] };

const columns: readonly FrdoColumn[] = [
  column('documentKind', 'Вид документа', 'text', { ...must, values: [worker, arts, reference] }),
  statusColumn,
  column('lossConfirmed', 'Подтверждение утраты', 'text', { ...must, values: LOSS_PROOFS }),
  column('exchangeConfirmed', 'Подтверждение обмена', 'text', { ...must, values: EXCHANGES }),
  column('destructionConfirmed', 'Подтверждение уничтожения', 'text', { ...must, values: YES_NO }),
  column('series', 'Серия документа', 'number', {
    requiredWhen: [notReference],
    absent: NONE,
    lengthMax: 20,
  }),
  column('number', 'Номер документа', 'number', { requiredWhen: [notReference], lengthMax: 40 }),
  issuedOnColumn('Дата выдачи документа'),
  column('regNumber', 'Регистрационный номер', 'registration', { ...must, lengthMax: 30 }),
  column('programmeType', 'Программа профессионального обучения, направление подготовки', 'text', {
    onlyWhen: [notArts],
    requiredWhen: [isWorker],
    values: [
      'Программа профессиональной подготовки по профессии рабочего, должности служащего',
      'Программа переподготовки рабочих, служащих',
      'Программа повышения квалификации рабочих, служащих',
    ],
  }),
  column('programmeName', 'Наименование программы профессионального обучения', 'title', {
    ...must,
    lengthMax: 255,
  }),
  column('profession', 'Наименование профессий рабочих, должностей служащих', 'text', {
    ...must,
    onlyWhen: [notArts],
    ...openList,
  }),
  column('rank', 'Присвоенный квалификационный разряд, класс, категория (при наличии)', 'text', {
    absent: NONE,
    ...openList,
  }),
  ...yearColumns('Год начала обучения', 'Год окончания обучения'),
  column('hours', 'Срок обучения, часов', 'whole', {
    ...must,
    limits: [{ min: '6', max: '20000' }],
  }),
  ...nameColumns(),
  birthDateColumn,
  sexColumn,
  snilsColumn(),
  citizenshipColumn(),
  studyFormColumn(),
  fundingColumn(),
  educationFormColumn(),
  ...originalColumns({ number: 'digits', none: NONE }),
];

/**
 * The template for documents of professional training: certificates of a worker's profession and of
 * pre-professional programmes in the arts. No preset has such documents, so `kinds` names them
 * `worker-certificate` and `arts-certificate`: give your regulation's own ids instead. Rows by rank
 * are copied by hand, one for each. Source: 273-FZ art. 98 parts 9-10; regulation-verified §3.6.
 *
 * @example
 * const ours = { ...frdoPo, kinds: [{ kind: 'stoker-certificate', values: {
 *   documentKind: 'Свидетельство о профессии рабочего, должности служащего',
 *   programmeType: 'Программа переподготовки рабочих, служащих' } }] };
 */
export const frdoPo: FrdoTemplate = {
  id: 'frdo-po',
  version: 'copy-of-2026-04-23',
  title: {
    ru: 'ФИС ФРДО: документы о профессиональном обучении',
    en: 'Federal register of documents: professional training',
  },
  source: REGISTER_ACT,
  evidence: { mark: 'VO', seenOn: SEEN_ON },
  sheet: 'Шаблон',
  listsSheet: 'Проверки',
  columns,
  kinds: [
    { kind: 'worker-certificate', values: { documentKind: worker } },
    { kind: 'arts-certificate', values: { documentKind: arts } },
  ],
  standings: { original: 'Оригинал', duplicate: 'Дубликат', replacement: 'Оригинал' },
  withdrawals: BY_KIND_OF_PROOF,
  unique: ['documentKind', 'series', 'number', 'rank'],
  personOnce: [
    'surname',
    'givenName',
    'patronymic',
    'birthDate',
    'programmeName',
    'issuedOn',
    'rank',
  ],
};
