import { refusal } from '../../kernel/refusal.ts';

/** Said where the archive has not accepted the record by the day, so that it cannot lend it. */
export const notInArchive = refusal('not-in-archive', (d: { record: string; on: string }) => ({
  ru: `На ${d.on} ${d.record} не принято архивом: выдавать нечего, запись в подразделении`,
  en: `On ${d.on} ${d.record} is not in the archive: it stands in its department, lend nothing`,
}));

/** Said where the record is already lent. */
export const recordIsLent = refusal(
  'record-lent',
  (d: { record: string; borrower: string; since: string }) => ({
    ru: `${d.record} выдано ${d.since} (${d.borrower}): сначала примите возврат`,
    en: `${d.record} is lent to ${d.borrower} since ${d.since}: take it back first`,
  }),
);

/** Said where a record is returned that is not lent. */
export const recordNotLent = refusal('record-not-lent', (d: { record: string }) => ({
  ru: `${d.record} не выдано: возвращать нечего`,
  en: `${d.record} is not lent: there is nothing to take back`,
}));
