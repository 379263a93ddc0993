import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

/** A permit of the organisation: its licence, or its accreditation. */
export const permitShape = z.strictObject({
  number: text,
  date: day,
  /** Who gave it; null: not said. */
  issuer: text.nullable(),
  /** Last day; null: without an end. */
  until: day.nullable(),
});

/**
 * What the passport of the organisation says changed; the event has only the values that changed,
 * and null takes one away. `occurredOn` is the day from which they hold. RK 1.15.
 */
export const organisationDescribed = eventType(
  'OrganisationDescribed',
  z.strictObject({
    /** As the charter has it. */
    fullName: text.optional(),
    shortName: text.nullable().optional(),
    /** Kind of organisation: `general-education`, … Its annex of order 1324 follows from it. */
    kind: text.nullable().optional(),
    /** The place that stands on documents: «г. Казань». */
    place: text.nullable().optional(),
    address: text.nullable().optional(),
    inn: text.nullable().optional(),
    ogrn: text.nullable().optional(),
    licence: permitShape.nullable().optional(),
    accreditation: permitShape.nullable().optional(),
  }),
);

/**
 * Another organisation was named as the one before or after this one. `occurredOn` is the first day
 * of the later of the two. RK 1.15, RK §4 situation 8.
 */
export const relatedOrganisationNamed = eventType(
  'RelatedOrganisationNamed',
  z.strictObject({
    /** Id by which documents name it. */
    related: text,
    relation: z.enum(['predecessor', 'successor']),
    fullName: text,
    inn: text.nullable(),
    ogrn: text.nullable(),
    /** Where its documents are kept; null: not said. */
    archive: text.nullable(),
  }),
);

/** An entry of the passport was annulled: it counts as if never entered. RK 1.8. */
export const organisationEntryAnnulled = eventType(
  'OrganisationEntryAnnulled',
  z.strictObject({
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of the organisation's passport, for the codec. */
export const organisationEvents = [
  organisationDescribed,
  relatedOrganisationNamed,
  organisationEntryAnnulled,
] as const;
