import { refusal } from '../../kernel/refusal.ts';

export const officeUnknown = refusal(
  'office-unknown',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `Должности «${d.office}» нет в положении; есть: ${d.offices.join(', ')}`,
    en: `The regulation has no office ${d.office}; it has: ${d.offices.join(', ')}`,
  }),
);

export const alreadyAppointed = refusal(
  'already-appointed',
  (d: { person: string; office: string; from: string }) => ({
    ru: `${d.person} уже назначен(а) «${d.office}» с ${d.from}: сначала освободите от должности`,
    en: `${d.person} holds ${d.office} since ${d.from} already: relieve them first`,
  }),
);

export const appointmentOutOfOrder = refusal(
  'appointment-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru: `${d.on} раньше последней записи о должности (${d.standing}): дайте более позднюю дату`,
    en: `${d.on} is before the last fact about this office (${d.standing}); give a later day`,
  }),
);

export const officialUnknown = refusal('official-unknown', (d: { person: string }) => ({
  ru: `${d.person} никогда не состоял(а) в должности: сначала назначьте`,
  en: `${d.person} has never held an office: appoint them first`,
}));

export const officialNameOutOfOrder = refusal(
  'official-name-out-of-order',
  (d: { person: string; on: string; standing: string }) => ({
    ru: `Имя ${d.person} на ${d.on} раньше записанного (с ${d.standing}): дайте более позднюю дату`,
    en: `A name of ${d.person} on ${d.on} is before the last (${d.standing}): give a later day`,
  }),
);
