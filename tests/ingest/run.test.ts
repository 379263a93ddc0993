import type { EventStore } from '@letopis/core';
import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectSaid } from '../domain/worlds/expect-refused.ts';
import {
  csv,
  enrollMapping,
  failing,
  fixedStore,
  job,
  learnersMapping,
  logOf,
  marksMapping,
  openSchool,
  servicesOf,
  rowRefusal,
  statuses,
} from './school.ts';

const learners = csv('id;name\nl-1;Ильина Анна\nl-2;Орлов Пётр\n', 'learners.csv');
const marks = csv('id;day;mark\nl-1;05.10.2026;отл\nl-9;05.10.2026;4\nl-2;06.10.2026;зачёт\n');

async function withLearners(store?: EventStore) {
  const school = await openSchool(store);
  must(await school.ingest.run(job(learnersMapping, enrollMapping), [learners]));
  return school;
}

describe('D22 R4 §5.1-5.2: a run sends rows as commands, with a receipt for each', () => {
  test('D22: good rows become events; a bad one says why and stops no other', async () => {
    const school = await withLearners();
    const result = await school.ingest.run(job(marksMapping), [marks]);
    expect(statuses(must(result))).toEqual([
      '2 accepted',
      '3 rejected no-enrollment-in-group',
      '4 rejected not-on-scale',
    ]);
    expectSaid(rowRefusal(result, 3).refusal, 'no-enrollment-in-group', 'l-9', 'm-1');
    expect(must(result).totals).toEqual({
      accepted: 1,
      alreadyThere: 0,
      rejected: 2,
      invalid: 0,
      same: 0,
      differs: 0,
      leftOut: 0,
    });
  });

  test('D22 R4 §6.2: a second run over the same file adds nothing, whoever sends it', async () => {
    const school = await withLearners();
    const first = must(await school.ingest.run(job(marksMapping), [marks]));
    const log = await logOf(school.store);
    const again = must(await school.ingest.run(job(marksMapping), [marks]));
    expect(statuses(again)[0]).toBe('2 already-there');
    expect(again.rows[0]?.eventId).toBe(first.rows[0]?.eventId);
    expect(again.totals).toMatchObject({ accepted: 0, alreadyThere: 1, rejected: 2 });
    const renamed = { ...marks, name: 'marks (1).csv' };
    const other = servicesOf(school.store, 'u-2');
    expect(must(await other.ingest.run(job(marksMapping), [renamed])).totals.accepted).toBe(0);
    expect(await logOf(school.store)).toEqual(log);
  });

  test('D22: what was refused goes in once its cause is mended; the rest stays', async () => {
    const school = await withLearners();
    must(await school.ingest.run(job(marksMapping), [marks]));
    must(await school.learners.register({ id: 'l-9' }));
    must(await school.enrollments.enroll({ learner: 'l-9', group: 'm-1', from: '2026-09-01' }));
    const lookup = { отл: '3', зачёт: '3' };
    const value = { column: 'mark', lookup, orAsIs: true };
    const mended = { ...marksMapping, fields: { ...marksMapping.fields, value } };
    const receipt = must(await school.ingest.run(job(mended), [marks]));
    expect(statuses(receipt)).toEqual(['2 already-there', '3 accepted', '4 accepted']);
    const log = await logOf(school.store);
    expect(must(await school.ingest.run(job(mended), [marks])).totals.alreadyThere).toBe(3);
    expect(await logOf(school.store)).toEqual(log);
  });

  test('D22: what was accepted stays so, whatever a later mapping leaves out or says', async () => {
    const school = await withLearners();
    must(await school.ingest.run(job(marksMapping), [marks]));
    const value = { column: 'mark', lookup: { отл: '3', зачёт: '3' }, orAsIs: true };
    const mended = { ...marksMapping, fields: { ...marksMapping.fields, value } };
    const where = [{ column: 'id', notIn: ['l-1'] }];
    const later = must(await school.ingest.run(job({ ...mended, where }), [marks]));
    expect(statuses(later)).toEqual(['3 rejected no-enrollment-in-group', '4 accepted']);
    expect(later.totals.leftOut).toBe(1);
    const last = must(await school.ingest.run(job(mended), [marks]));
    expect(statuses(last)[0]).toBe('2 already-there');
  });

  test('D22: the same rows in another file are caught by natural keys', async () => {
    const school = await withLearners();
    const log = (await logOf(school.store)).filter((line) => !line.includes('.import-'));
    const more = csv('id;name\nl-2;Орлов Пётр\nl-3;Жук Мария\n', 'learners.csv');
    const receipt = must(await school.ingest.run(job(learnersMapping, enrollMapping), [more]));
    expect(statuses(receipt)).toEqual([
      '2 already-there already-exists',
      '3 accepted',
      '2 already-there already-enrolled',
      '3 accepted',
    ]);
    const now = (await logOf(school.store)).filter((line) => !line.includes('.import-'));
    expect(now.slice(log.length)).toEqual([
      'academy.learner-l-3 LearnerRegistered',
      'academy.enrollment-l-3.mentor.1 Enrolled',
    ]);
  });

  test('D22: the same bytes from another source are another import', async () => {
    const school = await withLearners();
    const one = must(await school.ingest.run(job(learnersMapping), [learners]));
    const other = { ...job(learnersMapping), source: 'other-platform' };
    const two = must(await school.ingest.run(other, [learners]));
    expect(two.files[0]?.import).not.toBe(one.files[0]?.import);
    expect(statuses(two)).toEqual([
      '2 already-there already-exists',
      '3 already-there already-exists',
    ]);
  });
});

