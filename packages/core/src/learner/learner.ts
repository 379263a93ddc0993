import * as z from 'zod';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { refuseIfReversed } from '../acting/period.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { isLocalDate, localDate } from '../values/local-date.ts';
import { personName } from '../values/person.ts';
import { snils } from '../values/snils.ts';
import { shortText } from '../values/text.ts';
import {
  giftedListed,
  learnerDataChanged,
  learnerRegistered,
  specialNeedsRecorded,
} from './events.ts';
import type { LearnerState } from './state.ts';
import { learnerUnknown } from './unknown.ts';

/* Who the learner is, and what special conditions may rest on. Consents stand in consent.ts. */

/* Commands */

// Its own message: a day of birth is personal, and that of `localDate` would show it.
const asked = complaint('нужен день ГГГГ-ММ-ДД', 'a day YYYY-MM-DD is asked for');
const dayOfBirth = z.string(asked).refine(isLocalDate, asked);

const identity = {
  name: personName.optional(),
  birthDate: dayOfBirth.optional(),
  snils: snils.optional(),
  email: z
    .email(complaint('нужен адрес вида имя@узел', 'an address like name@host is asked for'))
    .max(254, complaint('адрес длиннее 254 знаков', 'the address is over 254 characters'))
    .optional(),
  phone: shortText(32)
    .regex(/^\+?[\d ()-]{5,}$/, complaint('нужен номер телефона', 'a phone number is asked for'))
    .optional(),
};
const identityFields = ['name', 'birthDate', 'snils', 'email', 'phone'] as const;

/**
 * Registers a learner. Every personal field may be left out: a platform may send ids only. The id
 * is the command's where none is given, the day today. D3.
 */
export const registerLearner = command(
  'register-learner',
  z.strictObject({ id: identifier.optional(), ...identity, on: localDate.optional() }),
  identityFields,
);

/** Changes personal data from a day on; only the fields that are given. D3. */
export const changeLearner = command(
  'change-learner',
  z
    .strictObject({ learner: identifier, ...identity, on: localDate.optional() })
    .refine(
      (input) => identityFields.some((field) => input[field] !== undefined),
      complaint('дайте хотя бы одно новое значение', 'give at least one new value'),
    ),
  identityFields,
);

/** Records special educational needs. R4 §2.2.7, R5 §2.2. */
export const recordSpecialNeeds = command(
  'record-special-needs',
  z.strictObject({
    learner: identifier,
    needs: shortText(1000),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
  ['needs'],
);

/** Lists the learner as gifted by an entry in the state resource, with conditions. R5 §3.4. */
export const listAsGifted = command(
  'list-as-gifted',
  z.strictObject({
    learner: identifier,
    entry: shortText(64),
    conditions: shortText(1000).optional(),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
  ['entry', 'conditions'],
);

/* Refusals */

export const birthDateAhead = refusal('birth-date-ahead', (d: { on: string }) => ({
  ru: `Дата рождения позже ${d.on}: исправьте её`,
  en: `The day of birth is after ${d.on}: mend it`,
}));

export const learnerDataOutOfOrder = refusal(
  'learner-data-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru: `${d.on} раньше последней записи личных данных (${d.standing}): дайте более позднюю дату`,
    en: `${d.on} is before the last personal data (${d.standing}): give a later day`,
  }),
);

/* Decide */

type Identity = Pick<z.output<typeof registerLearner.schema>, (typeof identityFields)[number]>;

export function decideRegister(
  state: LearnerState,
  { id: learner, on: _given, ...fields }: WithId<z.output<typeof registerLearner.schema>>,
  on: string,
): Decision {
  if (state.registered) return alreadyExists({ kind: 'learner', id: learner });
  if (fields.birthDate !== undefined && fields.birthDate > on) return birthDateAhead({ on });
  const data = { learner, ...sealable(fields) };
  return [learnerRegistered.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

export function decideChange(
  state: LearnerState,
  { learner, on: _given, ...fields }: z.output<typeof changeLearner.schema>,
  on: string,
): Decision {
  if (!state.registered) return learnerUnknown({ learner });
  const standing = state.dataFrom;
  if (standing !== null && on < standing) return learnerDataOutOfOrder({ on, standing });
  if (fields.birthDate !== undefined && fields.birthDate > on) return birthDateAhead({ on });
  const data = { learner, ...sealable(fields) };
  return [learnerDataChanged.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/** The fields that were given, each wrapped so that it goes beside the line. */
function sealable(fields: Identity) {
  const { name, birthDate, snils: number, email, phone } = fields;
  return {
    ...(name === undefined ? {} : { name: { value: name } }),
    ...(birthDate === undefined ? {} : { birthDate: { value: birthDate } }),
    ...(number === undefined ? {} : { snils: { value: number } }),
    ...(email === undefined ? {} : { email: { value: email } }),
    ...(phone === undefined ? {} : { phone: { value: phone } }),
  };
}

export function decideSpecialNeeds(
  state: LearnerState,
  { learner, needs, until }: z.output<typeof recordSpecialNeeds.schema>,
  on: string,
): Decision {
  const no = refuseIfHoldingUnfit(state, learner, on, until);
  if (no !== null) return no;
  const data = { learner, needs: { value: needs }, until };
  return [specialNeedsRecorded.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

export function decideGifted(
  state: LearnerState,
  { learner, entry, conditions, until }: z.output<typeof listAsGifted.schema>,
  on: string,
): Decision {
  const no = refuseIfHoldingUnfit(state, learner, on, until);
  if (no !== null) return no;
  const granted = conditions === undefined ? {} : { conditions: { value: conditions } };
  const data = { learner, entry: { value: entry }, until, ...granted };
  return [giftedListed.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/** Refuses an unknown learner, and a term that ends before it begins. */
export function refuseIfHoldingUnfit(
  state: LearnerState,
  learner: string,
  on: string,
  until: string | null,
): Refusal | null {
  if (!state.registered) return learnerUnknown({ learner });
  return refuseIfReversed(on, until);
}
