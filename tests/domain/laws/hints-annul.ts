import type { Hint } from './hint.ts';
import { annul } from './hints-right.ts';

/* Entries of streams whose facts follow one another: they are annulled, and entered anew. */

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
  'works.annulPractice': annul('practice', 'PracticeAnnulled', 'PracticeEvaluated'),
  'works.annulReport': annul('report', 'ReportAnnulled', 'ReportFiled'),
};
