import type { EventStore } from '@letopis/core';
import { letopis, must, order } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import type { IngestReceipt, MappingGiven } from '@letopis/ingest';
import { ingestServiceWith } from '@letopis/ingest';
import { openSchool } from '../domain/worlds/records-school.ts';
import { csv, statuses } from './school.ts';

/** An import secret; tests hash under it. */
export const SECRET = new Uint8Array(32).fill(7);

/** The services over a store that knows rows by their keys. */
export const keyedOver = (store: EventStore, secret: Uint8Array = SECRET, actor = 'u-17') =>
  letopis({ store, organisation: 'academy' })
    .with({ ingest: ingestServiceWith({}, { secret: () => Promise.resolve(secret) }) })
    .as(actor);

const enrollment = {
  enrollmentOf: { learner: { column: 'id' }, group: { constant: 'm-1' } },
} as const;

/** Marks of tasks: learner and task tell a row from all others. */
export const marks: MappingGiven = {
  id: 'marks',
  command: 'record-assessment',
  key: ['id', 'task'],
  fields: {
    enrollment,
    module: { constant: 'safety' },
    on: { column: 'day' },
    value: { column: 'mark' },
    assessor: { constant: 'p-9' },
  },
};

/** The same, where what differs is corrected by the teacher. R2 §2.3. */
export const corrected: MappingGiven = {
  ...marks,
  whenDiffers: {
    command: 'correct-assessment',
    fields: {
      enrollment,
      replaces: { recorded: 'last' },
      value: { column: 'mark' },
      words: { column: 'mark', lookup: { 2: 'два', 3: 'три', 4: 'четыре', 5: 'пять' } },
      reason: { constant: 'исправлено на платформе' },
      signer: { constant: 'p-9' },
    },
  },
};

export const setAside: MappingGiven = { ...marks, whenDiffers: 'set-aside' };

/** A weekly export: rows of `learner task day mark`. */
export const week = (...rows: readonly string[]) =>
  csv(`id;task;day;mark\n${rows.map((row) => row.replaceAll(' ', ';')).join('\n')}\n`);

/** The school of records, with l-1 and l-2 in m-1, and the import service. */
export async function openKeyed(regulation?: Parameters<typeof openSchool>[0]) {
  const school = await openSchool(regulation);
  const ground = order('12-од', '2026-08-25');
  for (const learner of ['l-1', 'l-2']) {
    const from = '2026-09-01';
    must(await school.enrollments.enroll({ learner, group: 'm-1', from, ground }));
  }
  const { ingest } = keyedOver(school.store);
  /** Runs a mapping over a file; each row as `row status code`. */
  const run = async (mapping: MappingGiven, file: ReturnType<typeof week>) =>
    must(await ingest.run({ source: 'platform', mappings: [mapping] }, [file]));
  const taken = async (mapping: MappingGiven, ...rows: readonly string[]) =>
    statuses(await run(mapping, week(...rows)));
  return { ...school, ingest, run, taken, marksOf: () => marksOf(school) };
}

/** The marks in force of each result: `learner day mark`, in order. */
export async function marksOf(school: Awaited<ReturnType<typeof openSchool>>) {
  const found: string[] = [];
  for (const learner of ['l-1', 'l-2', 'l-3']) {
    const { state } = await school.session.load(enrollmentFold, `${learner}.mentor.1`);
    for (const { on, mark } of state.results.values()) {
      found.push(`${learner} ${on} ${mark?.value}`);
    }
  }
  return found.toSorted();
}

/** The differences of each row: `field before now`. */
export const differences = ({ rows }: IngestReceipt): readonly string[] =>
  rows.flatMap(({ differences: all = [] }) =>
    all.map(({ field, before, now }) => `${field} ${String(before)} ${String(now)}`),
  );
