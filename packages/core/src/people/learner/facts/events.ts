import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'identification' } as const;

const identity = {
  learner: text,
  name: personal(z.string(), ofLearner).optional(),
  birthDate: personal(z.string(), ofLearner).optional(),
  /** Insurance number (СНИЛС), as `112-233-445 95`. */
  snils: personal(z.string(), ofLearner).optional(),
  email: personal(z.string(), ofLearner).optional(),
  phone: personal(z.string(), ofLearner).optional(),
};

/** A learner was registered. Every personal field is optional: a platform may send ids only. D3. */
export const learnerRegistered = eventType('LearnerRegistered', z.strictObject(identity));

/** Personal data of a learner changed, on the event's ground; only fields that changed. D3. */
export const learnerDataChanged = eventType('LearnerDataChanged', z.strictObject(identity));

/** A legal representative of a minor was recorded; their rights end at the 18th birthday. D3. */
export const representativeNamed = eventType(
  'RepresentativeNamed',
  z.strictObject({
    learner: text,
    representative: text,
    /** `parent`, `guardian`, `custodian`, … */
    relation: text,
    name: personal(z.string(), { subject: 'representative', purpose: 'identification' }),
    /** Last day of the representative's rights where one is set beside the birthday. */
    until: day.nullable(),
  }),
);

/** A representative's rights ended. */
export const representativeEnded = eventType(
  'RepresentativeEnded',
  z.strictObject({ learner: text, representative: text }),
);

/** Consent was given: to publication, to a transfer to third persons. R1 §5.3, §6.2. */
export const consentGiven = eventType(
  'ConsentGiven',
  z.strictObject({
    learner: text,
    consent: text,
    /** `publication`, `transfer` or `processing`. */
    purpose: text,
    /** `learner`, or the id of the representative who gave it. */
    givenBy: text,
    /** What it covers, in words; about the learner, so personal. */
    scope: personal(z.string(), { subject: 'learner', purpose: 'consent' }).optional(),
    until: day.nullable(),
  }),
);

/** A consent was withdrawn; it holds no longer from this day on. */
export const consentWithdrawn = eventType(
  'ConsentWithdrawn',
  z.strictObject({ learner: text, consent: text, withdrawnBy: text }),
);

/** Special educational needs were recorded, or a newer record of them. */
export const specialNeedsRecorded = eventType(
  'SpecialNeedsRecorded',
  z.strictObject({
    learner: text,
    needs: personal(z.string(), { subject: 'learner', purpose: 'special-conditions' }),
    until: day.nullable(),
  }),
);

/** The learner stands in the state resource on gifted children; conditions may follow. R5 §3.4. */
export const giftedListed = eventType(
  'GiftedListed',
  z.strictObject({
    learner: text,
    /** Number of the entry in the resource: it leads to the person, so it is personal. */
    entry: personal(z.string(), { subject: 'learner', purpose: 'special-conditions' }),
    /** Special conditions of attestation that were granted, in words; absent: none. */
    conditions: personal(z.string(), {
      subject: 'learner',
      purpose: 'special-conditions',
    }).optional(),
    until: day.nullable(),
  }),
);

/** Special needs, or the listing as gifted, hold no longer from this day on. */
export const specialStatusEnded = eventType(
  'SpecialStatusEnded',
  z.strictObject({ learner: text, status: z.enum(['gifted', 'special-needs']) }),
);

export const learnerEvents = [
  learnerRegistered,
  learnerDataChanged,
  representativeNamed,
  representativeEnded,
  consentGiven,
  consentWithdrawn,
  specialNeedsRecorded,
  giftedListed,
  specialStatusEnded,
] as const;
