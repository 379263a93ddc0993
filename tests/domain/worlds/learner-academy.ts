import { must } from '@letopis/core';
import { learnerFold } from '@letopis/core/facts';
import type { Academy } from './academy.ts';
import { academyUnderR2 } from './academy.ts';

/* Learners for tests: a minor with her mother, and one of unknown age. */

export const anna = {
  id: 'l-1',
  name: 'Ильина Анна Петровна',
  birthDate: '2010-03-15',
  snils: '11223344595',
  email: 'anna@example.org',
  phone: '+7 900 000-00-00',
};
export const mother = {
  learner: 'l-1',
  representative: 'r-1',
  name: 'Ильина Ольга Юрьевна',
  relation: 'parent',
  on: '2026-09-01',
} as const;
export const publication = {
  learner: 'l-1',
  id: 'c-1',
  purpose: 'publication',
  givenBy: 'r-1',
  on: '2026-09-02',
} as const;

export const learnerState = async ({ session }: Academy, id = 'l-1') =>
  (await session.load(learnerFold, id)).state;

/**
 * An academy with the minor l-1 (18 on 15 March 2028) and her mother r-1; `at` is the present
 * instant.
 */
export async function withMinor(at?: string): Promise<Academy> {
  const academy = await academyUnderR2(at);
  must(await academy.learners.register({ ...anna, on: '2026-09-01' }));
  must(await academy.learners.nameRepresentative(mother));
  return academy;
}

/** An academy with the learner l-2, whose day of birth is not known. */
export async function withUnknownAge(): Promise<Academy> {
  const academy = await academyUnderR2();
  must(await academy.learners.register({ id: 'l-2', on: '2026-09-01' }));
  return academy;
}
