import { refusal } from '../../kernel/refusal.ts';

/** Said where no note was written under the id. R4 §4.2. */
export const noteUnknown = refusal('note-unknown', (d: { note: string }) => ({
  ru: `Записки ${d.note} нет: сначала внесите её (write) или проверьте id`,
  en: `There is no note ${d.note}: enter it first (write), or check the id`,
}));

/** Said where somebody is on record as a reader of the note already. R4 §4.2. */
export const noteReadAlready = refusal(
  'note-read-already',
  (d: { note: string; reader: string; on: string }) => ({
    ru: `${d.reader} с запиской ${d.note} уже ознакомлен ${d.on}: второй записи не нужно`,
    en: `${d.reader} has read the note ${d.note} on ${d.on} already: once is enough`,
  }),
);
