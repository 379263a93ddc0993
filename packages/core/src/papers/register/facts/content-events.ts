import * as z from 'zod';
import { permitShape } from '../../../rules/organisation/facts/events.ts';
import { valueShape } from '../../../study/enrollment/facts/assessment-events.ts';
import { day, text } from '../../../values/shape.ts';

/* What entries of a register say of a document: its paper, content, marks and origin. D15. */

/**
 * The paper of a document: an accountable blank, or plain paper with a number of its own or none.
 */
export const paperShape = z.strictObject({
  /** Kind of accountable blank; null for plain paper. */
  blank: text.nullable(),
  series: text.nullable(),
  number: text.nullable(),
});

/** What a document states besides names and marks. */
export const contentShape = z.strictObject({
  /** Day printed on it. */
  issuedOn: day,
  /** Qualification, profession or speciality that it confirms. */
  qualification: text.nullable(),
  hours: z.number().nullable(),
  /** Period of study, both days included. */
  from: day.nullable(),
  until: day.nullable(),
  /** Other subject: the conference, the place where it is to be presented. No personal data. */
  subject: text.nullable(),
});

/** A result that a mark of a document is made of. RK 1.1. */
export const markPartShape = z.strictObject({
  kind: text,
  studyYear: text,
  period: text.nullable(),
  /** The mark on the scale of the document's mark; null for a credit without a mark. */
  value: text.nullable(),
  /** Id of the event in force: of the record, or of its last correction. */
  event: text,
});

/** A mark as the document shows it, and the events that it is taken from. R5 §4.10, RK 1.1. */
export const documentMarkShape = z.strictObject({
  /** Null for the programme as a whole. */
  module: text.nullable(),
  /** Title of the module on the day of issue. */
  title: text.nullable(),
  /** Kind of assessment; of a mean, that of its last part. */
  kind: text,
  /** Null for a credit without a mark. */
  mark: valueShape.nullable(),
  credited: z.boolean(),
  /**
   * Ids of the event that first recorded the result, and of the one in force; of a mean, those of
   * its last part.
   */
  record: text,
  inForce: text,
  /** How it was made, by a rule of the kind of document: `in-force`, `first`, `mean`. */
  method: text.optional(),
  /** Every result that it is made of, in the order of their days; absent in older entries. */
  parts: z.array(markPartShape).optional(),
});

/**
 * What a document printed of the programme and the organisation on its day, whatever they are
 * called later; null: not on record. RK 1.10, RK 1.15.
 */
export const printedShape = z.strictObject({
  /** Title of the programme. */
  programme: text.nullable(),
  organisation: z
    .strictObject({
      fullName: text,
      place: text.nullable(),
      inn: text.nullable(),
      ogrn: text.nullable(),
      licence: permitShape.nullable(),
    })
    .nullable(),
  /** Of a document in the place of one of an old book: what was said of that. RK §4 situation 8. */
  original: z
    .strictObject({
      document: text,
      title: text.nullable(),
      issuer: text,
      archive: text.nullable(),
    })
    .optional(),
});

/** A mark as it is written on a document of elsewhere, or in an old book. */
export const writtenMarkShape = z.strictObject({
  title: text,
  value: text,
  words: text.nullable(),
});

/** Where a line stands in an old book, and what it says of its document. RK §4 situation 8. */
export const oldLineShape = z.strictObject({
  /** Id of the carrier in the regulation, of which the book is one. */
  carrier: text,
  /** Title of the book, and the number of its volume. */
  bookTitle: text,
  volume: text.nullable(),
  page: text.nullable(),
  /** Number of the line, as written. */
  line: text.nullable(),
  /** Where the book is kept; null: not said. */
  archive: text.nullable(),
  /** Id of the predecessor that issued it; null: this organisation, perhaps under another name. */
  predecessor: text.nullable(),
  /** The issuer's name on the day of issue. */
  issuer: text,
  /** What the document calls itself. */
  title: text.nullable(),
  registrationNumber: text.nullable(),
  /** Title of the programme, as written. */
  programme: text.nullable(),
});
