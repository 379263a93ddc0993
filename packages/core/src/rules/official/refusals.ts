import { refusal } from '../../kernel/refusal.ts';

/** Said when a person is appointed to an office that the regulation does not describe. */
export const officeUnknown = refusal(
  'office-unknown',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `Должности «${d.office}» нет в положении; есть: ${d.offices.join(', ')}`,
    en: `The regulation has no office ${d.office}; it has: ${d.offices.join(', ')}`,
  }),
);

/** Said when a person is appointed to an office that they hold already on that day. */
export const alreadyAppointed = refusal(
  'already-appointed',
  (d: { person: string; office: string; from: string }) => ({
    ru: `${d.person} уже назначен(а) «${d.office}» с ${d.from}: сначала освободите от должности`,
    en: `${d.person} holds ${d.office} since ${d.from} already: relieve them first`,
  }),
);

/** Said when an appointment or relief is dated before the latest fact about the same office. */
export const appointmentOutOfOrder = refusal(
  'appointment-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru: `${d.on} раньше последней записи о должности (${d.standing}): дайте более позднюю дату`,
    en: `${d.on} is before the last fact about this office (${d.standing}); give a later day`,
  }),
);

/** Said when a person who never held an office is renamed. */
export const officialUnknown = refusal('official-unknown', (d: { person: string }) => ({
  ru: `${d.person} никогда не состоял(а) в должности: сначала назначьте`,
  en: `${d.person} has never held an office: appoint them first`,
}));

/** Said when a name is dated before the newest recorded one. */
export const officialNameOutOfOrder = refusal(
  'official-name-out-of-order',
  (d: { person: string; on: string; standing: string }) => ({
    ru: `Имя ${d.person} на ${d.on} раньше записанного (с ${d.standing}): дайте более позднюю дату`,
    en: `A name of ${d.person} on ${d.on} is before the last (${d.standing}): give a later day`,
  }),
);
