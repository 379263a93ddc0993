import { catalogue, catalogueKey } from '../views/catalogue.ts';
import type { ViewReader } from './reader.ts';
import { Reading } from './reading.ts';

/** The organisation as every page is headed with it. RK 1.15. */
export interface OrganisationHead {
  /** Full name, as the charter gives it. */
  readonly name: string;
  /** Place, printed under the name. */
  readonly place?: string;
  readonly inn?: string;
  readonly ogrn?: string;
}

/**
 * Reads what the organisation's passport says on the reader's day, for the head of a page; `null`
 * where nobody has entered it. RK 1.15.
 *
 * @example
 * const organisation = (await organisationHead(reader)) ?? { name: 'Академия «Наставник»' };
 */
export async function organisationHead(reader: ViewReader): Promise<OrganisationHead | null> {
  const found = await new Reading(reader).get(catalogue, catalogueKey.organisation);
  if (found?.kind !== 'organisation' || found.passport.fullName === null) return null;
  const { fullName: name, place, inn, ogrn } = found.passport;
  return {
    name,
    ...(place === null ? {} : { place }),
    ...(inn === null ? {} : { inn }),
    ...(ogrn === null ? {} : { ogrn }),
  };
}
