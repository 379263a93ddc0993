import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { enrollmentOfAnother } from '../commendation/refusals.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentUnknown } from '../enrollment/unknown.ts';
import type { Decision } from '../kernel/decider.ts';
import type { LearnerState } from '../learner/state.ts';
import { learnerUnknown } from '../learner/unknown.ts';
import type { DocumentKind, RegisterRules } from '../regulation/sections/document-kinds.ts';
import type { ReceiveDocument } from './commands.ts';
import { documentReceived } from './events.ts';
import { nextNumber } from './issue.ts';
import type { SeriesKey } from './number.ts';
import { registrationNumber, seriesName } from './number.ts';
import { receivedUncertified } from './refusals.ts';
import type { RegisterState } from './state.ts';

/* A document of another organisation: a pupil comes in mid-year with sealed marks. R5 §4.7. */

/** What receiving needs from elsewhere. */
export interface ReceiveContext extends ActDay {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  readonly key: SeriesKey;
  readonly about: LearnerState;
  readonly study: EnrollmentState | null;
}

/** Decides `receive-document`: sealed, and signed by the head there or whom they named. R5 §4.7. */
export function decideReceiveDocument(
  state: RegisterState,
  input: ReceiveDocument,
  { kind, register, key, about, study, edition }: ReceiveContext,
): Decision {
  const { learner, enrollment, issuer, sealed, signedBy, series, number: own, on } = input;
  if (!about.registered) return learnerUnknown({ learner });
  if (study !== null && enrollment !== null) {
    if (study.id === null) return enrollmentUnknown({ enrollment });
    if (study.learner !== learner) return enrollmentOfAnother({ enrollment, learner });
  }
  if (register.chronological && on < state.lastOn)
    return actOutOfOrder({ on, after: state.lastOn });
  if (input.issuedOn > on) return actOutOfOrder({ on, after: input.issuedOn });
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
