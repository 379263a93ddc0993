import type { Evidence, EvidenceMark, LawSource } from '@letopis/core/values';
import { COUNTRIES, EDUCATION_FORMS, FUNDINGS, SEXES, STUDY_FORMS } from './lists.ts';
import type { FrdoColumn, FrdoColumnKind, FrdoCondition, FrdoLimit } from './template.ts';

/*
 * The columns that the register's templates share: about the person, the study and the original of
 * a duplicate. Each template says which of them could not be verified for it.
 */

/** A column that is not required, unless `more` says so. */
export const column = (
  key: string,
  heading: string,
  kind: FrdoColumnKind,
  more: Partial<FrdoColumn> = {},
): FrdoColumn => ({ key, heading, kind, required: false, ...more });

export const must = { required: true } as const;

/** The day on which templates, instructions and tools were looked at. */
export const SEEN_ON = '2026-11-30';

/** Why documents are reported at all. 273-FZ art. 98 parts 9-10. */
export const REGISTER_ACT: LawSource = {
  act: {
    ru: 'Об образовании в Российской Федерации (ФИС ФРДО)',
    en: 'On education in the Russian Federation (the federal register of documents)',
  },
  number: '273-ФЗ',
  date: '2012-12-29',
  clause: 'ст. 98 ч. 9-10',
  from: '2013-09-01',
  until: null,
};

/** How a column is known, and what about it is doubtful, in both languages. */
export const mark = (
  how: EvidenceMark,
  ru: string,
  en: string,
): { readonly evidence: Evidence } => ({
  evidence: { mark: how, seenOn: SEEN_ON, doubt: { ru, en } },
});

/** The list of the register is closed, and is not known here. */
export const openList = mark(
  'M',
  'закрытый список системы здесь не приведён: добавьте values',
  'the closed list of the register is not given here: add values',
);

/** Issued in 2021 or later. */
export const since2021: FrdoCondition = { column: 'issuedOn', yearFrom: 2021 };

const isOriginal: FrdoCondition = { column: 'documentStatus', is: ['Оригинал'] };
const isDuplicate: FrdoCondition = { column: 'documentStatus', is: ['Дубликат'] };

/** The word for none: official texts have it with a capital, tools with a small letter. */
export const NONE = ['Нет', 'нет'] as const;

export const statusColumn = column('documentStatus', 'Статус документа', 'text', {
  ...must,
  values: ['Оригинал', 'Дубликат'],
});

/** Days from 1950 or 1900 on. */
const daysFrom = (min: string): readonly FrdoLimit[] => [{ min, max: '2100-12-31' }];

/** The day of issue: none of the other days and years comes after it. */
export const issuedOnColumn = (heading: string): FrdoColumn =>
  column('issuedOn', heading, 'day', {
    ...must,
    limits: daysFrom('1950-01-01'),
    notAfterToday: true,
    notBefore: ['birthDate', 'originalIssuedOn', 'endYear'],
  });

/** The years of study of the templates for professional training and further education. */
export const yearColumns = (
  start: string,
  end: string,
  more: Partial<FrdoColumn> = {},
): readonly FrdoColumn[] => [
  column('startYear', start, 'year', {
    ...must,
    limits: [
      { min: '1978', when: [isOriginal] },
      { min: '1955', when: [isDuplicate] },
    ],
    notAfterToday: true,
    ...more,
  }),
  column('endYear', end, 'year', {
    ...must,
    limits: [{ min: '1955' }],
    notAfterToday: true,
    notBefore: ['startYear'],
    ...more,
  }),
];

const namePart = { ...must, lengthMax: 50 } as const;

/** The name of the holder in parts. */
export const nameColumns = (more: Partial<FrdoColumn> = {}): readonly FrdoColumn[] => [
  column('surname', 'Фамилия получателя', 'name', { ...namePart, ...more }),
  column('givenName', 'Имя получателя', 'name', { ...namePart, ...more }),
  column('patronymic', 'Отчество получателя', 'name', { ...namePart, absent: ['Нет'], ...more }),
];

export const birthDateColumn = column('birthDate', 'Дата рождения получателя', 'day', {
  ...must,
  limits: daysFrom('1900-01-01'),
});

export const sexColumn = column('sex', 'Пол получателя', 'text', { ...must, values: SEXES });

/** A citizen of Russia needs a SNILS on a document of 2021 or later. */
export const snilsColumn = (more: Partial<FrdoColumn> = {}): FrdoColumn =>
  column('snils', 'СНИЛС', 'snils', {
    requiredWhen: [{ column: 'citizenship', is: ['643'] }, since2021],
    ...more,
  });

/** A column that is required on a document of 2021 or later. */
const from2021 = (
  key: string,
  heading: string,
  values: readonly string[],
  more: Partial<FrdoColumn>,
): FrdoColumn => column(key, heading, 'text', { requiredWhen: [since2021], values, ...more });

export const studyFormColumn = (more: Partial<FrdoColumn> = {}): FrdoColumn =>
  from2021('studyForm', 'Форма обучения', STUDY_FORMS, more);

export const fundingColumn = (more: Partial<FrdoColumn> = {}): FrdoColumn =>
  from2021('funding', 'Источник финансирования обучения', FUNDINGS, more);

export const educationFormColumn = (more: Partial<FrdoColumn> = {}): FrdoColumn =>
  from2021(
    'educationForm',
    'Форма получения образования на момент прекращения образовательных отношений',
    EDUCATION_FORMS,
    more,
  );

export const citizenshipColumn = (more: Partial<FrdoColumn> = {}): FrdoColumn =>
  column('citizenship', 'Гражданство получателя (код страны по ОКСМ)', 'code', {
    requiredWhen: [since2021],
    values: COUNTRIES,
    ...more,
  });

const ofOriginal = { ...must, onlyWhen: [isDuplicate] } as const;

/** What the templates let differ about the original of a duplicate. */
interface OriginalBlock {
  readonly number: FrdoColumnKind;
  /** The words for no series. */
  readonly none: readonly string[];
  readonly numbers?: Partial<FrdoColumn>;
  readonly names?: Partial<FrdoColumn>;
}

/** The original of a duplicate, and the last column, which stays empty. */
export function originalColumns({
  number,
  none,
  numbers = {},
  names = {},
}: OriginalBlock): readonly FrdoColumn[] {
  const short = { ...ofOriginal, lengthMax: 20, ...numbers } as const;
  return [
    column('originalKind', 'Наименование документа об образовании (оригинала)', 'text', ofOriginal),
    column('originalSeries', 'Серия (оригинала)', 'number', { ...short, absent: none }),
    column('originalNumber', 'Номер (оригинала)', number, short),
    column('originalRegNumber', 'Регистрационный N (оригинала)', 'registration', short),
    column('originalIssuedOn', 'Дата выдачи (оригинала)', 'day', {
      ...ofOriginal,
      limits: daysFrom('1950-01-01'),
    }),
    ...nameColumns(names).map((one) => ({
      ...one,
      ...ofOriginal,
      key: `original${one.key.slice(0, 1).toUpperCase()}${one.key.slice(1)}`,
      heading: `${one.heading} (оригинала)`,
    })),
    column('numberToChange', 'Номер документа для изменения', 'number', { leftEmpty: true }),
  ];
}
