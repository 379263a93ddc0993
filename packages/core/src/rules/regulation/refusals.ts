import type { LocalisedText } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';

/** Said when a regulation is adopted while one is in force: it has to be amended instead. */
export const regulationAdopted = refusal('regulation-adopted', (d: { edition: number }) => ({
  ru: `Положение уже принято (редакция ${d.edition}): внесите изменения новой редакцией`,
  en: `A regulation is adopted already (edition ${d.edition}): amend it by a new edition`,
}));

/** Said when an edition or a repeal is not dated after the latest fact about the regulation. */
export const editionNotLater = refusal(
  'edition-not-later',
  (d: { from: string; standing: string }) => ({
    ru: `${d.from} не позже последней записи о положении (${d.standing}): дайте более позднюю дату`,
    en: `${d.from} is not later than the regulation's last fact (${d.standing}): give a later day`,
  }),
);

/** Said when the rules of an edition contradict each other; `problems` lists how. */
export const rulesDisagree = refusal(
  'rules-disagree',
  (d: { problems: readonly LocalisedText[] }) => ({
    ru: `Правила противоречат себе: ${d.problems.map((p) => p.ru).join('; ')}`,
    en: `The rules contradict themselves: ${d.problems.map((p) => p.en).join('; ')}`,
  }),
);
