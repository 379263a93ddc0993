import { refusal } from '../../../kernel/refusal.ts';

/** Said where the edition describes no such kind of assessment. */
export const kindUnknown = refusal(
  'kind-unknown',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вида контроля «${d.kind}» нет в положении; есть: ${d.kinds.join(', ')}`,
    en: `The regulation has no kind of assessment ${d.kind}; it has: ${d.kinds.join(', ')}`,
  }),
);

/** Said where the edition describes no such form of assessment. */
export const formUnknown = refusal(
  'form-unknown',
  (d: { form: string; forms: readonly string[] }) => ({
    ru: `Формы контроля «${d.form}» нет в положении; есть: ${d.forms.join(', ')}`,
    en: `The regulation has no form of assessment ${d.form}; it has: ${d.forms.join(', ')}`,
  }),
);

/** Said where the edition describes no such group of results. R5 §3.2.4. */
export const resultGroupUnknown = refusal(
  'result-group-unknown',
  (d: { resultGroup: string; resultGroups: readonly string[] }) => ({
    ru: `Группы результатов «${d.resultGroup}» нет в положении; есть: ${listed(d.resultGroups)}`,
    en: `There is no group of results ${d.resultGroup}; there are: ${listed(d.resultGroups)}`,
  }),
);

const listed = (ids: readonly string[]): string => ids.join(', ') || '—';

/**
 * Said where a programme that takes no new enrollments on the day is to be entered, or is to be
 * closed again.
 */
export const programmeIsClosed = refusal(
  'programme-closed',
  (d: { programme: string; from: string }) => ({
    ru: `Программа ${d.programme} закрыта с ${d.from}: откройте новую`,
    en: `Programme ${d.programme} is closed from ${d.from} on: open a new one`,
  }),
);

/** Said where a programme or group is to be closed before the day on which it was opened. */
export const closingBeforeOpening = refusal(
  'closing-before-opening',
  (d: { on: string; openedOn: string }) => ({
    ru: `${d.on} раньше открытия (${d.openedOn}): дайте более позднюю дату`,
    en: `${d.on} is before the opening (${d.openedOn}): give a later day`,
  }),
);

/** Said where no programme of this id was opened. */
export const programmeUnknown = refusal('programme-unknown', (d: { programme: string }) => ({
  ru: `Программа ${d.programme} не открыта: сначала откройте её`,
  en: `There is no programme ${d.programme}: open it first`,
}));

/** Said where the programme has no such module. */
export const moduleUnknown = refusal(
  'module-unknown',
  (d: { programme: string; module: string; modules: readonly string[] }) => ({
    ru: `В программе ${d.programme} нет модуля ${d.module}; есть: ${d.modules.join(', ')}`,
    en: `${d.programme} has no module ${d.module}; it has: ${d.modules.join(', ')}`,
  }),
);
