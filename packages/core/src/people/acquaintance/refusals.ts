import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation has no edition of that number, or it was annulled. R2 §1.5. */
export const requirementsEditionUnknown = refusal(
  'requirements-edition-unknown',
  (d: { edition: number; editions: readonly number[] }) => ({
    ru: `Редакции ${d.edition} у положения нет; есть: ${d.editions.join(', ')}`,
    en: `The regulation has no edition ${d.edition}; it has: ${d.editions.join(', ')}`,
  }),
);

/** Said where a line is dated after the sheet was handed in. */
export const signedAfterSheet = refusal(
  'signed-after-sheet',
  (d: { learner: string; on: string; sheet: string }) => ({
    ru: `Подпись ${d.learner} от ${d.on} позже листа (${d.sheet}): исправьте одну из дат`,
    en: `The signature of ${d.learner} (${d.on}) is later than the sheet (${d.sheet}): mend a day`,
  }),
);
