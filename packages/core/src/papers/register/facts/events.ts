import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { valueShape } from '../../../study/enrollment/facts/assessment-events.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * The lines of a register. A line is never overwritten: a wrong one is answered by a correcting
 * one, and the number of an annulled one stays used. D15, R1 §4.2.6-4.2.7, R5 §4.10.
 */

const ofLearner = { subject: 'learner', purpose: 'documents' } as const;

const whose = { document: text, learner: text } as const;

/** What paper it is on: an accountable blank, or plain paper with a number of its own or none. */
export const paperShape = z.strictObject({
  /** Kind of accountable blank; null: plain paper. */
  blank: text.nullable(),
  series: text.nullable(),
  number: text.nullable(),
});

/** What the document says beside names and marks. */
export const contentShape = z.strictObject({
  /** Day that stands on it. */
  issuedOn: day,
  /** Qualification, profession or speciality that it confirms. */
  qualification: text.nullable(),
  hours: z.number().nullable(),
  /** Period of study, both days included. */
  from: day.nullable(),
  until: day.nullable(),
  /** What else it is about: the conference, the place that it is asked for. No personal data. */
  subject: text.nullable(),
});

/** A mark as the document shows it, and the events that it comes from. R5 §4.10. */
export const documentMarkShape = z.strictObject({
  /** Null for the programme as a whole. */
  module: text.nullable(),
  /** Title of the module on that day. */
  title: text.nullable(),
  kind: text,
  /** Null for a credit without a mark. */
  mark: valueShape.nullable(),
  credited: z.boolean(),
  /** Event id of the first record, and of the value in force. */
  record: text,
  inForce: text,
});

/** A document was issued: its line in the register. `occurredOn` is the day of issue. D15. */
export const documentIssued = eventType(
  'DocumentIssued',
  z.strictObject({
    ...whose,
    register: text,
    kind: text,
    /** Number of the line in its series and year: without gap, from the register's first. */
    number: z.number(),
    /** The same as it is written: `Д-0012/27`. */
    registrationNumber: text,
    paper: paperShape,
    enrollment: text.nullable(),
    programme: text.nullable(),
    /** Event id of the completion that it confirms; null where its kind demands none. */
    completedBy: text.nullable(),
    standing: z.enum(['original', 'duplicate', 'replacement']),
    /** The document in whose place it was issued; null for an original. */
    first: text.nullable(),
    content: contentShape,
    marks: z.array(documentMarkShape),
    /** The name that stands on it, as it was on that day; absent: the one on record. */
    name: personal(z.string(), ofLearner).optional(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A document of another organisation was entered in the register of received ones. R5 §4.7. */
export const documentReceived = eventType(
  'DocumentReceived',
  z.strictObject({
    ...whose,
    register: text,
    kind: text,
    number: z.number(),
    registrationNumber: text,
    paper: paperShape,
    enrollment: text.nullable(),
    /** The organisation that issued it, by name. */
    issuer: text,
    content: contentShape,
    /** Marks that it shows, as they stand on it. */
    marks: z.array(z.strictObject({ title: text, value: text, words: text.nullable() })),
    sealed: z.boolean(),
    /** Signed by the `head` there, or by a person `authorised` by the head. */
    signedBy: text,
    name: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** A wrong line was answered: what it should say, and why. The wrong one stays readable. */
export const documentLineCorrected = eventType(
  'DocumentLineCorrected',
  z.strictObject({
    ...whose,
    /** Event id of the line. */
    corrects: text,
    /** Event id of the entry that was in force: the line, or its last correction. */
    replaces: text,
    /** Fields that differ: `hours`, `number`, `name`, `marks`, … */
    changed: z.array(text),
    paper: paperShape,
    content: contentShape,
    marks: z.array(documentMarkShape),
    name: personal(z.string(), ofLearner).optional(),
    reason: personal(z.string(), ofLearner),
    signer: signerShape,
    actedOn: day,
    edition: z.number(),
  }),
);

/** A document was annulled; its number stays used. */
export const documentAnnulled = eventType(
  'DocumentAnnulled',
  z.strictObject({
    ...whose,
    corrects: text,
    reason: personal(z.string(), ofLearner),
    signer: signerShape,
    actedOn: day,
    edition: z.number(),
  }),
);

/** A document gave way: lost, exchanged or destroyed. Another may now be issued in its place. */
export const documentWithdrawn = eventType(
  'DocumentWithdrawn',
  z.strictObject({
    ...whose,
    /** By code of the regulation: `lost`, `name-changed`, … */
    reason: text,
    /** `loss`, `exchange` or `destruction`: what the state register is told. */
    outcome: text,
    edition: z.number(),
  }),
);

/** A document was handed over. */
export const documentDelivered = eventType(
  'DocumentDelivered',
  z.strictObject({
    ...whose,
    /** `in-person`, `representative` or `post`. */
    way: text,
    /** A legal representative of the learner's, by id. */
    representative: text.nullable(),
    /** The power of attorney or the postal item, by its code, number and day: one value. */
    proof: personal(
      z.array(z.strictObject({ title: text, number: text.nullable(), date: day.nullable() })),
      ofLearner,
    ).optional(),
    /** Did the receiver sign in the register? */
    signed: z.boolean(),
    edition: z.number(),
  }),
);

const blank = { blank: text, series: text.nullable() } as const;

/** A blank was spoilt, and is written off by an act. */
export const blankSpoilt = eventType(
  'BlankSpoilt',
  z.strictObject({ ...blank, number: text, cause: text, signer: signerShape, edition: z.number() }),
);

/** Spoilt blanks were written off; the act stands in `ground`. */
export const blanksWrittenOff = eventType(
  'BlanksWrittenOff',
  z.strictObject({
    blank: text,
    items: z.array(z.strictObject({ series: text.nullable(), number: text })),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** Unused blanks were given back: this register may use them no longer. */
export const blanksReleased = eventType(
  'BlanksReleased',
  z.strictObject({ ...blank, from: text, to: text, signer: signerShape, edition: z.number() }),
);

/** The event types of a register, for the codec. */
export const registerEvents = [
  documentIssued,
  documentReceived,
  documentLineCorrected,
  documentAnnulled,
  documentWithdrawn,
  documentDelivered,
  blankSpoilt,
  blanksWrittenOff,
  blanksReleased,
] as const;
