import type { EventStore, Ground, Refusal, Result } from '@letopis/core';
import { letopis, localDate, must } from '@letopis/core';
import { importId, rowCommandId } from '@letopis/core/facts';
import { deriveId } from '@letopis/core/kernel';
import { addDays } from '@letopis/core/values';
import type { Batch, EndFact, EnrollFact, Fact, Presentation, ResultFact } from './facts.ts';
import { factsByDay, learnerOf, presentationKey, presentations } from './facts.ts';
import { inPool } from './pool.ts';
import { openUniversity } from './regulation.ts';
import type { Tables } from './rows.ts';

/** The organisation that the data is imported into. */
export const ORGANISATION = 'openuniversity';

/** A refused row, with the refusal's code. */
export interface Reject {
  readonly table: string;
  readonly row: string;
  readonly code: string;
  readonly text: string;
}

/** How many rows of each kind were recorded, and which were refused. */
export interface ImportTally {
  enrollments: number;
  marks: number;
  credits: number;
  notAssessed: number;
  ends: number;
  readonly rejects: Reject[];
}

const BEFORE_ALL = '2012-01-01';

type School = ReturnType<ReturnType<typeof letopis>['as']>;

/** What every row of the import needs: each goes through the ordinary commands. */
interface Work {
  readonly school: School;
  /**
   * Derives a row's command id from the import's event, so that a second run has no second effect.
   */
  readonly idOf: (target: string) => string;
  readonly groups: ReadonlyMap<string, Presentation>;
  readonly enrollments: Map<string, string>;
  readonly tally: ImportTally;
}

/**
 * Imports the tables. Refused rows are counted with their code; a refusal of what the rows depend
 * on (regulation, programmes, groups) throws.
 *
 * @param width number of commands under way at once, each with at most one append: they share the
 * store's group commits. The rows of one learner are sent one after another.
 */
export async function importTables(
  store: EventStore,
  tables: Tables,
  width: number,
  progress: (done: number, total: number) => void,
): Promise<ImportTally> {
  const work = await begin(store, tables);
  await openProgrammes(work, tables);
  const batches = factsByDay(tables);
  const learners = firstDays(tables, batches);
  const total = learners.length + batches.reduce((sum, batch) => sum + batch.facts.length, 0);
  let done = 0;
  const step = (): void => progress((done += 1), total);
  await inPool(
    learners,
    width,
    ([id]) => id,
    async ([id, on]) => {
      must(await work.school.learners.register({ id, on, commandId: work.idOf(`learner ${id}`) }));
      step();
    },
  );
  for (const { facts } of batches) {
    await inPool(facts, width, learnerOf, async (fact) => {
      await record(work, fact);
      step();
    });
  }
  return work.tally;
}

async function begin(store: EventStore, tables: Tables): Promise<Work> {
  const { hash } = store.ports;
  const id = importId(tables.files, hash);
  const school = letopis({ store, organisation: ORGANISATION, contextMaxAgeMs: 60_000 }).as(
    'import',
    { grounds: groundsOf({ kind: 'import', number: id, date: null }) },
  );
  // The regulation is adopted before anything else, so its command id derives from the files.
  const commandId = deriveId(NO_PARENT, id, hash);
  const adopt = { timeZone: 'Europe/London', from: BEFORE_ALL, commandId };
  must(await school.regulation.adopt(openUniversity, adopt));
  const source = 'Open University Learning Analytics dataset';
  const received = must(await school.imports.receive({ id, source, files: [...tables.files] }));
  return {
    school,
    idOf: (target) => rowCommandId(received.eventId, target, hash),
    groups: presentations(tables),
    enrollments: new Map(),
    tally: { enrollments: 0, marks: 0, credits: 0, notAssessed: 0, ends: 0, rejects: [] },
  };
}

/** Everything here rests on the import, and on nothing else. */
const groundsOf = (ground: Ground) => ({
  regulation: { adopt: ground },
  programmes: { open: ground },
  groups: { open: ground, planAssessments: ground },
  learners: { register: ground },
  enrollments: { enroll: ground, complete: ground, discharge: ground },
  assessments: { record: ground, credit: ground },
  imports: { receive: ground },
});

const NO_PARENT = '00000000-0000-7000-8000-000000000000';

