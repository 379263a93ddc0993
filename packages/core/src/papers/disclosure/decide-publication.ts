import type { ActDay } from '../../acting/act-day.ts';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { isOfKind } from '../../acting/order.ts';
import { signAs } from '../../acting/signer.ts';
import { fitting } from '../../entry/fitting.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { DisclosureRules } from '../../rules/regulation/sections/disclosure.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { PublishResults, WithdrawPublication } from './commands.ts';
import type { PublicationContext } from './context.ts';
import { refuseUnlessConsentHolds, refuseUnlessPurposeKnown } from './decide-entitlement.ts';
import { disclosureFit } from './decide-put-right.ts';
import { publicationWithdrawn, resultsPublished } from './facts/events.ts';
import type { DisclosureState } from './facts/state.ts';
import { shownOn } from './facts/state.ts';
import {
  disclosureNotOpen,
  notPublished,
  publicationGroundMissing,
  publicationUnknown,
  publishedTwice,
} from './refusals.ts';

/**
 * Decides `publish-results`: on a ground of a kind that the regulation accepts, and for each
 * learner on a consent to publication in force on the day, or on a norm where the regulation
 * accepts law as the basis.
 */
export function decidePublishResults(
  state: DisclosureState,
  input: WithId<Omit<PublishResults, 'on'>>,
  context: PublicationContext,
): Decision {
  const { id: disclosure, learners, norm, purpose, place, given, signer: person, office } = input;
  const { on, edition, official, ground } = context;
  if (state.id !== null) return alreadyExists({ kind: 'disclosure', id: disclosure });
  const { groundKinds: kinds, offices } = edition.disclosure.publication;
  if (!isOfKind(ground, kinds)) {
    return publicationGroundMissing({ ground: ground?.kind ?? '—', kinds });
  }
  const unknownPurpose = refuseUnlessPurposeKnown(edition.disclosure, purpose);
  if (unknownPurpose !== null) return unknownPurpose;
  const refused = refuseUnlessMayShow(input, context);
  if (refused !== null) return refused;
  const signer = signAs(official, { person, office, on }, offices);
  if (isRefusal(signer)) return signer;
  const refs = {
    disclosure: [disclosure],
    learner: learners.map(({ learner }) => learner),
    official: [person],
  };
  const data = {
    disclosure,
    learners,
    norm,
    purpose,
    place,
    given,
    signer,
    edition: edition.edition,
  };
  return [resultsPublished.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `withdraw-publication`: only about learners whose results are shown on the day; also
 * where it is entered late. RK 1.5.
 */
export const decideWithdrawPublication = fitting(disclosureFit, withdrawn);

function withdrawn(
  state: DisclosureState,
  input: WithdrawPublication,
  { on, edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { disclosure, reason, signer: person, office } = input;
  if (state.publication === null) return publicationUnknown({ disclosure });
  const { on: after } = state.publication;
  if (on < after) return actOutOfOrder({ on, after });
  const shown = shownOn(state, on);
  const learners = [...new Set(input.learners ?? shown)];
  const absent = learners.find((learner) => !shown.includes(learner));
  if (absent !== undefined) return notPublished({ learner: absent, disclosure });
  if (learners.length === 0) return notPublished({ learner: '—', disclosure });
  const { offices } = edition.disclosure.publication;
  const signer = signAs(official, { person, office, on }, offices);
  if (isRefusal(signer)) return signer;
  const refs = { disclosure: [disclosure], learner: learners, official: [person] };
  const data = { disclosure, learners, reason, signer, edition: edition.edition };
  return [publicationWithdrawn.draft({ occurredOn: on, refs, data })];
}

function refuseUnlessMayShow(
  { learners, norm }: Pick<PublishResults, 'learners' | 'norm'>,
  context: PublicationContext,
): Refusal | null {
  const seen = new Set<string>();
  for (const { learner, consent } of learners) {
    if (seen.has(learner)) return publishedTwice({ learner });
    seen.add(learner);
    const about = context.learners.get(learner);
    if (about?.registered !== true) return learnerUnknown({ learner });
    const { publication } = context.edition.disclosure;
    const refused = refuseIfClosed(publication, consent, norm);
    if (refused !== null) return refused;
    if (consent === null) continue;
    const asked = { learner, consent, purpose: 'publication', on: context.on };
    const fails = refuseUnlessConsentHolds(about, asked);
    if (fails !== null) return fails;
  }
  return null;
}

function refuseIfClosed(
  { opensBy }: DisclosureRules['publication'],
  consent: string | null,
  norm: string | null,
): Refusal | null {
  const by = consent === null ? 'law' : 'consent';
  const named = consent !== null || norm !== null;
  if (named && opensBy.some((one) => one === by)) return null;
  return disclosureNotOpen({ recipient: 'public', by: named ? by : '—', opensBy });
}
