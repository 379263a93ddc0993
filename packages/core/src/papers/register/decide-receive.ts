import type { Decision } from '../../kernel/fold.ts';
import { enrollmentOfAnother } from '../../merit/commendation/facts/unknown.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { refuseUnlessEnrolled } from '../../study/enrollment/facts/questions.ts';
import { actOutOfOrder, refuseIfReversed } from '../../values/day-order.ts';
import type { ReceiveDocument } from './commands.ts';
import type { ReceiveContext } from './context.ts';
import { nextNumber } from './decide-issue.ts';
import { documentReceived } from './facts/events.ts';
import { registrationNumber, seriesName } from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import { receivedUncertified } from './refusals.ts';

/**
 * Decides `receive-document`. The document must bear the stamp of the other organisation, and the
 * signature of its head or of a person whom the head authorised. R5 §4.7.
 */
export function decideReceiveDocument(
  state: RegisterState,
  input: ReceiveDocument,
  { kind, register, key, learnerState, study, edition }: ReceiveContext,
): Decision {
  const { learner, enrollment, issuer, sealed, signedBy, series, number: own, on } = input;
  if (!learnerState.registered) return learnerUnknown({ learner });
  if (study !== null && enrollment !== null) {
    const none = refuseUnlessEnrolled(study, enrollment);
    if (none !== null) return none;
    if (study.learner !== learner) return enrollmentOfAnother({ enrollment, learner });
  }
  if (register.chronological && on < state.lastOn)
    return actOutOfOrder({ on, after: state.lastOn });
  if (input.issuedOn > on) return actOutOfOrder({ on, after: input.issuedOn });
  const reversed = refuseIfReversed(input.from, input.until);
  if (reversed !== null) return reversed;
  if (!sealed || signedBy === null) return receivedUncertified({ issuer, sealed, signedBy });
  const number = nextNumber(state, register);
  const document = `${seriesName(key)}.${number}`;
  const { issuedOn, qualification, hours, from, until, subject, marks, name } = input;
  const data = {
    document,
    learner,
    register: register.id,
    kind: kind.id,
    number,
    registrationNumber: registrationNumber(register, on, number),
    paper: { blank: null, series, number: own },
    enrollment,
    issuer,
    content: { issuedOn, qualification, hours, from, until, subject },
    marks,
    sealed,
    signedBy,
    ...(name === undefined ? {} : { name: { value: name } }),
    edition: edition.edition,
  };
  const refs = {
    learner: [learner],
    register: [register.id],
    document: [document],
    enrollment: enrollment === null ? [] : [enrollment],
  };
  return [documentReceived.draft({ occurredOn: on, refs, data })];
}
