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

/**
 * Said where somebody asks for closed changes who does not hold one of the offices to which the
 * regulation opens them. RK 1.10, Family Code art. 139.
 */
export const closedChangesNotOpen = refusal(
  'closed-changes-not-open',
  (d: { person: string; office: string | null; on: string; offices: readonly string[] }) => ({
    ru:
      `${d.person} на ${d.on} не видит закрытых изменений: должность — ` +
      `${d.office ?? 'не названа'}; их видят назначенные на этот день ` +
      `${d.offices.join(', ') || '(положение никого не называет)'}`,
    en:
      `${d.person} may not see closed changes on ${d.on} (office: ${d.office ?? 'not named'}): ` +
      `open to ${d.offices.join(', ') || 'no office of the regulation'}, appointed on that day`,
  }),
);

/** The error that a report throws where its reader is bound to somebody who may not see it. */
export function notPermitted({ kind, person, on }: Asker, view: string): LetopisError {
  return refusedWith(pageNotPermitted({ kind, person, on, view }));
}

/** The error that a report throws for a refusal; {@link ifPermitted} gives it as a value. */
export const refusedWith = (no: Refusal): LetopisError =>
  new LetopisError('refused', `${no.code}: ${no.text.en}`, { refusal: no });

/**
 * Reads a page and gives it, or the refusal for which a report throws `refused`, as a value:
 * `page-not-permitted`, `closed-changes-not-open`, or an annex that is not reported. Throws
 * whatever else the report throws.
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
  return isRefusal(no) ? no : null;
}
