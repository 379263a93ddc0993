import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import type { Signer } from '../../values/shape.ts';
import type { DisclosedContent, TellInStudy } from './commands.ts';
import type { DisclosureContext } from './context.ts';
import type { Claim } from './decide-entitlement.ts';
import { refuseUnlessEntitled, refuseUnlessPurposeKnown } from './decide-entitlement.ts';
import { informationGiven } from './facts/events.ts';
import type { DisclosureState } from './facts/state.ts';

/** A claim that was checked, and what is given on it. */
export interface GrantedClaim extends Claim {
  readonly disclosure: string;
  readonly purpose: string;
  readonly given: DisclosedContent;
  readonly medium: string;
}

/** Drafts the event that information was given. It names documents and forms by id only. */
export function draftInformationGiven(
  { on, disclosure, learner, recipient, way, purpose, basis, given, medium }: GrantedClaim,
  signer: Signer,
  edition: number,
) {
  const { printouts, documents } = given;
  const refs = {
    disclosure: [disclosure],
    learner: [learner],
    official: [signer.person],
    printout: printouts,
    document: documents,
  };
  const data = {
    disclosure,
    learner,
    recipient,
    way,
    purpose,
    basis,
    given,
    medium,
    signer,
    edition,
  };
  return informationGiven.draft({ occurredOn: on, refs, data });
}

/**
 * Decides `tell-in-study`: to the learner or to a representative with rights on the day, by an
 * office that the regulation names. R1 §6.3, R3 §4.4, R4 §2.2.6, R5 §2.3.
 */
export function decideTell(
  state: DisclosureState,
  input: WithId<Omit<TellInStudy, 'on'>>,
  { on, edition, learnerState, official }: DisclosureContext,
): Decision {
  const { id: disclosure, learner, to, purpose, given, medium, signer: person, office } = input;
  if (state.id !== null) return alreadyExists({ kind: 'disclosure', id: disclosure });
  if (!learnerState.registered) return learnerUnknown({ learner });
  const rules = edition.disclosure;
  const unknownPurpose = refuseUnlessPurposeKnown(rules, purpose);
  if (unknownPurpose !== null) return unknownPurpose;
  const own = to === 'learner';
  const claim: Claim = {
    learner,
    recipient: own
      ? { kind: 'learner', representative: null }
      : { kind: 'representative', representative: to },
    way: 'in-study',
    basis: { by: 'right', consent: null, norm: null },
    on,
  };
  const refused = refuseUnlessEntitled(claim, rules, learnerState);
  if (refused !== null) return refused;
  const signer = signAs(official, { person, office, on }, rules.inStudyOffices);
  if (isRefusal(signer)) return signer;
  return [
    draftInformationGiven(
      { ...claim, disclosure, purpose, given, medium },
      signer,
      edition.edition,
    ),
  ];
}
