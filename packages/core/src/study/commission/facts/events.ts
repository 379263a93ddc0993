import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * A commission, its sittings and their protocols. A result itself stands in the enrollment, with
 * the protocol as its basis; the protocol's lines name the events of the results that it signs.
 */

const seat = z.strictObject({ person: text, role: text });

/** A commission was formed by order; `occurredOn` is its first day. D8, R1 §4.2.3-4.2.4. */
export const commissionFormed = eventType(
  'CommissionFormed',
  z.strictObject({
    commission: text,
    /** Kind of the regulation: `attestation`, `retake`. */
    kind: text,
    /** Programmes and groups that it is for; empty lists limit nothing. */
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
    /** Who presided; null where nobody present may. */
    presiding: text.nullable(),
    /** Those present without whose signature the protocol is incomplete. */
    signatories: z.array(text),
    /** Questions of the day; never about one person. */
    agenda: z.array(text),
    edition: z.number(),
  }),
);

const questions = personal(z.array(z.string()), { subject: 'learner', purpose: 'assessment' });

const entryFields = {
  commission: text,
  protocol: text,
  /** Number of the line in its protocol, from 1. */
  line: z.number(),
  enrollment: text,
  learner: text,
  /** What the learner was asked. */
  questions: questions.optional(),
} as const;

/** A result was entered in a protocol: `result` is its event in the enrollment. D8. */
export const protocolLineEntered = eventType(
  'ProtocolLineEntered',
  z.strictObject({ ...entryFields, result: text, edition: z.number() }),
);

/**
 * A wrong line was answered by another: the wrong one stays. A fact about a fact: `occurredOn` and
 * refs are the line's, `actedOn` is the act's own day. D7, D8.
 */
export const protocolLineCorrected = eventType(
  'ProtocolLineCorrected',
  z.strictObject({
    ...entryFields,
    /** Event id of the line. */
    corrects: text,
    /** Event id that was in force: the line, or the last correction of it. */
    replaces: text,
    actedOn: day,
    /** Null: the line is struck out. */
    result: text.nullable(),
    reason: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    signer: seat,
    edition: z.number(),
  }),
);

/** A member dissented from a line (особое мнение). */
export const dissentRecorded = eventType(
  'DissentRecorded',
  z.strictObject({
    commission: text,
    protocol: text,
    /** Event id of the line. */
    about: text,
    learner: text,
    member: text,
    role: text,
    opinion: personal(z.string(), { subject: 'learner', purpose: 'assessment' }),
    edition: z.number(),
  }),
);

/** One of those present signed the protocol, under its number. D8. */
export const protocolSigned = eventType(
  'ProtocolSigned',
  z.strictObject({
    commission: text,
    protocol: text,
    person: text,
    role: text,
    number: z.number(),
    /** How many lines it had. */
    lines: z.number(),
    edition: z.number(),
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
] as const;
