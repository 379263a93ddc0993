import * as z from 'zod';
import { signerFields } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
import { dayOfBirth } from '../../values/birth-date.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { personName } from '../../values/person-name.ts';
import { shortText } from '../../values/text.ts';
import { content, onPaper, writtenMarks } from './document-commands.ts';
import { documentId } from './facts/questions.ts';

/* Books that are older than the system, or a predecessor's. RK §4 situation 8. */

const words = (longest: number) => shortText(longest).nullable().default(null);

const line = z
  .strictObject({
    /** A kind of document of the regulation, in which a duplicate could be issued. */
    kind: identifier,
    /** What the document calls itself. */
    title: words(300),
    page: words(40),
    /** Number of the line, as written. */
    line: words(40),
    registrationNumber: words(64),
    series: onPaper,
    number: onPaper,
    issuedOn: localDate,
    ...content,
    /** Period of study, which is over. */
    from: localDate.nullable().default(null),
    until: localDate.nullable().default(null),
    /** Title of the programme, as written. */
    programme: words(500),
    marks: writtenMarks.default([]),
    name: personName,
    birthDate: dayOfBirth.optional(),
  })
  .refine((given) => given.line !== null || given.registrationNumber !== null, {
    path: ['line'],
    error: complaint(
      'дайте номер строки или регистрационный номер',
      'give the number of the line, or the registration number',
    ),
  });

/**
 * Takes over lines of a book that is older than the system or a predecessor's, all or none. `book`
 * is an id of the organisation's choice, which names its lines; `carrier` is the kind of book in
 * the regulation. Nobody need be registered. RK §4 situation 8.
 */
export const takeOverDocuments = command(
  'take-over-documents',
  z.strictObject({
    book: identifier,
    carrier: identifier,
    /** Title of the book, as on its cover. */
    title: shortText(300),
    volume: words(40),
    /** Id of the predecessor that issued the documents; null: this organisation did. RK 1.15. */
    predecessor: identifier.nullable().default(null),
    /**
     * The issuer's name; by default the predecessor's, or that of this organisation on the day of
     * issue.
     */
    issuer: shortText(500).optional(),
    /** Where the book is kept; by default where the predecessor's papers are. */
    archive: shortText(500).optional(),
    lines: z.array(line).min(1).max(200),
    ...signerFields,
    on: localDate.optional(),
  }),
  ['lines'],
);

/** Records which learner a line of an old book names. RK §4 situation 8. */
export const linkDocument = command(
  'link-document',
  z.strictObject({ document: documentId, learner: identifier, on: localDate.optional() }),
);

/** The parsed input of `take-over-documents`. */
export type TakeOverDocuments = z.output<typeof takeOverDocuments.schema>;

/** The parsed input of `link-document`. */
export type LinkDocument = z.output<typeof linkDocument.schema>;
