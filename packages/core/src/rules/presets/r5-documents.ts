import type { MarkRule } from '../regulation/sections/document-kinds.ts';
import {
  plainDocument,
  showsMarks,
  yearlyRegister,
} from '../regulation/sections/document-kinds.ts';
import type { DocumentRules } from '../regulation/sections/documents.ts';
import { documents as documentSection } from '../regulation/sections/documents.ts';

type Kind = DocumentRules['kinds'][number];

/** The final mark where a subject has no mark of the year: R5 §4.1 knows one without ГИА. */
const finalOtherwise: MarkRule = {
  subjects: 'any',
  method: 'first',
  kinds: ['year', 'final'],
  studyYears: 'latest',
};

/**
 * Form 9: in subjects of the state exam the mean of the marks of the year and of the exam, in
 * others the mark of the year. Order 115 of 2014 p. 5.3.
 */
const basicRules: MarkRule[] = [
  { subjects: 'examined', method: 'mean', kinds: ['year', 'state-final'], studyYears: 'latest' },
  finalOtherwise,
];

/**
 * Forms 10-11: the mean of the marks of all their half-years and years; the state exam never
 * enters. Order 115 of 2014 p. 5.3. A subject without points (зачёт) keeps its mark of the year:
 * our choice.
 */
const secondaryRules: MarkRule[] = [
  { ...finalOtherwise, subjects: 'without-points' },
  { subjects: 'any', method: 'mean', kinds: ['period', 'year'], studyYears: 'all' },
  finalOtherwise,
];

/** R5 §4.10: the attestat and its register entry contain results, by the rules of order 115. */
const attestat = {
  ...plainDocument,
  register: 'attestat-book',
  blank: 'attestat-blank',
  demands: 'completion' as const,
  marksInLine: true,
  groundKinds: ['order', 'protocol'],
} satisfies Partial<Kind>;

/**
 * An attestat with distinction takes the place of the plain one, and all its marks are the highest.
 * That this is the whole condition was not seen in the orders, which may ask for more: check it.
 */
const distinction = (
  plain: Omit<Kind, 'variantOf' | 'marksAtLeast'>,
  title: Kind['title'],
): Kind => ({
  ...plain,
  id: `${plain.id}-distinction`,
  title,
  variantOf: plain.id,
  marksAtLeast: 'highest',
});

const basic: Kind = {
  ...attestat,
  markKinds: ['year', 'state-final', 'final'],
  markRules: basicRules,
  id: 'attestat-basic',
  title: {
    ru: 'Аттестат об основном общем образовании',
    en: 'Attestat of basic general education',
  },
};

const secondary: Kind = {
  ...attestat,
  markKinds: ['period', 'year', 'final'],
  markRules: secondaryRules,
  id: 'attestat-secondary',
  title: {
    ru: 'Аттестат о среднем общем образовании',
    en: 'Attestat of secondary general education',
  },
};

/**
 * The documents of R5 §4.7 and §4.10 that the school issues, those of 273-FZ art. 60 p. 12-13, and
 * those that it receives. A training certificate (order 1145 of 2013) is for who completed an
 * adapted programme without basic general education; its book and its marks are our choice. RK
 * 1.17.
 */
export const documents: DocumentRules = {
  ...documentSection.default,
  // Numbers as in the default registers; documents of other schools have a register of their own.
  registers: [
    yearlyRegister('attestat-book', 'А', ['paper'], {
      ru: 'Книга выдачи аттестатов',
      en: 'Book of issued attestats',
    }),
    yearlyRegister('training-certificates', 'СО', ['paper'], {
      ru: 'Книга выдачи свидетельств об обучении',
      en: 'Book of issued training certificates',
    }),
    yearlyRegister('progress-certificates', 'С', ['paper', 'electronic'], {
      ru: 'Журнал регистрации справок',
      en: 'Register of certificates',
    }),
    yearlyRegister('received-documents', 'П', ['paper', 'electronic'], {
      ru: 'Журнал поступивших документов',
      en: 'Register of received documents',
    }),
  ],
  blanks: [{ id: 'attestat-blank', title: { ru: 'Бланк аттестата', en: 'Attestat blank' } }],
  kinds: [
    basic,
    distinction(basic, {
      ru: 'Аттестат об основном общем образовании с отличием',
      en: 'Attestat of basic general education with distinction',
    }),
    secondary,
    distinction(secondary, {
      ru: 'Аттестат о среднем общем образовании с отличием',
      en: 'Attestat of secondary general education with distinction',
    }),
    {
      ...plainDocument,
      id: 'training-certificate',
      title: { ru: 'Свидетельство об обучении', en: 'Training certificate' },
      register: 'training-certificates',
      demands: 'completion',
      marksInLine: true,
      markKinds: ['year', 'final'],
      markRules: [finalOtherwise],
      groundKinds: ['order', 'protocol'],
    },
    {
      ...plainDocument,
      ...showsMarks('period', 'interim', 'year'),
      id: 'progress-certificate',
      title: { ru: 'Справка об успеваемости', en: 'Certificate of progress' },
      register: 'progress-certificates',
      receivedRegister: 'received-documents',
      demands: 'enrollment',
      signerOffices: ['head', 'deputy-head'],
    },
    {
      ...plainDocument,
      ...showsMarks('year', 'final', 'state-final'),
      id: 'study-certificate',
      title: { ru: 'Справка об обучении', en: 'Certificate of study' },
      register: 'progress-certificates',
      demands: 'enrollment',
    },
    {
      ...plainDocument,
      ...showsMarks('period', 'interim', 'year', 'final', 'state-final'),
      id: 'extract',
      title: { ru: 'Выписка', en: 'Extract' },
      register: 'progress-certificates',
      demands: 'enrollment',
      signerOffices: ['head', 'records-keeper'],
    },
    received('diploma', 'Диплом победителя или призёра', 'Diploma of a winner or prize-winner'),
    received('certificate-of-honour', 'Грамота', 'Certificate of honour'),
    received('participant-certificate', 'Сертификат участника', 'Participant’s certificate'),
    received('attested-course', 'Свидетельство, удостоверение', 'Certificate of a course'),
  ],
};

function received(id: string, ru: string, en: string): Kind {
  const register = { register: null, receivedRegister: 'received-documents' };
  return { ...plainDocument, ...register, id, title: { ru, en }, demands: 'nothing' };
}
