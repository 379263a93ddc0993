import { must } from '@letopis/core';
import type { MappingGiven } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import { expectRefused, expectSaid } from '../domain/worlds/expect-refused.ts';
import {
  csv,
  enrollMapping,
  job,
  learnersMapping,
  marksMapping,
  openSchool,
  rowRefusal,
  statuses,
} from './school.ts';

/* SEC 7: a row names its learner by the id that another system has, which lies beside the line. */

const learner = { externalId: { system: 'lms', column: 'mail' } };
const groupOfMarks = { learner, group: { constant: 'm-1' } };
const marks: MappingGiven = {
  ...marksMapping,
  fields: { ...marksMapping.fields, enrollment: { enrollmentOf: groupOfMarks } },
};

async function withTwo() {
  const school = await openSchool();
  const people = csv('id;name\nl-1;Ильина Анна\nl-2;Белова Вера\n', 'people.csv');
  must(await school.ingest.run(job(learnersMapping, enrollMapping), [people]));
  const given: MappingGiven = {
    id: 'ids',
    command: 'give-external-id',
    fields: {
      learner: { column: 'id' },
      system: { constant: 'lms' },
      value: { column: 'mail' },
    },
  };
  const ids = csv('id;mail\nl-1;ivanov@mail.ru\nl-2;Белова 2023/045\n', 'ids.csv');
  expect(statuses(must(await school.ingest.run(job(given), [ids])))).toEqual([
    '2 accepted',
    '3 accepted',
  ]);
  return school;
}

const rows = csv(
  'mail;day;mark\nivanov@mail.ru;05.10.2026;отл\nБелова 2023/045;05.10.2026;4\n' +
    'nobody@mail.ru;05.10.2026;4\n;05.10.2026;4\n',
);

const odd = (id: object) => job({ ...learnersMapping, fields: { id } as MappingGiven['fields'] });

describe('a row that names its learner by an id in another system', () => {
  test('is taken in for that learner; one that nobody has is the row’s refusal', async () => {
    const school = await withTwo();
    const dry = must(await school.ingest.dryRun(job(marks), [rows]));
    const ran = await school.ingest.run(job(marks), [rows]);
    const expected = [
      '2 accepted',
      '3 accepted',
      '4 rejected external-id-unknown',
      '5 invalid cell-empty',
    ];
    expect(statuses(dry)).toEqual(expected);
    expect(statuses(must(ran))).toEqual(expected);
    const no = rowRefusal(ran, 4).refusal;
    expectSaid(no, 'external-id-unknown', 'mail', 'lms', 'learners.giveExternalId');
    expect(no).toMatchObject({ column: 'mail' });
    expect(JSON.stringify(must(ran))).not.toContain('nobody@');
    const streams = must(ran).rows.map(({ eventId }) => eventId !== null);
    expect(streams).toEqual([true, true, false, false]);
    for (const [id, value] of [
      ['l-1', '5'],
      ['l-2', '4'],
    ] as const) {
      const found: string[] = [];
      for await (const page of school.store.readStream(`academy.enrollment-${id}.mentor.1`)) {
        found.push(...page.map(({ line }) => line));
      }
      expect(found.join('\n')).toContain(`"value":"${value}"`);
    }
  });

  test('may name learners in a list, and be left out where it is optional', async () => {
    const school = await withTwo();
    const present = { each: { ...learner, optional: true } };
    const lessons: MappingGiven = {
      id: 'lessons',
      command: 'hold-lesson',
      groupBy: ['day'],
      fields: {
        group: { constant: 'm-1' },
        module: { constant: 'safety' },
        topic: { constant: 'Вводный' },
        hours: { constant: 2 },
        teacher: { constant: 'p-9' },
        on: { column: 'day', date: 'dd.MM.yyyy' },
        present,
      },
    };
    const file = csv(
      'mail;day\nivanov@mail.ru;05.10.2026\n;05.10.2026\nБелова 2023/045;05.10.2026\n',
    );
    const receipt = must(await school.ingest.run(job(lessons), [file]));
    expect(statuses(receipt)).toEqual(['2 accepted']);
    const found: string[] = [];
    for await (const page of school.store.readStream('academy.journal-m-1.safety.2026')) {
      found.push(...page.map(({ line }) => line));
    }
    expect(found.join('')).toContain('"present":["l-1","l-2"]');
    expect(found.join('')).not.toContain('mail');
  });

  test('a rule that is half of one is refused before anything is written', async () => {
    const school = await withTwo();
    const both = odd({ externalId: { system: 'lms', column: 'id' }, column: 'id' });
    expectRefused(await school.ingest.run(both, [rows]), 'invalid-input', 'externalId');
    const split = odd({ externalId: { system: 'lms', column: 'id' }, split: ',' });
    expectRefused(await school.ingest.run(split, [rows]), 'invalid-input', 'split');
    const lost = odd({ externalId: { system: 'lms', column: 'почта' } });
    expectRefused(await school.ingest.run(lost, [rows]), 'column-missing', 'почта');
  });

  test('RK 1.10: a row is told the warnings of its command', async () => {
    const school = await openSchool();
    const fields = { ...learnersMapping.fields, snils: { column: 'snils' } };
    const text = 'id;name;snils\nl-1;Ильина Анна;11223344595\nl-2;фон Нейман Иван;11223344595\n';
    const given = job({ ...learnersMapping, fields });
    const { rows: taken } = must(await school.ingest.run(given, [csv(text)]));
    expect(taken.map(({ warnings }) => warnings?.map(({ code }) => code))).toEqual([
      undefined,
      ['snils-on-another', 'name-not-in-parts'],
    ]);
  });

  test('one already recorded from another file is already there', async () => {
    const school = await withTwo();
    const fields = {
      learner: { column: 'id' },
      system: { constant: 'lms' },
      value: { column: 'mail' },
    };
    const again = csv('id;mail\nl-1;ivanov@mail.ru\nl-2;ivanov@mail.ru\n', 'again.csv');
    const given = job({ id: 'again', command: 'give-external-id', fields });
    const receipt = must(await school.ingest.run(given, [again]));
    expect(statuses(receipt)).toEqual([
      '2 already-there external-id-standing',
      '3 rejected external-id-taken',
    ]);
  });
});
