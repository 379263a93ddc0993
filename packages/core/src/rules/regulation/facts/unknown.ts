import { refusal } from '../../../kernel/refusal.ts';

/** Said when no edition of the regulation is in force on a day. */
export const regulationMissing = refusal('regulation-missing', (d: { on: string }) => ({
  ru: `На ${d.on} не действует ни одна редакция положения: примите её с более ранней даты`,
  en: `No edition of the regulation is in force on ${d.on}: adopt one from an earlier day`,
}));
