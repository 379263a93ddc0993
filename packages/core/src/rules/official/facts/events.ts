import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';

/** The name of an official became known, or changed. */
export const officialNamed = eventType(
  'OfficialNamed',
  z.strictObject({
    person: text,
    name: personal(z.string(), { subject: 'person', purpose: 'identification' }),
  }),
);

/** An official was appointed to an office by order. Source: D1, R2 §3.2. */
export const officialAppointed = eventType(
  'OfficialAppointed',
  z.strictObject({
    person: text,
    /** Office of the regulation: `teacher`, `head`, `records-keeper`. */
    office: text,
    /** Position as it is written beside a signature. */
    position: text.nullable(),
    /** What the appointment is limited to; null: the whole organisation. */
    scope: z
      .strictObject({ programmes: z.array(text), groups: z.array(text), levels: z.array(text) })
      .nullable(),
    /** Last day of the appointment; null: until relieved. `occurredOn` is its first day. */
    until: day.nullable(),
    edition: z.number(),
  }),
);

/** An official was relieved of an office by order; `occurredOn` is the first day without it. */
export const officialRelieved = eventType(
  'OfficialRelieved',
  z.strictObject({ person: text, office: text, edition: z.number() }),
);

export const officialEvents = [officialNamed, officialAppointed, officialRelieved] as const;
