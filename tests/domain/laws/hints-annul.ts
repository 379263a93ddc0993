import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import { annul, right } from './hints-right.ts';

/* Entries of streams whose facts follow one another: they are annulled, and entered anew. */

/** The holder of a portfolio, as a command names it. */
const asGiven = (holder: unknown): object => {
  const { kind, id } = holder as { readonly kind: string; readonly id: string };
  return { [kind]: id };
};

export const annulHints: Readonly<Record<string, Hint>> = {
  'works.annulEntry': annul(
    'work',
    'WorkEntryAnnulled',
    ...['TopicApproved', 'WorkSubmitted', 'WorkReviewed', 'WorkDefended'],
  ),
  'credits.annulEntry': annul(
    'credit',
    'CreditEntryAnnulled',
    'CreditApplied',
    'CreditCompared',
    'CreditDecided',
    'CreditWithdrawn',
  ),
  'commendations.annulEntry': annul(
    'commendation',
    'CommendationEntryAnnulled',
    'CommendationOrdered',
    'CommendationPresented',
    'CommendationRevoked',
    'CommendationProposed',
  ),
  'portfolios.annulEntry': (world, by) => {
    const types = ['PortfolioItemAdded', 'PortfolioItemRemoved'] as const;
    const fact = world.open(by, by.one(types) ?? '', 'PortfolioEntryAnnulled');
    return about(fact, ({ learner, holder }, entry) => ({
      holder: holder === undefined ? { learner } : asGiven(holder),
      ...right(world, by, entry),
    }));
  },
  'achievements.annulEntry': annul(
    'achievement',
    'AchievementEntryAnnulled',
    'AchievementVerified',
    'AchievementEvidenced',
  ),
  'achievements.annulReplenishment': annul('bank', 'ReplenishmentAnnulled', 'BankReplenished'),
  'works.annulPractice': annul('practice', 'PracticeAnnulled', 'PracticeEvaluated'),
  'works.annulReport': annul('report', 'ReportAnnulled', 'ReportFiled'),
};
