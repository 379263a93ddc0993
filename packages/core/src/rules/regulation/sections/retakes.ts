import type * as z from 'zod';
import type { LocalisedText } from '../../../kernel/refusal.ts';
import type { CommissionRules } from './commissions.ts';
import { isAttested } from './commissions.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Retakes and academic debts. D9, 273-FZ art. 58, R1 §4.2.4, R4 §2.2.6. */
export const retakes = section({
  name: 'retakes',
  event: 'RetakeRulesSet',
  fields: {
    /** Limits by kind of assessment; a kind that no entry lists has no retakes. */
    limits: field.list(
      field.object({
        /** Kinds of assessment to which the limits apply. */
        kinds: field.assessmentKinds({ min: 1 }),
        /** Types of programme to which they apply; empty: all. RK 1.2. */
        programmeTypes: field.since(2, field.ids()),
        /** Whether failing these kinds is an academic debt. 273-FZ art. 58 part 2. */
        debt: field.yesNo,
        /** Most retakes (art. 58 part 5: two); null: no limit. */
        attemptsMax: field.orNull(field.integer(0, 100)),
        /** Months within which they are taken (art. 58 part 5: a year); null: no term. */
        termMonths: field.orNull(field.integer(1, 240)),
        /** First retake that needs a commission (art. 58 part 6: the second); null: none does. */
        commissionFromAttempt: field.orNull(field.integer(1, 100)),
        /** Whether a retake may be taken after a discharge without reinstatement. */
        afterDischarge: field.yesNo,
      }),
      {
        max: 50,
        // A kind has one limit in each type of programme, and one for all others.
        unique: ({ kinds, programmeTypes }) =>
          kinds.flatMap((kind) =>
            programmeTypes.length === 0 ? [kind] : programmeTypes.map((type) => `${kind}/${type}`),
          ),
      },
    ),
    /** Reasons of suspension or pause whose days do not count in the term. Art. 58 part 5. */
    excludedReasons: field.ids(),
    /** Acts that need an order: `grant-retake`. */
    orderFor: field.ids(),
    /** Whether a learner with debts is refused the final kind. 273-FZ art. 59 part 6. */
    finalNeedsNoDebts: field.yesNo,
    /** Whether study is not completed while the learner owes debts. RK 1.2. */
    completionNeedsNoDebts: field.since(2, field.yesNo),
    /** Ways of informing a learner of debts or of their absence: `oral`, … R4 §2.2.6. */
    informWays: field.ids(),
  },
  // Interim: 273-FZ art. 58 parts 2, 5 and 6. The limits of the final kind are our default, because
  // no law sets any for additional programmes.
  default: {
    limits: [
      {
        kinds: ['interim'],
        programmeTypes: [],
        debt: true,
        attemptsMax: 2,
        termMonths: 12,
        commissionFromAttempt: 2,
        afterDischarge: false,
      },
      {
        kinds: ['final'],
        programmeTypes: [],
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
    // Our default: art. 59 part 6 binds the state final attestation only.
    completionNeedsNoDebts: true,
    informWays: ['oral', 'written', 'electronic'],
  },
  disagreements: ({ limits }, { commissions }: { readonly commissions: CommissionRules }) =>
    limits.flatMap((limit) => withoutCommission(limit, commissions)),
});

/** The rules of the section `retakes`. */
export type RetakeRules = z.infer<typeof retakes.stored>;

/** A limit, as far as it says which retakes are before a commission. */
interface CommissionNeeded {
  readonly kinds: readonly string[];
  readonly attemptsMax: number | null;
  readonly commissionFromAttempt: number | null;
}

/** The kinds whose retakes must be before a commission, and that no kind of commission attests. */
function withoutCommission(
  { kinds, attemptsMax, commissionFromAttempt: from }: CommissionNeeded,
  commissions: CommissionRules,
): readonly LocalisedText[] {
  const before = (kind: string): boolean => {
    if (attemptsMax === 0) return false;
    if (commissions.protocolFor.some((one) => one.kind === kind)) return true;
    return from !== null && (attemptsMax === null || attemptsMax >= from);
  };
  return kinds
    .filter((kind) => before(kind) && !isAttested(commissions, kind, 'retake'))
    .map((kind) => ({
      ru:
        `пересдача «${kind}» проводится комиссией, но ни один вид комиссии ` +
        'не принимает его пересдачи (commissions.kinds: attests, attempts)',
      en:
        `retakes of ${kind} are before a commission, but no kind of commission ` +
        'attests its retakes (commissions.kinds: attests, attempts)',
    }));
}
