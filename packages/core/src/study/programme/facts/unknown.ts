import { refusal } from '../../../kernel/refusal.ts';

export const kindUnknown = refusal(
  'kind-unknown',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вида контроля «${d.kind}» нет в положении; есть: ${d.kinds.join(', ')}`,
    en: `The regulation has no kind of assessment ${d.kind}; it has: ${d.kinds.join(', ')}`,
  }),
);

export const formUnknown = refusal(
  'form-unknown',
  (d: { form: string; forms: readonly string[] }) => ({
    ru: `Формы контроля «${d.form}» нет в положении; есть: ${d.forms.join(', ')}`,
    en: `The regulation has no form of assessment ${d.form}; it has: ${d.forms.join(', ')}`,
  }),
);

export const programmeIsClosed = refusal(
  'programme-closed',
  (d: { programme: string; from: string }) => ({
    ru: `Программа ${d.programme} закрыта с ${d.from}: откройте новую`,
    en: `Programme ${d.programme} is closed from ${d.from} on: open a new one`,
  }),
);

export const closingBeforeOpening = refusal(
  'closing-before-opening',
  (d: { on: string; openedOn: string }) => ({
    ru: `${d.on} раньше открытия (${d.openedOn}): дайте более позднюю дату`,
    en: `${d.on} is before the opening (${d.openedOn}): give a later day`,
  }),
);

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
