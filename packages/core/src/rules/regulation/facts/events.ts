import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { bothLanguages, day, text } from '../../../values/shape.ts';
import { rulesSetEvents } from '../sections/all.ts';

/*
 * Adopting an edition writes all of it into the log, so that a newer library never changes an old
 * rule. Each section is one event of its own type; one edition is one append.
 */

/** An edition was adopted: its rules follow in the same append. `occurredOn`: in force from. D1. */
export const editionAdopted = eventType(
  'EditionAdopted',
  z.strictObject({
    /** From 1. */
    edition: z.number(),
    title: bothLanguages,
    /** What it is: `first`, `edition`, or an `addition` or `annex` to the one before. R2 §4.2. */
    change: text,
    /** Preset it was made from, with its version; null: the organisation's own. */
    preset: text.nullable(),
    /** Bodies that considered it, with their opinion. R3 §5.2, R5 §1.4. */
    considered: z.array(z.strictObject({ body: text, opinion: text.nullable(), on: day })),
    /** Who approved it. */
    approvedBy: z.strictObject({ person: text.nullable(), office: text, on: day }).nullable(),
    /** Sections that differ from the edition before; all of them in the first. */
    sections: z.array(text),
  }),
);

/** The edition in force was published. R1 §8.1. */
export const regulationPublished = eventType(
  'RegulationPublished',
  z.strictObject({ edition: z.number(), place: text }),
);

/** The regulation was repealed by order: no edition is in force from this day. R1 §8.2. */
export const regulationRepealed = eventType(
  'RegulationRepealed',
  z.strictObject({ edition: z.number() }),
);

export const regulationEvents = [
  editionAdopted,
  ...rulesSetEvents,
  regulationPublished,
  regulationRepealed,
] as const;
