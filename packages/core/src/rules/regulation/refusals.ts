import type { LocalisedText } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';

export const regulationAdopted = refusal('regulation-adopted', (d: { edition: number }) => ({
  ru: `Положение уже принято (редакция ${d.edition}): внесите изменения новой редакцией`,
  en: `A regulation is adopted already (edition ${d.edition}): amend it by a new edition`,
}));

export const editionNotLater = refusal(
  'edition-not-later',
  (d: { from: string; standing: string }) => ({
    ru: `${d.from} не позже последней записи о положении (${d.standing}): дайте более позднюю дату`,
    en: `${d.from} is not later than the regulation's last fact (${d.standing}): give a later day`,
  }),
);

export const rulesDisagree = refusal(
  'rules-disagree',
  (d: { problems: readonly LocalisedText[] }) => ({
    ru: `Правила противоречат себе: ${d.problems.map((p) => p.ru).join('; ')}`,
    en: `The rules contradict themselves: ${d.problems.map((p) => p.en).join('; ')}`,
  }),
);
