import type { CoreEvent } from '@letopis/core';
import { countedFacts } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { CaseAnnulment, CaseFact, DisclosureCase } from './disclosure-case.ts';
import { CASE_ANNULMENT_TYPES, CASE_TYPES, casesOf } from './disclosure-case.ts';

const CONSENT_TYPES = ['ConsentGiven', 'ConsentWithdrawn'] as const;

/** What else is known of one learner; an annulment may be that of a consent. */
const OTHER_TYPES = [
  ...CONSENT_TYPES,
  'CommendationPublished',
  'CommendationEntryAnnulled',
  'LearnerEntryAnnulled',
] as const;

/** A consent, its withdrawal or its annulment. */
type ConsentFact = Fact<(typeof CONSENT_TYPES)[number]>;

/** A consent or withdrawal that counts as never made, and what annulled it. RK 1.8. */
export interface AnnulledConsent {
  readonly fact: ConsentFact;
  readonly annulment: Fact<'LearnerEntryAnnulled'>;
}

/**
 * A consent and its withdrawal; `annulled` is set where the consent counts as never given. D3, R1
 * §5.3, §6.2.
 */
export interface ConsentRecord {
  readonly consent: string;
  readonly given: Fact<'ConsentGiven'>;
  readonly withdrawn: Fact<'ConsentWithdrawn'> | null;
  readonly annulled: Fact<'LearnerEntryAnnulled'> | null;
}

/** The disclosures and publications about one learner, and the consents. */
export interface LearnerDisclosures extends WithBasis {
  readonly kind: 'learner';
  readonly learner: string;
  /** By the days on which they were given; annulled ones come last. */
  readonly consents: readonly ConsentRecord[];
  /** Applications, information given in the course of study, published results. */
  readonly cases: readonly DisclosureCase[];
  /** Publications of commendations that count. D14. */
  readonly commendations: readonly Fact<'CommendationPublished'>[];
}

/** One case: an application with its answer, information given in study, or a publication. */
export interface DisclosureFile extends WithBasis {
  readonly kind: 'application' | 'in-study' | 'publication';
  /** `null` if it did not exist yet on that day. */
  readonly case: DisclosureCase | null;
}

/** The cases with an event in a month. */
export interface DisclosureOfMonth extends WithBasis {
  readonly kind: 'month';
  readonly month: string;
  /** Keys of the partitions of these cases. */
  readonly cases: readonly string[];
  /** Consents and withdrawals that count. */
  readonly consents: readonly ConsentFact[];
  readonly annulledConsents: readonly AnnulledConsent[];
  readonly commendations: readonly Fact<'CommendationPublished'>[];
}

/** What a partition of the ledger says, distinguished by `kind`. */
export type DisclosuresAnswer = LearnerDisclosures | DisclosureFile | DisclosureOfMonth;

type LedgerFact =
  | CaseFact
  | CaseAnnulment
  | ConsentFact
  | Fact<'CommendationPublished'>
  | Fact<'CommendationEntryAnnulled'>
  | Fact<'LearnerEntryAnnulled'>;

/** A partition of the ledger: its facts in log order. */
export interface DisclosuresView {
  readonly key: string;
  readonly facts: LedgerFact[];
}

type CaseKind = DisclosureFile['kind'];

/** Keys of the partitions; a prefix leaves out the last part. */
export const disclosuresKey = {
  /** Gives the key of all that concerns one learner in the ledger. */
  learner: (learner: string): string => partitionKey('learner', learner),
  /** Gives the key of one case with all its facts. */
  case: (kind: CaseKind, disclosure = ''): string => partitionKey(kind, disclosure),
  /** `about`: `d-<disclosure>`, or `l-<learner>` for a consent or a published commendation. */
  month: (month: string, about = ''): string => partitionKey('month', month, about),
};

/**
 * The ledger of disclosure, publication and consent (P13, R1 §5.3 §6, R3 §3.5 §4, R4 §3.4, R5 §6).
 * Keys: `learner/<learner>`; `application/<id>`, `in-study/<id>` and `publication/<id>` have a case
 * with all facts; `month/<YYYY-MM>/…` has what happened in a month. A learner's partition names no
 * other learner of a publication.
 */
export const disclosures: Projection<DisclosuresView, DisclosuresAnswer> = {
  name: 'disclosures',
  version: 4,
  types: [...CASE_TYPES, ...CASE_ANNULMENT_TYPES, ...OTHER_TYPES],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply,
  read,
};

function caseKindOf(event: Extract<CoreEvent, { type: (typeof CASE_TYPES)[number] }>): CaseKind {
  if (event.type === 'ResultsPublished' || event.type === 'PublicationWithdrawn') {
    return 'publication';
  }
  const inStudy = event.type === 'InformationGiven' && event.data.way === 'in-study';
  return inStudy ? 'in-study' : 'application';
}

function keysOf(event: CoreEvent): readonly string[] {
  const month = event.occurredOn.slice(0, 7);
  if (isOneOf(event, OTHER_TYPES)) {
    const { learner } = event.data;
    return [disclosuresKey.learner(learner), disclosuresKey.month(month, `l-${learner}`)];
  }
  if (isOneOf(event, CASE_ANNULMENT_TYPES)) {
    const learners = event.refs.learner ?? [];
    const own = casesAnnulledBy(event).map((kind) =>
      disclosuresKey.case(kind, event.data.disclosure),
    );
    return [...learners.map((learner) => disclosuresKey.learner(learner)), ...own];
  }
  if (!isOneOf(event, CASE_TYPES)) return [];
  const { disclosure } = event.data;
  const learners = learnersOf(event).map((learner) => disclosuresKey.learner(learner));
  const own = disclosuresKey.case(caseKindOf(event), disclosure);
  return [...learners, own, disclosuresKey.month(month, `d-${disclosure}`)];
}

