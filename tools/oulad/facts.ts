import { localDate } from '@letopis/core';
import { addDays } from '@letopis/core/values';
import type { AssessmentRow, CourseRow, LearnerRow, ResultRow, Tables } from './rows.ts';

/*
 * The rows as facts, in the order in which they happened: by day; within a day enrollments,
 * credits, results, ends.
 */

export interface Presentation {
  readonly module: string;
  readonly presentation: string;
  /** Group id: `AAA-2013J`. */
  readonly group: string;
  readonly start: string;
  readonly end: string;
}

export interface EnrollFact {
  readonly kind: 'enroll';
  readonly key: string;
  readonly learner: string;
  readonly group: string;
  readonly on: string;
}

export interface ResultFact {
  readonly kind: 'credit' | 'result';
  readonly key: string;
  readonly row: ResultRow;
  /** The line in the file, counted from 2; command ids and rejects name the row by it. */
  readonly line: number;
  readonly assessment: AssessmentRow;
  readonly on: string;
}

export interface EndFact {
  readonly kind: 'end';
  readonly key: string;
  readonly outcome: LearnerRow['final_result'];
  readonly on: string;
}

export type Fact = EnrollFact | ResultFact | EndFact;

/** Facts that may be sent concurrently: those of one day and one phase. */
export interface Batch {
  readonly day: string;
  readonly facts: readonly Fact[];
}

export const presentationKey = (row: CourseRow | LearnerRow | AssessmentRow): string =>
  `${row.code_module}-${row.code_presentation}`;

export const enrollmentKey = (group: string, student: string): string => `${group}:${student}`;

/** Day 0 is the 1st of February (`B`) or October (`J`) of the year in the presentation's code. */
export function presentations(tables: Tables): ReadonlyMap<string, Presentation> {
  return new Map(
    tables.courses.map((row) => {
      const { code_module: module, code_presentation: presentation } = row;
      const start = `${presentation.slice(0, 4)}-${presentation.endsWith('B') ? '02' : '10'}-01`;
      const group = presentationKey(row);
      const end = addDays(localDate.parse(start), Number(row.module_presentation_length));
      return [group, { module, presentation, group, start, end }];
    }),
  );
}

/** The learner whose fact it is. */
export const learnerOf = ({ key }: Fact): string => key.slice(key.indexOf(':') + 1);

const PHASES: readonly Fact['kind'][] = ['enroll', 'credit', 'result', 'end'];

/** All facts, in batches. */
export function factsByDay(tables: Tables): readonly Batch[] {
  const groups = presentations(tables);
  const facts = [...enrollmentFacts(tables, groups), ...resultFacts(tables, groups)];
  const batches = new Map<string, Fact[]>();
  for (const fact of facts) {
    const at = `${fact.on} ${PHASES.indexOf(fact.kind)}`;
    const batch = batches.get(at);
    if (batch === undefined) batches.set(at, [fact]);
    else batch.push(fact);
  }
  const order = [...batches.keys()].toSorted();
  return order.map((at) => ({ day: at.slice(0, 10), facts: batches.get(at) ?? [] }));
}

function enrollmentFacts(
  tables: Tables,
  groups: ReadonlyMap<string, Presentation>,
): readonly Fact[] {
  const outcomes = new Map(
    tables.learners.map((row) => [enrollmentKey(presentationKey(row), row.id_student), row]),
  );
  return tables.registrations.flatMap((row): readonly Fact[] => {
    const group = `${row.code_module}-${row.code_presentation}`;
    const place = groups.get(group);
    const key = enrollmentKey(group, row.id_student);
    const outcome = outcomes.get(key)?.final_result;
    if (place === undefined || outcome === undefined) {
      throw new Error(`studentRegistration.csv: no course or no learner for ${key}`);
    }
    const end = endDay(place, outcome, row.date_unregistration);
    const from = enrollDay(place, row.date_registration, row.date_unregistration);
    return [
      { kind: 'enroll', key, learner: row.id_student, group, on: from },
      { kind: 'end', key, outcome, on: end },
    ];
  });
}

const day = (place: Presentation, offset: string): string =>
  addDays(localDate.parse(place.start), Number(offset));

/**
 * The day of enrollment where the day of registration is empty: the start, or the discharge if that
 * was earlier.
 */
function enrollDay(place: Presentation, registered: string, unregistered: string): string {
  if (registered !== '') return day(place, registered);
  const left = unregistered === '' ? place.start : day(place, unregistered);
  return left < place.start ? left : place.start;
}

function endDay(
  place: Presentation,
  outcome: LearnerRow['final_result'],
  unregistered: string,
): string {
  const left = outcome === 'Withdrawn' || outcome === 'Fail';
  return left && unregistered !== '' ? day(place, unregistered) : place.end;
}

function resultFacts(tables: Tables, groups: ReadonlyMap<string, Presentation>): readonly Fact[] {
  const assessments = new Map(tables.assessments.map((row) => [row.id_assessment, row]));
  const enrolledOn = new Map<string, string>();
  for (const row of tables.registrations) {
    const group = `${row.code_module}-${row.code_presentation}`;
    const place = groups.get(group);
    if (place === undefined) continue;
    const on = enrollDay(place, row.date_registration, row.date_unregistration);
    enrolledOn.set(enrollmentKey(group, row.id_student), on);
  }
  return tables.results.map((row, index) => {
    const assessment = assessments.get(row.id_assessment);
    const place = assessment && groups.get(presentationKey(assessment));
    if (assessment === undefined || place === undefined) {
      throw new Error(`studentAssessment.csv: no assessment ${row.id_assessment}`);
    }
    const key = enrollmentKey(place.group, row.id_student);
    const submitted = day(place, row.date_submitted);
    const shared = { key, row, line: index + 2, assessment };
    if (row.is_banked === '0') {
      return { kind: 'result', ...shared, on: submitted };
    }
    // A banked result becomes a credited one, decided on the day of enrollment.
    return { kind: 'credit', ...shared, on: enrolledOn.get(key) ?? submitted };
  });
}
