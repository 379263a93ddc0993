import { refusal } from '../../kernel/refusal.ts';

/** Said where the first entry of a passport does not say the full name. */
export const organisationNameMissing = refusal(
  'organisation-name-missing',
  (d: { on: string }) => ({
    ru: `На ${d.on} у организации ещё нет полного наименования: дайте fullName`,
    en: `The organisation has no full name on ${d.on} yet: give fullName`,
  }),
);

/** Said where the passport says the same values on the day already. */
export const organisationSame = refusal('organisation-same', (d: { on: string }) => ({
  ru: `На ${d.on} сведения об организации уже такие: вносить нечего`,
  en: `The organisation's values are the same on ${d.on} already: there is nothing to enter`,
}));

/** Said where another organisation stands under the id already. */
export const relatedOrganisationNamedAlready = refusal(
  'related-organisation-named-already',
  (d: { related: string; on: string; entry: string }) => ({
    ru: `«${d.related}» уже названа с ${d.on}: аннулируйте запись ${d.entry} или дайте другой id`,
    en: `${d.related} is named since ${d.on}: annul that entry (${d.entry}), or give another id`,
  }),
);