/** Where the case may be whose fact was annulled: what was given does not say in which way. */
function casesAnnulledBy({
  type,
  data,
}: Pick<CaseAnnulment, 'type' | 'data'>): readonly CaseKind[] {
  if (type === 'PublicationEntryAnnulled') return ['publication'];
  return data.entry === 'InformationGiven' ? ['application', 'in-study'] : ['application'];
}

function learnersOf(
  event: Extract<CoreEvent, { type: (typeof CASE_TYPES)[number] }>,
): readonly string[] {
  if (event.type === 'PublicationWithdrawn') return [...new Set(event.data.learners)];
  if (event.type !== 'ResultsPublished') return [event.data.learner];
  return [...new Set(event.data.learners.map(({ learner }) => learner))];
}

function apply(view: DisclosuresView, event: CoreEvent): void {
  if (isOneOf(event, OTHER_TYPES) || isOneOf(event, CASE_ANNULMENT_TYPES)) {
    view.facts.push(factOf(event));
    return;
  }
  if (!isOneOf(event, CASE_TYPES)) return;
  const fact = factOf(event);
  const kind = keyPart(view.key, 0);
  const whose = kind === 'learner' ? keyPart(view.key, 1) : null;
  view.facts.push(kind === 'month' ? ofNobody(fact) : ofLearner(fact, whose));
}

/** A publication as stored in one learner's partition: without the other learners. */
function ofLearner(fact: CaseFact, learner: string | null): CaseFact {
  if (learner === null) return fact;
  if (fact.type === 'ResultsPublished') {
    const learners = fact.data.learners.filter((one) => one.learner === learner);
    return { ...fact, data: { ...fact.data, learners } };
  }
  if (fact.type !== 'PublicationWithdrawn') return fact;
  return { ...fact, data: { ...fact.data, learners: [learner] } };
}

/** A month lists cases without their learners, whom the cases themselves name. */
function ofNobody(fact: CaseFact): CaseFact {
  if (fact.type === 'ResultsPublished') return { ...fact, data: { ...fact.data, learners: [] } };
  if (fact.type !== 'PublicationWithdrawn') return fact;
  return { ...fact, data: { ...fact.data, learners: [] } };
}

function read({ key, facts }: DisclosuresView, on: string | null): DisclosuresAnswer {
  const current = factsOn(facts, on);
  const basis = basisOf(current);
  const kind = keyPart(key, 0);
  const cases = current.filter(isCaseFact);
  const { inForce: commendations } = countedFacts(
    current.filter((fact) => fact.type === 'CommendationPublished'),
    current.filter((fact) => fact.type === 'CommendationEntryAnnulled'),
  );
  if (kind === 'month') {
    const month = keyPart(key, 1);
    const { inForce: consents, annulled: annulledConsents } = consentFacts(current);
    const keys = [...new Set(cases.map(caseKeyOf))];
    return { kind, month, cases: keys, consents, annulledConsents, commendations, basis };
  }
  if (kind === 'learner') {
    const consents = consentsOf(current);
    return {
      kind,
      learner: keyPart(key, 1),
      consents,
      cases: casesOf(cases, current.filter(isCaseAnnulment)),
      commendations,
      basis,
    };
  }
  const [own = null] = casesOf(cases, current.filter(isCaseAnnulment));
  return { kind: kind as CaseKind, case: own, basis };
}

const isCaseFact = (fact: LedgerFact): fact is CaseFact =>
  (CASE_TYPES as readonly string[]).includes(fact.type);

const isCaseAnnulment = (fact: LedgerFact): fact is CaseAnnulment =>
  (CASE_ANNULMENT_TYPES as readonly string[]).includes(fact.type);

function caseKeyOf({ type, data }: CaseFact): string {
  if (type === 'ResultsPublished' || type === 'PublicationWithdrawn') {
    return disclosuresKey.case('publication', data.disclosure);
  }
  const inStudy = type === 'InformationGiven' && data.way === 'in-study';
  return disclosuresKey.case(inStudy ? 'in-study' : 'application', data.disclosure);
}

function consentFacts(facts: readonly LedgerFact[]) {
  const own = facts.filter(
    (fact) => fact.type === 'ConsentGiven' || fact.type === 'ConsentWithdrawn',
  );
  return countedFacts(
    own,
    facts.filter((fact) => fact.type === 'LearnerEntryAnnulled'),
  );
}

function consentsOf(facts: readonly LedgerFact[]): readonly ConsentRecord[] {
  const found = new Map<string, ConsentRecord>();
  const { inForce, annulled } = consentFacts(facts);
  for (const fact of inForce) {
    const { consent } = fact.data;
    if (fact.type === 'ConsentGiven') {
      found.set(consent, { consent, given: fact, withdrawn: null, annulled: null });
      continue;
    }
    const one = found.get(consent);
    if (one !== undefined) found.set(consent, { ...one, withdrawn: one.withdrawn ?? fact });
  }
  const gone = annulled.flatMap(({ fact, annulment }): readonly ConsentRecord[] => {
    if (fact.type !== 'ConsentGiven') return [];
    const { consent } = fact.data;
    return [{ consent, given: fact, withdrawn: null, annulled: annulment }];
  });
  return [...found.values(), ...gone];
}
