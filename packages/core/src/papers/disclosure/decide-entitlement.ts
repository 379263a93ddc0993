import type { Refusal } from '../../kernel/refusal.ts';
import { refuseUnlessRepresents } from '../../people/learner/facts/questions.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { isOfAgeOn } from '../../people/learner/facts/state.ts';
import type { DisclosureRules } from '../../rules/regulation/sections/disclosure.ts';
import type { DisclosureBasis, Recipient } from './facts/state.ts';
import { consentNotHolding, disclosureNotOpen, purposeUnknown } from './refusals.ts';

/** Who is to get information about which learner, in which way, on which basis and day. */
export interface Claim {
  readonly learner: string;
  readonly recipient: Recipient;
  /** `in-study`, `application` or `demand`. */
  readonly way: string;
  readonly basis: DisclosureBasis;
  readonly on: string;
}

/**
 * Refuses `disclosure-not-open` where the regulation does not accept the basis for this recipient
 * and way (a demand is based on law alone), `representative-unknown` where a representative has no
 * rights on the day (they end at the learner's 18th birthday), `representative-scope` where a paper
 * left them not even the right to be told, and `consent-not-holding`. R1 §6.2, R3 §4.2, §4.4, R5
 * §6.2, §6.4, RK 1.16, Family Code art. 66.
 */
export function refuseUnlessEntitled(
  { learner, recipient, way, basis, on }: Claim,
  { recipients }: Pick<DisclosureRules, 'recipients'>,
  about: LearnerState,
): Refusal | null {
  const { kind, representative } = recipient;
  const opensBy = recipients
    .filter((one) => one.recipient === kind && one.ways.some((open) => open === way))
    .flatMap((one) => one.opensBy)
    .filter((by) => way !== 'demand' || by === 'law');
  if (!opensBy.some((by) => by === basis.by)) {
    return disclosureNotOpen({ recipient: kind, by: basis.by, opensBy });
  }
  const untold =
    representative === null
      ? null
      : refuseUnlessRepresents(about, { representative, on }, 'information');
  if (untold !== null) return untold;
  return basis.consent === null
    ? null
    : refuseUnlessConsentHolds(about, { learner, consent: basis.consent, purpose: 'transfer', on });
}

/**
 * Refuses `consent-not-holding` where the consent is not for this purpose, not yet given, past its
 * term or withdrawn on the day, or where a learner of age has not given it themselves. R1 §5.3, R1
 * §6.2.
 */
export function refuseUnlessConsentHolds(
  about: LearnerState,
  asked: {
    readonly learner: string;
    readonly consent: string;
    readonly purpose: string;
    readonly on: string;
  },
): Refusal | null {
  const { consent: id, purpose, on } = asked;
  const one = Object.hasOwn(about.consents, id) ? about.consents[id] : undefined;
  const adult = isOfAgeOn(about, on);
  const holds =
    one !== undefined &&
    one.purpose === purpose &&
    one.from <= on &&
    (one.until === null || on <= one.until) &&
    (one.withdrawnFrom === null || on < one.withdrawnFrom) &&
    (!adult || one.givenBy === 'learner');
  return holds ? null : consentNotHolding(asked);
}

/** Refuses `purpose-unknown` where the regulation has no such purpose. */
export function refuseUnlessPurposeKnown(
  { purposes }: DisclosureRules,
  purpose: string,
): Refusal | null {
  const known = purposes.map(({ id }) => id);
  return known.includes(purpose) ? null : purposeUnknown({ purpose, purposes: known });
}
