import type { LocalText } from '@letopis/core/values';
import type { FrdoColumn, FrdoColumnKind, FrdoTemplate } from './template.ts';

/*
 * The template for further professional education: 40 columns, in the order and wording of two
 * independent tools that agree letter by letter. The official file itself was not available.
 */

const limits: LocalText = {
  ru: 'предел известен по шаблонам ПО и СПО, не ДПО',
  en: 'the limit is known from the templates for vocational training, not from this one',
};
const byMemory: LocalText = {
  ru: 'значения по памяти: сверьте с листом проверок системы',
  en: 'values from memory: compare them with the register’s own list',
};
const openList: LocalText = {
  ru: 'закрытый список системы здесь не приведён: добавьте values',
  en: 'the closed list of the register is not given here: add values',
};

const column = (
  key: string,
  heading: string,
  kind: FrdoColumnKind,
  more: Partial<FrdoColumn> = {},
): FrdoColumn => ({ key, heading, kind, required: false, ...more });

const must = { required: true } as const;
const yesNo = { required: true, values: ['Да', 'Нет'] } as const;
const day = { min: '1950-01-01', max: '2100-12-31' } as const;
const forDuplicate = { onlyWhen: { column: 'documentStatus', is: ['Дубликат'] } } as const;
const long = (lengthMax: number) => ({ lengthMax, unverified: limits });
const year = { min: '1978', max: '2100', unverified: limits } as const;

const columns: readonly FrdoColumn[] = [
  column('documentKind', 'Вид документа', 'text', {
    ...must,
    values: ['Удостоверение о повышении квалификации', 'Диплом о профессиональной переподготовке'],
  }),
  column('documentStatus', 'Статус документа', 'text', {
    ...must,
    values: ['Оригинал', 'Дубликат'],
  }),
  column('lossConfirmed', 'Подтверждение утраты', 'text', yesNo),
  column('exchangeConfirmed', 'Подтверждение обмена', 'text', yesNo),
  column('destructionConfirmed', 'Подтверждение уничтожения', 'text', yesNo),
  column('series', 'Серия документа', 'number', { absent: 'нет', ...long(20) }),
  column('number', 'Номер документа', 'number', { ...must, ...long(40) }),
  column('issuedOn', 'Дата выдачи документа', 'day', { ...must, ...day }),
  column('regNumber', 'Регистрационный номер', 'text', { absent: 'нет', ...long(30) }),
  column(
    'programmeType',
    'Дополнительная профессиональная программа (повышение квалификации/ профессиональная ' +
      'переподготовка)',
    'text',
    { ...must, values: ['Повышение квалификации', 'Профессиональная переподготовка'] },
  ),
  column('programmeName', 'Наименование дополнительной профессиональной программы', 'text', {
    ...must,
    ...long(255),
  }),
  column('professionalArea', 'Наименование области профессиональной деятельности', 'text', {
    unverified: openList,
  }),
  column('specialtyGroup', 'Укрупненные группы специальностей', 'text', { unverified: openList }),
  column('qualificationName', 'Наименование квалификации, профессии, специальности', 'text', {
    unverified: openList,
  }),
  column('priorLevel', 'Уровень образования ВО/СПО', 'text', {
    values: [
      'Высшее образование',
      'Среднее профессиональное образование',
      'Среднее общее образование',
      'Основное общее образование',
    ],
    unverified: byMemory,
  }),
  column('priorSurname', 'Фамилия указанная в дипломе о ВО или СПО', 'name', long(50)),
  column('priorSeries', 'Серия документа о ВО/СПО', 'number', long(20)),
  column('priorNumber', 'Номер документа о ВО/СПО', 'number', long(40)),
  column('startYear', 'Год начала обучения (для документа о квалификации)', 'year', year),
  column('endYear', 'Год окончания обучения (для документа о квалификации)', 'year', year),
  column('hours', 'Срок обучения, часов (для документа о квалификации)', 'whole', {
    min: '6',
    max: '20000',
    unverified: limits,
  }),
  column('surname', 'Фамилия получателя', 'name', { ...must, ...long(50) }),
  column('givenName', 'Имя получателя', 'name', { ...must, ...long(50) }),
  column('patronymic', 'Отчество получателя', 'name', long(50)),
  column('birthDate', 'Дата рождения получателя', 'day', {
    ...must,
    min: '1900-01-01',
    max: '2100-12-31',
  }),
  column('sex', 'Пол получателя', 'text', {
    ...must,
    values: ['Муж', 'Жен'],
    unverified: {
      ru: 'инструменты расходятся: «Муж»/«Жен» или «Мужской»/«Женский»',
      en: 'tools disagree: «Муж»/«Жен» or «Мужской»/«Женский»',
    },
  }),
  column('snils', 'СНИЛС', 'snils', must),
  column('studyForm', 'Форма обучения', 'text', {
    values: ['Очная', 'Очно-заочная', 'Заочная'],
  }),
  column('funding', 'Источник финансирования обучения', 'text', {
    values: ['Платное обучение', 'Бюджетное обучение'],
    unverified: byMemory,
  }),
  column(
    'educationForm',
    'Форма получения образования на момент прекращения образовательных отношений',
    'text',
    { values: ['в образовательной организации', 'вне образовательной организации'] },
  ),
  column('citizenship', 'Гражданство получателя (код страны по ОКСМ)', 'code'),
  column('originalKind', 'Наименование документа об образовании (оригинала)', 'text', forDuplicate),
  column('originalSeries', 'Серия (оригинала)', 'number', {
    ...forDuplicate,
    absent: 'нет',
    ...long(20),
  }),
  column('originalNumber', 'Номер (оригинала)', 'number', { ...forDuplicate, ...long(20) }),
  column('originalRegNumber', 'Регистрационный N (оригинала)', 'text', {
    ...forDuplicate,
    absent: 'нет',
    ...long(20),
  }),
  column('originalIssuedOn', 'Дата выдачи (оригинала)', 'day', { ...forDuplicate, ...day }),
  column('originalSurname', 'Фамилия получателя (оригинала)', 'name', forDuplicate),
  column('originalGivenName', 'Имя получателя (оригинала)', 'name', forDuplicate),
  column('originalPatronymic', 'Отчество получателя (оригинала)', 'name', {
    ...forDuplicate,
    absent: '',
  }),
  column('numberToChange', 'Номер документа для изменения', 'number', { leftEmpty: true }),
];

