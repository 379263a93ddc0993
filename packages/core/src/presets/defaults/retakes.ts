import type { RetakeRules } from '../../regulation/rules.ts';

/**
 * Retakes where a regulation is silent. Interim: 273-FZ art. 58 parts 2, 5 and 6. The limit of the
 * final kind is our default: no law sets one for additional programmes.
 */
export const retakes: RetakeRules = {
  section: 'retakes',
  limits: [
    {
      kinds: ['interim'],
      debt: true,
      attemptsMax: 2,
      termMonths: 12,
      commissionFromAttempt: 2,
      afterDischarge: false,
    },
    {
      kinds: ['final'],
      debt: false,
      attemptsMax: 1,
      termMonths: 12,
      commissionFromAttempt: 1,
      afterDischarge: true,
    },
  ],
  excludedReasons: ['illness', 'academic-leave', 'maternity-leave'],
  orderFor: [],
  finalNeedsNoDebts: true,
  informWays: ['oral', 'written', 'electronic'],
};
