import { refusal } from '../../kernel/refusal.ts';

/** There is no such printout. */
export const printoutUnknown = refusal('printout-unknown', (d: { printout: string }) => ({
  ru: `Распечатки ${d.printout} нет: сначала заверьте её`,
  en: `There is no printout ${d.printout}: certify it first`,
}));

/** It is void already. */
export const printoutVoidedAlready = refusal(
  'printout-voided-already',
  (d: { printout: string; on: string }) => ({
    ru: `Распечатка ${d.printout} недействительна с ${d.on}: второй раз этого не делают`,
    en: `The printout ${d.printout} is void since ${d.on}: that is done once`,
  }),
);

/** The regulation has no rule by which this form is certified. */
export const formNotCertified = refusal('form-not-certified', (d: { form: string }) => ({
  ru: `Положение не говорит, кто заверяет форму ${d.form}: внесите правило`,
  en: `The regulation does not say who certifies the form ${d.form}: enter a rule`,
}));

/** So many sheets are stitched. R4 §6.5. */
export const stitchingMissing = refusal(
  'stitching-missing',
  (d: { sheets: number; from: number }) => ({
    ru: `Распечатку из ${d.sheets} л. прошивают (от ${d.from} л.): прошейте её`,
    en: `A printout of ${d.sheets} sheets is stitched (from ${d.from} on): stitch it`,
  }),
);

/** The regulation asks for the seal. R5 §4.7. */
export const stampMissing = refusal('seal-missing', (d: { form: string }) => ({
  ru: `Форму ${d.form} скрепляют печатью: поставьте её`,
  en: `The form ${d.form} bears the seal: put it on`,
}));

/** The history that the page names is not there. */
export const printSourceUnknown = refusal(
  'print-source-unknown',
  (d: { last: string; event: string }) => ({
    ru: `В истории нет ${d.last} (${d.event}): возьмите сведения внизу распечатки`,
    en: `The history has no ${d.last} (${d.event}): take what the foot of the printout says`,
  }),
);
