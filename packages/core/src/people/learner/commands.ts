import * as z from 'zod';
import { correctedShape } from '../../acting/corrected-entry.ts';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { dayOfBirth } from '../../values/birth-date.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate } from '../../values/local-date.ts';
import { personName } from '../../values/person-name.ts';
import { snils } from '../../values/snils.ts';
import { shortText } from '../../values/text.ts';

/* Personal data. */

/** The personal fields of a learner, all optional. */
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

/** Names of the personal fields of a learner. */
export const identityFields = ['name', 'birthDate', 'snils', 'email', 'phone'] as const;

/**
 * Registers a learner. Personal fields are optional: a platform may send ids only. `id` defaults to
 * the command's id, `on` to today. `again` states that this is the person whose registration under
 * this id was annulled by mistake; the id is given to nobody else. D3, RK 1.8.
 */
export const registerLearner = command(
  'register-learner',
  z.strictObject({
    id: identifier.optional(),
    ...identity,
    again: z.literal(true).optional(),
    on: localDate.optional(),
  }),
  identityFields,
);

/** What makes a change of personal data a closed one. RK 1.10. */
const closedChange = {
  closed: z.enum(['adoption', 'protection']).optional(),
  /** Ids of the representatives who stay: a parent whose spouse adopted the child. */
  staying: z.array(identifier).max(20).optional(),
  /** Systems whose ids for the learner lead to who they were. */
  formerSystems: z.array(identifier).max(50).optional(),
};

/** Names of the fields of a closed change. */
export const closedFields = ['closed', 'staying', 'formerSystems'] as const;

/**
 * Changes personal data from a day on; fields that are not given stay as they are. A change that is
 * `closed` (adoption, protection of a person) rests on its paper. It hides from everybody save the
 * offices of `disclosure.closedOffices` what the learner was called before, and ends and hides all
 * representatives of earlier days save those `staying`; name those who come after it from its day
 * on. D3, RK 1.10, Family Code art. 139.
 */
export const changeLearner = command(
  'change-learner',
  z
    .strictObject({ learner: identifier, ...identity, ...closedChange, on: localDate.optional() })
    .refine(
      (input) => [...identityFields, 'closed' as const].some((one) => input[one] !== undefined),
      complaint('дайте хотя бы одно новое значение', 'give at least one new value'),
    )
    .refine(
      ({ closed, staying, formerSystems }) =>
        closed !== undefined || (staying === undefined && formerSystems === undefined),
      complaint(
        'staying и formerSystems — только вместе с closed',
        'staying and formerSystems go with closed only',
      ),
    ),
  [...identityFields, 'closed'],
);

/* The ids that other systems have for a learner. */

/** An id in another system: what that system writes, compared letter by letter. */
const externalId = { system: identifier, value: shortText(200) };

/**
 * Records the id that another system has for the learner, from a day on (today by default): an
 * account, a number in its books, in any letters. It takes the place of an earlier one of the same
 * system. SEC 7.
 */
export const giveExternalId = command(
  'give-external-id',
  z.strictObject({ learner: identifier, ...externalId, on: localDate.optional() }),
  ['value'],
);

/** Asks for the learner who has an id in another system on a day, by default today. */
export const findLearner = command(
  'find-learner',
  z.strictObject({ ...externalId, on: localDate.optional() }),
  ['value'],
);

/* Who acts for a learner, and what they consented to. */

/** `learner` is reserved: in consents it means the learner themselves. */
const representativeId = identifier.refine(
  (id) => id !== 'learner',
  complaint('id «learner» занят, дайте другой', 'the id "learner" is reserved, give another'),
);

const relation = z.enum(['parent', 'adoptive-parent', 'guardian', 'custodian', 'other']);

/**
 * The scopes of a representative: `full` signs and is told; `information` is told but does not
 * sign, as a parent whose rights a court has restricted; `none` sees nothing. RK 1.16.
 */
export const representativeScopes = z.enum(['full', 'information', 'none']);

/**
 * Records a minor's legal representative. Their rights end with `until` or at the learner's 18th
 * birthday, whichever comes first. A `scope` other than full rests on its paper: a decision of a
 * court, or of the guardianship body. D3, RK 1.16, Family Code art. 66.
 */
