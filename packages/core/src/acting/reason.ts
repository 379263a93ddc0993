import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** Said when the regulation requires a reason for an act and the command gives none. */
export const reasonMissing = refusal('reason-missing', (d: { act: string; about: string }) => ({
  ru: `Для «${d.act}» (${d.about}) нужна причина: укажите её`,
  en: `The act ${d.act} (${d.about}) needs a reason: give one`,
}));

/**
 * Refuses `reason-missing` where an act needs a reason and none is given.
 * @param about what the act is done to: a lesson, a result, an application.
 */
export function refuseUnlessReason(
  act: string,
  about: string,
  needed: boolean,
  reason: unknown,
): Refusal | null {
  const given = reason !== undefined && reason !== null;
  return needed && !given ? reasonMissing({ act, about }) : null;
}
