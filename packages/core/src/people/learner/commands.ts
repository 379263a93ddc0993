import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { isLocalDate, localDate } from '../../values/local-date.ts';
import { personName } from '../../values/person.ts';
import { snils } from '../../values/snils.ts';
import { shortText } from '../../values/text.ts';

/*
 * Special conditions of attestation: granted at one assessment to a learner who stands in the state
 * resource on gifted children, or whose special needs are on record. D3, R5 §3.4, R4 §2.2.7.
 */

/** Ends special needs, or the listing as gifted; `on` is the first day without it. D3. */
export const endSpecialStatus = command(
  'end-special-status',
  z.strictObject({
    learner: identifier,
    status: z.enum(['gifted', 'special-needs']),
    on: localDate.optional(),
  }),
);

/* Who acts for a learner, and what they consented to. */

/** `learner` says "the learner themselves" where consents name who gave them. */
const representativeId = identifier.refine(
  (id) => id !== 'learner',
  complaint('id «learner» занят, дайте другой', 'the id "learner" is reserved, give another'),
);

/** Records a minor's representative; rights end at the 18th birthday, or after `until`. D3. */
export const nameRepresentative = command(
  'name-representative',
  z.strictObject({
    learner: identifier,
    representative: representativeId,
    name: personName,
    relation: z.enum(['parent', 'adoptive-parent', 'guardian', 'custodian', 'other']),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
  ['name'],
);

/** Ends a representative's rights; `on` is the first day without them, by default today. */
export const endRepresentative = command(
  'end-representative',
  z.strictObject({
    learner: identifier,
    representative: identifier,
    on: localDate.optional(),
  }),
);

/**
 * Records a consent. It is given by the `learner` of age, or by the id of a representative with
 * rights on the day. Its id is the command's where none is given. R1 §5.3, R1 §6.2.
 */
export const giveConsent = command(
  'give-consent',
  z.strictObject({
    learner: identifier,
    id: identifier.optional(),
    purpose: z.enum(['publication', 'transfer', 'processing']),
    givenBy: identifier,
    scope: shortText(500).optional(),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
  ['scope'],
);

/** Withdraws a consent; it holds no longer from this day on, today where none is given. */
export const withdrawConsent = command(
  'withdraw-consent',
  z.strictObject({
    learner: identifier,
    consent: identifier,
    withdrawnBy: identifier,
    on: localDate.optional(),
  }),
);

/* Who the learner is, and what special conditions may rest on. Consents stand in consent.ts. */

// Its own message: a day of birth is personal, and that of `localDate` would show it.
const dayOfBirthNeeded = complaint('нужен день ГГГГ-ММ-ДД', 'a day YYYY-MM-DD is asked for');

const dayOfBirth = z.string(dayOfBirthNeeded).refine(isLocalDate, dayOfBirthNeeded);

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

export const identityFields = ['name', 'birthDate', 'snils', 'email', 'phone'] as const;

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
