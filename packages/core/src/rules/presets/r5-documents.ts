import { yearlyRegister, plainDocument } from '../regulation/sections/document-kinds.ts';
import type { DocumentRules } from '../regulation/sections/documents.ts';
import { documents as documentSection } from '../regulation/sections/documents.ts';

type Kind = DocumentRules['kinds'][number];

/** R5 §4.10: the attestat and its register entry contain results; which ones, is our choice. */
const attestat = {
  ...plainDocument,
  register: 'attestat-book',
  blank: 'attestat-blank',
  demands: 'completion' as const,
  marksInLine: true,
  markKinds: ['final', 'state-final'],
  groundKinds: ['order', 'protocol'],
} satisfies Partial<Kind>;

/** The documents of R5 §4.7 and §4.10 that the school issues, and those that it receives. */
export const documents: DocumentRules = {
  ...documentSection.default,
  // Numbers as in the default registers; documents of other schools have a register of their own.
  registers: [
    yearlyRegister('attestat-book', 'А', ['paper'], {
      ru: 'Книга выдачи аттестатов',
      en: 'Book of issued attestats',
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
    {
      ...attestat,
      id: 'attestat-basic',
      title: {
        ru: 'Аттестат об основном общем образовании',
        en: 'Attestat of basic general education',
      },
    },
    {
      ...attestat,
      id: 'attestat-secondary',
      title: {
        ru: 'Аттестат о среднем общем образовании',
        en: 'Attestat of secondary general education',
      },
    },
    {
      ...plainDocument,
      id: 'progress-certificate',
      title: { ru: 'Справка об успеваемости', en: 'Certificate of progress' },
      register: 'progress-certificates',
      receivedRegister: 'received-documents',
      demands: 'enrollment',
      signerOffices: ['head', 'deputy-head'],
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
