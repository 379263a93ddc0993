import {
  birthDateColumn,
  citizenshipColumn,
  column,
  educationFormColumn,
  fundingColumn,
  issuedOnColumn,
  mark,
  must,
  nameColumns,
  NONE,
  originalColumns,
  REGISTER_ACT,
  SEEN_ON,
  sexColumn,
  snilsColumn,
  statusColumn,
  studyFormColumn,
} from './columns.ts';
import { YES_NO } from './lists.ts';
import type { FrdoColumn, FrdoTemplate } from './template.ts';
import { YES_OR_NO } from './withdrawals.ts';

/*
 * The template for attestats of general education: 33 columns, of the official file of 18 June
 * 2022, as a third party holds it. Its instruction was not available, so what is required, and how
 * long a text may be, comes from sister templates, and says so.
 */

const bySister = mark(
  'AN',
  'обязательность и длина известны по шаблонам СПО и ПО, не ОО',
  'what is required and how long comes from the templates СПО and ПО, not from this one',
);

const yesNo = { ...must, values: YES_NO } as const;
const basic = 'Основное общее образование';
const secondary = 'Среднее общее образование';
const years = { ...must, limits: [{ min: '1900', max: '2100' }], notAfterToday: true } as const;

const columns: readonly FrdoColumn[] = [
  column('documentName', 'Наименование документа', 'text', {
    ...must,
    ...mark(
      'M',
      'какие слова здесь ждут, не проверено: дайте их в defaults',
      'which words are expected here is not verified: give them in defaults',
    ),
  }),
  column('documentKind', 'Вид документа', 'text', {
    ...must,
    values: [
      'Аттестат о среднем (полном) общем образовании',
      'Аттестат о среднем общем образовании',
      'Аттестат о среднем общем образовании с отличием',
      'Аттестат об основном общем образовании',
      'Аттестат об основном общем образовании с отличием',
      'Аттестат с золотой медалью',
      'Аттестат с серебряной медалью',
      'Свидетельство о неполном среднем образовании',
      'Свидетельство о неполном среднем образовании с отличием',
      'Свидетельство об обучении',
      'Свидетельство об окончании специального (коррекционного) класса образовательного ' +
        'учреждения',
      'Свидетельство об окончании специальной (коррекционной) образовательной школы VIII вида',
      'Справка об обучении',
    ],
  }),
  statusColumn,
  column('lossConfirmed', 'Подтверждение утраты', 'text', yesNo),
  column('exchangeConfirmed', 'Подтверждение обмена', 'text', yesNo),
  column('destructionConfirmed', 'Подтверждение уничтожения', 'text', yesNo),
  column('level', 'Уровень образования', 'text', {
    ...must,
    values: [basic, secondary, 'Неполное среднее образование', 'Нет'],
  }),
  column('series', 'Серия документа', 'number', {
    ...must,
    absent: NONE,
    lengthMax: 20,
    ...bySister,
  }),
  column('number', 'Номер документа', 'number', { ...must, lengthMax: 40, ...bySister }),
  issuedOnColumn('Дата выдачи'),
  column('regNumber', 'Регистрационный номер', 'registration', {
    ...must,
    lengthMax: 30,
    ...bySister,
  }),
  column('startYear', 'Год поступления', 'year', { ...years, ...bySister }),
  column('endYear', 'Год окончания', 'year', { ...years, notBefore: ['startYear'], ...bySister }),
  column('studyYears', 'Срок обучения, лет', 'whole', {
    limits: [{ min: '0', max: '15' }],
    yearsBetween: ['startYear', 'endYear'],
  }),
  ...nameColumns(bySister),
  birthDateColumn,
  snilsColumn(bySister),
  citizenshipColumn(bySister),
  educationFormColumn(bySister),
  sexColumn,
  fundingColumn(bySister),
  studyFormColumn(bySister),
  ...originalColumns({
    number: 'number',
    none: NONE,
    numbers: bySister,
    names: bySister,
  }),
];

/**
 * The template for attestats of general education and certificates of training. That such a
 * certificate has no level is our reading; certificates of study are not reported with it unless
 * `kinds` names them. Source:
 * 273-FZ art. 98 parts 9-10; regulation-verified §3.7.
 *
 * @example
 * frdoRows(frdoOo, { lines, people, programmes, defaults: { documentName: 'Аттестат' } });
 */
export const frdoOo: FrdoTemplate = {
  id: 'frdo-oo',
  version: 'copy-of-2022-06-18',
  title: { ru: 'ФИС ФРДО: аттестаты', en: 'Federal register of documents: attestats' },
  source: REGISTER_ACT,
  evidence: { mark: 'VO', seenOn: SEEN_ON },
  sheet: 'Шаблон',
  listsSheet: 'Проверки',
  columns,
  kinds: [
    {
      kind: 'attestat-basic',
      values: { documentKind: 'Аттестат об основном общем образовании', level: basic },
    },
    {
      kind: 'attestat-basic-distinction',
      values: {
        documentKind: 'Аттестат об основном общем образовании с отличием',
        level: basic,
      },
    },
    {
      kind: 'attestat-secondary',
      values: { documentKind: 'Аттестат о среднем общем образовании', level: secondary },
    },
    {
      kind: 'attestat-secondary-distinction',
      values: {
        documentKind: 'Аттестат о среднем общем образовании с отличием',
        level: secondary,
      },
    },
    {
      kind: 'training-certificate',
      values: { documentKind: 'Свидетельство об обучении', level: 'Нет' },
    },
  ],
  standings: { original: 'Оригинал', duplicate: 'Дубликат', replacement: 'Оригинал' },
  withdrawals: YES_OR_NO,
  unique: ['documentKind', 'series', 'number'],
  personOnce: ['surname', 'givenName', 'patronymic', 'birthDate', 'documentKind', 'issuedOn'],
};