const many = csv(
  `id;name\n${Array.from({ length: 600 }, (_, n) => `n-${n};Имя Фамилия\n`).join('')}`,
  'many.csv',
);

describe('D22: a run that was cut is finished by the next one', () => {
  // The first append receives the file; page 0 holds rows 2 to 250, its record is append 251.
  test.each([0, 1, 7, 250, 251, 260])('cut after %i appends', async (appends) => {
    const store = fixedStore();
    await openSchool(store);
    const cut = servicesOf(failing(store, appends));
    await expect(cut.ingest.run(job(learnersMapping), [many])).rejects.toThrow('the line is cut');
    const school = servicesOf(store);
    const { totals } = must(await school.ingest.run(job(learnersMapping), [many]));
    expect(totals.accepted + totals.alreadyThere).toBe(600);
    const log = await logOf(store);
    const count = (type: string): number => log.filter((line) => line.endsWith(type)).length;
    expect([count('LearnerRegistered'), count('ImportReceived'), count('RowsIngested')]).toEqual([
      600, 1, 3,
    ]);
    expect(totals.accepted).toBe(
      601 - Math.min(601, Math.max(1, appends - (appends > 250 ? 1 : 0))),
    );
  });
});

describe('D22: rows go in side by side, and in order where they must', () => {
  test('at most `width` commands are under way, and `onRow` gets receipts in order', async () => {
    const store = fixedStore();
    await openSchool(store);
    let running = 0;
    let most = 0;
    const slow = new Proxy(store, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        if (key !== 'append') return typeof found === 'function' ? found.bind(target) : found;
        return async (...given: Parameters<EventStore['append']>) => {
          most = Math.max(most, (running += 1));
          await new Promise((done) => setTimeout(done, 1));
          running -= 1;
          return target.append(...given);
        };
      },
    });
    const rows: number[] = [];
    const options = { width: 4, onRow: ({ row }: { row: number }) => void rows.push(row) };
    const receipt = must(await servicesOf(slow).ingest.run(job(learnersMapping), [many], options));
    expect(most).toBe(4);
    expect(rows).toEqual(Array.from({ length: 600 }, (_, n) => n + 2));
    expect(receipt.rows).toEqual([]);
  });

  test('rows of one stream stand in it in the order of the file, however reads take', async () => {
    const { store } = await withLearners();
    let reads = 0;
    const uneven = new Proxy(store, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        if (key !== 'readStream') return typeof found === 'function' ? found.bind(target) : found;
        return async function* slowly(...given: Parameters<EventStore['readStream']>) {
          reads += 1;
          await new Promise((done) => setTimeout(done, (reads * 7) % 5));
          yield* target.readStream(...given);
        };
      },
    });
    const days = Array.from({ length: 20 }, (_, n) => String(n + 1).padStart(2, '0'));
    const file = csv(`id;day;mark\n${days.map((day) => `l-1;${day}.10.2026;5\n`).join('')}`);
    must(await servicesOf(uneven).ingest.run(job(marksMapping), [file]));
    const marked: string[] = [];
    for await (const page of store.readStream('academy.enrollment-l-1.mentor.1')) {
      for (const { line } of page) {
        const { type, occurredOn } = JSON.parse(line) as { type: string; occurredOn: string };
        if (type === 'AssessmentRecorded') marked.push(occurredOn);
      }
    }
    expect(marked).toHaveLength(20);
    expect(marked).toEqual(marked.toSorted());
  });
});

test('D22: a row that stands with other values says so', async () => {
  const store = fixedStore();
  await openSchool(store);
  const cut = servicesOf(failing(store, 2));
  const file = csv('id;email\nl-1;a@x.ru\nl-2;b@x.ru\n');
  const mapping = { ...learnersMapping, fields: { id: { column: 'id' } } };
  await expect(cut.ingest.run(job(mapping), [file], { width: 1 })).rejects.toThrow('is cut');
  const on = { constant: '2026-10-01' };
  const changed = { ...mapping, fields: { ...mapping.fields, on } };
  const result = await servicesOf(store).ingest.run(job(changed), [file]);
  expectSaid(rowRefusal(result, 2).refusal, 'row-recorded-otherwise', '2');
  expect(rowRefusal(result, 3).status).toBe('accepted');
});
