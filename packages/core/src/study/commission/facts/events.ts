import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * Events of a commission, its sittings and their protocols. Results are events of the enrollments
 * and name the protocol as their basis; the protocol's entries name the events of these results.
 * D8.
 */

const seat = z.strictObject({ person: text, role: text });

/** A commission was formed by order; `occurredOn` is its first day. D8, R1 §4.2.3-4.2.4. */
export const commissionFormed = eventType(
  'CommissionFormed',
  z.strictObject({
    commission: text,
    /** By the regulation's id: `attestation`, `retake`, … */
    kind: text,
    /** Programmes and groups that it is for; an empty list means all. */
    programmes: z.array(text),
    groups: z.array(text),
    members: z.array(seat),
    /** Last day of its term; null: until dissolved. */
    until: day.nullable(),
    edition: z.number(),
  }),
);

/** A person took a seat; `occurredOn` is the first day in it. */
export const memberSeated = eventType(
  'MemberSeated',
  z.strictObject({ commission: text, person: text, role: text, edition: z.number() }),
);

/** A person was relieved of a seat; `occurredOn` is the first day without it. */
export const memberRelieved = eventType(
  'MemberRelieved',
  z.strictObject({ commission: text, person: text, role: text, edition: z.number() }),
);

/** The commission was dissolved; `occurredOn` is the first day without it. */
export const commissionDissolved = eventType(
  'CommissionDissolved',
  z.strictObject({ commission: text, edition: z.number() }),
);

/** A sitting was held with a quorum: its protocol begins. D8. */
export const sittingHeld = eventType(
  'SittingHeld',
  z.strictObject({
    commission: text,
    /** `<commission>.<n>`. */
    protocol: text,
    kind: text,
    present: z.array(seat),
    absent: z.array(seat),
    /** Person id of who presided; null: nobody present may preside, and none is required. */
    presiding: text.nullable(),
    /** Persons whose signatures complete the protocol. */
    signatories: z.array(text),
    /** Agenda of the sitting. Stored unsealed: it names no person. */
    agenda: z.array(text),
    edition: z.number(),
  }),
);

const questions = personal(z.array(z.string()), { subject: 'learner', purpose: 'assessment' });

const entryFields = {
  commission: text,
  protocol: text,
  /** Number of the entry in its protocol, from 1. */
  line: z.number(),
  enrollment: text,
  learner: text,
  /** What the learner was asked. */
  questions: questions.optional(),
} as const;

/** A result was entered in a protocol; `result` is the id of its event in the enrollment. D8. */
export const protocolLineEntered = eventType(
  'ProtocolLineEntered',
  z.strictObject({ ...entryFields, result: text, edition: z.number() }),
);

/**
 * An entry of a protocol was corrected by another one; the wrong one stays readable. `occurredOn`
 * and `refs` are those of the entry, `actedOn` is the day of the correction. D7, D8.
 */
export const protocolLineCorrected = eventType(
  'ProtocolLineCorrected',
  z.strictObject({
    ...entryFields,
    /** Event id of the entry. */
    corrects: text,
    /** Event id of the entry that was in force: the first one, or its last correction. */
    replaces: text,
    actedOn: day,
    /** Null: the entry is struck out. */
    result: text.nullable(),
    reason: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    signer: seat,
    edition: z.number(),
  }),
);

/** A member recorded a special opinion (особое мнение) on an entry. D8. */
export const dissentRecorded = eventType(
  'DissentRecorded',
  z.strictObject({
    commission: text,
    protocol: text,
    /** Event id of the entry. */
    about: text,
    learner: text,
    member: text,
    role: text,
    opinion: personal(z.string(), { subject: 'learner', purpose: 'assessment' }),
    edition: z.number(),
  }),
);

/** A person who was present signed the numbered protocol. D8. */
export const protocolSigned = eventType(
  'ProtocolSigned',
  z.strictObject({
    commission: text,
    protocol: text,
    person: text,
    role: text,
    number: z.number(),
    /** How many entries it had. */
    lines: z.number(),
    edition: z.number(),
  }),
);

/** An entry about the commission, or a sitting, was annulled or replaced by another. RK 1.8. */
export const commissionEntryAnnulled = eventType(
  'CommissionEntryAnnulled',
  z.strictObject({
    commission: text,
    /** The protocol of the sitting that was annulled; absent: the entry is no sitting. */
    protocol: text.optional(),
    /** Person ids of those whose signatures on the protocol are annulled with the sitting. */
    signed: z.array(text).optional(),
    ...annulmentShape,
    /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
    reason: text.nullable(),
  }),
);

/** Every event of a commission's stream. */
export const commissionEvents = [
  commissionFormed,
  memberSeated,
  memberRelieved,
  commissionDissolved,
  sittingHeld,
  protocolLineEntered,
  protocolLineCorrected,
  dissentRecorded,
  protocolSigned,
  commissionEntryAnnulled,
] as const;
