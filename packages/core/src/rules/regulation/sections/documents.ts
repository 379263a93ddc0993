import type * as z from 'zod';
import type { AssessmentRules } from './assessment.ts';
import {
  yearlyRegister,
  documentKindFields,
  kindDisagreements,
  plainDocument,
  registerFields,
  seriesDisagreements,
  showsMarks,
} from './document-kinds.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

/** Documents: their kinds, registers and blanks, and who signs, corrects and annuls. D15. */
export const documents = section({
  name: 'documents',
  event: 'DocumentRulesSet',
  fields: {
    kinds: field.list(documentKindFields, { unique: field.idOf }),
    registers: field.list(registerFields, { max: 50, unique: field.idOf }),
    /** Kinds of accountable blank; no clause names them, they are common practice. */
    blanks: field.titledList({ max: 50 }),
    /** Offices that account for blanks: receive them, assign, mark as spoilt, write off. */
    blankOffices: field.offices(),
    /** Offices that correct an entry of a register. */
    correctionOffices: field.offices(),
    /** Offices that annul a document. */
    annulmentOffices: field.offices(),
    /** Whether annulling a document needs an order. */
    annulmentOrderRequired: field.yesNo,
    /** Reasons of replacing a document; `outcome` is reported to the state register. */
    withdrawalReasons: field.list(
      field.object({
        ...field.titled,
        outcome: field.oneOf(['loss', 'exchange', 'destruction']),
      }),
      { max: 50, unique: field.idOf },
    ),
    /** Ways of delivery: `in-person`, `representative`, `post`. */
    deliveryWays: field.list(field.oneOfAsText(['in-person', 'representative', 'post']), {
      max: 3,
    }),
  },
  // The documents of R1 §4/5.7 and the two books of R1 §4.2.6-4.2.7. Formats of numbers, blanks,
  // duplicates and annulment follow common practice. A document of completion bears no failing
  // mark, and a certificate of study shows it: 273-FZ art. 60 part 12.
  default: {
    registers: [
      yearlyRegister('issued-documents', 'Д', ['paper', 'electronic'], {
        ru: 'Книга регистрации выданных документов',
        en: 'Register of issued documents',
      }),
      yearlyRegister('study-certificates', 'С', ['paper'], {
        ru: 'Книга регистрации выданных справок',
        en: 'Register of study certificates',
      }),
    ],
    blanks: [
      { id: 'certificate-blank', title: { ru: 'Бланк удостоверения', en: 'Certificate blank' } },
      { id: 'diploma-blank', title: { ru: 'Бланк диплома', en: 'Diploma blank' } },
    ],
    kinds: [
      {
        ...plainDocument,
        id: 'upgrade-certificate',
        title: {
          ru: 'Удостоверение о повышении квалификации',
          en: 'Certificate of qualification improvement',
        },
        register: 'issued-documents',
        blank: 'certificate-blank',
        demands: 'completion',
        categories: ['qualification-improvement'],
        groundKinds: ['order', 'protocol'],
      },
      {
        ...plainDocument,
        id: 'retraining-diploma',
        title: { ru: 'Диплом о профессиональной переподготовке', en: 'Retraining diploma' },
        register: 'issued-documents',
        blank: 'diploma-blank',
        demands: 'completion',
        categories: ['professional-retraining'],
        groundKinds: ['order', 'protocol'],
      },
      {
        ...plainDocument,
        ...showsMarks('interim', 'final'),
        id: 'study-certificate',
        title: { ru: 'Справка об обучении', en: 'Certificate of study' },
        register: 'study-certificates',
        demands: 'enrollment',
      },
      {
        ...plainDocument,
        ...showsMarks('interim', 'final'),
        id: 'extract',
        title: { ru: 'Выписка', en: 'Extract' },
        register: 'study-certificates',
        demands: 'enrollment',
        signerOffices: ['head', 'records-keeper'],
      },
      {
        ...plainDocument,
        id: 'participant-certificate',
        title: { ru: 'Сертификат участника', en: 'Participant’s certificate' },
        register: 'issued-documents',
        demands: 'nothing',
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
  },
  titles: ({ kinds, withdrawalReasons }) => ({
    documentKinds: titlesById(kinds),
    withdrawalReasons: titlesById(withdrawalReasons),
  }),
  disagreements: (rules, { assessment }: { readonly assessment: AssessmentRules }) => [
    ...kindDisagreements(rules, assessment.kinds),
    ...seriesDisagreements(rules.registers),
  ],
});

/** The rules of the section `documents`. */
export type DocumentRules = z.infer<typeof documents.stored>;
