import type { StudyRules, StudySeen } from '@letopis/core/facts';
import { editionOn, studySeen } from '@letopis/core/facts';
import { onceEach } from '../projection/once-each.ts';
import type { CourseFact } from '../views/course.ts';
import type { LifeEntryFact } from '../views/life-steps.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { ResultFact, ResultRecord } from '../views/result.ts';
import { plannedProgramme } from './debts-report.ts';
import type { Reading } from './reading.ts';

/** A fact of an enrollment's stream that its life, results and course are made of. */
type StudyFact = LifeEntryFact | CourseFact | ResultFact;

/** An enrollment as its decisions see it, with the facts that it is known from. */
export interface StudyFacts {
  readonly seen: StudySeen;
  /** The facts by event id. */
  readonly facts: ReadonlyMap<string, StudyFact>;
  /** The results by event id of the first record. */
  readonly results: ReadonlyMap<string, ResultRecord>;
}

/** Reads all enrollments of a learner. */
export async function studiesOf(reading: Reading, learner: string): Promise<readonly StudyFacts[]> {
  const results = new Map<string, ResultRecord[]>();
  for await (const found of reading.scan(personalFile, personalFileKey.allResults(learner))) {
    if (found.kind !== 'results') continue;
    const own = results.get(found.enrollment) ?? [];
    results.set(found.enrollment, [...own, ...found.results]);
  }
  const studies: StudyFacts[] = [];
  for await (const found of reading.scan(personalFile, personalFileKey.life(learner))) {
    if (found.kind !== 'life' || found.life === null) continue;
    const { life, enrollment } = found;
    const course = await reading.get(personalFile, personalFileKey.course(learner, enrollment));
    const entries = course?.kind === 'course' ? course.entries : [];
    const own = results.get(enrollment) ?? [];
    const facts: readonly StudyFact[] = [
      ...life.entries.flatMap(({ step, annulled }) => [step, annulled]),
      ...entries.flatMap(({ fact, annulled }) => [fact, annulled]),
      ...own.flatMap(factsOfResult),
    ].filter((fact) => fact !== null);
    const seenFacts = facts.map(({ source, ...fact }) => ({ ...source, ...fact }));
    studies.push({
      seen: studySeen(enrollment, seenFacts, await rulesOf(reading, life.programme)),
      facts: new Map(facts.map((fact) => [fact.source.event, fact])),
      results: new Map(own.map((one) => [one.result, one])),
    });
  }
  return studies;
}

const factsOfResult = ({ first, corrections, annulled }: ResultRecord) => [
  first,
  ...corrections.flatMap(({ fact, decision }) => [fact, decision]),
  annulled,
];

async function rulesOf(reading: Reading, programme: string): Promise<StudyRules> {
  const { editions } = await reading.regulation();
  return {
    programme: plannedProgramme(await reading.programme(programme)),
    editionOn: onceEach((on) => editionOn(editions, on)),
  };
}

/**
 * The fact that makes a result what it is now: its annulment, the correction in force or what
 * countersigned it, or its record.
 */
export function decidingFact({ first, corrections, annulled }: ResultRecord): ResultFact {
  const last = corrections.findLast(({ state }) => state === 'in-effect');
  return annulled ?? last?.decision ?? last?.fact ?? first;
}
