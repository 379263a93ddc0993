import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { ResultState } from './assessment-state.ts';
import { countsAsPass, isFailing, resultsThatCount } from './counting-questions.ts';
import type { PlannedProgramme } from './debt-questions.ts';
import type { EnrollmentState } from './state.ts';
import { isExcusedIn } from './term-questions.ts';

/*
 * Which mandatory results an enrollment lacks, by the results in force. Completion and the
 * documents of completion ask this one question. D4, R2 §1.5, RK 1.3, RK 1.13.
 */

/** A mandatory result that is missing; `module` null: of the programme as a whole. */
export interface MissingResult {
  readonly module: string | null;
  readonly kind: string;
}

/**
 * The results without which a programme is not completed. Kinds that the programme's type makes
 * mandatory are required of each module that has a form of this kind; where no module has one, once
 * of the programme as a whole, and then a result of that kind in any module serves. Kinds that a
 * module or the programme itself names are added. R2 §1.5, R1 §3.5-3.6, D2.
 */
export function mandatoryResults(
  edition: Edition,
  programme: PlannedProgramme,
): readonly MissingResult[] {
  const asked = new Map<string, MissingResult>();
  const ask = (module: string | null, kind: string): void =>
    void asked.set(keyOf(module, kind), { module, kind });
  const modules = Object.entries(programme.modules).map(([id, module]) => ({ ...module, id }));
  const type = edition.general.programmeTypes.find((one) => one.id === programme.programmeType);
  for (const kind of type?.mandatory ?? []) {
    const having = modules.filter((module) => module.forms.some((form) => form.kind === kind));
    for (const module of having) ask(module.id, kind);
    if (having.length === 0) ask(null, kind);
  }
  for (const module of modules) for (const kind of module.mandatory) ask(module.id, kind);
  for (const kind of programme.mandatory) ask(null, kind);
  return [...asked.values()];
}

/**
 * The mandatory results that are missing. One is fulfilled where the result in force passes: of
 * each planned assessment and period that one, in the latest study year, and none of them may fail.
 * A failing result of the final kind is missing too, mandatory or not. A correction that waits for
 * its countersignature changes nothing. RK 1.3.
 */
export function missingResults(
  state: Pick<EnrollmentState, 'results' | 'study'>,
  edition: Edition,
  programme: PlannedProgramme,
): readonly MissingResult[] {
  const { counted, fails } = countedFor(state, edition);
  const passed = (own: readonly ResultState[]): boolean =>
    own.some(countsAsPass) && !own.some(fails);
  const ofKind = (kind: string) => counted.filter(({ countsFor }) => countsFor.kind === kind);
  const of = ({ module, kind }: MissingResult) =>
    ofKind(kind).filter(({ countsFor }) => countsFor.module === module);
  const missing = mandatoryResults(edition, programme).filter(({ module, kind }) => {
    const own = of({ module, kind });
    const anywhere = module === null && own.length === 0 && !programme.mandatory.includes(kind);
    return !passed(anywhere ? ofKind(kind) : own);
  });
  const lacked = new Map(missing.map((one) => [keyOf(one.module, one.kind), one]));
  const { finalKind, stateFinal } = edition.assessment;
  for (const { countsFor } of counted) {
    const { module, kind } = countsFor;
    const isLast = kind === finalKind || kind === stateFinal?.kind;
    if (isLast && of(countsFor).some(fails)) lacked.set(keyOf(module, kind), { module, kind });
  }
  return [...lacked.values()];
}

/** A result that completion asked for and that does not pass, with all that was recorded of it. */
export interface LostResult extends MissingResult {
  /** Its results, annulled ones too, in the order in which they were recorded; at least one. */
  readonly results: readonly ResultState[];
}

/**
 * The results that completion asks for and that are missing although there is a record of them:
 * those that fail now, or were annulled. What was never recorded is left out, so that a module or a
 * rule that came after the completion stands in nobody's way. RK 1.13.
 * @param edition the one in force on the day of the completion.
 */
export function lostResults(
  state: EnrollmentState,
  edition: Edition,
  programme: PlannedProgramme,
): readonly LostResult[] {
  return missingResults(state, edition, programme).flatMap(({ module, kind }) => {
    const results = [...state.results.values()].filter(
      ({ countsFor: own }) => own.kind === kind && (module === null || own.module === module),
    );
    return results.length === 0 ? [] : [{ module, kind, results }];
  });
}

/** The results that count for completion, and which of them fail. */
function countedFor(
  { results, study }: Pick<EnrollmentState, 'results' | 'study'>,
  edition: Edition,
) {
  const valid = [...results.values()].filter(
    ({ annulledOn, countsFor }) =>
      annulledOn === null && !study.yearsRepeated.has(countsFor.studyYear),
  );
  const isAttestation = (kind: string): boolean =>
    edition.assessment.kinds.some((one) => one.id === kind && one.attestation);
  const isExcused = (code: string): boolean => isExcusedIn(edition.lessons, code);
  const fails = (result: ResultState): boolean =>
    isAttestation(result.countsFor.kind) && isFailing(result, isExcused);
  return {
    counted: latestYears(resultsThatCount(valid, isAttestation, null, isExcused)),
    fails,
  };
}

/** Key of an assessment, whatever its study year. */
const keyIn = ({ countsFor: { module, kind, period, planned } }: ResultState): string =>
  JSON.stringify([module, kind, period, planned]);

/** Of the results of one assessment in several study years, those of the latest. RK 1.3. */
export function latestYears(results: readonly ResultState[]): readonly ResultState[] {
  const latest = new Map<string, string>();
  for (const result of results) {
    const { studyYear } = result.countsFor;
    if (studyYear > (latest.get(keyIn(result)) ?? '')) latest.set(keyIn(result), studyYear);
  }
  return results.filter((result) => result.countsFor.studyYear === latest.get(keyIn(result)));
}

const keyOf = (module: string | null, kind: string): string => JSON.stringify([module, kind]);
