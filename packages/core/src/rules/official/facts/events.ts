import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { nameShape, readLine } from '../../../values/person-name.ts';
import { day, text } from '../../../values/shape.ts';

const ofPerson = { subject: 'person', purpose: 'identification' } as const;

/** As it was before names had parts. */
const namedByLine = z.strictObject({ person: text, name: personal(z.string(), ofPerson) });

/** An official's name was recorded or changed; `occurredOn` is the day from which it holds. */
export const officialNamed = eventType('OfficialNamed', namedByLine).next(
  namedByLine.extend({ name: personal(nameShape, ofPerson) }),
  (old) => ({ ...old, name: readLine(old.name) }),
);

/** A person was appointed to an office. `occurredOn` is the first day. Source: D1, R2 §3.2. */
export const officialAppointed = eventType(
  'OfficialAppointed',
  z.strictObject({
    person: text,
    /** Office of the regulation: `teacher`, `head`, `records-keeper`. */
    office: text,
    /** Position as written beside a signature; null: none. */
    position: text.nullable(),
    /** Ids of what the appointment is limited to; null: the whole organisation. */
    scope: z
      .strictObject({ programmes: z.array(text), groups: z.array(text), levels: z.array(text) })
      .nullable(),
    /** Last day of the appointment; null: until relieved. */
    until: day.nullable(),
    /** Number of the edition of the regulation that the command was decided on. */
    edition: z.number(),
  }),
);

/** An official was relieved of an office; `occurredOn` is the first day without it. */
export const officialRelieved = eventType(
  'OfficialRelieved',
  z.strictObject({ person: text, office: text, edition: z.number() }),
);

/**
 * An entry of the official was annulled: it counts as if never made, or another stands in its
 * place. `occurredOn` is the day of the entry. RK 1.8.
 */
export const officialEntryAnnulled = eventType(
  'OfficialEntryAnnulled',
  z.strictObject({
    person: text,
    ...annulmentShape,
    /** The reason, in words; personal, because it is about the official. */
    reason: personal(z.string(), ofPerson).optional(),
  }),
);

/** Event types of an official. */
export const officialEvents = [
  officialNamed,
  officialAppointed,
  officialRelieved,
  officialEntryAnnulled,
] as const;
