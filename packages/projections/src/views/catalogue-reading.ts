import type { EditionFact } from '@letopis/core/facts';
import { editionsOf, passportOf } from '@letopis/core/facts';
import type { DataOf, Fact } from '../projection/fact.ts';
import { basisOf, byDay } from '../projection/fact.ts';
import type { CatalogueFact } from './catalogue-facts.ts';
import { EDITION_TYPES } from './catalogue-facts.ts';
import type {
  ApprovedForm,
  ClosedLearners,
  CommissionTitles,
  ConfirmedWordings,
  FormTitles,
  GroupTitles,
  ModuleTitle,
  OrganisationTitles,
  ProgrammeTitles,
  RegulationAnswer,
} from './catalogue-titles.ts';
import { titlesOf } from './regulation-titles.ts';

/* How each kind of partition of the catalogue is read. */

/** Derives who had a closed change. */
export function closedLearnersIn(facts: readonly CatalogueFact[]): ClosedLearners {
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

/** Derives what the organisation is called on a day. */
export function organisationOn(
  facts: readonly CatalogueFact[],
  on: string | null,
): OrganisationTitles {
  const described = facts.filter((fact) => fact.type === 'OrganisationDescribed').toSorted(byDay);
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

/** Derives which wordings of law were compared. */
export function lawOn(facts: readonly CatalogueFact[]): ConfirmedWordings {
  const confirmations = facts.filter((fact) => fact.type === 'WordingConfirmed');
  return { kind: 'law', confirmations, basis: basisOf(facts) };
}

/** The last approval in the order of days, unless a withdrawal came after it. */
export function formOn(facts: readonly CatalogueFact[]): FormTitles {
  const last = facts
    .filter(({ type }) => type === 'FormApproved' || type === 'FormWithdrawn')
    .toSorted(byDay)
    .at(-1);
  const inForce = last?.type === 'FormApproved' ? approvedBy(last) : null;
  return { kind: 'form', inForce, basis: basisOf(facts) };
}

function approvedBy({ on: from, ground, data }: Fact<'FormApproved'>): ApprovedForm {
  return { form: data.form, version: data.version, from, ground };
}

/** Derives a commission with its members. */
export function commissionOn(facts: readonly CatalogueFact[]): CommissionTitles {
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

/** Derives a programme with its modules. */
export function programmeOn(facts: readonly CatalogueFact[]): ProgrammeTitles {
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

/** Derives a group with its planned assessments. */
export function groupOn(facts: readonly CatalogueFact[]): GroupTitles {
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
