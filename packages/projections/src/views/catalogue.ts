import type { CoreEvent } from '@letopis/core';
import { factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { CatalogueFact } from './catalogue-facts.ts';
import { CATALOGUE_TYPES, EDITION_TYPES } from './catalogue-facts.ts';
import {
  closedLearnersIn,
  commissionOn,
  formOn,
  groupOn,
  lawOn,
  organisationOn,
  programmeOn,
  regulationOn,
} from './catalogue-reading.ts';
import type { CatalogueAnswer } from './catalogue-titles.ts';
import type { OfficeFact } from './offices.ts';
import { OFFICE_TYPES, officesOn } from './offices.ts';
import { factsThatCount } from './standing.ts';

/** A partition of the catalogue: its facts in log order. */
export interface CatalogueView {
  readonly kind: CatalogueAnswer['kind'];
  readonly facts: CatalogueFact[];
}

/** Keys of the catalogue's partitions. */
export const catalogueKey = {
  /** Gives the key of the titles of one programme. */
  programme: (programme: string): string => partitionKey('programme', programme),
  /** Gives the key of the titles of one group. */
  group: (group: string): string => partitionKey('group', group),
  /** Gives the key of the titles of one commission. */
  commission: (commission: string): string => partitionKey('commission', commission),
  /** Gives the key of the approved versions of one form. */
  form: (form: string): string => partitionKey('form', form),
  regulation: 'regulation/main',
  organisation: 'organisation/main',
  /** Gives the key of the offices that one person holds. */
  official: (person: string): string => partitionKey('official', person),
  closed: 'closed/main',
  law: 'law/main',
};

/**
 * Programmes, groups, commissions, forms, the organisation, the regulation and confirmed wordings
 * of law: what pages are headed with, and the rules that reports apply; who holds which office; and
 * of which learners who they were is closed. Has no personal data. Keys: `programme/<programme>`,
 * `group/<group>`, `commission/<commission>`, `form/<form>`, `organisation/main`,
 * `regulation/main`, `law/main`, `official/<person>`, `closed/main`.
 */
export const catalogue: Projection<CatalogueView, CatalogueAnswer> = {
  name: 'catalogue',
  version: 4,
  types: CATALOGUE_TYPES,
  keysOf,
  initial: (key) => ({ kind: keyPart(key, 0) as CatalogueView['kind'], facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, CATALOGUE_TYPES)) view.facts.push(factOf(event));
  },
  read: ({ kind, facts }, on) => {
    if (kind === 'official') return officesOn(factsOn(facts, on).filter(isOfficeFact), on);
    if (kind === 'closed') return closedLearnersIn(factsOn(facts, on));
    const current = factsThatCount(factsOn(facts, on));
    if (kind === 'programme') return programmeOn(current);
    if (kind === 'commission') return commissionOn(current);
    if (kind === 'organisation') return organisationOn(current, on);
    if (kind === 'law') return lawOn(current);
    if (kind === 'form') return formOn(current);
    return kind === 'group' ? groupOn(current) : regulationOn(current);
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, EDITION_TYPES)) return [catalogueKey.regulation];
  switch (event.type) {
    case 'ProgrammeOpened':
    case 'ModuleAdded':
    case 'ScaleChosen':
    case 'ProgrammeClosed':
    case 'ProgrammeEntryAnnulled':
      return [catalogueKey.programme(event.data.programme)];
    case 'GroupOpened':
    case 'AssessmentPlanned':
    case 'PlannedAssessmentDropped':
    case 'GroupClosed':
    case 'GroupEntryAnnulled':
      return [catalogueKey.group(event.data.group)];
    case 'CommissionFormed':
    case 'MemberSeated':
    case 'MemberRelieved':
    case 'CommissionDissolved':
    case 'CommissionEntryAnnulled':
      return [catalogueKey.commission(event.data.commission)];
    case 'OrganisationDescribed':
    case 'RelatedOrganisationNamed':
    case 'OrganisationEntryAnnulled':
      return [catalogueKey.organisation];
    case 'OfficialAppointed':
    case 'OfficialRelieved':
    case 'OfficialEntryAnnulled':
      return [catalogueKey.official(event.data.person)];
    case 'LearnerDataChanged':
      return event.data.closed === undefined ? [] : [catalogueKey.closed];
    case 'WordingConfirmed':
    case 'LawEntryAnnulled':
      return [catalogueKey.law];
    case 'FormApproved':
    case 'FormWithdrawn':
    case 'FormEntryAnnulled':
      return [catalogueKey.form(event.data.form)];
    default:
      return [];
  }
}

const isOfficeFact = (fact: CatalogueFact): fact is OfficeFact => isOneOf(fact, OFFICE_TYPES);
