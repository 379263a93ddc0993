import { refusal } from '../../../kernel/refusal.ts';

/** Another learner's file has this number, or another file of this learner. */
export const fileNumberIsTaken = refusal(
  'file-number-taken',
  (d: { number: string; learner: string }) => ({
    ru: `Номер личного дела ${d.number} уже занят (${d.learner}): дайте другой`,
    en: `The file number ${d.number} is taken already (${d.learner}): give another one`,
  }),
);