async function openProgrammes({ school, idOf, groups }: Work, tables: Tables): Promise<void> {
  const modules = new Set(tables.courses.map((row) => row.code_module));
  for (const id of modules) {
    const module = {
      id,
      title: id,
      scale: 'hundred-point',
      forms: [
        { kind: 'current', form: 'TMA' },
        { kind: 'current', form: 'CMA' },
        { kind: 'final', form: 'Exam' },
      ],
    };
    const commandId = idOf(`programme ${id}`);
    const open = { id, title: id, type: 'module', on: BEFORE_ALL, modules: [module], commandId };
    must(await school.programmes.open(open));
  }
  for (const { group, module, start, end: lastDay } of groups.values()) {
    const commandId = idOf(`group ${group}`);
    const open = { id: group, programme: module, title: group, from: start, until: lastDay };
    must(await school.groups.open({ ...open, on: BEFORE_ALL, commandId }));
    const rows = tables.assessments.filter((row) => presentationKey(row) === group);
    const assessments = rows.map((row) => ({
      id: row.id_assessment,
      module,
      kind: row.assessment_type === 'Exam' ? 'final' : 'current',
      form: row.assessment_type,
      title: `${row.assessment_type} ${row.id_assessment}`,
      on: row.date === '' ? lastDay : addDays(localDate.parse(start), Number(row.date)),
      weightPercent: row.weight,
    }));
    const plannedOn = BEFORE_ALL;
    const plan = { group, assessments, plannedOn, commandId: idOf(`planned ${group}`) };
    must(await school.groups.planAssessments(plan));
  }
}

/** The day of each learner's first enrollment. */
function firstDays(
  tables: Tables,
  batches: readonly Batch[],
): readonly (readonly [string, string])[] {
  const first = new Map<string, string>(tables.learners.map((row) => [row.id_student, '']));
  for (const { day, facts } of batches) {
    for (const fact of facts) {
      if (fact.kind === 'enroll' && first.get(fact.learner) === '') first.set(fact.learner, day);
    }
  }
  return [...first].filter(([, day]) => day !== '');
}

async function record(work: Work, fact: Fact): Promise<void> {
  switch (fact.kind) {
    case 'enroll':
      return enroll(work, fact);
    case 'credit':
    case 'result':
      return result(work, fact);
    case 'end':
      return end(work, fact);
  }
}

async function enroll({ school, idOf, enrollments, tally }: Work, fact: EnrollFact): Promise<void> {
  const { key, learner, group, on } = fact;
  const commandId = idOf(`enroll ${key}`);
  const answer = await school.enrollments.enroll({ learner, group, from: on, commandId });
  if (!answer.ok) return reject(tally, 'studentRegistration.csv', key, answer.refusal);
  enrollments.set(key, answer.value.id);
  tally.enrollments += 1;
}

async function result(work: Work, fact: ResultFact): Promise<void> {
  const { school, idOf, enrollments, tally, groups } = work;
  const { row, line, assessment, on } = fact;
  const name = `studentAssessment.csv:${line}`;
  const enrollment = enrollments.get(fact.key);
  if (enrollment === undefined) {
    return reject(tally, 'studentAssessment.csv', String(line), {
      code: 'no-enrollment',
      ...noEnrollment,
    });
  }
  const shared = {
    enrollment,
    module: groups.get(presentationKey(assessment))?.module ?? '',
    kind: assessment.assessment_type === 'Exam' ? 'final' : 'current',
    form: assessment.assessment_type,
    planned: row.id_assessment,
    on,
    commandId: idOf(name),
  };
  const answer = await (fact.kind === 'credit'
    ? school.assessments.credit({
        ...shared,
        ...(row.score === '' ? {} : { value: row.score }),
        source: { kind: 'own' },
      })
    : school.assessments.record({
        ...shared,
        assessor: { platform: 'oulad' },
        basis: { kind: 'platform', id: null, number: null, date: null },
        ...(row.score === ''
          ? { outcome: 'not-assessed' as const, reason: 'submitted' }
          : { value: row.score }),
      }));
  if (!answer.ok) return reject(tally, 'studentAssessment.csv', String(line), answer.refusal);
  if (fact.kind === 'credit') tally.credits += 1;
  else if (row.score === '') tally.notAssessed += 1;
  else tally.marks += 1;
}

const noEnrollment = {
  text: {
    ru: 'на этот день нет зачисления',
    en: 'on that day there is no enrollment yet, or it was refused',
  },
};

async function end({ school, idOf, enrollments, tally }: Work, fact: EndFact): Promise<void> {
  const enrollment = enrollments.get(fact.key);
  if (enrollment === undefined) return; // the row of its enrollment was rejected
  const shared = { enrollment, on: fact.on, commandId: idOf(`end ${fact.key}`) };
  const answer = await endOf(school, fact, shared);
  if (!answer.ok) return reject(tally, 'studentInfo.csv', fact.key, answer.refusal);
  tally.ends += 1;
}

async function endOf(
  school: School,
  { outcome }: EndFact,
  shared: { readonly enrollment: string; readonly on: string; readonly commandId: string },
): Promise<Result<unknown>> {
  const { enrollments } = school;
  switch (outcome) {
    case 'Pass':
      return enrollments.complete(shared);
    case 'Distinction':
      return enrollments.complete({ ...shared, honours: 'distinction' });
    case 'Fail':
      return enrollments.discharge({ ...shared, reason: 'not-completed' });
    case 'Withdrawn':
      return enrollments.discharge({ ...shared, reason: 'own-wish' });
  }
}

function reject(
  tally: ImportTally,
  table: string,
  row: string,
  refusal: Pick<Refusal, 'code' | 'text'>,
): void {
  tally.rejects.push({ table, row, code: refusal.code, text: refusal.text.en });
}
