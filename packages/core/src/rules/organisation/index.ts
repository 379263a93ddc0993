/*
 * The passport of the organisation: full and short name, kind, place, ИНН, ОГРН, licence,
 * accreditation, each from its day on; its predecessor and successor.
 * Stream: `<org>.organisation-main`.
 * Events: OrganisationDescribed, RelatedOrganisationNamed; OrganisationEntryAnnulled annuls either.
 * Commands: describe, nameRelated (anybody who acts for the organisation); annulEntry
 * (`correction.entryOffices`).
 * Rules: decide.ts; what holds on a day in `facts/questions.ts`. Who is the head on a day says
 * `rules/official`.
 * Sources: RK 1.15; order 115 of 2014 (what stands on documents).
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { organisationService } from './service.ts';
