import { must, order } from '@letopis/core';
import type { DocumentRules } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { documentAcademy, documentOf, school } from './register-academy.ts';

/* An academy that took over school no. 7 and its book of attestats. RK §4 situation 8. */

/** A line as it is written in the book. */
export const line = {
  kind: 'attestat',
  title: 'Аттестат о среднем (полном) общем образовании',
  page: '12',
  line: '3',
  registrationNumber: '41',
  series: 'А',
  number: '0456789',
  issuedOn: '1998-06-20',
  qualification: null,
  programme: 'Среднее (полное) общее образование',
  marks: [
    { title: 'Алгебра', value: '5', words: 'отлично' },
    { title: 'Физика', value: '4', words: 'хорошо' },
  ],
  name: 'Ильина Анна Петровна',
  birthDate: '1981-03-15',
};

/** The book, and who takes it over. */
export const book = {
  book: 'attestats-1998',
  carrier: 'document-book',
  title: 'Книга выдачи аттестатов',
  volume: '2',
  predecessor: 'school-7',
  signer: 'p-5',
  on: '2026-12-10',
};

/** The first line, and the stream of the book. */
export const firstLine = 'attestats-1998.old.1';
export const oldStream = 'academy.register-attestats-1998.old';

const [carrier] = r2.carriers.carriers;

/** The academy with a carrier for books of documents, its passport and its predecessor. */
export async function oldBookAcademy(documents: Partial<DocumentRules> = {}) {
  const carriers = {
    carriers: [...r2.carriers.carriers, { ...carrier, id: 'document-book', mandatory: false }],
  } as Partial<typeof r2.carriers>;
  const academy = await documentAcademy({ ...school, ...documents }, { carriers });
  const { organisation } = academy.as('u-5', order('1', '1989-12-01'));
  const named = { fullName: 'Школа № 7', archive: 'городской архив, фонд 12' };
  must(await organisation.describe({ fullName: 'Училище наставников', on: '1990-01-01' }));
  must(await organisation.describe({ fullName: 'Академия «Наставник»', on: '2010-09-01' }));
  const related = { id: 'school-7', relation: 'predecessor' as const, on: '2010-09-01' };
  must(await organisation.nameRelated({ ...related, ...named }));
  return academy;
}

export type OldBookAcademy = Awaited<ReturnType<typeof oldBookAcademy>>;

/** The academy where the line was taken over, and its person registered under another surname. */
export async function withOldLine(documents: Partial<DocumentRules> = {}) {
  const academy = await oldBookAcademy(documents);
  const { eventId } = must(await academy.documents.takeOver({ ...book, lines: [line] }));
  const { learners } = academy.as('u-5', order('1', '2026-12-01'));
  const name = 'Орлова Анна Петровна';
  must(await learners.register({ id: 'l-98', name, birthDate: '1981-03-15', on: '2026-12-11' }));
  return { ...academy, learners, eventId };
}

/** The line found to be `l-98`, and lost. */
export async function withLostOldLine(documents: Partial<DocumentRules> = {}) {
  const academy = await withOldLine(documents);
  const { eventId: link } = must(
    await academy.documents.link({ document: firstLine, learner: 'l-98', on: '2026-12-12' }),
  );
  const lost = { document: firstLine, reason: 'lost', on: '2026-12-12' };
  const { eventId: loss } = must(await academy.documents.withdraw(lost));
  return { ...academy, link, loss };
}

/** The duplicate of the line. */
export const duplicate = {
  kind: 'attestat',
  learner: 'l-98',
  inPlaceOf: firstLine,
  signer: 'p-1',
  on: '2026-12-15',
};

export { documentOf, must, order };
