import type { OrganisationFacts, Passport, PassportValues, RelatedOrganisation } from './state.ts';

const EMPTY: Passport = {
  fullName: null,
  shortName: null,
  kind: null,
  place: null,
  address: null,
  inn: null,
  ogrn: null,
  licence: null,
  accreditation: null,
};

/**
 * The passport on a day: each value as it was last said by then. A permit that has ended is none.
 * RK 1.15.
 *
 * @example
 * passportOn(state, '2026-09-01').fullName; // => 'Академия дополнительного образования'
 */
export function passportOn({ described }: OrganisationFacts, day: string): Passport {
  const said = described.filter(({ on }) => on <= day).map(({ values }) => values);
  return passportOf(said, day);
}

/**
 * The passport that values make, the later before the earlier.
 * @param day a permit that ended before this day is none; null: each is given, also one that ended.
 */
export function passportOf(said: readonly PassportValues[], day: string | null): Passport {
  const passport: Passport = Object.assign({}, EMPTY, ...said);
  const lasting = (permit: Passport['licence']) =>
    permit === null || day === null || (permit.until ?? day) >= day ? permit : null;
  const { licence, accreditation } = passport;
  return { ...passport, licence: lasting(licence), accreditation: lasting(accreditation) };
}

/** The organisation that was named under an id; null: none was. */
export function relatedOrganisation(
  { related }: OrganisationFacts,
  id: string,
): RelatedOrganisation | null {
  return related.find((one) => one.related === id) ?? null;
}
