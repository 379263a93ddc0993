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
import { EXCHANGES, LOSS_PROOFS, PROFESSIONAL_AREAS, YES_NO } from './lists.ts';
import type { FrdoColumn, FrdoTemplate } from './template.ts';
import { BY_KIND_OF_PROOF } from './withdrawals.ts';

/*
 * The template for further professional education: 40 columns, in the order and wording of seven
 * tools that agree. The official file and its instruction were not available: rules come from the
 * instructions for sister templates, and say so.
 */

const bySister = mark(
  'AN',
  'правило известно по шаблонам ПО и СПО, не ДПО',
  'the rule is known from the templates for vocational training, not from this one',
);
const proofs = mark(
  'AN',
  'список по шаблону ПО; в других шаблонах здесь Да/Нет: сверьте с листом «Проверки»',
  'the list of the template ПО; others have yes and no here: compare the sheet «Проверки»',
);
const lengths = mark(
  'V1',
  'пределы длины расходятся: 30 или 40, 25 или 30, 16 или 20 знаков',
  'limits of length differ: 30 or 40, 25 or 30, 16 or 20 characters',
);
const areas = mark(
  'V2',
  'список профессиональных стандартов; коды перед названиями и слова «в промышленности» не ' +
    'проверены: сверьте с листом «Проверки»',
  'the list of professional standards; codes before the names and the words «в промышленности» ' +
    'are not verified: compare the sheet «Проверки»',
);
const noneSpelt = mark(
  'AN',
  '«нет» по инструментам, «Нет» по официальным шаблонам: примут ли оба, не проверено',
  '«нет» by tools, «Нет» by official templates: whether both are taken is not verified',
);

const doubtful = { ...must, ...proofs, valuesDoubtful: true } as const;
const upgrade = 'Повышение квалификации';
const retraining = 'Профессиональная переподготовка';

const columns: readonly FrdoColumn[] = [
  column('documentKind', 'Вид документа', 'text', {
    ...must,
    values: ['Удостоверение о повышении квалификации', 'Диплом о профессиональной переподготовке'],
  }),
  statusColumn,
  column('lossConfirmed', 'Подтверждение утраты', 'text', { ...doubtful, values: LOSS_PROOFS }),
  column('exchangeConfirmed', 'Подтверждение обмена', 'text', { ...doubtful, values: EXCHANGES }),
  column('destructionConfirmed', 'Подтверждение уничтожения', 'text', { ...must, values: YES_NO }),
  column('series', 'Серия документа', 'number', {
    ...must,
    absent: ['нет', 'Нет'],
    lengthMax: 20,
    ...noneSpelt,
  }),
  column('number', 'Номер документа', 'number', {
    ...must,
    lengthMax: 40,
    lengthDoubtful: 30,
    ...lengths,
  }),
  issuedOnColumn('Дата выдачи документа'),
  column('regNumber', 'Регистрационный номер', 'registration', {
    ...must,
    lengthMax: 30,
    lengthDoubtful: 25,
    ...lengths,
  }),
  column(
    'programmeType',
    'Дополнительная профессиональная программа (повышение квалификации/ профессиональная ' +
      'переподготовка)',
    'text',
    { ...must, values: [upgrade, retraining] },
  ),
  column('programmeName', 'Наименование дополнительной профессиональной программы', 'title', {
    ...must,
    lengthMax: 255,
    ...bySister,
  }),
  column('professionalArea', 'Наименование области профессиональной деятельности', 'text', {
    values: PROFESSIONAL_AREAS,
    valuesDoubtful: true,
    ...areas,
  }),
  column('specialtyGroup', 'Укрупненные группы специальностей', 'text', openList),
  column('qualificationName', 'Наименование квалификации, профессии, специальности', 'text', {
    ...openList,
  }),
  column('priorLevel', 'Уровень образования ВО/СПО', 'text', {
    values: [
      'Высшее образование',
      'Среднее профессиональное образование',
      'Среднее общее образование',
      'Основное общее образование',
    ],
    ...mark(
      'X',
      'два последних значения есть у одного поставщика и противоречат ст. 76 ч. 3 273-ФЗ',
      'one vendor only has the last two values, and 273-FZ art. 76 part 3 speaks against them',
    ),
  }),
  column('priorSurname', 'Фамилия указанная в дипломе о ВО или СПО', 'name', {
    lengthMax: 50,
    ...bySister,
  }),
  column('priorSeries', 'Серия документа о ВО/СПО', 'number', { lengthMax: 20, ...bySister }),
  column('priorNumber', 'Номер документа о ВО/СПО', 'number', { lengthMax: 40, ...bySister }),
  ...yearColumns(
    'Год начала обучения (для документа о квалификации)',
    'Год окончания обучения (для документа о квалификации)',
    { required: false, ...bySister },
  ),
  column('hours', 'Срок обучения, часов (для документа о квалификации)', 'whole', {
    limits: [
      { min: '1', max: '20000' },
      // The least that the law lets such a programme have.
      { min: '16', when: [{ column: 'programmeType', is: [upgrade] }], warning: true },
      { min: '250', when: [{ column: 'programmeType', is: [retraining] }], warning: true },
    ],
  }),
  ...nameColumns(bySister),
  birthDateColumn,
  sexColumn,
  snilsColumn(bySister),
  studyFormColumn(),
  fundingColumn(bySister),
  educationFormColumn(
    mark(
      'V1',
      'строчная буква по списку ОО, прописная по примеру ДПО',
      'a small letter by the list of attestats, a capital by an example of this template',
    ),
  ),
  citizenshipColumn(bySister),
  ...originalColumns({
    number: 'number',
    none: ['нет', 'Нет'],
    numbers: { lengthDoubtful: 16, ...lengths },
    names: bySister,
  }),
];

/**
 * The template for documents of further professional education, as tools in use have it. Copy it
 * and change it where the register differs: columns, values, limits and conditions are data.
 * Source: 273-FZ art. 98 parts 9-10, art. 76; columns and rules: regulation-verified §3.2-3.5.
 *
 * @example
 * const ours = { ...frdoDpo, version: 'register-2027-01', columns: frdoDpo.columns.map((column) =>
 *   column.key === 'lossConfirmed' ? { ...column, values: ['Да', 'Нет'] } : column) };
 */
export const frdoDpo: FrdoTemplate = {
  id: 'frdo-dpo',
  version: 'tools-2026-11',
  title: { ru: 'ФИС ФРДО: документы ДПО', en: 'Federal register of documents: further education' },
  source: REGISTER_ACT,
  evidence: { mark: 'V2', seenOn: SEEN_ON },
  sheet: 'Шаблон',
  listsSheet: 'Проверки',
  columns,
  kinds: [
    {
      kind: 'upgrade-certificate',
      values: {
        documentKind: 'Удостоверение о повышении квалификации',
        programmeType: upgrade,
      },
    },
    {
      kind: 'retraining-diploma',
      values: {
        documentKind: 'Диплом о профессиональной переподготовке',
        programmeType: retraining,
      },
    },
  ],
  // That a document in exchange is a new original is an interpretation.
  standings: { original: 'Оригинал', duplicate: 'Дубликат', replacement: 'Оригинал' },
  withdrawals: BY_KIND_OF_PROOF,
  unique: ['documentKind', 'series', 'number'],
  personOnce: ['surname', 'givenName', 'patronymic', 'birthDate', 'programmeName', 'issuedOn'],
};
