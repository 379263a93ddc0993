import type { EventStore, Refusal, Result } from '@letopis/core';
import { isRefusal, LetopisError, letopis, must, order, START } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { fixedPorts } from '@letopis/core/testing';
import type { IngestReceipt, MappingGiven, RowReceipt, SourceFile } from '@letopis/ingest';
import { fileInMemory, ingestService } from '@letopis/ingest';
import { openMemory } from '@letopis/store-memory';
import { expect } from 'vitest';

/** A store whose clock always shows 22 November 2026. */
export const fixedStore = (): EventStore =>
  openMemory(fixedPorts({ at: '2026-11-22T09:00:00.000Z' }));

const paper = order('12-од', '2026-08-25');

/** The services over a store, with the one that imports files. */
export const servicesOf = (store: EventStore, actor = 'u-17') =>
  letopis({ store, organisation: 'academy' })
    .with({ ingest: ingestService })
    .as(actor, { grounds: { officials: { appoint: paper }, enrollments: { enroll: paper } } });

/** R2, whose lessons here list whom they will: rows of lessons come before rows of learners. */
const rules = { ...r2, lessons: { ...r2.lessons, attendeesEnrolled: false } };

/** A school on R2: p-9 teaches, group m-1 studies the programme mentor with the module safety. */
export async function openSchool(store: EventStore = fixedStore()) {
  const school = servicesOf(store);
  must(await school.regulation.adopt(rules, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
  must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from: '2026-09-01' }));
  const modules = [{ id: 'safety', scale: 'five-point' }];
  must(await school.programmes.open({ id: 'mentor', on: '2026-09-01', modules }));
  must(await school.groups.open({ id: 'm-1', programme: 'mentor', on: '2026-09-01' }));
  return { ...school, store };
}

/** A store whose appends fail from the n-th on. */
export function failing(store: EventStore, appends: number): EventStore {
  let left = appends;
  return new Proxy(store, {
    get: (target, key) => {
      if (key === 'append') {
        return (...given: Parameters<EventStore['append']>) => {
          left -= 1;
          if (left < 0) throw new LetopisError('unreachable', 'the line is cut');
          return target.append(...given);
        };
      }
      const found: unknown = Reflect.get(target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

/** A CSV file in memory. */
export const csv = (text: string, name = 'marks.csv'): SourceFile =>
  fileInMemory(name, new TextEncoder().encode(text));

/** A job of one mapping, from a platform. */
export const job = (...mappings: MappingGiven[]) => ({ source: 'platform', mappings });

export const learnersMapping: MappingGiven = {
  id: 'learners',
  command: 'register-learner',
  fields: { id: { column: 'id' }, name: { column: 'name', optional: true } },
};

export const enrollMapping: MappingGiven = {
  id: 'enrollments',
  command: 'enroll-learner',
  fields: {
    learner: { column: 'id' },
    group: { constant: 'm-1' },
    from: { constant: '2026-09-01' },
    ground: {
      fields: {
        kind: { constant: 'order' },
        number: { constant: '12-од' },
        date: { constant: '2026-08-25' },
      },
    },
  },
};

export const marksMapping: MappingGiven = {
  id: 'marks',
  command: 'record-assessment',
  fields: {
    enrollment: { enrollmentOf: { learner: { column: 'id' }, group: { constant: 'm-1' } } },
    module: { constant: 'safety' },
    on: { column: 'day', date: 'dd.MM.yyyy' },
    value: { column: 'mark', lookup: { отл: '5', хор: '4' }, orAsIs: true },
    assessor: { constant: 'p-9' },
  },
};

/** Everything in the log, as `stream type`. */
export async function logOf(store: EventStore): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { lines } of store.readAll(START)) {
    for (const { line } of lines) {
      const { stream, type } = JSON.parse(line) as { stream: string; type: string };
      found.push(`${stream} ${type}`);
    }
  }
  return found;
}

/** Each receipt as `row status code`. */
export const statuses = ({ rows }: IngestReceipt): readonly string[] =>
  rows.map(({ row, status, refusal }) => [row, status, refusal?.code].filter(Boolean).join(' '));

/** The refusal of the only row that was not accepted. */
export function rowRefusal(result: Result<IngestReceipt>, row: number): RowReceipt {
  const found = must(result).rows.find((one) => one.row === row);
  if (found === undefined) return expect.fail(`row ${row} has no receipt`);
  return found;
}

/** The value, which must not be undefined. */
export function there<T>(value: T | undefined): T {
  return value === undefined ? expect.fail('it must be there') : value;
}

/** The value, which must not be a refusal. */
export function taken<T>(value: T | Refusal): T {
  return isRefusal(value) ? expect.fail(value.text.en) : value;
}

/** The value, which must be a refusal. */
export function refusalOf(value: unknown): Refusal {
  return isRefusal(value) ? value : expect.fail('it must be refused');
}
