import { refusal } from '../../kernel/refusal.ts';

/** Said where no printout was certified under the id. */
export const printoutUnknown = refusal('printout-unknown', (d: { printout: string }) => ({
  ru: `Распечатки ${d.printout} нет: сначала заверьте её`,
  en: `There is no printout ${d.printout}: certify it first`,
}));

/** Said where the printout was already declared void. */
export const printoutVoidedAlready = refusal(
  'printout-voided-already',
  (d: { printout: string; on: string }) => ({
    ru: `Распечатка ${d.printout} недействительна с ${d.on}: второй раз этого не делают`,
    en: `The printout ${d.printout} is void since ${d.on}: that is done once`,
  }),
);

/** Said where the regulation has no rule on who certifies this form. */
export const formNotCertified = refusal('form-not-certified', (d: { form: string }) => ({
  ru: `Положение не говорит, кто заверяет форму ${d.form}: внесите правило`,
  en: `The regulation does not say who certifies the form ${d.form}: enter a rule`,
}));

/** Said where a printout of so many sheets must be stitched. R4 §6.5. */
export const stitchingMissing = refusal(
  'stitching-missing',
  (d: { sheets: number; from: number }) => ({
    ru: `Распечатку из ${d.sheets} л. прошивают (от ${d.from} л.): прошейте её`,
    en: `A printout of ${d.sheets} sheets is stitched (from ${d.from} on): stitch it`,
  }),
);

/**
 * Said where the regulation asks for the organisation's stamp, and the printout has none. R5 §4.7.
 */
export const stampMissing = refusal('seal-missing', (d: { form: string }) => ({
  ru: `Форму ${d.form} скрепляют печатью: поставьте её`,
  en: `The form ${d.form} bears the seal: put it on`,
}));

/** Said where the organisation's history has no such event as the page names. */
export const printSourceUnknown = refusal(
  'print-source-unknown',
  (d: { last: string; event: string }) => ({
    ru: `В истории нет ${d.last} (${d.event}): возьмите сведения внизу распечатки`,
    en: `The history has no ${d.last} (${d.event}): take what the foot of the printout says`,
  }),
);
