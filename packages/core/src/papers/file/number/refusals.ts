import { refusal } from '../../../kernel/refusal.ts';

/** Said where another file has this number, of this learner or another one. */
export const fileNumberIsTaken = refusal(
  'file-number-taken',
  (d: { number: string; learner: string }) => ({
    ru: `Номер личного дела ${d.number} уже занят (${d.learner}): дайте другой`,
    en: `The file number ${d.number} is taken already (${d.learner}): give another one`,
  }),
);
