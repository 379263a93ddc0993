import type { DataOf, EventName, Fact } from './fact.ts';

/** A text in both languages. */
export interface Titled {
  readonly ru: string;
  readonly en: string;
}

/** One kind of absence and whether it is excused. */
export interface AttendanceTitle extends Titled {
  readonly excused: boolean;
}

/** A programme type; `category` is the one that order 1324 annex 6 counts by. */
export interface ProgrammeTypeTitle extends Titled {
  readonly category: string | null;
}

/**
 * What the regulation's codes are called, each as the newest edition has it that has the code at
 * all: a fact of an earlier edition keeps its word when a later one drops the code.
 */
export interface RegulationTitles {
  /** Title of the newest edition. */
  readonly title: Titled | null;
  readonly timeZone: string | null;
  /** Annex of order 1324 that the organisation reports by. */
  readonly annex: string | null;
  readonly offices: Readonly<Record<string, Titled>>;
  readonly programmeTypes: Readonly<Record<string, ProgrammeTypeTitle>>;
  readonly scales: Readonly<Record<string, Titled>>;
  readonly assessmentKinds: Readonly<Record<string, Titled & { readonly attestation: boolean }>>;
  readonly assessmentForms: Readonly<Record<string, Titled>>;
  readonly notAssessedReasons: Readonly<Record<string, Titled>>;
  readonly lessonKinds: Readonly<Record<string, Titled>>;
  readonly attendance: Readonly<Record<string, AttendanceTitle>>;
  readonly dischargeReasons: Readonly<Record<string, Titled>>;
  readonly suspensionReasons: Readonly<Record<string, Titled>>;
  readonly commendationKinds: Readonly<Record<string, Titled>>;
  readonly documentKinds: Readonly<Record<string, Titled>>;
  readonly withdrawalReasons: Readonly<Record<string, Titled>>;
  readonly achievementKinds: Readonly<Record<string, Titled>>;
  readonly achievementLevels: Readonly<Record<string, Titled>>;
  readonly achievementOutcomes: Readonly<Record<string, Titled>>;
  readonly portfolioKinds: Readonly<Record<string, Titled>>;
  readonly disclosurePurposes: Readonly<Record<string, Titled>>;
}

type Rules = DataOf<'RulesSet'>['rules'];
type Mutable = { -readonly [K in keyof RegulationTitles]: RegulationTitles[K] };

/** The words of the editions in a list of facts. */
export function titlesOf(facts: readonly Fact<EventName>[]): RegulationTitles {
  const titles: Mutable = {
    title: null,
    timeZone: null,
    annex: null,
    offices: {},
    programmeTypes: {},
    scales: {},
    assessmentKinds: {},
    assessmentForms: {},
    notAssessedReasons: {},
    lessonKinds: {},
    attendance: {},
    dischargeReasons: {},
    suspensionReasons: {},
    commendationKinds: {},
    documentKinds: {},
    withdrawalReasons: {},
    achievementKinds: {},
    achievementLevels: {},
    achievementOutcomes: {},
    portfolioKinds: {},
    disclosurePurposes: {},
  };
  for (const fact of facts) {
    if (fact.type === 'EditionAdopted') titles.title = fact.data.title;
    if (fact.type === 'RulesSet') addWords(titles, fact.data.rules);
  }
  return titles;
}

interface WithId {
  readonly id: string;
  readonly title: Titled;
}

const byId = (list: readonly WithId[]): Record<string, Titled> =>
  Object.fromEntries(list.map(({ id, title }) => [id, title]));

function addWords(titles: Mutable, rules: Rules): void {
  switch (rules.section) {
    case 'general':
      Object.assign(titles, { timeZone: rules.timeZone, annex: rules.annex });
      Object.assign(titles.offices, byId(rules.offices));
      for (const { id, title, category } of rules.programmeTypes) {
        Object.assign(titles.programmeTypes, { [id]: { ...title, category } });
      }
      return;
    case 'scales':
      Object.assign(titles.scales, byId(rules.scales));
      return;
    case 'assessment':
      for (const { id, title, attestation } of rules.kinds) {
        Object.assign(titles.assessmentKinds, { [id]: { ...title, attestation } });
      }
      Object.assign(titles.assessmentForms, byId(rules.forms));
      Object.assign(titles.notAssessedReasons, byId(rules.notAssessedReasons));
      return;
    case 'lessons':
      Object.assign(titles.lessonKinds, byId(rules.kinds));
      for (const { code, title, excused } of rules.attendanceCodes) {
        Object.assign(titles.attendance, { [code]: { ...title, excused } });
      }
      return;
    case 'enrollment':
      Object.assign(titles.dischargeReasons, byId(rules.dischargeReasons));
      Object.assign(titles.suspensionReasons, byId(rules.suspensionReasons));
      return;
    case 'commendation':
      Object.assign(titles.commendationKinds, byId(rules.kinds));
      return;
    case 'documents':
      Object.assign(titles.documentKinds, byId(rules.kinds));
      Object.assign(titles.withdrawalReasons, byId(rules.withdrawalReasons));
      return;
    case 'achievements':
      Object.assign(titles.achievementKinds, byId(rules.kinds));
      Object.assign(titles.achievementLevels, byId(rules.levels));
      Object.assign(titles.achievementOutcomes, byId(rules.outcomes));
      return;
    case 'portfolio':
      Object.assign(titles.portfolioKinds, byId(rules.kinds));
      return;
    case 'disclosure':
      Object.assign(titles.disclosurePurposes, byId(rules.purposes));
      return;
    default:
  }
}
