import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type {
  organisationDescribed,
  organisationEntryAnnulled,
  organisationEvents,
  relatedOrganisationNamed,
} from './events.ts';

/* Stream: `<org>.organisation-main`: what the passport of the organisation says, from which day. */

/** Any event of the passport. */
export type OrganisationEvent = EventOf<(typeof organisationEvents)[number]>;

/** An entry of the passport, which may be annulled. */
export type OrganisationEntry =
  | EventOf<typeof organisationDescribed>
  | EventOf<typeof relatedOrganisationNamed>;

type Described = EventOf<typeof organisationDescribed>['data'];

/** A permit: number, date, issuer, last day. */
export type Permit = NonNullable<Described['licence']>;

/** The values of the passport; null: never said, or taken away. */
export interface Passport {
  readonly fullName: string | null;
  readonly shortName: string | null;
  /** Kind of organisation, as `ORGANISATION_KINDS` has them. */
  readonly kind: string | null;
  readonly place: string | null;
  readonly address: string | null;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly licence: Permit | null;
  readonly accreditation: Permit | null;
}

/** Some values of a passport, as one entry says them. */
export type PassportValues = { readonly [Key in keyof Passport]?: Passport[Key] | undefined };

/** An organisation before or after this one, from its first day or until its last. */
export interface RelatedOrganisation {
  readonly related: string;
  readonly relation: 'predecessor' | 'successor';
  /** First day of the later of the two. */
  readonly on: string;
  readonly fullName: string;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly archive: string | null;
  /** Event id of the entry. */
  readonly entry: string;
}

/** What the entries that count amount to. */
export interface OrganisationFacts {
  /** What was said, by day, oldest first. */
  readonly described: { readonly on: string; readonly values: PassportValues }[];
  readonly related: RelatedOrganisation[];
}

/** The passport with the entries that it was made from. */
export type OrganisationState = OrganisationFacts & WithEntries<OrganisationEntry>;

/** How the entries that count, in the order of their days, make the state. */
export const organisationFacts: EntryFold<OrganisationFacts, OrganisationEntry> = {
  kind: 'organisation',
  initial: () => ({ described: [], related: [] }),
  evolve: (state, { id: entry, type, occurredOn: on, data }) => {
    if (type === 'OrganisationDescribed') state.described.push({ on, values: data });
    else state.related.push({ ...data, on, entry });
  },
};

/** Folds the events of the organisation's passport. */
export const organisationFold: Fold<OrganisationState, OrganisationEvent> = foldEntries<
  OrganisationFacts,
  OrganisationEntry,
  EventOf<typeof organisationEntryAnnulled>
>(organisationFacts, { type: 'OrganisationEntryAnnulled' });
