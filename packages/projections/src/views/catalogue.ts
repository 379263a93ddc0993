import type { CoreEvent } from '@letopis/core';
import type { EditionFact, Editions } from '@letopis/core/facts';
import type { Passport, RelatedOrganisation } from '@letopis/core/facts';
import { editionEvents, editionsOf, passportOf } from '@letopis/core/facts';
import type { WithBasis, DataOf, Fact, Source } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { OfficeFact, OfficesOfPerson } from './offices.ts';
import { OFFICE_TYPES, officesOn } from './offices.ts';
import type { RegulationTitles } from './regulation-titles.ts';
import { titlesOf } from './regulation-titles.ts';
import { ANNULMENT_TYPES, factsThatCount } from './standing.ts';

const EDITION_TYPES = editionEvents.map(({ type }) => type);
const ORGANISATION_TYPES = ['OrganisationDescribed', 'RelatedOrganisationNamed'] as const;
const TYPES = [
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
  ...ANNULMENT_TYPES,
  'LearnerDataChanged',
  ...OFFICE_TYPES,
] as const;

type CatalogueFact = Fact<(typeof TYPES)[number]>;

/** A partition of the catalogue: its facts in log order. */
export interface CatalogueView {
  readonly kind: CatalogueAnswer['kind'];
  readonly facts: CatalogueFact[];
}

/** A module as pages head it; `scale` is the grading scale chosen last. */
export type ModuleTitle = DataOf<'ModuleAdded'>['module'];

/** A programme with its modules; `opened` is `null` if it did not exist on that day. */
export interface ProgrammeTitles extends WithBasis {
  readonly kind: 'programme';
  readonly opened: DataOf<'ProgrammeOpened'> | null;
  /** Place of its opening in the log. */
  readonly source: Source | null;
  /** Grading scale of the programme as a whole, as chosen last; `null` if none was chosen. */
  readonly scale: string | null;
  readonly modules: readonly ModuleTitle[];
  /** First day on which nobody may enroll any more; `null` if it is open. */
  readonly closedOn: string | null;
}

/** A group with its planned assessments; `opened` is `null` if it did not exist on that day. */
export interface GroupTitles extends WithBasis {
  readonly kind: 'group';
  readonly opened: DataOf<'GroupOpened'> | null;
  readonly planned: readonly DataOf<'AssessmentPlanned'>[];
  readonly closedOn: string | null;
}

/** A commission with its members; `formed` is `null` if it did not exist on that day. D8. */
export interface CommissionTitles extends WithBasis {
  readonly kind: 'commission';
  readonly formed: Fact<'CommissionFormed'> | null;
  readonly members: DataOf<'CommissionFormed'>['members'];
  readonly dissolvedOn: string | null;
}

/** The titles of the regulation's codes, and its editions. */
export interface RegulationAnswer extends WithBasis, RegulationTitles {
  readonly kind: 'regulation';
  /** All editions with their rules; `editionOn(editions, day)` gives the one in force on a day. */
  readonly editions: Editions;
}

/** What the organisation's passport says, and who came before and after it. RK 1.15. */
export interface OrganisationTitles extends WithBasis {
  readonly kind: 'organisation';
  readonly passport: Passport;
  /** Each kind that was said, with its first day, oldest first; null: taken away. */
  readonly kinds: readonly { readonly on: string; readonly kind: string | null }[];
  readonly related: readonly Omit<RelatedOrganisation, 'entry'>[];
}

/** Who ever had a closed change, whether it still counts or not: ids alone. RK 1.10. */
export interface ClosedLearners extends WithBasis {
  readonly kind: 'closed';
  readonly learners: readonly string[];
}

/** The wordings of law that were compared with the act, in the order of the log. */
export interface ConfirmedWordings extends WithBasis {
  readonly kind: 'law';
  readonly confirmations: readonly Fact<'WordingConfirmed'>[];
}

/** What a partition of the catalogue says, distinguished by `kind`. */
export type CatalogueAnswer =
  | ProgrammeTitles
  | GroupTitles
  | CommissionTitles
  | RegulationAnswer
  | OrganisationTitles
  | OfficesOfPerson
  | ClosedLearners
  | ConfirmedWordings;

/** Keys of the catalogue's partitions. */
export const catalogueKey = {
  /** Gives the key of the titles of one programme. */
  programme: (programme: string): string => partitionKey('programme', programme),
  /** Gives the key of the titles of one group. */
  group: (group: string): string => partitionKey('group', group),
  /** Gives the key of the titles of one commission. */
  commission: (commission: string): string => partitionKey('commission', commission),
  regulation: 'regulation/main',
  organisation: 'organisation/main',
  /** Gives the key of the offices that one person holds. */
  official: (person: string): string => partitionKey('official', person),
  closed: 'closed/main',
  law: 'law/main',
};

/**
 * Programmes, groups, commissions, the organisation, the regulation and confirmed wordings of law:
 * what pages are headed with, and the rules that reports apply; who holds which office; and of
 * which learners who they were is closed. Has no personal data. Keys: `programme/<programme>`,
 * `group/<group>`, `commission/<commission>`, `organisation/main`, `regulation/main`, `law/main`,
 * `official/<person>`, `closed/main`.
 */
