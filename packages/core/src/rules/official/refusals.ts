import { refusal } from '../../kernel/refusal.ts';

/** Said when a person is appointed to an office that the regulation does not describe. */
export const officeUnknown = refusal(
  'office-unknown',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `Должности «${d.office}» нет в положении; есть: ${d.offices.join(', ')}`,
    en: `The regulation has no office ${d.office}; it has: ${d.offices.join(', ')}`,
  }),
);

/** Said when a person is appointed to an office that they hold already on a day of the term. */
export const alreadyAppointed = refusal(
  'already-appointed',
  (d: { person: string; office: string; from: string }) => ({
    ru: `${d.person} в должности «${d.office}» с ${d.from}: освободите или дайте другой срок`,
    en: `${d.person} holds ${d.office} from ${d.from} on: relieve them or give another term`,
  }),
);

/** Said when a person who never held an office is renamed. */
export const officialUnknown = refusal('official-unknown', (d: { person: string }) => ({
  ru: `${d.person} никогда не состоял(а) в должности: сначала назначьте`,
  en: `${d.person} has never held an office: appoint them first`,
}));
