import type { Refusal, Result } from '@letopis/core';
import { isLetopisError, isRefusal, LetopisError } from '@letopis/core';
import { refusal } from '@letopis/core/kernel';
import type { Asker } from './view-reader.ts';

/** Said where somebody opens a page of which they may see nothing. SEC 18, R3 §4.2, R5 §6.2. */
export const pageNotPermitted = refusal(
  'page-not-permitted',
  (d: { readonly kind: string; readonly person: string; on: string; readonly view: string }) => ({
    ru: `${d.person} (${d.kind}) на ${d.on} не видит эту страницу: сведения ${d.view} закрыты`,
    en: `${d.person} (${d.kind}) may not see this page on ${d.on}: the view ${d.view} is closed`,
  }),
);

/** The error that a report throws where its reader is bound to somebody who may not see it. */
export function notPermitted({ kind, person, on }: Asker, view: string): LetopisError {
  const no = pageNotPermitted({ kind, person, on, view });
  return new LetopisError('refused', `${no.code}: ${no.text.en}`, { refusal: no });
}

/**
 * Reads a page and gives it, or the refusal `page-not-permitted`, as a value. Throws whatever else
 * the report throws.
 *
 * @example
 * const read = await ifPermitted(() => personalFileReport(mine, { learner: 'l-2' }));
 * if (!read.ok) console.log(read.refusal.text.en);
 */
export async function ifPermitted<Page>(read: () => Promise<Page>): Promise<Result<Page>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    const no = refusalOf(error);
    if (no === null) throw error;
    return { ok: false, refusal: no };
  }
}

function refusalOf(error: unknown): Refusal | null {
  if (!isLetopisError(error, 'refused')) return null;
  const no = error.fields['refusal'];
  return isRefusal(no) && no.code === pageNotPermitted.code ? no : null;
}