export const catalogue: Projection<CatalogueView, CatalogueAnswer> = {
  name: 'catalogue',
  version: 4,
  types: TYPES,
  keysOf,
  initial: (key) => ({ kind: keyPart(key, 0) as CatalogueView['kind'], facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ kind, facts }, on) => {
    if (kind === 'official') return officesOn(factsOn(facts, on).filter(isOfficeFact), on);
    if (kind === 'closed') return closedLearnersIn(factsOn(facts, on));
    const current = factsThatCount(factsOn(facts, on));
    if (kind === 'programme') return programmeOn(current);
    if (kind === 'commission') return commissionOn(current);
    if (kind === 'organisation') return organisationOn(current, on);
    if (kind === 'law') return lawOn(current);
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
    default:
      return [];
  }
}

const isOfficeFact = (fact: CatalogueFact): fact is OfficeFact => isOneOf(fact, OFFICE_TYPES);

function closedLearnersIn(facts: readonly CatalogueFact[]): ClosedLearners {
  const learners = facts.flatMap(({ type, data }) =>
    type === 'LearnerDataChanged' ? [data.learner] : [],
  );
  return { kind: 'closed', learners: [...new Set(learners)], basis: basisOf(facts) };
}

type HeldEditionFact = Fact<EditionFact['type']>;
const isEditionFact = (fact: CatalogueFact): fact is HeldEditionFact =>
  (EDITION_TYPES as readonly string[]).includes(fact.type);
const asEditionFact = (fact: HeldEditionFact): EditionFact => ({ ...fact, occurredOn: fact.on });

/** Derives the regulation from a list of facts; without facts it has no edition. */
export function regulationOn(facts: readonly CatalogueFact[]): RegulationAnswer {
  const editions = editionsOf(facts.filter(isEditionFact).map(asEditionFact));
  return { kind: 'regulation', ...titlesOf(editions), editions, basis: basisOf(facts) };
}

function organisationOn(facts: readonly CatalogueFact[], on: string | null): OrganisationTitles {
  const described = facts
    .filter((fact) => fact.type === 'OrganisationDescribed')
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const said = described.map(({ data }) => data);
  const kinds = described.flatMap(({ on: day, data: { kind } }) =>
    kind === undefined ? [] : [{ on: day, kind }],
  );
  const related = facts.flatMap(({ type, on: day, data }) =>
    type === 'RelatedOrganisationNamed' ? { ...data, on: day } : [],
  );
  const passport = passportOf(said, on);
  return { kind: 'organisation', passport, kinds, related, basis: basisOf(facts) };
}

function lawOn(facts: readonly CatalogueFact[]): ConfirmedWordings {
  const confirmations = facts.filter((fact) => fact.type === 'WordingConfirmed');
  return { kind: 'law', confirmations, basis: basisOf(facts) };
}

function commissionOn(facts: readonly CatalogueFact[]): CommissionTitles {
  let formed: Fact<'CommissionFormed'> | null = null;
  let dissolvedOn: string | null = null;
  let members: CommissionTitles['members'] = [];
  for (const fact of facts) {
    if (fact.type === 'CommissionFormed' && formed === null) {
      formed = fact;
      members = [...fact.data.members];
    }
    if (fact.type === 'MemberSeated') {
      const { person, role } = fact.data;
      members = [...members, { person, role }];
    }
    if (fact.type === 'MemberRelieved') {
      const { person, role } = fact.data;
      members = members.filter((one) => one.person !== person || one.role !== role);
    }
    if (fact.type === 'CommissionDissolved') dissolvedOn ??= fact.on;
  }
  return { kind: 'commission', formed, members, dissolvedOn, basis: basisOf(facts) };
}

function programmeOn(facts: readonly CatalogueFact[]): ProgrammeTitles {
  let opened: Fact<'ProgrammeOpened'> | null = null;
  let whole: string | null = null;
  const modules = new Map<string, ModuleTitle>();
  for (const fact of facts) {
    if (fact.type === 'ProgrammeOpened' && opened === null) {
      opened = fact;
      whole = fact.data.scale;
    }
    if (fact.type === 'ModuleAdded') modules.set(fact.data.module.id, fact.data.module);
    if (fact.type !== 'ScaleChosen') continue;
    const { module: id, scale } = fact.data;
    if (id === null) whole = scale;
    const module = modules.get(id ?? '');
    if (module !== undefined) modules.set(module.id, { ...module, scale });
  }
  return {
    kind: 'programme',
    opened: opened?.data ?? null,
    source: opened?.source ?? null,
    scale: whole,
    modules: [...modules.values()],
    closedOn: facts.find(({ type }) => type === 'ProgrammeClosed')?.on ?? null,
    basis: basisOf(facts),
  };
}

function groupOn(facts: readonly CatalogueFact[]): GroupTitles {
  let opened: DataOf<'GroupOpened'> | null = null;
  const planned = new Map<string, DataOf<'AssessmentPlanned'>>();
  for (const fact of facts) {
    if (fact.type === 'GroupOpened') opened ??= fact.data;
    if (fact.type === 'AssessmentPlanned') planned.set(fact.data.planned, fact.data);
    if (fact.type === 'PlannedAssessmentDropped') planned.delete(fact.data.planned);
  }
  const closedOn = facts.find(({ type }) => type === 'GroupClosed')?.on ?? null;
  return { kind: 'group', opened, planned: [...planned.values()], closedOn, basis: basisOf(facts) };
}
