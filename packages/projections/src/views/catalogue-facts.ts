import { editionEvents } from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';
import { OFFICE_TYPES } from './offices.ts';
import { ANNULMENT_TYPES } from './standing.ts';

/* Which facts the catalogue is made of. */

/** The event types of the regulation. */
export const EDITION_TYPES = editionEvents.map(({ type }) => type);
const ORGANISATION_TYPES = ['OrganisationDescribed', 'RelatedOrganisationNamed'] as const;
const FORM_TYPES = ['FormApproved', 'FormWithdrawn'] as const;

/** The event types of the catalogue. */
export const CATALOGUE_TYPES = [
  ...EDITION_TYPES,
  'ProgrammeOpened',
  'ModuleAdded',
  'ScaleChosen',
  'GroupOpened',
  'AssessmentPlanned',
  'PlannedAssessmentDropped',
  'ProgrammeClosed',
  'GroupClosed',
  'CommissionFormed',
  'MemberSeated',
  'MemberRelieved',
  'CommissionDissolved',
  ...ORGANISATION_TYPES,
  'WordingConfirmed',
  ...FORM_TYPES,
  ...ANNULMENT_TYPES,
  'LearnerDataChanged',
  ...OFFICE_TYPES,
] as const;

/** A fact of the catalogue. */
export type CatalogueFact = Fact<(typeof CATALOGUE_TYPES)[number]>;
