import type { LocalisedText } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation does not accept this basis of a proposal. R1 §5.1. */
export const commendationBasisUnknown = refusal(
  'commendation-basis-unknown',
  (d: { basis: string; bases: readonly string[] }) => ({
    ru: `Основание поощрения «${d.basis}» положением не принято; есть: ${d.bases.join(', ')}`,
    en: `The regulation takes no ground ${d.basis}; it takes: ${d.bases.join(', ')}`,
  }),
);

/** Said where the regulation has no such area, or documented success names none. R1 §5.1.1. */
export const commendationAreaUnknown = refusal(
  'commendation-area-unknown',
  (d: { area: string | null; areas: readonly string[] }) => ({
    ru: `Область «${d.area ?? '—'}» не из положения; выберите: ${d.areas.join(', ')}`,
    en: `The area ${d.area ?? '—'} is none of the regulation; choose of: ${d.areas.join(', ')}`,
  }),
);

/** Said where a proposal for success names no document. R1 §5.1.1-5.1.2. */
export const successUndocumented = refusal('success-undocumented', (d: { basis: string }) => ({
  ru: `Основание «${d.basis}» требует документа об успехах: назовите хотя бы один`,
  en: `The ground ${d.basis} asks for a document that shows the success: name one`,
}));

/**
 * Said where the regulation has no such kind of commendation. Where it leaves the kinds to a
 * separate local act, the kinds of that act must first be entered by a new edition. R1 §5.2, R4
 * §4.8, R5 §3.3.
 */
export const commendationKindUnknown = refusal(
  'commendation-kind-unknown',
  (d: { kind: string; kinds: readonly string[]; act: LocalisedText | null }) => {
    const kinds = d.kinds.join(', ') || '—';
    const ru = d.act === null ? '' : ` (${d.act.ru}: внесите его виды новой редакцией)`;
    const en = d.act === null ? '' : ` (${d.act.en}: enter its kinds by a new edition)`;
    return {
      ru: `Вида поощрения «${d.kind}» нет в положении; есть: ${kinds}${ru}`,
      en: `The regulation has no kind ${d.kind} of commendation; it has: ${kinds}${en}`,
    };
  },
);

/** Said where the commendation was already ordered. */
export const commendationOrderedAlready = refusal(
  'commendation-ordered-already',
  (d: { commendation: string; on: string }) => ({
    ru: `Поощрение ${d.commendation} уже объявлено приказом ${d.on}: второго приказа не нужно`,
    en: `Commendation ${d.commendation} was ordered on ${d.on} already: it needs no second order`,
  }),
);

/** Said where the commendation was already presented. */
export const commendationPresentedAlready = refusal(
  'commendation-presented-already',
  (d: { commendation: string; on: string }) => ({
    ru: `Поощрение ${d.commendation} уже вручено ${d.on}: вручают один раз`,
    en: `Commendation ${d.commendation} was presented on ${d.on} already: that is done once`,
  }),
);

/** Said where the order was already published in this place. */
export const commendationPublishedAlready = refusal(
  'commendation-published-already',
  (d: { commendation: string; place: string }) => ({
    ru: `Поощрение ${d.commendation} уже опубликовано (${d.place}): назовите другое место`,
    en: `Commendation ${d.commendation} is published already (${d.place}): name another place`,
  }),
);

/** Said where the regulation allows no revocation. */
export const commendationIrrevocable = refusal(
  'commendation-irrevocable',
  (d: { commendation: string; edition: number }) => ({
    ru: `Редакция ${d.edition} не допускает отмены (${d.commendation}): измените положение`,
    en: `Edition ${d.edition} lets no commendation be revoked (${d.commendation}): amend it first`,
  }),
);

/** Said where no consent to publication is in force on the day. R1 §5.3. */
export const publicationConsentMissing = refusal(
  'publication-consent-missing',
  (d: { learner: string; on: string }) => ({
    ru: `На ${d.on} нет согласия на публикацию (${d.learner}): получите и внесите его`,
    en: `No consent to publication holds on ${d.on} (${d.learner}): obtain and record one`,
  }),
);
