import { refusal } from '../../kernel/refusal.ts';

/** Said where the edition describes no such programme type. */
export const programmeTypeUnknown = refusal(
  'programme-type-unknown',
  (d: { type: string; types: readonly string[] }) => ({
    ru: `Вида программ «${d.type}» нет в положении; есть: ${d.types.join(', ')}`,
    en: `The regulation has no programme type ${d.type}; it has: ${d.types.join(', ')}`,
  }),
);

/** Said where the edition describes no such scale. */
export const scaleUnknown = refusal(
  'scale-unknown',
  (d: { scale: string; scales: readonly string[] }) => ({
    ru: `Шкалы «${d.scale}» нет в положении; есть: ${d.scales.join(', ')}`,
    en: `The regulation has no scale ${d.scale}; it has: ${d.scales.join(', ')}`,
  }),
);

/** Said where a programme has fewer hours than its type requires. */
export const hoursBelowMinimum = refusal(
  'hours-below-minimum',
  (d: { hours: number; hoursMin: number; type: string }) => ({
    ru: `${d.hours} ч меньше минимума ${d.hoursMin} ч для «${d.type}»: добавьте часы`,
    en: `${d.hours} hours are below the least of ${d.type}, ${d.hoursMin}: plan more`,
  }),
);

/** Said where the modules have more hours together than their programme. */
export const modulesExceedProgramme = refusal(
  'modules-exceed-programme',
  (d: { hoursOfModules: number; hours: number }) => ({
    ru: `В модулях ${d.hoursOfModules} ч, а в программе ${d.hours} ч: исправьте часы`,
    en: `The modules have ${d.hoursOfModules} hours, the programme ${d.hours}: mend the hours`,
  }),
);

/** Said where the edition leaves the scale to the programme, not to the teacher. R3 §1.5. */
export const scaleNotChosenByTeacher = refusal(
  'scale-not-chosen-by-teacher',
  (d: { edition: number }) => ({
    ru: `По редакции ${d.edition} шкалу определяет программа, а не педагог`,
    en: `By edition ${d.edition} a scale is set by the programme, not chosen by a teacher`,
  }),
);

/** Said where a scale is chosen for a day that is not after the last choice. */
export const scaleChoiceOutOfOrder = refusal(
  'scale-choice-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru: `${d.on} не позже последнего выбора шкалы (${d.standing}): дайте более позднюю дату`,
    en: `${d.on} is not later than the last choice of scale (${d.standing}): give a later day`,
  }),
);
