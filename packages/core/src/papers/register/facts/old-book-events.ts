import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { nameShape } from '../../../values/person-name.ts';
import { signerShape, text } from '../../../values/shape.ts';
import { contentShape, oldLineShape, paperShape, writtenMarkShape } from './content-events.ts';

/*
 * Lines of books that are older than the system, or a predecessor's. Nobody need be registered, and
 * nothing is known of a study: the line stands for whom it names. RK §4 situation 8.
 */

const ofLine = { subject: 'document', purpose: 'documents' } as const;

/**
 * A line of an old book was taken over, on `occurredOn`; the document is as old as its content
 * says.
 */
export const documentTakenOver = eventType(
  'DocumentTakenOver',
  z.strictObject({
    document: text,
    /** Id of the book, which is the series of its lines. */
    book: text,
    kind: text,
    /** Number of the line in the order of taking over. */
    number: z.number(),
    paper: paperShape,
    content: contentShape,
    marks: z.array(writtenMarkShape),
    old: oldLineShape,
    /** Name and birth date as they are written. */
    name: personal(nameShape, ofLine),
    birthDate: personal(z.string(), ofLine).optional(),
    /** Who took it over from the book. */
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The person whom a line of an old book names was found to be a learner. RK §4 situation 8. */
export const documentLinked = eventType(
  'DocumentLinked',
  z.strictObject({ document: text, learner: text, edition: z.number() }),
);
