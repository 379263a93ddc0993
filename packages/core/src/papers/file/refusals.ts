import { refusal } from '../../kernel/refusal.ts';

/** Said where the learner already has an open file. */
export const fileStillOpen = refusal(
  'file-still-open',
  (d: { file: string; number: string; learner: string }) => ({
    ru: `У ${d.learner} уже открыто личное дело ${d.file} (№ ${d.number}): сначала закройте его`,
    en: `Learner ${d.learner} has an open file ${d.file} (No. ${d.number}): close it first`,
  }),
);

/** Said where no file was opened under the id. */
export const fileUnknown = refusal('file-unknown', (d: { file: string }) => ({
  ru: `Личного дела ${d.file} нет: сначала откройте его`,
  en: `There is no personal file ${d.file}: open it first`,
}));

/** Said where the file is closed. */
export const fileIsClosed = refusal('file-closed', (d: { file: string; on: string }) => ({
  ru: `Личное дело ${d.file} закрыто ${d.on}: откройте новое`,
  en: `The personal file ${d.file} was closed on ${d.on}: open a new one`,
}));

/** Said where the sheets of the part are certified, so that it takes no more documents. */
export const filePartIsCertified = refusal(
  'file-part-certified',
  (d: { file: string; part: number }) => ({
    ru: `Часть ${d.part} личного дела ${d.file} заверена: откройте следующую часть`,
    en: `Part ${d.part} of the file ${d.file} is certified: open the next part`,
  }),
);

/** Said where a document is removed without an act that has a number and a date. */
export const removalActMissing = refusal(
  'removal-act-missing',
  (d: { file: string; item: number; ground: string }) => ({
    ru: `Документ ${d.item} изымают из дела ${d.file} по акту с номером и датой, дано: ${d.ground}`,
    en: `Document ${d.item} leaves ${d.file} by an act with number and date, given: ${d.ground}`,
  }),
);

/** Said where the inventory has no item of this number. */
export const inventoryLineUnknown = refusal(
  'inventory-line-unknown',
  (d: { file: string; item: number }) => ({
    ru: `В описи дела ${d.file} нет строки ${d.item}: проверьте номер`,
    en: `The inventory of ${d.file} has no line ${d.item}: check the number`,
  }),
);

/** Said where the item's document was already removed. */
export const documentRemoved = refusal(
  'document-removed',
  (d: { file: string; item: number; on: string }) => ({
    ru: `Документ ${d.item} изъят из дела ${d.file} ${d.on}: выберите другой`,
    en: `Document ${d.item} left the file ${d.file} on ${d.on}: choose another one`,
  }),
);

/** Said where the certified number of sheets differs from the inventory's. */
export const sheetsMiscounted = refusal(
  'sheets-miscounted',
  (d: { file: string; counted: number; listed: number }) => ({
    ru: `В деле ${d.file} насчитано листов ${d.counted}, по описи ${d.listed}: пересчитайте`,
    en: `Counted in ${d.file}: ${d.counted} sheets, by the inventory ${d.listed}: count again`,
  }),
);

/** Said where the next part is opened before the last one is certified. */
export const filePartNotCertified = refusal(
  'file-part-not-certified',
  (d: { file: string; part: number }) => ({
    ru: `Часть ${d.part} личного дела ${d.file} не заверена: сначала заверьте её`,
    en: `Part ${d.part} of the file ${d.file} is not certified: certify it first`,
  }),
);