export const nameRepresentative = command(
  'name-representative',
  z.strictObject({
    learner: identifier,
    representative: representativeId,
    name: personName,
    relation,
    scope: representativeScopes.default('full'),
    until: lastingDay.nullable().default(null),
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

const purpose = z.enum(['publication', 'transfer', 'processing']);

/**
 * Records a consent. `givenBy` is `learner` for a learner of age, or the id of a representative
 * with rights on that day. `id` defaults to the command's id. R1 §5.3, R1 §6.2.
 */
export const giveConsent = command(
  'give-consent',
  z.strictObject({
    learner: identifier,
    id: identifier.optional(),
    purpose,
    givenBy: identifier,
    scope: shortText(500).optional(),
    until: lastingDay.nullable().default(null),
    on: localDate.optional(),
  }),
  ['scope'],
);

/** Withdraws a consent; `on` (today by default) is the first day without it. */
export const withdrawConsent = command(
  'withdraw-consent',
  z.strictObject({
    learner: identifier,
    consent: identifier,
    withdrawnBy: identifier,
    on: localDate.optional(),
  }),
);

/* What may entitle a learner to special conditions of attestation. */

/**
 * Records special educational needs, valid from `on` (today by default) to `until`, both included.
 * R4 §2.2.7, R5 §2.2.
 */
export const recordSpecialNeeds = command(
  'record-special-needs',
  z.strictObject({
    learner: identifier,
    needs: shortText(1000),
    until: lastingDay.nullable().default(null),
    on: localDate.optional(),
  }),
  ['needs'],
);

const evidence = z.strictObject({
  title: shortText(300),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

/**
 * Records an entry in the state resource on gifted children: its number, the paper that it rests
 * on, and the special conditions granted with it, in words. R5 §1.2, §3.4.
 */
export const listAsGifted = command(
  'list-as-gifted',
  z.strictObject({
    learner: identifier,
    entry: shortText(64),
    conditions: shortText(1000).optional(),
    evidence: evidence.optional(),
    until: lastingDay.nullable().default(null),
    on: localDate.optional(),
  }),
  ['entry', 'conditions', 'evidence'],
);

/** Ends special needs or the listing as gifted; `on` is the first day without it. D3. */
export const endSpecialStatus = command(
  'end-special-status',
  z.strictObject({
    learner: identifier,
    status: z.enum(['gifted', 'special-needs']),
    on: localDate.optional(),
  }),
);

/* Putting an entry right. */

/**
 * Annuls an entry: it counts as if it had never been made. `entry` is the event id that its command
 * answered. RK 1.8.
 */
export const annulLearnerEntry = commandNamingGround(
  'annul-learner-entry',
  z.strictObject({ learner: identifier, ...putRightFields }),
  ['reason'],
);

/**
 * The fields of a learner's entries that can be corrected. Each type of entry has some of them;
 * null takes away what an entry may be without.
 */
const learnerCorrection = z
  .strictObject({
    ...correctedShape,
    name: identity.name.nullable(),
    birthDate: identity.birthDate.nullable(),
    snils: identity.snils.nullable(),
    email: identity.email.nullable(),
    phone: identity.phone.nullable(),
    /** Closes a change that was entered openly; null opens one that was closed by mistake. */
    closed: closedChange.closed.nullable(),
    staying: closedChange.staying.nullable(),
    formerSystems: closedChange.formerSystems.nullable(),
    system: externalId.system.optional(),
    value: externalId.value.optional(),
    relation: relation.optional(),
    purpose: purpose.optional(),
    givenBy: identifier.optional(),
    withdrawnBy: identifier.optional(),
    /** What a consent covers, in words; or how far a representative's rights go. */
    scope: shortText(500).nullable().optional(),
    needs: shortText(1000).optional(),
    /** Number of the entry in the state resource on gifted children. */
    entry: shortText(64).optional(),
    conditions: shortText(1000).nullable().optional(),
    evidence: evidence.nullable().optional(),
    until: lastingDay.nullable().optional(),
  })
  .refine(
    (given) => Object.values(given).some((value) => value !== undefined),
    complaint('дайте хотя бы одно новое значение', 'give at least one new value'),
  );

/**
 * Corrects an entry: it is annulled, and one with the true day or value stands in its place. `to`
 * has the fields that change; all others stay as they are. RK 1.8.
 */
export const correctLearnerEntry = commandNamingGround(
  'correct-learner-entry',
  z.strictObject({ learner: identifier, ...putRightFields, to: learnerCorrection }),
  ['reason', 'to'],
);
