import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import type { Personal } from '../../../kernel/personal.ts';
import { personal } from '../../../kernel/personal.ts';
import type { PersonName } from '../../../values/person-name.ts';
import { nameShape, readLine } from '../../../values/person-name.ts';
import { day, signerShape, text } from '../../../values/shape.ts';
import {
  blankEntryAnnulled,
  blankSpoilt,
  blanksReleased,
  blanksWrittenOff,
} from './blank-events.ts';
import {
  contentShape,
  documentMarkShape,
  oldLineShape,
  paperShape,
  printedShape,
  writtenMarkShape,
} from './content-events.ts';
import { documentLinked, documentTakenOver } from './old-book-events.ts';

/*
 * The entries of a register. An entry is never overwritten: a wrong one is corrected by another
 * event, and the number of an annulled one stays used. D15, R1 §4.2.6-4.2.7, R5 §4.10.
 */

const ofLearner = { subject: 'learner', purpose: 'documents' } as const;

/** The learner; of a line of an old book, the line itself stands for whom it names. */
const whose = { document: text, learner: text } as const;

/** An entry of before names had parts, as it is read now. */
const namedInParts = <Old extends { readonly name?: Personal<string> | undefined }>({
  name,
  ...rest
}: Old): Omit<Old, 'name'> & { name?: Personal<PersonName> } =>
  name === undefined ? rest : { ...rest, name: readLine(name) };

const issued = z.strictObject({
  ...whose,
  register: text,
  kind: text,
  /**
   * Number of the entry in its series and year, without gaps from the register's first number.
   */
  number: z.number(),
  /** The number as it is printed: `Д-0012/27`. */
  registrationNumber: text,
  paper: paperShape,
  enrollment: text.nullable(),
  /** Earlier enrollments of the learner whose marks enter too; absent: none. RK 1.1. */
  earlier: z.array(text).optional(),
  programme: text.nullable(),
  /** Id of the event of the completion that it confirms; null where its kind needs none. */
  completedBy: text.nullable(),
  standing: z.enum(['original', 'duplicate', 'replacement']),
  /** The document that it takes the place of; null for an original. */
  first: text.nullable(),
  content: contentShape,
  marks: z.array(documentMarkShape),
  /** The name printed on it, where it differs from the learner's name on record. */
  name: personal(z.string(), ofLearner).optional(),
  signer: signerShape,
  edition: z.number(),
});

/** A document was issued: its entry in the register. `occurredOn` is the day of issue. D15. */
export const documentIssued = eventType('DocumentIssued', issued).next(
  issued.extend({
    /** The name printed on it; absent where none was on record. RK 1.10. */
    name: personal(nameShape, ofLearner).optional(),
    birthDate: personal(z.string(), ofLearner).optional(),
    /** Absent in entries that were made before it was kept. */
    printed: printedShape.optional(),
    /** The marks as the line of an old book has them, of a document in its place; else absent. */
    marksWritten: z.array(writtenMarkShape).optional(),
  }),
  namedInParts,
);

const received = z.strictObject({
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
  /** The marks as they are printed on it. */
  marks: z.array(writtenMarkShape),
  sealed: z.boolean(),
  /** Who signed it there: the `head`, or a person `authorised` by the head. */
  signedBy: text,
  name: personal(z.string(), ofLearner).optional(),
  edition: z.number(),
});

/** A document of another organisation was entered in the register of received ones. R5 §4.7. */
export const documentReceived = eventType('DocumentReceived', received).next(
  received.extend({ name: personal(nameShape, ofLearner).optional() }),
  namedInParts,
);

const corrected = z.strictObject({
  ...whose,
  /** Id of the event of the entry. */
  corrects: text,
  /** Id of the event that was in force: of the entry, or of its last correction. */
  replaces: text,
  /** Fields that differ: `hours`, `number`, `name`, `marks`, … */
  changed: z.array(text),
  paper: paperShape,
  content: contentShape,
  marks: z.array(documentMarkShape),
  name: personal(z.string(), ofLearner).optional(),
  /** Who signed the document, where the entry named another; absent: who it named before. */
  documentSigner: signerShape.optional(),
  reason: personal(z.string(), ofLearner),
  signer: signerShape,
  actedOn: day,
  edition: z.number(),
});

/** A wrong entry was corrected: what it should say, and why. The wrong one stays in the history. */
export const documentLineCorrected = eventType('DocumentLineCorrected', corrected).next(
  corrected.extend({
    name: personal(nameShape, ofLearner).optional(),
    /** Of a line of an old book: the birth date as written, where it differs. */
    birthDate: personal(z.string(), ofLearner).optional(),
    /** Of a document of another organisation: who issued it, where it differs. */
    issuer: text.optional(),
    /** The marks as they are written on such a document or in an old book, where they differ. */
    marksWritten: z.array(writtenMarkShape).optional(),
    /** Of a line of an old book: where it stands and what it says there, where it differs. */
    old: oldLineShape.optional(),
  }),
  namedInParts,
);

/** A document was annulled; its number stays used. */
export const documentAnnulled = eventType(
  'DocumentAnnulled',
  z.strictObject({
    ...whose,
    corrects: text,
    /**
     * Whether the entry was made in error, so that no such document was made and the blank that it
     * names is free; absent: a document was annulled, and its blank is spent. RK 1.8.
     */
    enteredInError: z.boolean().optional(),
    reason: personal(z.string(), ofLearner),
    signer: signerShape,
    actedOn: day,
    edition: z.number(),
  }),
);

/**
 * A document was withdrawn: lost, exchanged or destroyed. Another may now be issued in its place.
 */
export const documentWithdrawn = eventType(
  'DocumentWithdrawn',
  z.strictObject({
    ...whose,
    /** Code of a reason in the regulation: `lost`, `name-changed`, … */
    reason: text,
    /** `loss`, `exchange` or `destruction`, as it is reported to the federal register. */
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
    /** Id of a legal representative of the learner, or null. */
    representative: text.nullable(),
    /**
     * The power of attorney or the postal item by its kind, number and day, as one personal value.
     */
    proof: personal(
      z.array(z.strictObject({ title: text, number: text.nullable(), date: day.nullable() })),
      ofLearner,
    ).optional(),
    /** Whether the receiver signed in the register. */
    signed: z.boolean(),
    edition: z.number(),
  }),
);

/**
 * A delivery, a withdrawal or the annulment of a document was annulled: it counts as if never made,
 * or another stands in its place. `occurredOn` is its day. RK 1.8.
 */
export const documentActAnnulled = eventType(
  'DocumentActAnnulled',
  z.strictObject({
    ...whose,
    ...annulmentShape,
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** The event types of a register, for the codec. */
export const registerEvents = [
  documentIssued,
  documentReceived,
  documentTakenOver,
  documentLinked,
  documentLineCorrected,
  documentAnnulled,
  documentWithdrawn,
  documentDelivered,
  documentActAnnulled,
  blankSpoilt,
  blanksWrittenOff,
  blanksReleased,
  blankEntryAnnulled,
] as const;
