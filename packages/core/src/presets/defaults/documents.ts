import type { DocumentRules } from '../../regulation/rules.ts';

/*
 * Documents that a preset takes where its regulation is silent: those of R1 §4/5.7 with the two
 * books of R1 §4.2.6-4.2.7. How numbers run, blanks, duplicates and annulment are practice.
 */

const books = {
  scope: 'register',
  reset: 'year',
  firstNumber: 1,
  format: '{index}-{n:4}/{yy}',
  chronological: true,
  media: ['paper', 'electronic'],
} as const;

const plain = {
  duplicateRegister: null,
  receivedRegister: null,
  blank: null,
  categories: [],
  marksInLine: false,
  markKinds: [],
  groundKinds: [],
  signerOffices: ['head'],
} as const;

/** Documents, registers and blanks of an organisation whose regulation names none. D15. */
export const documents: DocumentRules = {
  section: 'documents',
  registers: [
    {
      ...books,
      id: 'issued-documents',
      title: { ru: 'Книга регистрации выданных документов', en: 'Register of issued documents' },
      index: 'Д',
      media: [...books.media],
    },
    {
      ...books,
      id: 'study-certificates',
      title: { ru: 'Книга регистрации выданных справок', en: 'Register of study certificates' },
      index: 'С',
      media: ['paper'],
    },
  ],
  blanks: [
    { id: 'certificate-blank', title: { ru: 'Бланк удостоверения', en: 'Certificate blank' } },
    { id: 'diploma-blank', title: { ru: 'Бланк диплома', en: 'Diploma blank' } },
  ],
  kinds: [
    {
      ...plain,
      id: 'upgrade-certificate',
      title: {
        ru: 'Удостоверение о повышении квалификации',
        en: 'Certificate of qualification improvement',
      },
      register: 'issued-documents',
      blank: 'certificate-blank',
      demands: 'completion',
      categories: ['qualification-improvement'],
      markKinds: [],
      groundKinds: ['order', 'protocol'],
      signerOffices: ['head'],
    },
    {
      ...plain,
      id: 'retraining-diploma',
      title: { ru: 'Диплом о профессиональной переподготовке', en: 'Retraining diploma' },
      register: 'issued-documents',
      blank: 'diploma-blank',
      demands: 'completion',
      categories: ['professional-retraining'],
      markKinds: [],
      groundKinds: ['order', 'protocol'],
      signerOffices: ['head'],
    },
    {
      ...plain,
      id: 'study-certificate',
      title: { ru: 'Справка об обучении', en: 'Certificate of study' },
      register: 'study-certificates',
      demands: 'enrollment',
      categories: [],
      markKinds: [],
      groundKinds: [],
      signerOffices: ['head'],
    },
    {
      ...plain,
      id: 'extract',
      title: { ru: 'Выписка', en: 'Extract' },
      register: 'study-certificates',
      demands: 'enrollment',
      categories: [],
      markKinds: [],
      groundKinds: [],
      signerOffices: ['head', 'records-keeper'],
    },
    {
      ...plain,
      id: 'participant-certificate',
      title: { ru: 'Сертификат участника', en: 'Participant’s certificate' },
      register: 'issued-documents',
      demands: 'nothing',
      categories: [],
      markKinds: [],
      groundKinds: [],
      signerOffices: ['head'],
    },
  ],
  blankOffices: ['records-keeper', 'head'],
  correctionOffices: ['head', 'records-keeper'],
  annulmentOffices: ['head'],
  annulmentOrderRequired: true,
  withdrawalReasons: [
    { id: 'lost', title: { ru: 'Утрачен', en: 'Lost' }, outcome: 'loss' },
    { id: 'damaged', title: { ru: 'Повреждён', en: 'Damaged' }, outcome: 'exchange' },
    { id: 'name-changed', title: { ru: 'Смена имени', en: 'Name changed' }, outcome: 'exchange' },
    {
      id: 'error-found',
      title: { ru: 'Ошибка в документе', en: 'Error in it' },
      outcome: 'exchange',
    },
    { id: 'destroyed', title: { ru: 'Уничтожен', en: 'Destroyed' }, outcome: 'destruction' },
  ],
  deliveryWays: ['in-person', 'representative', 'post'],
};
