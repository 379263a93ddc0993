import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { bothLanguages, day, signerShape, text } from '../../../values/shape.ts';
import { rulesSetEvents } from '../sections/all.ts';

/*
 * Adopting an edition writes its whole content into the log, so that a newer version of the library
 * never changes an old rule. Each section has an event type of its own; the events of one edition
 * are one append.
 */

/**
 * An edition was adopted; the events with its rules follow in the same append. `occurredOn` is the
 * first day in force. D1.
 */
export const editionAdopted = eventType(
  'EditionAdopted',
  z.strictObject({
    /** Number of the edition, counted from 1. */
    edition: z.number(),
    title: bothLanguages,
    /** `first`, `edition` (a new one), or `addition` or `annex` to the one before. R2 §4.2. */
    change: text,
    /** Name and version of the preset that it was made from; null: the organisation's own rules. */
    preset: text.nullable(),
    /** Bodies (councils) that considered it, with their opinions. R3 §5.2, R5 §1.4. */
    considered: z.array(z.strictObject({ body: text, opinion: text.nullable(), on: day })),
    /** Who approved it, in which office, and when; null: not recorded. */
    approvedBy: z.strictObject({ person: text.nullable(), office: text, on: day }).nullable(),
    /** Sections that differ from the edition before; all of them in the first. */
    sections: z.array(text),
  }),
);

/** The edition in force was published; `place` says where. R1 §8.1. */
export const regulationPublished = eventType(
  'RegulationPublished',
  z.strictObject({ edition: z.number(), place: text }),
);

/** The regulation was repealed: no edition is in force from this day on. R1 §8.2. */
export const regulationRepealed = eventType(
  'RegulationRepealed',
  z.strictObject({ edition: z.number() }),
);

/** The fields that a fact about an entry has, which has the day of the entry as `occurredOn`. */
const aboutEntry = {
  /** Number of the edition that the entry is of. */
  about: z.number(),
  /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
  reason: text.nullable(),
} as const;

/** An edition, its publication or the repeal was annulled: it counts as never entered. RK 1.8. */
export const regulationEntryAnnulled = eventType(
  'RegulationEntryAnnulled',
  z.strictObject({ ...annulmentShape, ...aboutEntry }),
);

/**
 * An edition, its publication or the repeal got its true day: it holds from then. An edition keeps
 * its number, and what was decided on it keeps naming it. RK 1.8.
 */
export const regulationDayCorrected = eventType(
  'RegulationDayCorrected',
  z.strictObject({
    /** Event id and type of the entry. */
    corrects: text,
    entry: text,
    ...aboutEntry,
    /** The day that it had before. */
    was: day,
    /** The true day: of an edition the first in force, of a repeal the first without one. */
    day,
    actedOn: day,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** Event types of the regulation. */
export const regulationEvents = [
  editionAdopted,
  ...rulesSetEvents,
  regulationPublished,
  regulationRepealed,
  regulationEntryAnnulled,
  regulationDayCorrected,
] as const;
