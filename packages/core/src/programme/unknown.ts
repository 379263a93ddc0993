import { refusal } from '../kernel/refusal.ts';

/** No programme of this id was opened. */
export const programmeUnknown = refusal('programme-unknown', (d: { programme: string }) => ({
  ru: `Программа ${d.programme} не открыта: сначала откройте её`,
  en: `There is no programme ${d.programme}: open it first`,
}));

/** The programme has no such module. */
export const moduleUnknown = refusal(
  'module-unknown',
  (d: { programme: string; module: string; modules: readonly string[] }) => ({
    ru: `В программе ${d.programme} нет модуля ${d.module}; есть: ${d.modules.join(', ')}`,
    en: `${d.programme} has no module ${d.module}; it has: ${d.modules.join(', ')}`,
  }),
);
