import { refusal } from '../kernel/refusal.ts';

/** No programme of this id was opened. */
export const programmeUnknown = refusal('programme-unknown', (d: { programme: string }) => ({
  ru: `Программа ${d.programme} не открыта: сначала откройте её`,
  en: `There is no programme ${d.programme}: open it first`,
}));
