import { refusal } from '../../kernel/refusal.ts';

/** Said where no version of the form is in force, so that there is nothing to withdraw. */
export const formNotInForce = refusal('form-not-in-force', (d: { form: string; on: string }) => ({
  ru: `Форма ${d.form} на ${d.on} не действует: отменять нечего`,
  en: `The form ${d.form} is not in force on ${d.on}: there is nothing to withdraw`,
}));
