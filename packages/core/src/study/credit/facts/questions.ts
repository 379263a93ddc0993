import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { CreditSource, CreditState, GrantedCredit } from './state.ts';
import { subjectKey } from './state.ts';
import { creditDecisionMissing, creditNotGranted, creditUnknown } from './unknown.ts';

/** The fields of `credit-result` that a decision must have granted. */
export interface CreditAsked {
  readonly enrollment: string;
  readonly module?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly form?: string | undefined;
  readonly planned?: string | undefined;
  readonly scale?: string | undefined;
  readonly value?: string | undefined;
  readonly source: CreditSource;
  readonly decidedBy: string | null;
  readonly decision: string | null;
  readonly on: string;
}

/**
 * Refuses a credit without the decision that grants it: `credit-decision-missing` where the
 * regulation requires a decision (of an achievement always), `credit-unknown`, and
 * `credit-not-granted` where any field differs from the decision. R5 §1.2, §5.
 */
export function refuseUnlessByDecision(
  asked: CreditAsked,
  credit: CreditState | null,
  { credits }: Pick<Edition, 'credits'>,
): Refusal | null {
  const { decision, enrollment, source } = asked;
  if (decision === null) {
    const needed = credits.decisionRequired || source.kind === 'achievement';
    return needed ? creditDecisionMissing({ enrollment, source: source.kind }) : null;
  }
  if (credit === null || credit.id === null) return creditUnknown({ credit: decision });
  const same =
    credit.enrollment === enrollment &&
    credit.decidedOn === asked.on &&
    credit.decidedBy === asked.decidedBy &&
    sameSource(credit.source, source) &&
    credit.granted.some((one) => isThis(one, asked));
  if (same) return null;
  const subject = subjectKey({ module: asked.module ?? null, kind: asked.kind ?? '—' });
  return creditNotGranted({ credit: decision, subject });
}

const sameSource = (a: CreditSource, b: CreditSource): boolean =>
  a.kind === b.kind && a.organisation === b.organisation && a.achievedOn === b.achievedOn;

function isThis(granted: GrantedCredit, asked: CreditAsked): boolean {
  const fields = ['module', 'kind', 'form', 'planned', 'scale', 'value'] as const;
  return fields.every((field) => granted[field] === (asked[field] ?? null));
}
