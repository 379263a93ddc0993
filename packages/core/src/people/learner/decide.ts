import type * as z from 'zod';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import type { Sender } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseIfReversed } from '../../values/day-order.ts';
import { refuseIfPersonalId } from '../../values/personal-id.ts';
import type {
  changeLearner,
  closedFields,
  identityFields,
  listAsGifted,
  recordSpecialNeeds,
  registerLearner,
} from './commands.ts';
import {
  giftedListed,
  learnerDataChanged,
  learnerRegistered,
  specialNeedsRecorded,
} from './facts/events.ts';
import { registrationAnnulledOn } from './facts/questions.ts';
import type { LearnerRecord, LearnerState } from './facts/state.ts';
import { learnerUnknown, representativeUnknown } from './facts/unknown.ts';
import {
  birthDateAhead,
  changeBeforeRegistration,
  closedPaperMissing,
  registrationAnnulled,
  registrationNotAnnulled,
} from './refusals.ts';

type Identity = Pick<z.output<typeof registerLearner.schema>, (typeof identityFields)[number]>;

/**
 * Decides `register-learner`. An id is registered once; what names it goes on naming it after the
 * registration was annulled, so that it is given to the same person or to nobody. An id that is
 * personal data is given to nobody. R1 §3.2, RK 1.8, SEC 7.
 */
export function decideRegister(
  state: LearnerRecord,
  input: WithId<z.output<typeof registerLearner.schema>>,
  on: string,
): Decision {
  const { id: learner, again } = input;
  if (state.registered) return alreadyExists({ kind: 'learner', id: learner });
  const annulledOn = registrationAnnulledOn(state);
  if (annulledOn !== null && again !== true) {
    return registrationAnnulled({ learner, on: annulledOn });
  }
  if (annulledOn === null && again === true) return registrationNotAnnulled({ learner });
  // Of the same person registered again, the id stands in the history already.
  const no = annulledOn === null ? refuseIfPersonalId(learner) : null;
  if (no !== null) return no;
  return draftRegistered(input, on);
}

/** The ordinary rule of a registration, which serves a correction as well. */
export function draftRegistered(
  { id: learner, ...fields }: WithId<Identity>,
  on: string,
): Decision {
  if (fields.birthDate !== undefined && fields.birthDate > on) return birthDateAhead({ on });
  const data = { learner, ...personalData(fields) };
  return [learnerRegistered.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/**
 * Decides `change-learner`. Each field holds from its own day, so a change may be entered late; one
 * dated before the registration is a correction of that. A closed change rests on its paper. D3, RK
 * 1.10.
 */
export function decideChange(
  state: LearnerState,
  { learner, on: _given, ...fields }: z.output<typeof changeLearner.schema>,
  on: string,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const registered = state.registeredOn;
  if (registered === null) return learnerUnknown({ learner });
  if (on < registered) return changeBeforeRegistration({ on, registered });
  if (fields.birthDate !== undefined && fields.birthDate > on) return birthDateAhead({ on });
  const { closed: kind } = fields;
  const closed = kind === undefined ? {} : closedData(state, { ...fields, kind }, on, sender);
  if (isRefusal(closed)) return closed;
  const data = { learner, ...personalData(fields), ...closed };
  return [learnerDataChanged.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/**
 * What a closed change has beside the new values. Refuses `closed-paper-missing`, and
 * `representative-unknown` for somebody staying who was never recorded. RK 1.10.
 */
function closedData(
  { representatives }: LearnerState,
  { kind, staying = [], formerSystems = [] }: ClosedFields & { readonly kind: string },
  on: string,
  { ground }: Pick<Sender, 'ground'>,
) {
  if (ground === null) return closedPaperMissing({ closed: kind });
  const unknown = staying.find((one) => !representatives.some(({ id }) => id === one));
  if (unknown !== undefined) return representativeUnknown({ representative: unknown, on });
  return { closed: { value: kind }, staying: [...staying], formerSystems: [...formerSystems] };
}

type ClosedFields = Pick<z.output<typeof changeLearner.schema>, (typeof closedFields)[number]>;

/** The given fields as personal values, which are stored beside the line of the event. */
function personalData(fields: Identity) {
  const { name, birthDate, snils: number, email, phone } = fields;
  return {
    ...(name === undefined ? {} : { name: { value: name } }),
    ...(birthDate === undefined ? {} : { birthDate: { value: birthDate } }),
    ...(number === undefined ? {} : { snils: { value: number } }),
    ...(email === undefined ? {} : { email: { value: email } }),
    ...(phone === undefined ? {} : { phone: { value: phone } }),
  };
}

/** Decides `record-special-needs`. D3. */
export function decideSpecialNeeds(
  state: LearnerState,
  { learner, needs, until }: z.output<typeof recordSpecialNeeds.schema>,
  on: string,
): Decision {
  const no = refuseIfUnknownOrReversed(state, learner, on, until);
  if (no !== null) return no;
  const data = { learner, needs: { value: needs }, until };
  return [specialNeedsRecorded.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/** Decides `list-as-gifted`. R5 §3.4. */
export function decideGifted(
  state: LearnerState,
  { learner, entry, conditions, evidence, until }: z.output<typeof listAsGifted.schema>,
  on: string,
): Decision {
  const no = refuseIfUnknownOrReversed(state, learner, on, until);
  if (no !== null) return no;
  const granted = conditions === undefined ? {} : { conditions: { value: conditions } };
  const shown = evidence === undefined ? {} : { evidence: { value: evidence } };
  const data = { learner, entry: { value: entry }, until, ...granted, ...shown };
  return [giftedListed.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/** Refuses `learner-unknown`, and `period-reversed` where a period ends before it begins. */
export function refuseIfUnknownOrReversed(
  state: LearnerState,
  learner: string,
  on: string,
  until: string | null,
): Refusal | null {
  if (!state.registered) return learnerUnknown({ learner });
  return refuseIfReversed(on, until);
}
