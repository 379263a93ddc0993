import type { AdoptedEdition, Editions } from '@letopis/core';

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

type Mutable = { -readonly [K in keyof RegulationTitles]: RegulationTitles[K] };

/** The words of the editions, from the oldest to the newest. */
export function titlesOf({ editions }: Editions): RegulationTitles {
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
  for (const { title, rules } of editions) {
    titles.title = title;
    addWords(titles, rules);
  }
  return titles;
}

interface WithId {
  readonly id: string;
  readonly title: Titled;
}

const byId = (list: readonly WithId[] = []): Record<string, Titled> =>
  Object.fromEntries(list.map(({ id, title }) => [id, title]));

type WrittenRules = AdoptedEdition['rules'];

/** A section that the edition does not have adds nothing. */
function addWords(titles: Mutable, rules: WrittenRules): void {
  const { enrollment, commendation, achievements, portfolio, disclosure, documents } = rules;
  addGeneral(titles, rules);
  addStudy(titles, rules);
  Object.assign(titles.dischargeReasons, byId(enrollment?.dischargeReasons));
  Object.assign(titles.suspensionReasons, byId(enrollment?.suspensionReasons));
  Object.assign(titles.commendationKinds, byId(commendation?.kinds));
  Object.assign(titles.documentKinds, byId(documents?.kinds));
  Object.assign(titles.withdrawalReasons, byId(documents?.withdrawalReasons));
  Object.assign(titles.achievementKinds, byId(achievements?.kinds));
  Object.assign(titles.achievementLevels, byId(achievements?.levels));
  Object.assign(titles.achievementOutcomes, byId(achievements?.outcomes));
  Object.assign(titles.portfolioKinds, byId(portfolio?.kinds));
  Object.assign(titles.disclosurePurposes, byId(disclosure?.purposes));
}

function addGeneral(titles: Mutable, { general }: WrittenRules): void {
  if (general === undefined) return;
  Object.assign(titles, { timeZone: general.timeZone, annex: general.annex });
  Object.assign(titles.offices, byId(general.offices));
  for (const { id, title, category } of general.programmeTypes) {
    Object.assign(titles.programmeTypes, { [id]: { ...title, category } });
  }
}

/** Words of assessments and lessons. */
function addStudy(titles: Mutable, { scales, assessment, lessons }: WrittenRules): void {
  Object.assign(titles.scales, byId(scales?.scales));
  for (const { id, title, attestation } of assessment?.kinds ?? []) {
    Object.assign(titles.assessmentKinds, { [id]: { ...title, attestation } });
  }
  Object.assign(titles.assessmentForms, byId(assessment?.forms));
  Object.assign(titles.notAssessedReasons, byId(assessment?.notAssessedReasons));
  Object.assign(titles.lessonKinds, byId(lessons?.kinds));
  for (const { code, title, excused } of lessons?.attendanceCodes ?? []) {
    Object.assign(titles.attendance, { [code]: { ...title, excused } });
  }
}
