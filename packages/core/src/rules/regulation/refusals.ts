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
    ru:
      `${d.from} не позже последней записи о положении (${d.standing}): если неверна она, ` +
      'исправьте её день (correctEntry) или аннулируйте её (annulEntry)',
    en:
      `${d.from} is not later than the regulation's last fact (${d.standing}): if that one is ` +
      'wrong, correct its day (correctEntry) or annul it (annulEntry)',
  }),
);

/** Said where the corrected day of an edition or repeal would pass the one before or after it. */
export const regulationDayUnfit = refusal(
  'regulation-day-unfit',
  (d: { day: string; after: string | null; before: string | null }) => ({
    ru:
      `${d.day} не подходит: нужен день после ${d.after ?? '—'} и до ${d.before ?? '—'}; ` +
      'сначала исправьте соседние записи',
    en:
      `${d.day} does not fit: the day is after ${d.after ?? '—'} and before ${d.before ?? '—'}; ` +
      'correct the neighbouring facts first',
  }),
);

/** Said where the first edition is to be annulled: all that was entered is judged by it. */
export const firstEditionStays = refusal('first-edition-stays', (d: { edition: number }) => ({
  ru: `Редакция ${d.edition} первая, на ней держится всё: исправьте её день или примите новую`,
  en: `Edition ${d.edition} is the first, all rests on it: correct its day, or amend it`,
}));

/** Said when the rules of an edition contradict each other; `problems` lists how. */
export const rulesDisagree = refusal(
  'rules-disagree',
  (d: { problems: readonly LocalisedText[] }) => ({
    ru: `Правила противоречат себе: ${d.problems.map((p) => p.ru).join('; ')}`,
    en: `The rules contradict themselves: ${d.problems.map((p) => p.en).join('; ')}`,
  }),
);
