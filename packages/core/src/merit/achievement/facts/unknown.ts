import { refusal } from '../../../kernel/refusal.ts';

/** Said where no achievement was recorded under the id. */
export const achievementUnknown = refusal('achievement-unknown', (d: { achievement: string }) => ({
  ru: `Достижения ${d.achievement} нет: сначала внесите его`,
  en: `There is no achievement ${d.achievement}: record it first`,
}));

/** Said where a command or a result names an annulled achievement. */
export const achievementIsAnnulled = refusal(
  'achievement-annulled',
  (d: { achievement: string; on: string }) => ({
    ru: `Достижение ${d.achievement} аннулировано ${d.on}: внесите новое`,
    en: `The achievement ${d.achievement} was annulled on ${d.on}: record a new one`,
  }),
);

/** Said where the learner took no part in the achievement, or had it only later. */
export const achievementOfAnother = refusal(
  'achievement-of-another',
  (d: { achievement: string; learner: string; on: string }) => ({
    ru: `На ${d.on} достижение ${d.achievement} не принадлежит ${d.learner}: назовите другое`,
    en: `On ${d.on} the achievement ${d.achievement} is not of ${d.learner}: name one of theirs`,
  }),
);

/** Said where the achievement is not verified by the day, and the regulation asks for that. */
export const achievementNotVerified = refusal(
  'achievement-not-verified',
  (d: { achievement: string; on: string }) => ({
    ru: `На ${d.on} достижение ${d.achievement} не подтверждено: сначала подтвердите`,
    en: `The achievement ${d.achievement} is not verified on ${d.on}: verify it first`,
  }),
);

/** Said where the regulation allows such a basis for no result of this kind. R3 §1.4, R1 §5.5. */
export const basisNotForKind = refusal(
  'basis-not-for-kind',
  (d: { basis: string; kind: string; kinds: readonly string[] }) => ({
    ru: `Вид «${d.kind}» не опирается на ${d.basis}; положение допускает: ${d.kinds.join(', ')}`,
    en: `A result of kind ${d.kind} does not rest on ${d.basis}; kinds: ${d.kinds.join(', ')}`,
  }),
);
