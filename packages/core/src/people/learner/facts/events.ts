import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { nameShape, readLine } from '../../../values/person-name.ts';
import { day, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'identification' } as const;

/** As it was before names had parts. */
const identityByLine = z.strictObject({
  learner: text,
  name: personal(z.string(), ofLearner).optional(),
  birthDate: personal(z.string(), ofLearner).optional(),
  snils: personal(z.string(), ofLearner).optional(),
  email: personal(z.string(), ofLearner).optional(),
  phone: personal(z.string(), ofLearner).optional(),
});

const identity = identityByLine.extend({
  name: personal(nameShape, ofLearner).optional(),
  /** Insurance number (СНИЛС), as `112-233-445 95`. */
  snils: personal(z.string(), ofLearner).optional(),
});

/** A change of data, and what makes it a closed one. RK 1.10. */
const changed = identity.extend({
  /**
   * `adoption` or `protection`; absent: the change is open. With a closed change whatever stood
   * before it is hidden. Personal, because that it was an adoption is itself a secret.
   */
  closed: personal(z.string(), { subject: 'learner', purpose: 'closed-change' }).optional(),
  /** Ids of the representatives who stay; all who were recorded for earlier days are hidden. */
  staying: z.array(text).optional(),
  /** Systems whose ids for the learner lead to who they were. */
  formerSystems: z.array(text).optional(),
});

type IdentityByLine = z.infer<typeof identityByLine>;

const namedInParts = ({ name, ...rest }: IdentityByLine): z.infer<typeof identity> =>
  name === undefined ? rest : { ...rest, name: readLine(name) };

/** A learner was registered. Personal fields are optional: a platform may send ids only. D3. */
export const learnerRegistered = eventType('LearnerRegistered', identityByLine).next(
  identity,
  namedInParts,
);

/**
 * A learner's personal data changed; the event has only the fields that changed. A closed change,
 * as by adoption, also ends the rights of the representatives who do not stay. D3, RK 1.10.
 */
export const learnerDataChanged = eventType('LearnerDataChanged', identityByLine).next(
  changed,
  (old): z.infer<typeof changed> => namedInParts(old),
);

const ofRepresentative = { subject: 'representative', purpose: 'identification' } as const;

const representativeByLine = z.strictObject({
  learner: text,
  representative: text,
  /** `parent`, `guardian`, `custodian`, … */
  relation: text,
  name: personal(z.string(), ofRepresentative),
  /** Last day of the representative's rights; null: the day before the 18th birthday. */
  until: day.nullable(),
});

const representative = representativeByLine.extend({
  name: personal(nameShape, ofRepresentative),
  /** `information` or `none`: what a paper left of the rights; absent: they are full. RK 1.16. */
  scope: text.optional(),
});

/** A minor's legal representative was recorded; their rights end at the 18th birthday. D3. */
export const representativeNamed = eventType('RepresentativeNamed', representativeByLine).next(
  representative,
  (old): z.infer<typeof representative> => ({ ...old, name: readLine(old.name) }),
);

/** A representative's rights ended; `occurredOn` is the first day without them. */
export const representativeEnded = eventType(
  'RepresentativeEnded',
  z.strictObject({ learner: text, representative: text }),
);

/** A consent was given, from `occurredOn` on. R1 §5.3, §6.2. */
export const consentGiven = eventType(
  'ConsentGiven',
  z.strictObject({
    learner: text,
    /** Id of the consent. */
    consent: text,
    /** `publication`, `transfer` or `processing`. */
    purpose: text,
    /** `learner`, or the id of the representative who gave it. */
    givenBy: text,
    /** What it covers, in words; personal, because it is about the learner. */
    scope: personal(z.string(), { subject: 'learner', purpose: 'consent' }).optional(),
    /** Last day of the consent; null: no end. */
    until: day.nullable(),
  }),
);

/** A consent was withdrawn: it is no longer valid from `occurredOn` on. */
export const consentWithdrawn = eventType(
  'ConsentWithdrawn',
  z.strictObject({
    learner: text,
    consent: text,
    /** `learner`, or the id of the representative who withdrew it. */
    withdrawnBy: text,
  }),
);

/** A record of special educational needs was added, valid from `occurredOn` on. */
export const specialNeedsRecorded = eventType(
  'SpecialNeedsRecorded',
  z.strictObject({
    learner: text,
    needs: personal(z.string(), { subject: 'learner', purpose: 'special-conditions' }),
    /** Last day of the record; null: no end. */
    until: day.nullable(),
  }),
);

/** The state resource on gifted children lists the learner from `occurredOn` on. R5 §3.4. */
export const giftedListed = eventType(
  'GiftedListed',
  z.strictObject({
    learner: text,
    /** Number of the entry in the resource; personal, because it identifies the learner. */
    entry: personal(z.string(), { subject: 'learner', purpose: 'special-conditions' }),
    /** Special conditions of attestation that were granted with it, in words; absent: none. */
    conditions: personal(z.string(), {
      subject: 'learner',
      purpose: 'special-conditions',
    }).optional(),
    /** The paper that the entry rests on, such as a diploma; absent: not on record. R5 §1.2. */
    evidence: personal(
      z.strictObject({ title: text, number: text.nullable(), date: day.nullable() }),
      { subject: 'learner', purpose: 'special-conditions' },
    ).optional(),
    /** Last day of the entry; null: no end. */
    until: day.nullable(),
  }),
);

/** Special needs, or the listing as gifted, ended; `occurredOn` is the first day without them. */
export const specialStatusEnded = eventType(
  'SpecialStatusEnded',
  z.strictObject({ learner: text, status: z.enum(['gifted', 'special-needs']) }),
);

/**
 * An entry of the learner was annulled: it counts as if never made, or another stands in its place.
 * `occurredOn` is the day of the entry. RK 1.8.
 */
export const learnerEntryAnnulled = eventType(
  'LearnerEntryAnnulled',
  z.strictObject({
    learner: text,
    /** The representative whom the entry names, so that it is found under their id too. */
    representative: text.optional(),
    ...annulmentShape,
    /** The reason, in words; personal, because it is about the learner. */
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/**
 * Another system has this id for the learner, from `occurredOn` on: an account, a number in its
 * books. A later one of the same system takes its place. SEC 7.
 */
export const externalIdGiven = eventType(
  'ExternalIdGiven',
  z.strictObject({
    learner: text,
    /** Id of the other system, as the organisation names it. */
    system: text,
    value: personal(z.string(), ofLearner),
  }),
);

/** Event types of a learner. */
export const learnerEvents = [
  learnerRegistered,
  learnerDataChanged,
  externalIdGiven,
  representativeNamed,
  representativeEnded,
  consentGiven,
  consentWithdrawn,
  specialNeedsRecorded,
  giftedListed,
  specialStatusEnded,
  learnerEntryAnnulled,
] as const;
