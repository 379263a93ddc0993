import type { DocumentRules } from '../regulation/rules.ts';
import { documents as silent } from './defaults/documents.ts';

type Kind = DocumentRules['kinds'][number];

const plain = {
  duplicateRegister: null,
  receivedRegister: null,
  blank: null,
  categories: [],
  marksInLine: false,
  markKinds: [],
  groundKinds: [],
  signerOffices: ['head'],
} satisfies Partial<Kind>;

/** R5 §4.10: the results stand in the attestat and in its line of the book; which, is ours. */
const attestat = {
  ...plain,
  register: 'attestat-book',
  blank: 'attestat-blank',
  demands: 'completion' as const,
  marksInLine: true,
  markKinds: ['final', 'state-final'],
  groundKinds: ['order', 'protocol'],
} satisfies Partial<Kind>;

/** Numbers run as in the default books; a register of its own for what other schools issued. */
const [book] = silent.registers as [DocumentRules['registers'][number]];

/** Documents of R5 §4.7 and §4.10: those that the school issues and those that it receives. */
export const documents: DocumentRules = {
  ...silent,
  registers: [
    {
      ...book,
      id: 'attestat-book',
      title: { ru: 'Книга выдачи аттестатов', en: 'Book of issued attestats' },
      index: 'А',
      media: ['paper'],
    },
    {
      ...book,
      id: 'progress-certificates',
      title: { ru: 'Журнал регистрации справок', en: 'Register of certificates' },
      index: 'С',
      media: ['paper', 'electronic'],
    },
    {
      ...book,
      id: 'received-documents',
      title: { ru: 'Журнал поступивших документов', en: 'Register of received documents' },
      index: 'П',
      media: ['paper', 'electronic'],
    },
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
      ...plain,
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
  return { ...plain, ...register, id, title: { ru, en }, demands: 'nothing' };
}
