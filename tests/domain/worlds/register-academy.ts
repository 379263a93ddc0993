import type { Result } from '@letopis/core';
import { must, order } from '@letopis/core';
import type { DocumentKind, DocumentRules } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import type { Academy } from './academy.ts';
import type { Changes } from './enrollment-academy.ts';
import { mark, noOrder, passAll, withLearner } from './enrollment-academy.ts';

const rules = r2.documents;

/**
 * A kind that no preset has: a school certificate (аттестат) whose marks are also in its book. R5
 * §4.10.
 */
export const attestat: DocumentKind = {
  id: 'attestat',
  title: { ru: 'Аттестат', en: 'School-leaving certificate' },
  register: 'attestats',
  duplicateRegister: null,
  receivedRegister: null,
  blank: null,
  demands: 'completion',
  categories: [],
  marksInLine: true,
  markKinds: ['interim', 'final'],
  markRules: [],
  failingMarks: 'by-demands',
  mayLackMarks: false,
  variantOf: null,
  marksAtLeast: 'any',
  groundKinds: [],
  signerOffices: ['head'],
};

/** A certificate of progress in the current study year, own or received. R5 §4.7. */
export const progress: DocumentKind = {
  ...attestat,
  id: 'progress-certificate',
  title: { ru: 'Справка об успеваемости', en: 'Certificate of progress' },
  register: 'study-certificates',
  receivedRegister: 'received-papers',
  demands: 'enrollment',
  markKinds: ['current', 'interim'],
};

const book = rules.registers[0] as DocumentRules['registers'][number];

/** R2 with a school's documents too; the numbers of `attestats` never begin again. */
export const school: Partial<DocumentRules> = {
  kinds: [...rules.kinds, attestat, progress],
  registers: [
    ...rules.registers,
    { ...book, id: 'attestats', index: 'А', reset: 'never', firstNumber: 41, format: '{n}' },
    { ...book, id: 'received-papers', index: 'В', format: '{index}-{n}' },
  ],
};

/** The services of documents and blanks, for the clerk `u-5` and a ground. */
export function clerkOf({ as }: Pick<Academy, 'as'>, ground = order('31-з', '2026-12-01')) {
  const { documents, blanks } = as('u-5', ground);
  return { documents, blanks };
}

/**
 * The academy of the enrollment tests on 25 December 2026, where `l-1` completed on the 21st, `l-2`
 * still studies, `p-5` keeps records, and blanks ПК 0001–0010 belong to the register of 2026.
 */
export async function documentAcademy(documents: Partial<DocumentRules> = {}, more: Changes = {}) {
  const academy = await withLearner({ ...more, documents });
  const { enrollments, officials } = academy;
  must(await officials.appoint({ person: 'p-5', office: 'records-keeper', from: '2026-09-01' }));
  const marks = await passAll(academy);
  must(await enrollments.complete({ enrollment: academy.id, on: '2026-12-21' }));
  must(await enrollments.enroll({ learner: 'l-2', group: 'm-1', from: '2026-09-01' }));
  const clerk = clerkOf(academy);
  const range = { blank: 'certificate-blank', series: 'ПК', from: '0001', to: '0010' };
  const by = { signer: 'p-5', on: '2026-12-01' };
  must(await clerk.blanks.receive({ ...range, ...by }));
  must(await clerk.blanks.assign({ ...range, ...by, register: 'issued-documents.2026' }));
  return { ...academy, ...clerk, marks };
}

export type DocumentAcademy = Awaited<ReturnType<typeof documentAcademy>>;

/** A certificate for `l-1` on blank ПК 0001. */
export const certificate = {
  kind: 'upgrade-certificate',
  learner: 'l-1',
  enrollment: 'l-1.mentor.1',
  series: 'ПК',
  number: '0001',
  name: 'Ильина Анна Петровна',
  qualification: 'Наставник',
  hours: 36,
  from: '2026-09-01',
  until: '2026-12-21',
  signer: 'p-1',
  on: '2026-12-22',
};

/** A certificate that requires nothing: any number of them can be issued. */
export const participation = {
  kind: 'participant-certificate',
  learner: 'l-2',
  subject: 'Конференция наставников',
  signer: 'p-1',
  on: '2026-12-22',
};

export { mark, must, noOrder };

/** The id of the document that a command made. */
export const documentOf = (result: Result<{ readonly document: string }>): string =>
  must(result).document;