/**
 * The template for documents of further professional education, as tools in use have it. Copy it
 * and change it where the register differs: columns, values and limits are data. Source: 273-FZ
 * art. 98 parts 9-10; columns: regulation-facts §5.2.
 *
 * @example
 * const ours = { ...frdoDpo, version: '2027-01', columns: frdoDpo.columns.map((column) =>
 *   column.key === 'sex' ? { ...column, values: ['Мужской', 'Женский'] } : column) };
 */
export const frdoDpo: FrdoTemplate = {
  id: 'frdo-dpo',
  version: '2026-11',
  title: { ru: 'ФИС ФРДО: документы ДПО', en: 'Federal register of documents: further education' },
  sheet: 'Шаблон',
  listsSheet: 'Проверки',
  columns,
  kinds: [
    {
      kind: 'upgrade-certificate',
      values: {
        documentKind: 'Удостоверение о повышении квалификации',
        programmeType: 'Повышение квалификации',
      },
    },
    {
      kind: 'retraining-diploma',
      values: {
        documentKind: 'Диплом о профессиональной переподготовке',
        programmeType: 'Профессиональная переподготовка',
      },
    },
  ],
  // That a document in exchange is a new original is an interpretation.
  standings: { original: 'Оригинал', duplicate: 'Дубликат', replacement: 'Оригинал' },
  yes: 'Да',
  no: 'Нет',
  unique: ['documentKind', 'series', 'number'],
};
