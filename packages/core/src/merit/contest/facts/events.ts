import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/**
 * A copy of a contest's protocol was kept as evidence. `occurredOn` is the day from which it is
 * kept. Its fields name no learner, because one protocol is of many. R3 §3.4.
 */
export const contestProtocolKept = eventType(
  'ContestProtocolKept',
  z.strictObject({
    /** Id of the kept copy. */
    contest: text,
    /** Title of the contest. */
    title: text,
    /** Codes of the kind of event and of its level in the regulation. */
    kind: text,
    level: text,
    organiser: text,
    /** Day of the contest, and the number of its protocol; null: it has none. */
    heldOn: day,
    number: text.nullable(),
    /** `paper` or `digital`, and where the copy is kept. */
    medium: z.enum(['paper', 'digital']),
    locator: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The keeping of a copy was annulled: it counts as if never entered. RK 1.8. */
export const contestEntryAnnulled = eventType(
  'ContestEntryAnnulled',
  z.strictObject({
    contest: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a kept copy of a protocol, for the codec. */
export const contestEvents = [contestProtocolKept, contestEntryAnnulled] as const;
